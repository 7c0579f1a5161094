# in: a Surface; out: for each class of line the distance to the nearest one, in model pixels, at every model pixel.
"""A line runs between two working pixels that see different things, so that each is found exactly once.

Both pixels beside it are half a working pixel away: distance = distance to the nearest such pixel + 0.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from camera import MODEL, SIDE

if TYPE_CHECKING:
    from passes import Surface

CREASE = np.cos(np.radians(28.0))
ALIKE = np.cos(np.radians(15.0))
STEP = 1.2  # working pixels: two parallel planes this far apart are two planes
JUMP = 2.5  # working pixels beyond what the slope on either side explains
NEAR_EDGE = 2.5  # working pixels from a sharp edge
RIM = 3.0  # working pixels: a crease this close to a contour is the same stroke of the pen
SPECK = {"contour": 12, "crease": 24, "mark": 6}  # working pixels, both sides of the line counted


def drawn(surface: Surface) -> dict[str, np.ndarray]:
    """contour, crease and mark: float32 [256, 256], model pixels."""
    line = {name: np.zeros((SIDE, SIDE), np.uint8) for name in SPECK}
    for axis in (0, 1):
        for name, between in _borders(surface, axis).items():
            if axis == 0:
                line[name][:-1] |= between
                line[name][1:] |= between
            else:
                line[name][:, :-1] |= between
                line[name][:, 1:] |= between
    line["contour"] = _unspecked(line["contour"], SPECK["contour"])
    rim = _distance(line["contour"])
    for name in ("crease", "mark"):
        line[name] = _unspecked(line[name] & (rim > RIM), SPECK[name])
    far = {"contour": rim, "crease": _distance(line["crease"]), "mark": _distance(line["mark"])}
    return {name: cv2.resize(d, (MODEL, MODEL), interpolation=cv2.INTER_AREA) * (MODEL / SIDE) for name, d in far.items()}


def _borders(surface: Surface, axis: int) -> dict[str, np.ndarray]:
    """Between each pixel and the next along the axis: which class of line runs there, uint8 0 / 1."""
    here, there = ((slice(None, -1), slice(1, None)) if axis == 0 else ((slice(None), slice(None, -1)), (slice(None), slice(1, None))))
    both = surface.seen[here] & surface.seen[there]
    outline = surface.seen[here] != surface.seen[there]
    other = both & (surface.part[here] != surface.part[there])
    same = both & ~other & (surface.triangle[here] != surface.triangle[there])

    # The rest concerns few pixels: neighbours on two triangles of one part.
    at = np.nonzero(same)
    step = (1, 0) if axis == 0 else (0, 1)
    to = (at[0] + step[0], at[1] + step[1])
    pixel = surface.pixel
    away = surface.point[to] - surface.point[at]
    off = np.minimum(np.abs((away * surface.facet[at]).sum(1)), np.abs((away * surface.facet[to]).sum(1)))
    cosine = (surface.facet[at] * surface.facet[to]).sum(1)
    stepped = (cosine > ALIKE) & (off > STEP * pixel)
    broken = stepped | _jumps(surface, at, to, step)
    turned = (surface.normal[at] * surface.normal[to]).sum(1) < CREASE
    edged = np.minimum(surface.sharp[at], surface.sharp[to]) < NEAR_EDGE * pixel
    apart = surface.group[at] != surface.group[to]
    sharp = ~broken & turned & (edged | apart)

    contour, crease = outline | other, np.zeros_like(same)
    contour[at] |= broken
    crease[at] = sharp
    mark = both & ~contour & ~crease & (surface.mark[here] != surface.mark[there])
    return {"contour": contour.astype(np.uint8), "crease": crease.astype(np.uint8), "mark": mark.astype(np.uint8)}


def _jumps(surface: Surface, at, to, step) -> np.ndarray:
    """Where depth changes far more from pixel to pixel than before and behind: [N] bool."""

    def change(a, b) -> np.ndarray:
        inside = (np.minimum(a[0], b[0]) >= 0) & (np.minimum(a[1], b[1]) >= 0)
        inside &= (np.maximum(a[0], b[0]) < SIDE) & (np.maximum(a[1], b[1]) < SIDE)
        a, b = [np.clip(i, 0, SIDE - 1) for i in a], [np.clip(i, 0, SIDE - 1) for i in b]
        a, b = tuple(a), tuple(b)
        same = inside & surface.seen[a] & surface.seen[b] & (surface.part[a] == surface.part[b])
        return np.where(same, np.abs(surface.depth[a] - surface.depth[b]), 0)

    before = (at[0] - step[0], at[1] - step[1])
    behind = (to[0] + step[0], to[1] + step[1])
    slope = np.maximum(change(before, at), change(to, behind))
    return change(at, to) > JUMP * surface.pixel + 2 * slope


def _distance(line: np.ndarray) -> np.ndarray:
    """Working pixels to the line that runs half a pixel beside each marked pixel."""
    if not line.any():
        return np.full(line.shape, float(SIDE), np.float32)
    return cv2.distanceTransform(1 - line, cv2.DIST_L2, 5) + 0.5


def _unspecked(line: np.ndarray, least: int) -> np.ndarray:
    line = line.astype(np.uint8)
    _, label, stats, _ = cv2.connectedComponentsWithStats(line, connectivity=8)
    keep = stats[:, cv2.CC_STAT_AREA] >= least
    keep[0] = False
    return keep[label].astype(np.uint8)
