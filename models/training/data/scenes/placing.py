# in: a Blender mesh object; out: the same moved, turned or reshaped; its points.
from __future__ import annotations

import bpy
import numpy as np

from .curves import Vector


def moved(thing: bpy.types.Object, by: Vector = (0, 0, 0), scale: Vector = (1, 1, 1), turn: np.ndarray | None = None) -> bpy.types.Object:
    """Scales, turns (3 x 3) and shifts the vertices themselves."""
    v = points_of(thing) * np.asarray(scale, float)
    v = v @ turn.T if turn is not None else v
    return reshaped(thing, v + np.asarray(by, float))


def points_of(thing: bpy.types.Object) -> np.ndarray:
    """[V, 3] vertices."""
    v = np.empty(len(thing.data.vertices) * 3, np.float32)
    thing.data.vertices.foreach_get("co", v)
    return v.reshape(-1, 3).astype(float)


def reshaped(thing: bpy.types.Object, vertices: np.ndarray) -> bpy.types.Object:
    """New places for the same vertices (bends, tapers)."""
    thing.data.vertices.foreach_set("co", np.ascontiguousarray(vertices, np.float32).ravel())
    thing.data.update()
    return thing


def rotation(axis: str, degrees: float) -> np.ndarray:
    """[3, 3] about "x", "y" or "z", right-handed."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    i, j = {"x": (1, 2), "y": (2, 0), "z": (0, 1)}[axis]
    m = np.eye(3)
    m[i, i], m[j, j], m[i, j], m[j, i] = c, c, -s, s
    return m
