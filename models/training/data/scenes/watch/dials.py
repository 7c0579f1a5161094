# in: a dial's kind; out: its printed markings and its hands, as form or print.
from __future__ import annotations

import random
from collections.abc import Sequence

import cv2
import numpy as np

from ..curves import fillet
from ..faces import FRONT
from ..interface.glyphs import SIZE, text
from ..marks import mark, word
from ..palette import Colour, scheme
from ..patterns import fill
from ..placing import moved, rotation
from ..slabs import slab
from ..subject import Decal, Part
from .case import R, Spot, disc


def markings(rng: random.Random, kind: str, small: Sequence[Spot]) -> np.ndarray:
    """Hours and minutes as print; `small` are the inner dials."""
    image = np.zeros((SIZE, SIZE), np.uint8)
    c = SIZE / 2
    outer = rng.uniform(0.86, 0.95)
    if kind in ("batons", "numbers", "track") and rng.random() < 0.5:
        for k in range(60):
            a = ray(k * 6)
            cv2.line(image, pixel(c + c * 0.96 * a), pixel(c + c * 0.9 * a), 1, 2)
        outer = 0.86
    if kind == "track":
        cv2.circle(image, (round(c), round(c)), round(0.78 * c), 1, 3)
    names = {"numbers": [str(k) for k in range(1, 13)], "roman": ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], "quarters": ["", "", "3", "", "", "6", "", "", "9", "", "", "12"]}.get(kind)
    thick = rng.randint(4, 10)
    for k in range(1, 13):
        a, quarter = ray(k * 30), k % 3 == 0
        if names and names[k - 1]:
            size = 0.17 if kind != "quarters" else 0.26
            x, y = c + c * (outer - 0.13) * a
            text(image, names[k - 1], x, y, 2 * size * c, 0.85 * size * c)
        elif kind == "dots":
            cv2.circle(image, pixel(c + c * 0.84 * a), 10 if quarter else 7, 1, -1)
        elif kind in ("batons", "quarters", "track") or (kind == "few" and quarter):
            inner = outer - (0.24 if quarter else 0.16)
            cv2.line(image, pixel(c + c * outer * a), pixel(c + c * inner * a), 1, thick + 2 * quarter)
    for x, y, r in small:
        at = (round(c + c * x), round(c + c * y))
        cv2.circle(image, at, round(c * r * 1.12), 0, -1)
        cv2.circle(image, at, round(c * r), 2, rng.choice((3, -1)))
        for k in range(0, 12, 1 if r > 0.24 else 3):
            a = ray(30 * k)
            cv2.line(image, pixel(np.array(at) + c * r * 0.92 * a), pixel(np.array(at) + c * r * 0.75 * a), 1, 2)
        a = ray(rng.uniform(0, 360))
        cv2.line(image, at, pixel(np.array(at) + c * r * 0.7 * a), 1, 3)
    if rng.random() < 0.4:
        spot = np.zeros((40, 110), np.uint8)
        word(spot, rng, ink=3)
        y, x = round(0.56 * c), round(c - 55)
        image[y : y + 40, x : x + 110] = np.maximum(image[y : y + 40, x : x + 110], spot)
    if not small and rng.random() < 0.45:
        x = c * 1.62
        cv2.rectangle(image, (round(x - 22), round(c - 14)), (round(x + 22), round(c + 14)), 2, -1)
        text(image, str(rng.randint(1, 31)), x, c, 30, 18, 1)
    return image


def pixel(at: np.ndarray) -> tuple[int, int]:
    """The whole pixel nearest to (x, y)."""
    x, y = np.round(at).astype(int).tolist()
    return x, y


def ray(angle: float) -> np.ndarray:
    """Clock angle in degrees to a unit vector in pixels, y downwards."""
    return np.array([np.sin(np.radians(angle)), -np.cos(np.radians(angle))])


