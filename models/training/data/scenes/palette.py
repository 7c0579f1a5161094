# in: a random generator; out: sRGB colours 0..1 as product and icon designers choose them, and material
# picks.
from __future__ import annotations

import colorsys
import random

Colour = tuple[float, float, float]  # sRGB 0..1
Finish = tuple[str, Colour]  # a material of subject.MATERIALS and its colour

NEUTRALS = ("#ffffff", "#f4f1ea", "#e7e2d8", "#cfd3d8", "#9aa1a9", "#6b7178", "#3c4147", "#23262a", "#141517")
WOODS = ("#e3c193", "#c99660", "#a96f3e", "#7d4b2a", "#573421")
METALS = ("#d9dbde", "#b9bdc2", "#8c9197", "#d8b26a", "#c98a5e", "#4b4f55")


def parse(text: str) -> Colour:
    """"#rrggbb" to a colour."""
    red, green, blue = (int(text[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def scaled(colour: Colour, by: float) -> Colour:
    """Times `by`, at most white."""
    red, green, blue = (min(1.0, by * channel) for channel in colour)
    return red, green, blue


def scheme(rng: random.Random, count: int = 4) -> list[Colour]:
    """Colours that go together: one hue family, its contrast, and neutrals."""
    hue = rng.random()
    turn = rng.choice((0.0, 0.04, 0.08, 0.33, 0.5, 0.58))
    colours = []
    for i in range(count):
        if rng.random() < 0.28:
            colours.append(parse(rng.choice(NEUTRALS)))
            continue
        h = (hue + (turn if i % 2 else 0.0) + rng.uniform(-0.02, 0.02)) % 1
        s, v = rng.choice(((0.75, 0.85), (0.45, 0.92), (0.85, 0.6), (0.25, 0.95), (0.55, 0.4), (0.65, 0.75)))
        colours.append(colorsys.hsv_to_rgb(h, min(1, s + rng.uniform(-0.1, 0.1)), min(1, v + rng.uniform(-0.08, 0.08))))
    return colours


def neutral(rng: random.Random, light: bool | None = None) -> Colour:
    """White to black; `light` picks the lighter or the darker half."""
    half = NEUTRALS if light is None else NEUTRALS[:5] if light else NEUTRALS[5:]
    return parse(rng.choice(half))


def wood(rng: random.Random) -> Colour:
    """Maple to walnut."""
    return parse(rng.choice(WOODS))


def metal(rng: random.Random) -> Colour:
    """Steel, brass, copper, gunmetal."""
    return parse(rng.choice(METALS))


def glassy(rng: random.Random) -> Colour:
    """Clear, blue, green, grey or brown glass."""
    return parse(rng.choice(("#dff1f5", "#bfe3ee", "#8ccbe6", "#5f8fa8", "#3b4a58", "#7fb08a", "#6e4a2c")))
