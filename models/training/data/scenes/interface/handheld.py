# in: a random generator; out: image of a phone's screen.
from __future__ import annotations

import random

import cv2
import numpy as np

from ..marks import logo
from ..patterns import fill
from .glyphs import glyph, lines, plate, text, time_of_day


def apps(image: np.ndarray, rng: random.Random) -> None:
    """A grid of icons, a dock below, sometimes a clock above."""
    h, w = image.shape
    columns = rng.choice((3, 4)) if w < h else rng.choice((4, 5))
    pitch, top = w / columns, h * rng.choice((0.08, 0.24))
    s, soft = pitch * rng.uniform(0.56, 0.7), rng.choice((0.24, 0.24, 0.5, 0.05))
    if top > 0.1 * h:
        text(image, time_of_day(rng), w / 2, 0.14 * h, 0.6 * w, 0.08 * h)
    rows = min(int((h * 0.8 - top) / pitch), rng.randint(2, 6))
    signs = rng.random() < 0.5
    for j in range(rows):
        for i in range(columns if j < rows - 1 else rng.randint(1, columns)):
            x, y = (i + 0.5) * pitch, top + (j + 0.5) * pitch
            plate(image, x - s / 2, y - s / 2, s, s, 1 + (i + j) % 2, soft * s)
            if signs:
                glyph(image, rng, x, y, 0.55 * s, 3)
    if rng.random() < 0.6:
        plate(image, 0.06 * w, h - 1.15 * pitch, 0.88 * w, 0.95 * pitch, 2, 0.25 * pitch)
        for i in range(columns):
            plate(image, 0.06 * w + 0.88 * w * (i + 0.5) / columns - s / 2.2, h - 0.68 * pitch - s / 2.2, s / 1.1, s / 1.1, 1, soft * s)


def chat(image: np.ndarray, rng: random.Random) -> None:
    h, w = image.shape
    plate(image, 0, 0, w, 0.12 * h, 2)
    cv2.circle(image, (round(0.16 * w), round(0.065 * h)), round(0.075 * w), 1, -1)
    plate(image, 0.3 * w, 0.05 * h, 0.35 * w, 0.025 * h, 1, 4)
    y = 0.16 * h
    while y < 0.8 * h:
        wide, tall = rng.uniform(0.4, 0.68) * w, rng.uniform(0.06, 0.13) * h
        mine = rng.random() < 0.5
        plate(image, w * 0.94 - wide if mine else 0.06 * w, y, wide, tall, 1 if mine else 2, 0.05 * w)
        y += tall + 0.03 * h
    plate(image, 0.06 * w, 0.9 * h, 0.74 * w, 0.06 * h, 2, 0.03 * h)
    cv2.circle(image, (round(0.9 * w), round(0.93 * h)), round(0.055 * w), 1, -1)


def feed(image: np.ndarray, rng: random.Random) -> None:
    """Pictures with text below, a bar of symbols at the foot."""
    h, w = image.shape
    y, foot = 0.1 * h, 0.88 * h
    plate(image, 0.06 * w, 0.04 * h, 0.4 * w, 0.03 * h, 1, 4)
    two = rng.random() < 0.4
    while y < foot - 0.2 * h:
        tall = rng.uniform(0.16, 0.3) * h
        for k in range(2 if two else 1):
            x, wide = (0.06 + 0.46 * k) * w, (0.42 if two else 0.88) * w
            plate(image, x, y, wide, tall, 1, 0.04 * w)
            if rng.random() < 0.5:
                fill(image, [(x + 0.1 * wide, y + 0.9 * tall), (x + 0.4 * wide, y + 0.4 * tall), (x + 0.6 * wide, y + 0.7 * tall), (x + 0.75 * wide, y + 0.5 * tall), (x + 0.92 * wide, y + 0.9 * tall)], 3)
            lines(image, rng, x, y + tall + 0.015 * h, 0.9 * wide, 2, 0.035 * h, 2)
        y += tall + 0.11 * h
    plate(image, 0, foot, w, h - foot, 2)
    for k in range(4):
        glyph(image, rng, (k + 0.5) * w / 4, (foot + h) / 2, 0.1 * w)


