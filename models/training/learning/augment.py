"""A stored pair (distance maps and truth, uint8) -> a drawing as people make them, and the truth that belongs
to it.

    drawing float32 [2, S, S]: lines, silhouette        truth uint8 [8, S, S]: normal.xyz, occlusion,
                                                        thickness, shadow, coverage, weight
S is the side that is asked for, whatever the side of the pair; lengths are given for 512 and scale with it.
Form never changes with the drawing: wobble, gaps, stray strokes and printed marks leave the truth as it is.
"""

import cv2
import numpy as np

from data.pairs import LINE_SCALE
from learning.config import SQUARE, Augment
from learning.strokes import draw

# pixels around the object that inherit its nearest form: the drawing's alpha ends half a stroke outside
RIM = 8
RIM_WEIGHT = 96
FAR = 255  # in a distance map: no line near
LINES = ("contour", "crease", "mark")
SMOOTH = ("occlusion", "thickness", "shadow", "coverage")
CLEAN = Augment(rotate=0, scale=(1, 1), shift=0, clean=1, crease_loss=0, marks=1, blank=0)


def pose(rng: np.random.Generator, how: Augment, side: int) -> tuple[np.ndarray, float, float, bool]:
    """Affine [2, 3] within the square; its scale, its angle (radians, clockwise) and whether it mirrors."""
    angle = float(np.clip(rng.normal(0, 0.4), -1, 1)) * how.rotate if rng.random() < 0.5 else 0.0
    scale = rng.uniform(*how.scale) if rng.random() < 0.7 else 1.0
    matrix = cv2.getRotationMatrix2D(
        (side / 2 - 0.5, side / 2 - 0.5), -angle, scale
    )  # cv2 turns anticlockwise
    matrix[:, 2] += rng.uniform(-how.shift, how.shift, 2) * side / SQUARE.size
    mirrored = bool(rng.random() < 0.5)
    if mirrored:  # first x -> side - 1 - x
        matrix[:, 2] += matrix[:, 0] * (side - 1)
        matrix[:, 0] *= -1
    return matrix, scale, float(np.radians(angle)), mirrored


def fitted(matrix: np.ndarray, stored: int, side: int) -> np.ndarray:
    """The affine from pixels of the stored square, of another side perhaps."""
    ratio = side / stored
    return np.hstack(
        [matrix[:, :2] * ratio, matrix[:, 2:] + matrix[:, :2].sum(1, keepdims=True) * (ratio - 1) / 2]
    )


def move(
    pair: dict[str, np.ndarray], rng: np.random.Generator, how: Augment, side: int
) -> dict[str, np.ndarray]:
    """Turn, scale, shift and mirror everything: distances become float32 pixels, normals turn with the
    picture."""
    matrix, scale, angle, mirrored = pose(rng, how, side)
    matrix = fitted(matrix, pair["coverage"].shape[0], side)

    def warp(names: tuple[str, ...], edge: int) -> list[np.ndarray]:
        """Up to four planes at once, which costs half of one by one; `edge` lies outside."""
        planes = [plane for name in names for plane in np.atleast_3d(pair[name].T).T]
        edges = (edge,) * 4
        return list(cv2.split(cv2.warpAffine(cv2.merge(planes), matrix, (side, side), borderValue=edges)))

    moved = dict(zip(SMOOTH, warp(SMOOTH, 0)))
    for name, near in zip(LINES, warp(LINES, FAR)):
        moved[name] = near * np.float32(scale / LINE_SCALE * side / SQUARE.size)
        moved[name][near == FAR] = FAR
    moved["part"] = cv2.warpAffine(pair["part"], matrix, (side, side), flags=cv2.INTER_NEAREST)
    x, y, z = warp(("normal",), 128)
    if mirrored:
        x = 255 - x
    if angle:  # clockwise on the page is clockwise in camera space, whose y points up
        u, v = x.astype(np.float32) - 127.5, y.astype(np.float32) - 127.5
        cos, sin = np.cos(angle), np.sin(angle)
        x, y = ((w + 128).clip(0, 255).astype(np.uint8) for w in (u * cos + v * sin, v * cos - u * sin))
    moved["normal"] = np.stack([x, y, z])
    return moved


def still(pair: dict[str, np.ndarray], side: int) -> dict[str, np.ndarray]:
    """`move` that only changes the side."""
    resize = lambda plane: (
        plane
        if plane.shape[0] == side
        else cv2.resize(
            plane, (side, side), interpolation=cv2.INTER_AREA if plane.shape[0] > side else cv2.INTER_LINEAR
        )
    )
    maps = {name: resize(pair[name]) for name in SMOOTH}
    maps["normal"] = np.stack([resize(plane) for plane in pair["normal"]])
    maps["part"] = cv2.resize(pair["part"], (side, side), interpolation=cv2.INTER_NEAREST)
    for name in LINES:
        near = resize(pair[name])
        maps[name] = np.where(near == FAR, FAR, near * np.float32(side / SQUARE.size / LINE_SCALE)).astype(
            np.float32
        )
    return maps


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
) -> tuple[np.ndarray, np.ndarray]:
    """(drawing float32 [2, side, side], truth uint8 [8, side, side]). Without `how` the drawing is clean and
    in place, for evaluation, and `known` says whether its silhouette is given."""
    return finished(posed(pair, rng, how, side), rng, how, known=known)


def posed(
    pair: dict[str, np.ndarray], rng: np.random.Generator, how: Augment | None, side: int
) -> dict[str, np.ndarray]:
    """All maps in the drawing's place: the first half of `sample`."""
    return move(pair, rng, how, side) if how else still(pair, side)


def finished(
    moved: dict[str, np.ndarray], rng: np.random.Generator, how: Augment | None, *, known: bool = True
) -> tuple[np.ndarray, np.ndarray]:
    """The drawing and its truth of maps that are in place: the second half of `sample`."""
    lines = draw(moved, rng, how or CLEAN)
    if how:
        known = rng.random() >= how.unknown
    truth = spread(moved)
    if how and rng.random() < how.blank:
        lines, truth[5:] = np.zeros_like(lines), 0  # neither shadow nor coverage, no form to learn
    silhouette = truth[6] / np.float32(255) if known else np.full(truth.shape[1:], SQUARE.unknown, np.float32)
    return np.stack([lines, silhouette]).astype(np.float32), truth
