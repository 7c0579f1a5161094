# in: a random generator; out: image of a large screen.
from __future__ import annotations

import random

import cv2
import numpy as np

from ..marks import word
from ..patterns import fill
from .glyphs import glyph, lines, plate


def window(image: np.ndarray, rng: random.Random) -> None:
    """A page in a browser: bar, picture, columns of text, button."""
    h, w = image.shape
    plate(image, 0, 0, w, 0.1 * h, 1)
    for k in range(3):
        cv2.circle(image, (round((0.035 + 0.04 * k) * w), round(0.05 * h)), max(3, round(0.012 * w)), 3, -1)
    plate(image, 0.2 * w, 0.025 * h, 0.5 * w, 0.05 * h, 2, 5)
    left = rng.random() < 0.5
    x, y = (0.53 * w if left else 0.07 * w), 0.2 * h
    plate(image, x, y, 0.4 * w, 0.42 * h, 1, rng.choice((0, 8)))
    glyph(image, rng, x + 0.2 * w, y + 0.21 * h, 0.2 * h, 2)
    x = 0.07 * w if left else 0.55 * w
    plate(image, x, y, 0.32 * w, 0.08 * h, 2, 3)
    lines(image, rng, x, y + 0.14 * h, 0.36 * w, 3, 0.06 * h, 2)
    plate(image, x, y + 0.34 * h, 0.18 * w, 0.08 * h, 1, rng.choice((2, 10)))
    n = rng.randint(2, 4)
    for k in range(n):
        plate(image, w * (0.07 + 0.86 * k / n), 0.7 * h, 0.86 * w / n - 0.03 * w, 0.22 * h, 1 + k % 2, 4)


def board(image: np.ndarray, rng: random.Random) -> None:
    """A dashboard: side bar, cards, bars and a curve."""
    h, w = image.shape
    plate(image, 0, 0, 0.18 * w, h, 1)
    for k in range(rng.randint(3, 6)):
        plate(image, 0.03 * w, (0.1 + 0.12 * k) * h, 0.12 * w, 0.045 * h, 2, 4)
    for k in range(3):
        plate(image, w * (0.22 + 0.26 * k), 0.08 * h, 0.23 * w, 0.2 * h, 1 + k % 2, 6)
        plate(image, w * (0.24 + 0.26 * k), 0.14 * h, 0.1 * w, 0.06 * h, 3, 3)
    n = rng.randint(4, 7)
    for k in range(n):
        tall = rng.uniform(0.12, 0.5) * h
        plate(image, w * (0.23 + 0.42 * k / n), 0.92 * h - tall, 0.28 * w / n, tall, 1)
    c = (round(0.82 * w), round(0.64 * h))
    cv2.circle(image, c, round(0.2 * h), 1, -1)
    cv2.ellipse(image, c, (round(0.2 * h), round(0.2 * h)), -90, 0, rng.randint(60, 200), 2, -1)


def code(image: np.ndarray, rng: random.Random) -> None:
    h, w = image.shape
    plate(image, 0, 0, rng.choice((0.0, 0.2)) * w, h, 2)
    pitch = h / rng.randint(8, 12)
    indent = 0
    for k in range(int(h * 0.85 / pitch)):
        x = w * (0.26 + 0.06 * indent)
        for _ in range(rng.randint(1, 3)):
            wide = rng.uniform(0.06, 0.22) * w
            plate(image, x, 0.08 * h + k * pitch, wide, 0.48 * pitch, rng.randint(1, 3), 3)
            x += wide + 0.025 * w
            if x > 0.8 * w:
                break
        indent = max(0, min(3, indent + rng.choice((-1, 0, 0, 1))))


