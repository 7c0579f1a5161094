# in: radii and heights; out: shades, feet, heads of lamps.
from __future__ import annotations

import random

import numpy as np

from ..curves import fillet, offset_profile, resample
from ..faces import Solid
from ..palette import Colour
from ..placing import moved, rotation
from ..shapes import ball, lathe
from ..slabs import block
from ..subject import Part

NAME = "lamp"
WARM = (1.0, 0.93, 0.75)


def shade(rng: random.Random, low: float, high: float, tall: float, z: float, name: str = "shade") -> Solid:
    """A thin shell from radius `low` at z up to radius `high`: drum, cone, empire, bell, dome or faceted."""
    kind = rng.choice(("cone", "cone", "bell", "dome", "faceted", "steps"))
    t = np.linspace(0, 1, 20)
    if kind == "bell":
        r = low + (high - low) * t ** rng.uniform(0.35, 0.6)
    elif kind == "dome":
        r = high + (low - high) * np.sqrt(np.clip(1 - t**2, 0, 1))
    elif kind == "steps":
        r = low + (high - low) * np.round(t * 3) / 3
    else:
        r = low + (high - low) * t
    outer = np.stack([np.maximum(r, 0.03), z + tall * t], 1)
    inner = offset_profile(outer, 0.016)[::-1]
    profile = np.vstack([outer, inner])
    profile[:, 0] = np.maximum(profile[:, 0], 0.012)
    if kind == "faceted":
        return lathe(name, np.vstack([outer[[0, -1]], inner[[0, -1]]]), rng.choice((6, 8, 12)), loop=True, sharp=15)
    return lathe(name, profile, 60, loop=True)


def foot(rng: random.Random, r: float) -> Solid:
    kind = rng.choice(("disc", "disc", "dome", "square", "block"))
    if kind == "square":
        return block("base", (1.8 * r, 1.8 * r, 0.07), (0, 0, 0.035), 0.012)
    if kind == "block":
        return block("base", (1.2 * r, 1.2 * r, 0.3), (0, 0, 0.15), 0.02)
    tall = 0.05 if kind == "disc" else rng.uniform(0.1, 0.18)
    return lathe("base", fillet([(r - 0.02, 0), (r, 0), (r, 0.04), (0.3 * r, tall), (0.02, tall)], 0.02, 4, closed=False), 60)


def head(rng: random.Random, at: np.ndarray, tilt: float, size: float, colours: list[Colour]) -> list[Part]:
    """A reflector whose mouth looks down and outwards, its neck at `at`."""
    kind = rng.choice(("cone", "dome", "can"))
    if kind == "cone":
        outer = np.array([(size, -size * 1.3), (size * 0.3, 0.0), (size * 0.22, 0.12)])
    elif kind == "can":
        outer = fillet([(size * 0.6, -size * 1.7), (size * 0.6, -0.02), (size * 0.2, 0.05)], 0.08, 5, closed=False)
    else:
        a = np.linspace(0, 1.3, 14)
        outer = np.stack([size * np.cos(a), -size * 0.9 + size * np.sin(a)], 1)
    outer = resample(outer, 24, closed=False)
    inner = np.maximum(offset_profile(outer, 0.015)[::-1], [0.012, -9])
    turn = rotation("y", tilt)
    shell = moved(lathe("head", np.vstack([outer, inner]), 64, loop=True), at, turn=turn)
    lamp = moved(ball("bulb", (size * 0.75, size * 0.75, size * 0.9), (0, 0, -size * 0.72)), at, turn=turn)
    cap = moved(lathe("cap", fillet([(size * 0.25, outer[-1, 1] - 0.03), (size * 0.25, outer[-1, 1] + 0.06), (0.01, outer[-1, 1] + 0.06)], 0.015, 3, closed=False), 40), at, turn=turn)
    return [Part("head", shell, "brushed_metal", colours[0]), Part("bulb", lamp, "glass", WARM), Part("cap", cap, "brushed_metal", colours[1])]
