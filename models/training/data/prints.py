# in: a random source; out: images of printed marks (uint8 ids, 0 = nothing) such as a designer puts on a
# product.
from __future__ import annotations

import math
import random

import cv2
import numpy as np

SIZE = 192  # longer side of an image


def printed(rng: random.Random) -> np.ndarray:
    """A mark of any kind, uint8 [h, w] ids, 0 = nothing."""
    return rng.choice([_panel, _stripes, _ring, _text, _text, _emblem, _label])(rng)


def _blank(aspect: float) -> np.ndarray:
    """Width over height to an empty image."""
    return np.zeros((max(8, int(SIZE / max(aspect, 1))), max(8, int(SIZE * min(aspect, 1)))), np.uint8)


def _panel(rng: random.Random) -> np.ndarray:
    image = _blank(rng.uniform(0.4, 2.5))
    image[:] = 1
    if rng.random() < 0.5:
        b = rng.randint(6, 16)
        image[b:-b, b:-b] = rng.choice([0, 2])
    return image


def _stripes(rng: random.Random) -> np.ndarray:
    image = _blank(rng.uniform(0.5, 2))
    count = rng.randint(2, 5)
    step = image.shape[0] / count
    for k in range(count):
        image[int(k * step) : int((k + rng.uniform(0.3, 0.6)) * step)] = 1
    return image if rng.random() < 0.5 else np.rot90(image).copy()


def _ring(rng: random.Random) -> np.ndarray:
    image = _blank(1)
    half = SIZE // 2
    cv2.circle(image, (half, half), half - 2, 1, -1)
    if rng.random() < 0.7:
        cv2.circle(image, (half, half), int(half * rng.uniform(0.5, 0.85)), rng.choice([0, 2]), -1)
    if rng.random() < 0.4:
        cv2.circle(image, (half, half), int(half * rng.uniform(0.15, 0.4)), 1, -1)
    return image


def _text(rng: random.Random) -> np.ndarray:
    """Rows of small boxes, as text is at this size."""
    image = _blank(rng.uniform(1.2, 4))
    rows, wide = rng.randint(1, 3), image.shape[1]
    high = image.shape[0] / rows
    for row in range(rows):
        x, end = rng.uniform(0, 0.1) * wide, rng.uniform(0.6, 1) * wide
        top, bottom = int((row + 0.2) * high), max(int((row + 0.8) * high), int((row + 0.2) * high) + 2)
        while x < end:
            letter = high * rng.uniform(0.2, 0.45)
            if rng.random() < 0.85:
                image[top:bottom, int(x) : int(min(x + letter, end))] = 1
            x += letter + high * 0.12
    return image


def _emblem(rng: random.Random) -> np.ndarray:
    """A star or polygon, sometimes on a disc."""
    image = _blank(1)
    half, points = SIZE / 2, rng.randint(3, 7)
    inner = rng.choice([1.0, 0.45, 0.6])
    if rng.random() < 0.5:
        cv2.circle(image, (SIZE // 2, SIZE // 2), SIZE // 2 - 2, 2, -1)
    turn = rng.uniform(0, math.tau)
    corners = [
        (half + half * 0.85 * r * math.sin(a), half - half * 0.85 * r * math.cos(a))
        for k in range(2 * points)
        for a, r in [(turn + k * math.pi / points, inner if k % 2 else 1.0)]
    ]
    cv2.fillPoly(image, [np.array(corners, np.int32)], 1)
    return image


def _label(rng: random.Random) -> np.ndarray:
    """A panel with a line of text and a bar."""
    image = _blank(rng.uniform(0.6, 1.6))
    image[:] = 1
    high, wide = image.shape
    text = _text(rng)
    text = cv2.resize(text, (int(wide * 0.8), max(int(high * 0.3), 2)), interpolation=cv2.INTER_NEAREST) * 2
    image[
        int(high * 0.15) : int(high * 0.15) + text.shape[0], int(wide * 0.1) : int(wide * 0.1) + text.shape[1]
    ] += text // 2
    image[int(high * 0.65) : int(high * 0.8), int(wide * 0.1) : int(wide * rng.uniform(0.4, 0.9))] = 2
    return image