def video(image: np.ndarray, rng: random.Random) -> None:
    h, w = image.shape
    r = rng.uniform(0.14, 0.2) * h
    if rng.random() < 0.6:
        cv2.circle(image, (w // 2, round(0.46 * h)), round(r), 1, -1)
    else:
        plate(image, w / 2 - 1.4 * r, 0.46 * h - r, 2.8 * r, 2 * r, 1, 0.4 * r)
    fill(image, [(w / 2 - 0.35 * r, 0.46 * h - 0.5 * r), (w / 2 - 0.35 * r, 0.46 * h + 0.5 * r), (w / 2 + 0.55 * r, 0.46 * h)], 2)
    at = rng.uniform(0.2, 0.8)
    plate(image, 0.05 * w, 0.88 * h, 0.9 * w, 0.025 * h, 2, 3)
    plate(image, 0.05 * w, 0.88 * h, 0.9 * w * at, 0.025 * h, 1, 3)
    cv2.circle(image, (round(w * (0.05 + 0.9 * at)), round(0.892 * h)), max(4, round(0.028 * h)), 1, -1)


def film(image: np.ndarray, rng: random.Random) -> None:
    """What a television offers: one great picture, a row of small ones."""
    h, w = image.shape
    plate(image, 0.05 * w, 0.08 * h, 0.34 * w, 0.1 * h, 1, 4)
    lines(image, rng, 0.05 * w, 0.25 * h, 0.3 * w, 3, 0.06 * h, 2)
    plate(image, 0.05 * w, 0.46 * h, 0.14 * w, 0.09 * h, 1, 6)
    fill(image, [(0.5 * w, 0.55 * h), (0.68 * w, 0.15 * h), (0.78 * w, 0.4 * h), (0.85 * w, 0.28 * h), (0.97 * w, 0.55 * h)], 2)
    n = rng.randint(3, 5)
    for k in range(n):
        plate(image, w * (0.05 + 0.9 * k / n), 0.64 * h, 0.9 * w / n - 0.03 * w, 0.28 * h, 1 + k % 2, 5)


def desktop(image: np.ndarray, rng: random.Random) -> None:
    """Hills, a dock of icons, perhaps an open window."""
    lock_x = np.linspace(0, image.shape[1], 40)
    h, w = image.shape
    for k in range(2):
        y = (0.45 + 0.17 * k) * h + 0.08 * h * np.sin(lock_x / w * rng.uniform(2, 6) + rng.uniform(0, 6))
        fill(image, np.vstack([np.stack([lock_x, y], 1), [(w, h), (0, h)]]), 1 + k)
    if rng.random() < 0.5:
        plate(image, 0.25 * w, 0.18 * h, 0.48 * w, 0.5 * h, 3, 6)
        plate(image, 0.25 * w, 0.18 * h, 0.48 * w, 0.08 * h, 4, 6)
    n = rng.randint(5, 8)
    s = 0.09 * h
    plate(image, w / 2 - 0.75 * n * s, 0.86 * h, 1.5 * n * s, 1.3 * s, 4, 0.3 * s)
    for k in range(n):
        plate(image, w / 2 + (k - n / 2 + 0.17) * 1.45 * s, 0.86 * h + 0.15 * s, s, s, 1 + k % 3, 0.25 * s)


def document(image: np.ndarray, rng: random.Random) -> None:
    h, w = image.shape
    plate(image, 0, 0, w, 0.1 * h, 1)
    for k in range(5):
        plate(image, (0.04 + 0.07 * k) * w, 0.03 * h, 0.045 * w, 0.045 * h, 2, 2)
    plate(image, 0.24 * w, 0.17 * h, 0.52 * w, 0.9 * h, 2)
    spot = np.zeros((round(0.14 * h), round(0.36 * w)), np.uint8)
    word(spot, rng, ink=3)
    y, x = round(0.22 * h), round(0.32 * w)
    image[y : y + spot.shape[0], x : x + spot.shape[1]][spot > 0] = 3
    lines(image, rng, 0.31 * w, 0.45 * h, 0.38 * w, 5, 0.09 * h, 3)
