# in: nothing; out: what a scene source hands to the passes: parts (closed pieces) and printed marks.
"""A Subject is one object as a designer would draw it.

World: Blender's, Z up, the object's front looks to -Y and it stands on z = min z.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import bpy

MATERIALS = (
    "ceramic",
    "matte_plastic",
    "glossy_plastic",
    "brushed_metal",
    "polished_metal",
    "glass",
    "wood",
    "fabric",
    "leather",
    "rubber",
    "paper",
    "concrete",
)


@dataclass
class Part:
    """What a designer draws as one closed piece: one mesh object, one material, one colour."""

    name: str
    object: bpy.types.Object
    material: str  # one of MATERIALS
    colour: tuple[float, float, float]  # sRGB 0..1

    def __post_init__(self) -> None:
        assert self.material in MATERIALS, f"material {self.material!r} is none of {MATERIALS}"


@dataclass
class Decal:
    """A printed mark: projected along `right` x `up` on to the surface it faces, never form."""

    origin: np.ndarray  # (3,) world, centre of the mark
    right: np.ndarray  # (3,) unit, the mark's x axis
    up: np.ndarray  # (3,) unit, the mark's y axis; right x up looks out of the surface
    width: float  # world units along right
    height: float  # world units along up
    depth: float  # marks surfaces within ± depth of the origin's plane
    image: np.ndarray  # uint8 [h, w] ids, 0 = nothing; row 0 is the top


@dataclass
class Subject:
    """One object: its family, its parts, what is printed on them."""

    family: str
    parts: list[Part]
    decals: list[Decal] = field(default_factory=list)


Things = tuple[list[Part], list[Decal]]  # what most makers of a piece give
