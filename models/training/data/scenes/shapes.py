# in: outlines and paths from curves.py; out: closed, outward-facing Blender mesh objects in the current
# scene.
"""The makers that every family shares. Lengths are world units; everything is baked into the vertices
(object matrices stay identity). Smooth by angle; data/body.py weighs the normals so that flat faces stay flat."""

from __future__ import annotations

from collections.abc import Sequence

import bpy
import numpy as np

from .curves import Numbers, Points, Vector, ellipse
from .placing import moved

SHARP = 38  # degrees between faces from which an edge is a crease
HAIR = 0.004  # how far a flush panel stands off, so that two faces never share a plane


def solid(name: str, vertices: Points, faces: Sequence[np.ndarray], sharp: float = SHARP) -> bpy.types.Object:
    """faces: a list of index arrays, each [n, k] (n faces of k corners) or [k] (one face)."""
    v = np.asarray(vertices, np.float32)
    assert np.isfinite(v).all(), f"{name}: a vertex is not finite"
    rows = [np.atleast_2d(np.asarray(f, np.int32)) for f in faces]
    if sum(_volume(v, f) for f in rows) < 0:
        rows = [f[:, ::-1] for f in rows]
    sizes = np.concatenate([np.full(len(f), f.shape[1], np.int32) for f in rows])
    mesh = bpy.data.meshes.new(name)
    mesh.vertices.add(len(v))
    mesh.vertices.foreach_set("co", v.ravel())
    mesh.loops.add(int(sizes.sum()))
    mesh.loops.foreach_set("vertex_index", np.concatenate([f.ravel() for f in rows]))
    mesh.polygons.add(len(sizes))
    mesh.polygons.foreach_set("loop_start", np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int32))
    mesh.update(calc_edges=True)
    thing = bpy.data.objects.new(name, mesh)
    thing["sharp"] = sharp  # remembered, so that cuts keep it
    return settle(thing)


def settle(thing: bpy.types.Object) -> bpy.types.Object:
    """Puts an object into the scene, smooth by its angle."""
    mesh = thing.data
    mesh.shade_smooth()
    mesh.set_sharp_from_angle(angle=np.radians(thing["sharp"]))
    if thing.name not in bpy.context.scene.collection.objects:
        bpy.context.scene.collection.objects.link(thing)
    return thing


def skin(name: str, rings: Sequence[np.ndarray] | np.ndarray, loop: bool = False, caps: bool = True, sharp: float = SHARP) -> bpy.types.Object:
    """Quads between closed rings [m, k, 3]; `loop` joins the last ring to the first, else flat caps close it."""
    r = np.asarray(rings, float)
    m, k, _ = r.shape
    i, j = np.meshgrid(np.arange(m if loop else m - 1), np.arange(k), indexing="ij")
    a, b, c, d = i * k + j, i * k + (j + 1) % k, (i + 1) % m * k + (j + 1) % k, (i + 1) % m * k + j
    faces = [np.stack([a, b, c, d], -1).reshape(-1, 4)]
    if caps and not loop:
        faces += [np.arange(k)[::-1], (m - 1) * k + np.arange(k)]
    return solid(name, r.reshape(-1, 3), faces, sharp)


def lathe(name: str, profile: Points, count: int = 60, centre: Vector = (0, 0, 0), loop: bool = False, sharp: float = SHARP) -> bpy.types.Object:
    """Turns a profile [m, 2] of (r, z) about Z through `centre`; radii of nearly 0 become tiny flats."""
    p = np.asarray(profile, float)
    a = np.arange(count) * 2 * np.pi / count
    circle = np.stack([np.cos(a), np.sin(a)], 1)
    r = np.maximum(p[:, 0], 0.002)
    rings = np.concatenate([r[:, None, None] * circle[None], np.broadcast_to(p[:, None, 1:], (len(p), count, 1))], 2)
    return skin(name, rings + np.asarray(centre), loop=loop, sharp=sharp)


