"""A pair -> the same moved, turned and scaled in the square."""

import cv2
import numpy as np

from data.pairs import LINE_SCALE
from learning.channels import SQUARE
from learning.config import Augment

FAR = 255  # in a distance map: no line near
LINES = ("contour", "crease", "mark")
SMOOTH = ("occlusion", "thickness", "shadow", "coverage")


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