def pointer(kind: str, long: float, wide: float) -> np.ndarray:
    """Outline of a hand that points up."""
    back = 0.18 * long
    if kind == "dauphine":
        return np.array([(0, -back), (wide, 0), (0, long), (-wide, 0)])
    if kind == "leaf":
        t = np.linspace(0, np.pi, 14)
        half = np.stack([wide * np.sin(t) ** 0.8 + 0.15 * wide, -back + (long + back) * t / np.pi], 1)
        return np.vstack([half, half[::-1] * (-1, 1)])
    if kind == "sword":
        return np.array([(0.35 * wide, -back), (0.35 * wide, 0.15 * long), (wide, 0.8 * long), (0, long), (-wide, 0.8 * long), (-0.35 * wide, 0.15 * long), (-0.35 * wide, -back)])
    return fillet([(wide * 0.6, -back), (wide * 0.5, long), (-wide * 0.5, long), (-wide * 0.6, -back)], 0.4 * wide, 3)


def hands(rng: random.Random, r: float, high: float, colour: Colour) -> list[Part]:
    """Hour, minute and often a second hand, thin plates just above the dial."""
    kind, wide = rng.choice(("baton", "baton", "dauphine", "leaf", "sword")), rng.uniform(0.05, 0.085) * r
    hour, minute = (10, 10) if rng.random() < 0.5 else (rng.randint(0, 11), rng.randint(0, 59))
    parts, at = [], high
    for name, angle, long, w in (("hour hand", 30 * hour + minute / 2, 0.52 * r, wide * 1.15), ("minute hand", 6 * minute, 0.8 * r, wide)):
        plate = slab(name, pointer(kind, long, w), 0.012, (0, -at, 0), FRONT)
        parts.append(Part(name, moved(plate, turn=rotation("y", angle)), "polished_metal", colour))
        at += 0.012
    if rng.random() < 0.6:
        second = slab("second hand", pointer("baton", 0.85 * r, 0.25 * wide), 0.01, (0, -at, 0), FRONT)
        parts.append(Part("second hand", moved(second, turn=rotation("y", rng.uniform(0, 360))), "matte_plastic", scheme(rng, 1)[0]))
        at += 0.01
    cap = wide * rng.uniform(1.0, 1.6)
    return [*parts, Part("pin", disc("pin", cap, high, at + 0.012, 0.005, 28), "polished_metal", colour)]


def drawn_hands(rng: random.Random, image: np.ndarray) -> None:
    """The same as print."""
    h, w = image.shape
    c, r = np.array([w / 2, h / 2]), min(h, w) / 2
    kind, wide = rng.choice(("baton", "dauphine", "sword", "leaf")), rng.uniform(0.05, 0.09) * r
    hour, minute = (10, 10) if rng.random() < 0.5 else (rng.randint(0, 11), rng.randint(0, 59))
    for angle, long, ink in ((30 * hour + minute / 2, 0.5 * r, 4), (6 * minute, 0.76 * r, 5)):
        a = np.radians(angle)
        turn = np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])
        fill(image, c + (pointer(kind, long, wide) * (1, -1)) @ turn.T, ink)
    cv2.circle(image, pixel(c), round(1.5 * wide), 6, -1)


def bezel_print(rng: random.Random, low: float, high: float, y: float) -> Decal:
    """Minutes on the bezel: numbers each ten or fifteen, strokes, a triangle at twelve; low and high in parts of R."""
    image = np.zeros((SIZE, SIZE), np.uint8)
    c, step, middle = SIZE / 2, rng.choice((10, 10, 15)), (low + high) / 2
    for k in range(0, 60, 5):
        a = ray(6 * k)
        if k == 0:
            side = ray(90) * 0.06 * c
            fill(image, [c + c * high * a + side, c + c * high * a - side, c + c * low * a])
        elif k % step == 0 and rng.random() < 0.9:
            x, z = c + c * middle * a
            text(image, str(k), x, z, 0.24 * c, 0.62 * (high - low) * c)
        else:
            cv2.line(image, pixel(c + c * (low + 0.03) * a), pixel(c + c * (high - 0.03) * a), 1, 6)
    return mark((0, y, 0), 2 * R, 2 * R, image, depth=0.07)
