# in: a random generator and a screen's width and height; out: image of what the screen shows (uint8 ids, 0 = nothing), as icons draw it.
from __future__ import annotations

import random

import cv2
import numpy as np

from .curves import rectangle
from .marks import fill, logo, word

SIZE = 320  # pixels of a screen's longer side

GLYPHS = ("disc", "square", "play", "bars", "house", "heart", "plus", "ring", "drop", "search")


def shown(rng: random.Random, width: float, height: float) -> np.ndarray:
    """A screen full of marks that suits its shape: tall, wide or nearly square."""
    longer = max(width, height)
    image = np.zeros((max(16, round(SIZE * height / longer)), max(16, round(SIZE * width / longer))), np.uint8)
    ratio = width / height
    tall, wide = (apps, apps, chat, feed, player, lock, chart, login), (window, window, board, code, video, film, desktop, document, chart)
    kind = rng.choice(tall if ratio < 0.85 else wide if ratio > 1.2 else (apps, chart, player, emblem, numbers))
    kind(image, rng)
    return image


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


def emblem(image: np.ndarray, rng: random.Random) -> None:
    logo(image, rng)


def numbers(image: np.ndarray, rng: random.Random) -> None:
    h, w = image.shape
    text(image, time_of_day(rng), w / 2, 0.4 * h, 0.8 * w, 0.3 * h)
    for k in range(rng.choice((0, 2, 3))):
        glyph(image, rng, (k + 1) * w / 4, 0.75 * h, 0.18 * w)


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