def player(image: np.ndarray, rng: random.Random) -> None:
    h, w = image.shape
    s = min(0.78 * w, 0.5 * h)
    round_cover = rng.random() < 0.3
    plate(image, (w - s) / 2, 0.1 * h, s, s, 1, s / 2 if round_cover else 0.06 * s)
    if rng.random() < 0.6:
        glyph(image, rng, w / 2, 0.1 * h + s / 2, 0.45 * s, 2)
    y = 0.1 * h + s + 0.06 * h
    plate(image, 0.2 * w, y, 0.6 * w, 0.03 * h, 2, 5)
    plate(image, 0.1 * w, y + 0.09 * h, 0.8 * w, 0.016 * h, 2, 3)
    cv2.circle(image, (round(w * rng.uniform(0.2, 0.8)), round(y + 0.098 * h)), max(4, round(0.022 * h)), 1, -1)
    y = min(y + 0.2 * h, 0.93 * h)
    big = 0.07 * h
    cv2.circle(image, (w // 2, round(y)), round(big), 1, -1)
    fill(image, [(w / 2 - 0.35 * big, y - 0.5 * big), (w / 2 - 0.35 * big, y + 0.5 * big), (w / 2 + 0.55 * big, y)], 2)
    for side in (-1, 1):
        x = w / 2 + side * 0.28 * w
        fill(image, [(x - side * 0.3 * big, y - 0.4 * big), (x - side * 0.3 * big, y + 0.4 * big), (x + side * 0.4 * big, y)], 1)


def lock(image: np.ndarray, rng: random.Random) -> None:
    """A clock, a landscape below."""
    h, w = image.shape
    text(image, time_of_day(rng), w / 2, 0.2 * h, 0.7 * w, 0.1 * h)
    plate(image, 0.3 * w, 0.29 * h, 0.4 * w, 0.02 * h, 1, 4)
    x, base = np.linspace(0, w, 40), rng.uniform(0.5, 0.7) * h
    for k in range(rng.randint(0, 3)):
        y = base + 0.13 * h * k + rng.uniform(0.03, 0.07) * h * np.sin(x / w * rng.uniform(2, 7) + rng.uniform(0, 6))
        fill(image, np.vstack([np.stack([x, y], 1), [(w, h), (0, h)]]), 1 + k % 3)
    if rng.random() < 0.5:
        cv2.circle(image, (round(w * rng.uniform(0.3, 0.7)), round(0.43 * h)), round(0.1 * w), 2, -1)


def chart(image: np.ndarray, rng: random.Random) -> None:
    h, w = image.shape
    s = min(w, h)
    plate(image, 0.07 * w, 0.06 * h, 0.45 * w, 0.05 * h, 1, 6)
    kind = rng.choice(("bars", "bars", "curve", "ring"))
    if kind == "bars":
        n = rng.randint(4, 7)
        for k in range(n):
            tall = rng.uniform(0.15, 0.6) * h
            plate(image, w * (0.08 + 0.84 * k / n), 0.88 * h - tall, 0.84 * w / n * 0.62, tall, 1 + k % 2, 0.02 * s)
    elif kind == "curve":
        x = np.linspace(0, w, 9)
        y = h * np.array([rng.uniform(0.3, 0.75) for _ in x])
        fill(image, np.vstack([np.stack([x, y], 1), [(w, 0.9 * h), (0, 0.9 * h)]]), 1)
    else:
        c = (w // 2, round(0.5 * h))
        cv2.circle(image, c, round(0.34 * s), 2, round(0.12 * s))
        cv2.ellipse(image, c, (round(0.34 * s), round(0.34 * s)), -90, 0, rng.randint(90, 300), 1, round(0.12 * s))
        text(image, f"{rng.randint(10, 99)}", *c, 0.3 * s, 0.16 * s)


def login(image: np.ndarray, rng: random.Random) -> None:
    h, w = image.shape
    spot = np.zeros((round(0.4 * w), round(0.4 * w)), np.uint8)
    logo(spot, rng)
    y = round(0.14 * h)
    image[y : y + spot.shape[0], round(0.3 * w) : round(0.3 * w) + spot.shape[1]] = spot
    for k in range(2):
        plate(image, 0.12 * w, (0.48 + 0.12 * k) * h, 0.76 * w, 0.085 * h, 2, 0.02 * h, line=3)
    plate(image, 0.12 * w, 0.74 * h, 0.76 * w, 0.09 * h, 1, rng.choice((0.01, 0.045)) * h)