def sweep(name: str, path: Points, section: Points, scale: Numbers = 1.0, up: Vector | None = None, loop: bool = False, sharp: float = SHARP) -> bpy.types.Object:
    """Carries a section [k, 2] along a path [n, 3]. scale: number, [n] or [n, 2] (both section axes).
    `up` fixes the section's y axis near that direction; else it is carried along without twist."""
    p = np.asarray(path, float)
    ahead = np.roll(p, -1, 0) - np.roll(p, 1, 0) if loop else np.gradient(p, axis=0)
    ahead /= np.maximum(np.linalg.norm(ahead, axis=1), 1e-9)[:, None]
    frames = []
    v = np.asarray(up, float) if up is not None else np.eye(3)[np.argmin(np.abs(ahead[0]))]
    for t in ahead:
        v = np.asarray(up, float) if up is not None else v
        v = v - (v @ t) * t
        v /= max(np.linalg.norm(v), 1e-9)
        frames.append((np.cross(v, t), v))
    frame = np.array(frames)  # [n, 2, 3]
    s = np.asarray(scale, float)
    s = np.broadcast_to(s[:, None] if s.ndim == 1 else s, (len(p), 2))
    rings = p[:, None] + np.einsum("kc,nc,ncd->nkd", np.asarray(section, float), s, frame)
    return skin(name, rings, loop=loop, sharp=sharp)


def rod(name: str, path: Points, radius: float, count: int = 16, loop: bool = False, ends: float = 0.6) -> bpy.types.Object:
    """A round bar with softened ends (`ends` of the radius)."""
    p = np.asarray(path, float)
    scale = np.ones(len(p))
    if not loop and ends > 0:
        first, last = p[0] - p[1], p[-1] - p[-2]
        out = [f / max(np.linalg.norm(f), 1e-9) * radius * ends for f in (first, last)]
        turn = np.radians([70, 45, 20])
        rise, fall = np.sin(turn)[:, None], np.cos(turn)
        p = np.vstack([p[0] + rise * out[0], p, p[-1] + rise[::-1] * out[1]])
        scale = np.concatenate([1 - ends * (1 - fall), scale, 1 - ends * (1 - fall[::-1])])
    return sweep(name, p, ellipse(2 * radius, 2 * radius, count), scale, loop=loop)


def rails(name: str, front: Points, back: Points, width: Numbers, power: float = 2.3) -> bpy.types.Object:
    """Rings strung between two side profiles [n, 2] of (x, z), `width` [n] across: shoes, spouts, bodies that bend."""
    f, b, w = np.asarray(front, float), np.asarray(back, float), np.asarray(width, float)
    unit = ellipse(2, 2, 40, power=power)
    across = unit[None, :, :1] * (f - b)[:, None] / 2 + ((f + b) / 2)[:, None]  # [n, k, 2]
    rings = np.stack([across[..., 0], unit[None, :, 1] * w[:, None] / 2, across[..., 1]], -1)
    return skin(name, rings)


def hull(name: str, x: Numbers, width: Numbers, low: Numbers, high: Numbers, power: Numbers = 5.0) -> bpy.types.Object:
    """Upright sections along X: at each station full width, underside and top. power: roundness, a number or [n]."""
    x, w, lo, hi = (np.asarray(v, float) for v in (x, width, low, high))
    p = np.broadcast_to(np.asarray(power, float), x.shape)
    unit = np.stack([ellipse(2, 2, 56, power=q) for q in p])  # [n, k, 2]
    y, z = unit[..., 0] * w[:, None] / 2, (lo + hi)[:, None] / 2 + unit[..., 1] * (hi - lo)[:, None] / 2
    return skin(name, np.stack([np.broadcast_to(x[:, None], y.shape), y, z], -1))


def ball(name: str, size: Vector, centre: Vector = (0, 0, 0), power: float = 2.0, count: int = 56) -> bpy.types.Object:
    """An ellipsoid; power above 2 squares it."""
    half = ellipse(2, 2, 64, power=power)
    half = half[(half[:, 0] >= -1e-9)]
    half = half[np.argsort(half[:, 1])]
    thing = lathe(name, half / 2, count)
    return moved(thing, scale=size, by=centre)


def _volume(v: np.ndarray, faces: np.ndarray) -> float:
    """Signed volume (times 6) under faces [n, k], as fans."""
    corner = v[faces].astype(float)
    spokes = corner[:, 1:] - corner[:, :1]
    return float(np.einsum("ij,ikj->", corner[:, 0], np.cross(spokes[:, :-1], spokes[:, 1:])))
