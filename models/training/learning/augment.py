"""A stored pair (distance maps and truth, uint8) -> a drawing as people make them, and the truth that belongs
to it.

    drawing float32 [2, S, S]: lines, silhouette        truth uint8 [8, S, S]: normal.xyz, occlusion,
                                                        thickness, shadow, coverage, weight
S is the side that is asked for, whatever the side of the pair; lengths are given for 512 and scale with it.
Form never changes with the drawing: wobble, gaps, stray strokes and printed marks leave the truth as it is.
"""

import cv2
import numpy as np

from learning.channels import SQUARE
from learning.config import Augment
from learning.hints import hinted
from learning.strokes import draw
from learning.warp import move, still

# pixels around the object that inherit its nearest form: the drawing's alpha ends half a stroke outside
RIM = 8
RIM_WEIGHT = 96
CLEAN = Augment(rotate=0, scale=(1, 1), shift=0, clean=1, crease_loss=0, marks=1, blank=0)


def spread(moved: dict[str, np.ndarray]) -> np.ndarray:
    """Carry form a few pixels over the object's edge -> truth [8, S, S] uint8, its last plane the loss's
    weight."""
    side = moved["coverage"].shape[0]
    truth = np.empty((8, side, side), np.uint8)
    truth[:3], truth[3], truth[4] = moved["normal"], moved["occlusion"], moved["thickness"]
    truth[5], truth[6], truth[7] = moved["shadow"], moved["coverage"], 0
    length = sum(np.square(plane.astype(np.int32) * 2 - 255) for plane in moved["normal"])
    sure = (moved["coverage"] > 200) & (length > (0.8 * 255) ** 2)  # blends of two faces come out short
    if not sure.any():
        return truth
    away, label = cv2.distanceTransformWithLabels(
        (~sure).astype(np.uint8), cv2.DIST_L2, 3, labelType=cv2.DIST_LABEL_PIXEL
    )
    rim, places = np.flatnonzero((away <= RIM * side / SQUARE.size) & ~sure), np.flatnonzero(sure)
    table = np.zeros(label.max() + 1, np.int64)  # label of a sure pixel -> its place
    table[label.ravel()[places]] = places
    planes = truth.reshape(8, -1)
    planes[:5, rim] = planes[:5, table[label.ravel()[rim]]]
    planes[7, places], planes[7, rim] = 255, RIM_WEIGHT
    return truth


def sample(
    pair: dict[str, np.ndarray],
    rng: np.random.Generator,
    how: Augment | None,
    *,
    known: bool = True,
    side: int = SQUARE.size,
    hints: float = 0.0,
) -> tuple[np.ndarray, np.ndarray]:
    """(drawing float32 [2, side, side], truth uint8 [8, side, side]). Without `how` the drawing is clean and
    in place, for evaluation, and `known` says whether its silhouette is given. `hints`: share of drawings
    that have some, in a third plane; 0: no such plane."""
    return finished(posed(pair, rng, how, side), rng, how, known=known, hints=hints)


def posed(
    pair: dict[str, np.ndarray], rng: np.random.Generator, how: Augment | None, side: int
) -> dict[str, np.ndarray]:
    """All maps in the drawing's place: the first half of `sample`."""
    return move(pair, rng, how, side) if how else still(pair, side)


def finished(
    moved: dict[str, np.ndarray],
    rng: np.random.Generator,
    how: Augment | None,
    *,
    known: bool = True,
    hints: float = 0.0,
) -> tuple[np.ndarray, np.ndarray]:
    """The drawing and its truth of maps that are in place: the second half of `sample`."""
    hint = [hinted(moved, rng, hints)] if hints else []
    lines = draw(moved, rng, how or CLEAN)
    if how:
        known = rng.random() >= how.unknown
    truth = spread(moved)
    if how and rng.random() < how.blank:
        lines, truth[5:] = np.zeros_like(lines), 0  # neither shadow nor coverage, no form to learn
    silhouette = truth[6] / np.float32(255) if known else np.full(truth.shape[1:], SQUARE.unknown, np.float32)
    return np.stack([lines, silhouette, *hint]).astype(np.float32), truth
