# in: nothing; out: the planes that panels lie in, as seen from the front; what a solid and a face are.
from __future__ import annotations

import bpy
import numpy as np

from .curves import Vector

Solid = bpy.types.Object  # one closed mesh in the current scene
Face = tuple[Vector, Vector]  # (right, up) of a plane; right x up looks out of it
X, Y, Z = np.eye(3)
FRONT = (X, Z)  # (right, up) of a panel that looks to -Y, at the viewer of a front elevation
SIDE = (Y, Z)  # looks to +X
OTHER_SIDE = (-Y, Z)  # looks to -X
BACK = (-X, Z)  # looks to +Y
TOP = (X, Y)  # looks to +Z
