# in: a Surface; out: for each class of line the distance to the nearest one, in pixels, at every pixel.
"""A line runs between two pixels that see different things, so that each is found exactly once.

Both pixels beside it are half a pixel away: distance = distance to the nearest such pixel + 0.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from data.camera import SIDE

if TYPE_CHECKING:
    from data.surface import Surface

CREASE = np.cos(np.radians(28.0))
ALIKE = np.cos(np.radians(15.0))
STEP = 1.2  # pixels: two parallel planes this far apart are two planes
JUMP = 2.5  # pixels beyond what the slope on either side explains
NEAR_EDGE = 2.5  # pixels from a sharp edge
RIM = 3.0  # pixels: a crease this close to a contour is the same stroke of the pen
SPECK = {"contour": 12, "crease": 24, "mark": 6}  # pixels, both sides of the line counted


def drawn(surface: Surface) -> dict[str, np.ndarray]:
    """contour, crease and mark: float32 [512, 512], pixels."""
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
    return {"contour": rim, "crease": _distance(line["crease"]), "mark": _distance(line["mark"])}


def _borders(surface: Surface, axis: int) -> dict[str, np.ndarray]:
    """Between each pixel and the next along the axis: which class of line runs there, uint8 0 / 1."""
    index = surface.index
    here, there = (index[:-1], index[1:]) if axis == 0 else (index[:, :-1], index[:, 1:])
    contour = (here < 0) != (there < 0)
    crease, mark = np.zeros_like(contour), np.zeros_like(contour)

    both = np.flatnonzero((here >= 0) & (there >= 0))
    a, b = here.ravel()[both], there.ravel()[both]
    differ = surface.triangle[a] != surface.triangle[b]  # on one triangle there is no form to draw
    pair, a1, b1 = both[differ], a[differ], b[differ]
    part = surface.body.part
    other = part[surface.triangle[a1]] != part[surface.triangle[b1]]
    contour.ravel()[pair[other]] = True
    pair, a1, b1 = pair[~other], a1[~other], b1[~other]

    pixel, facet_a, facet_b = surface.pixel, surface.facet(a1), surface.facet(b1)
    away = surface.point[b1] - surface.point[a1]
    off = np.minimum(np.abs((away * facet_a).sum(1)), np.abs((away * facet_b).sum(1)))
    stepped = ((facet_a * facet_b).sum(1) > ALIKE) & (off > STEP * pixel)
    broken = stepped | _jumps(surface, a1, b1, axis)
    turned = (surface.normal[a1] * surface.normal[b1]).sum(1) < CREASE
    edged = np.minimum(surface.to_sharp_edge(a1), surface.to_sharp_edge(b1)) < NEAR_EDGE * pixel
    group = surface.body.group
    sharp = ~broken & turned & (edged | (group[surface.triangle[a1]] != group[surface.triangle[b1]]))
    contour.ravel()[pair[broken]] = True
    crease.ravel()[pair[sharp]] = True
    mark.ravel()[both[surface.mark[a] != surface.mark[b]]] = True
    mark &= ~contour & ~crease
    return {
        "contour": contour.astype(np.uint8),
        "crease": crease.astype(np.uint8),
        "mark": mark.astype(np.uint8),
    }


def _jumps(surface: Surface, a: np.ndarray, b: np.ndarray, axis: int) -> np.ndarray:
    """Where depth changes far more from pixel a to its neighbour b than before and behind: [M] bool."""
    part = surface.body.part[surface.triangle]

    def slope(pixels: np.ndarray, step: int) -> np.ndarray:
        """Depth change to the next pixel the other way, 0 where that is another part or nothing."""
        row, column = surface.at[0][pixels], surface.at[1][pixels]
        row, column = (row + step, column) if axis == 0 else (row, column + step)
        inside = (row >= 0) & (row < SIDE) & (column >= 0) & (column < SIDE)
        beyond = np.where(inside, surface.index[row % SIDE, column % SIDE], -1)
        same = (beyond >= 0) & (part[beyond] == part[pixels])
        return np.where(same, np.abs(surface.depth[beyond] - surface.depth[pixels]), 0)

    change = np.abs(surface.depth[a] - surface.depth[b])
    return change > JUMP * surface.pixel + 2 * np.maximum(slope(a, -1), slope(b, 1))


def _distance(line: np.ndarray) -> np.ndarray:
    """Pixels to the line that runs half a pixel beside each marked pixel."""
    if not line.any():
        return np.full(line.shape, float(SIDE), np.float32)
    return cv2.distanceTransform(1 - line, cv2.DIST_L2, 5) + 0.5


def _unspecked(line: np.ndarray, least: int) -> np.ndarray:
    line = line.astype(np.uint8)
    _, label, stats, _ = cv2.connectedComponentsWithStats(line, connectivity=8)
    keep = stats[:, cv2.CC_STAT_AREA] >= least
    keep[0] = False
    return keep[label].astype(np.uint8)
