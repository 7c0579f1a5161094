# in: an image of ids and a random generator; out: patterns drawn into it: stripes, dots, waves, leaves,
# grids, stitches.
from __future__ import annotations

import random

import cv2
import numpy as np

from .curves import Points


def stripes(image: np.ndarray, rng: random.Random) -> None:
    """One to six, lying or upright, in two inks by turns."""
    h, w = image.shape
    n, upright, share = rng.randint(1, 6), rng.random() < 0.3, rng.uniform(0.3, 0.7)
    for k in range(n):
        if upright:
            image[:, round(k * w / n) : round((k + share) * w / n)] = 1 + k % 2
        else:
            image[round(k * h / n) : round((k + share) * h / n)] = 1 + k % 2


def dots(image: np.ndarray, rng: random.Random) -> None:
    """Rows of discs, every second one shifted."""
    h, w = image.shape
    step = max(14, round(max(h, w) / rng.randint(4, 9)))
    for j, y in enumerate(range(step // 2, h, step)):
        for x in range(step // 2 + (step // 2 if j % 2 else 0), w, step):
            cv2.circle(image, (x, y), round(step * 0.27), 1, -1)


def waves(image: np.ndarray, rng: random.Random) -> None:
    """One to three wavy lines."""
    h, w = image.shape
    x = np.arange(w)
    high, turns, n = rng.uniform(0.04, 0.12) * h, rng.uniform(1, 4), rng.randint(1, 3)
    for k in range(n):
        y = h * (k + 0.7) / (n + 0.4) + high * np.sin(x / w * turns * 2 * np.pi)
        cv2.polylines(image, [np.stack([x, y], 1).astype(np.int32)], False, 1, max(3, h // 18))


def leaf(image: np.ndarray, rng: random.Random) -> None:
    """A stem with pairs of leaves."""
    h, w = image.shape
    s = min(h, w)
    cv2.line(image, (w // 2, round(h * 0.92)), (w // 2, round(h * 0.12)), 1, max(2, s // 40))
    for k in range(rng.randint(2, 4)):
        for side in (-1, 1):
            at = (round(w / 2 + side * s * 0.16), round(h * (0.75 - 0.18 * k)))
            cv2.ellipse(image, at, (round(s * 0.17), round(s * 0.07)), -side * 40, 0, 360, 1, -1)


def grid(image: np.ndarray, rng: random.Random) -> None:
    """Upright and lying lines at equal steps."""
    h, w = image.shape
    step, thick = max(16, round(max(h, w) / rng.randint(3, 8))), max(2, max(h, w) // 64)
    for x in range(step // 2, w, step):
        cv2.line(image, (x, 0), (x, h), 1, thick)
    for y in range(step // 2, h, step):
        cv2.line(image, (0, y), (w, y), 1, thick)


def stitches(points: Points, shape: tuple[int, int], dash: int = 9, thick: int = 3) -> np.ndarray:
    """Dashes along a polyline given in fractions of the box, y downwards."""
    image = np.zeros(shape, np.uint8)
    p = np.asarray(points, float) * (shape[1] - 1, shape[0] - 1)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
    for start in np.arange(0, along[-1], dash * 1.8):
        ends = [tuple(round(float(np.interp(s, along, p[:, k]))) for k in (0, 1)) for s in (start, min(start + dash, along[-1]))]
        cv2.line(image, ends[0], ends[1], 1, thick)
    return image


def fill(image: np.ndarray, points: Points, ink: int = 1) -> None:
    """A filled polygon [n, 2] in pixels."""
    cv2.fillPoly(image, [np.round(np.asarray(points)).astype(np.int32)], ink)
