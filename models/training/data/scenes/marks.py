# in: a random generator and a place on a surface; out: Decal, a printed mark (ids in an image), never form.
from __future__ import annotations

import random
from collections.abc import Sequence

import cv2
import numpy as np

from .curves import Vector
from .faces import FRONT, Face
from .patterns import dots, fill, grid, leaf, stripes, waves
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
