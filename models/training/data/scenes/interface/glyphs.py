# in: a size; out: what displays draw with: plates, glyphs, lines, words, hours.
from __future__ import annotations

import random

import cv2
import numpy as np

from ..curves import rectangle
from ..marks import logo
from ..patterns import fill

SIZE = 320  # pixels of a screen's longer side
GLYPHS = ("disc", "square", "play", "bars", "house", "heart", "plus", "ring", "drop", "search")


def plate(image: np.ndarray, x: float, y: float, w: float, h: float, ink: int = 1, radius: float = 0.0, line: float = 0.0) -> None:
    """A rounded rectangle from its corner (x, y), pixels; with `line` only its border."""
    if w < 2 or h < 2:
        return
    fill(image, rectangle(w, h, min(radius, 0.49 * w, 0.49 * h), (x + w / 2, y + h / 2)), ink)
    if line:
        plate(image, x + line, y + line, w - 2 * line, h - 2 * line, 0, max(radius - line, 0))


def glyph(image: np.ndarray, rng: random.Random, x: float, y: float, s: float, ink: int = 1) -> None:
    """A small symbol about (x, y), s pixels across."""
    kind, c, t = rng.choice(GLYPHS), (round(x), round(y)), max(2, round(s * 0.16))
    if kind == "disc":
        cv2.circle(image, c, round(s * 0.42), ink, -1)
    elif kind == "square":
        plate(image, x - 0.38 * s, y - 0.38 * s, 0.76 * s, 0.76 * s, ink, 0.15 * s)
    elif kind == "play":
        fill(image, [(x - 0.3 * s, y - 0.42 * s), (x - 0.3 * s, y + 0.42 * s), (x + 0.45 * s, y)], ink)
    elif kind == "bars":
        for k in (-1, 0, 1):
            plate(image, x - 0.42 * s, y + 0.3 * s * k - t / 2, 0.84 * s, t, ink)
    elif kind == "house":
        fill(image, [(x - 0.46 * s, y), (x, y - 0.45 * s), (x + 0.46 * s, y), (x + 0.3 * s, y), (x + 0.3 * s, y + 0.42 * s), (x - 0.3 * s, y + 0.42 * s), (x - 0.3 * s, y)], ink)
    elif kind == "heart":
        a = np.linspace(0, 2 * np.pi, 40)
        fill(image, np.stack([x + 16 * np.sin(a) ** 3 * s / 36, y - (13 * np.cos(a) - 5 * np.cos(2 * a) - 2 * np.cos(3 * a)) * s / 36], 1), ink)
    elif kind == "plus":
        plate(image, x - 0.42 * s, y - t / 2, 0.84 * s, t, ink)
        plate(image, x - t / 2, y - 0.42 * s, t, 0.84 * s, ink)
    elif kind == "ring":
        cv2.circle(image, c, round(s * 0.36), ink, t)
    elif kind == "drop":
        cv2.circle(image, (c[0], round(y + 0.12 * s)), round(s * 0.28), ink, -1)
        fill(image, [(x, y - 0.46 * s), (x - 0.25 * s, y + 0.02 * s), (x + 0.25 * s, y + 0.02 * s)], ink)
    else:
        cv2.circle(image, (round(x - 0.08 * s), round(y - 0.08 * s)), round(s * 0.28), ink, t)
        cv2.line(image, (round(x + 0.14 * s), round(y + 0.14 * s)), (round(x + 0.42 * s), round(y + 0.42 * s)), ink, t)


def lines(image: np.ndarray, rng: random.Random, x: float, y: float, w: float, count: int, pitch: float, ink: int = 1) -> None:
    """Text as it is drawn small: bars of uneven length."""
    for k in range(count):
        plate(image, x, y + k * pitch, w * (rng.uniform(0.45, 0.75) if k == count - 1 else rng.uniform(0.85, 1)), 0.45 * pitch, ink, 0.22 * pitch)


def time_of_day(rng: random.Random) -> str:
    return f"{rng.randint(1, 12)}:{rng.randint(0, 59):02d}"


def text(image: np.ndarray, what: str, x: float, y: float, w: float, h: float, ink: int = 1) -> None:
    """Centred at (x, y) within w x h pixels."""
    (tw, th), _ = cv2.getTextSize(what, cv2.FONT_HERSHEY_SIMPLEX, 1, 2)
    scale = min(w / tw, h / th)
    cv2.putText(image, what, (round(x - tw * scale / 2), round(y + th * scale / 2)), cv2.FONT_HERSHEY_SIMPLEX, scale, ink, max(2, round(2.6 * scale)))


def emblem(image: np.ndarray, rng: random.Random) -> None:
    logo(image, rng)


def numbers(image: np.ndarray, rng: random.Random) -> None:
    h, w = image.shape
    text(image, time_of_day(rng), w / 2, 0.4 * h, 0.8 * w, 0.3 * h)
    for k in range(rng.choice((0, 2, 3))):
        glyph(image, rng, (k + 1) * w / 4, 0.75 * h, 0.18 * w)
