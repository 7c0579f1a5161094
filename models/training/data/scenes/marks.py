# in: a random generator and a place on a surface; out: Decal, a printed mark (ids in an image), never form.
from __future__ import annotations

import random
from collections.abc import Sequence

import cv2
import numpy as np

from .curves import Points, Vector
from .shapes import FRONT, Face
from .subject import Decal

WORDS = ("AURA", "nord", "Fjord", "HELLO", "milk", "Oat", "No. 5", "SALE", "PURE", "Bloom", "KITE", "eco", "42", "JAM", "TEA", "run")
SIZE = 192  # pixels of a mark's longer side


def mark(at: Vector, width: float, height: float, image: np.ndarray, face: Face = FRONT, depth: float = 0.2) -> Decal:
    """`image` printed about `at`, width x height world units, on what lies within ± depth of the face's plane."""
    right, up = (np.asarray(v, float) / np.linalg.norm(v) for v in face)
    return Decal(np.asarray(at, float), right, up, width, height, depth, image)


def canvas(width: float, height: float) -> np.ndarray:
    """Empty, uint8 [h, w], SIZE pixels on its longer side."""
    longer = max(width, height)
    return np.zeros((max(8, round(SIZE * height / longer)), max(8, round(SIZE * width / longer))), np.uint8)


def printed(rng: random.Random, width: float, height: float, kinds: Sequence[str] | None = None) -> np.ndarray:
    """A mark of any kind that suits the box: logo, word, stripes, dots, label, waves, leaf, grid."""
    image = canvas(width, height)
    kind = rng.choice(kinds or ("logo", "word", "stripes", "dots", "label", "waves", "leaf", "grid", "word", "logo"))
    {"logo": logo, "word": word, "stripes": stripes, "dots": dots, "label": label, "waves": waves, "leaf": leaf, "grid": grid}[kind](image, rng)
    return image


def word(image: np.ndarray, rng: random.Random, top: float = 0.0, bottom: float = 1.0, ink: int = 1) -> None:
    """A word between two heights, fractions of the image from its top."""
    h, w = image.shape
    text, font = rng.choice(WORDS), rng.choice((cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_TRIPLEX, cv2.FONT_HERSHEY_SCRIPT_SIMPLEX))
    (tw, th), _ = cv2.getTextSize(text, font, 1, 2)
    scale = min(0.88 * w / tw, 0.7 * h * (bottom - top) / th)
    thick = max(2, round(scale * rng.uniform(2, 6)))
    at = (round((w - tw * scale) / 2), round(h * (top + bottom) / 2 + th * scale / 2))
    cv2.putText(image, text, at, font, scale, ink, thick)


def logo(image: np.ndarray, rng: random.Random) -> None:
    """One of eight simple emblems in the middle."""
    h, w = image.shape
    c, r = (w // 2, h // 2), round(min(h, w) * 0.45)
    kind = rng.choice(("disc", "ring", "star", "drop", "heart", "face", "bars", "badge"))
    if kind in ("disc", "badge"):
        cv2.circle(image, c, r, 1, -1)
    if kind == "ring":
        cv2.circle(image, c, round(r * 0.85), 1, max(3, r // rng.choice((3, 5, 8))))
    if kind in ("star", "badge"):
        outer, n = (r if kind == "star" else r * 0.65), rng.choice((5, 5, 6, 8))
        a = np.arange(2 * n) * np.pi / n - np.pi / 2
        ray = np.where(np.arange(2 * n) % 2, outer * 0.45, outer)
        fill(image, np.stack([c[0] + ray * np.cos(a), c[1] + ray * np.sin(a)], 1), 2 if kind == "badge" else 1)
    if kind == "drop":
        cv2.circle(image, (c[0], c[1] + r // 4), round(r * 0.6), 1, -1)
        fill(image, [(c[0], c[1] - r), (c[0] - r * 0.52, c[1] + r * 0.05), (c[0] + r * 0.52, c[1] + r * 0.05)])
    if kind == "heart":
        t = np.linspace(0, 2 * np.pi, 60)
        x, y = 16 * np.sin(t) ** 3, 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
        fill(image, np.stack([c[0] + x * r / 17, c[1] - y * r / 17], 1))
    if kind == "face":
        for side in (-1, 1):
            cv2.circle(image, (c[0] + side * r // 2, c[1] - r // 4), max(3, r // 7), 1, -1)
        cv2.ellipse(image, c, (r // 2, r // 2), 0, 20, 160, 1, max(2, r // 12))
    if kind == "bars":
        for k in range(3):
            y = c[1] - r + k * 2 * r // 3
            cv2.rectangle(image, (c[0] - r + k * r // 3, y), (c[0] + r, y + r // 3), 1, -1)


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


def label(image: np.ndarray, rng: random.Random) -> None:
    """A filled panel with a word, a border, lines of text."""
    h, w = image.shape
    image[:] = 1
    b = round(min(h, w) * 0.06)
    if rng.random() < 0.6:
        cv2.rectangle(image, (b, b), (w - b, h - b), 2, max(2, b // 3))
    word(image, rng, 0.15, 0.6, 2)
    for k in range(rng.randint(0, 3)):
        y = round(h * (0.68 + 0.08 * k))
        cv2.line(image, (round(w * 0.25), y), (round(w * 0.75), y), 2, max(2, h // 60))


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
