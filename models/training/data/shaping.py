# in: triangles, part of each, which edges are meant sharp; out: a Body whose corner normals keep flat faces
# flat.
"""Normals are weighted by area within a fan of smooth edges; where a large plane meets small facets (a
bevel), the plane decides alone, so that it stays exactly flat and the bevel takes the whole turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from data.body import Body, area_vectors, components

if TYPE_CHECKING:
    from data.scenes.subject import Decal

FLAT_SHARE = 0.004  # of the body's area: smaller planes may be facets of something round
FLAT_OVER_NEIGHBOUR = 3.0  # a plane is form, not facet, when it is this much larger than all it blends into
COPLANAR = np.cos(np.radians(1.0))
SHARP_TO_THE_EYE = np.cos(np.radians(28.0))  # an edge that turns less is no crease in a drawing


def shaped(
    vertices: np.ndarray,  # [V, 3], shared between triangles that join
    triangles: np.ndarray,  # [T, 3]
    part: np.ndarray,  # [T]
    *,
    names: list[str],
    materials: list[str],
    colours: list[tuple[float, float, float]],
    smooth_angle: float | None = None,  # degrees; None: only `hard` decides
    hard: np.ndarray | None = None,  # [T, 3] bool, edges that stay sharp whatever their angle
    decals: list[Decal] | None = None,
) -> Body:
    """The Body of these triangles, slivers left out; raises AssertionError if none has an area."""
    vertices = np.asarray(vertices, np.float64)
    triangles, part, hard = _without_slivers(
        vertices, np.asarray(triangles, np.int32), np.asarray(part, np.int32), hard
    )
    assert len(triangles), "no triangle with an area"
    cross = area_vectors(vertices, triangles)
    area = np.linalg.norm(cross, axis=1) / 2
    face = cross / (2 * area[:, None])

    left, right = _neighbours(triangles, part)  # half edges 3 t + k, both ways of each two-sided edge
    turn = (face[left // 3] * face[right // 3]).sum(1)
    soft = np.ones(len(left), bool) if smooth_angle is None else turn > np.cos(np.radians(smooth_angle))
    if hard is not None:
        soft &= ~(hard.ravel()[left] | hard.ravel()[right])
    soft |= turn > COPLANAR

    flat = _planes(left, right, turn, soft, face, area)
    normals = _corner_normals(triangles, left[soft], right[soft], face, area, flat)
    sharp = np.zeros(len(triangles) * 3, bool)
    seen = ~soft & (turn < SHARP_TO_THE_EYE)
    sharp[left[seen]] = sharp[right[seen]] = True
    group = components(len(triangles), left[soft] // 3, right[soft] // 3)
    shell = components(len(vertices), triangles.ravel(), np.roll(triangles, -1, 1).ravel())[triangles[:, 0]]
    return Body(
        vertices, triangles, part, normals,
        sharp.reshape(-1, 3), group.astype(np.int32), shell.astype(np.int32),
        names, materials, colours, decals or [],
    )  # fmt: skip


def _without_slivers(
    vertices: np.ndarray, triangles: np.ndarray, part: np.ndarray, hard: np.ndarray | None
) -> tuple[np.ndarray, np.ndarray, np.ndarray | None]:
    """Triangles, part and `hard` without those that are degenerate or doubled: such give no normal, or two
    that fight."""
    size = np.ptp(vertices, axis=0).max()
    keep = np.linalg.norm(area_vectors(vertices, triangles), axis=1) > 1e-10 * size * size
    _, first = np.unique(np.sort(triangles, axis=1), axis=0, return_index=True)
    single = np.zeros(len(triangles), bool)
    single[first] = True
    keep &= single
    return triangles[keep], part[keep], None if hard is None else hard[keep]


def _neighbours(triangles: np.ndarray, part: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Half edges paired over every edge that has exactly two triangles of one part."""
    ends = np.stack([triangles, np.roll(triangles, -1, axis=1)], -1).reshape(-1, 2).astype(np.int64)
    key = ends.min(1) * (int(triangles.max()) + 1) + ends.max(1)
    order = np.argsort(key, kind="stable")
    key = key[order]
    start = np.flatnonzero(np.r_[True, key[1:] != key[:-1]])
    two = np.diff(np.r_[start, len(key)]) == 2
    left, right = order[start[two]], order[start[two] + 1]
    same = part[left // 3] == part[right // 3]
    return left[same], right[same]


def _planes(
    left: np.ndarray,  # [E] half edges, with `right` both ways of each two-sided edge
    right: np.ndarray,
    turn: np.ndarray,  # [E] cosine of the angle between the two faces
    soft: np.ndarray,  # [E] bool
    face: np.ndarray,  # [T, 3] unit
    area: np.ndarray,  # [T]
) -> np.ndarray:
    """[T] bool: which triangles lie in a plane that is form of its own."""
    count = len(face)
    even = turn > COPLANAR
    plane = components(count, left[even] // 3, right[even] // 3)
    whole = np.bincount(plane, area, count)
    mean = np.stack([np.bincount(plane, area * face[:, k], count) for k in range(3)], 1)
    mean = mean / np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), 1e-12)
    bent = np.zeros(count, bool)
    bent[plane[(mean[plane] * face).sum(1) < COPLANAR]] = True  # a finely divided round surface creeps
    rim = soft & (plane[left // 3] != plane[right // 3])
    a, b = plane[left[rim] // 3], plane[right[rim] // 3]
    largest = np.zeros(count)
    np.maximum.at(largest, a, whole[b])
    np.maximum.at(largest, b, whole[a])
    flat = ~bent & (whole > FLAT_SHARE * area.sum()) & (whole > FLAT_OVER_NEIGHBOUR * largest)
    return flat[plane]


def _corner_normals(
    triangles: np.ndarray,  # [T, 3]
    left: np.ndarray,  # [E] half edges that are smooth, with `right` both ways of each
    right: np.ndarray,
    face: np.ndarray,  # [T, 3] unit
    area: np.ndarray,  # [T]
    flat: np.ndarray,  # [T] bool, of `_planes`
) -> np.ndarray:
    """Mean face normal over each fan of smooth edges around a vertex: [T, 3, 3]."""

    def corner(half: np.ndarray, vertex: np.ndarray) -> np.ndarray:
        here = triangles.ravel()[half] == vertex
        return np.where(here, half, half // 3 * 3 + (half + 1) % 3)  # half edge 3 t + k ends at corner k + 1

    begin = triangles.ravel()[left]
    end = triangles.ravel()[left // 3 * 3 + (left % 3 + 1) % 3]
    count = triangles.size
    fan = components(
        count,
        np.concatenate([corner(left, begin), corner(left, end)]),
        np.concatenate([corner(right, begin), corner(right, end)]),
    )
    weight = np.repeat(area * np.where(flat, 1e4, 1.0), 3)
    each = np.repeat(face, 3, axis=0)
    total = np.stack([np.bincount(fan, weight * each[:, k], count) for k in range(3)], 1)[fan]
    length = np.linalg.norm(total, axis=1, keepdims=True)
    total = np.where(length > 1e-9 * weight[:, None], total / np.maximum(length, 1e-30), each)
    total = np.where(np.repeat(flat, 3)[:, None], each, total)
    return total.reshape(-1, 3, 3).astype(np.float32)
