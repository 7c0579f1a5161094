# in: a random generator; out: Subject of a mug, cup, tumbler, tankard or paper cup.
from __future__ import annotations

import random

import numpy as np

from .curves import ellipse, fillet, offset_profile, rectangle, resample, spline
from .faces import FRONT, Solid
from .joinery import inlay
from .marks import mark, printed
from .palette import scheme, wood
from .placing import moved, rotation
from .shapes import ball, lathe, sweep
from .slabs import slab
from .subject import Part, Subject

NAME = "mug"


def build(rng: random.Random) -> Subject:
    if rng.random() < 0.2:
        return paper_cup(rng)
    colours = scheme(rng, 5)
    material = rng.choice(("ceramic", "ceramic", "ceramic", "matte_plastic", "brushed_metal", "glossy_plastic", "glass"))
    height = rng.uniform(0.75, 1.35)
    outer = outside(rng, height)
    wall = rng.uniform(0.03, 0.075)
    body = lathe("body", vessel(outer, wall, rng.uniform(0.04, 0.1)), 64)
    parts, decals = [Part("body", body, material, colours[0])], []
    if rng.random() < 0.4:  # glaze of another colour inside, or a drink
        z = height * rng.uniform(0.7, 0.93)
        inside = float(np.interp(z, outer[:, 1], outer[:, 0])) - wall * 0.6
        drink = lathe("drink", [(inside, z - 0.1), (inside, z)], 64)
        parts.append(Part("drink", drink, "glossy_plastic", rng.choice((colours[3], (0.24, 0.13, 0.07), (0.75, 0.45, 0.15)))))
    if rng.random() < 0.45:
        low, tall = rng.choice(((0.0, rng.uniform(0.08, 0.4)), (rng.uniform(0.25, 0.6), rng.uniform(0.06, 0.25)), (rng.uniform(0.85, 0.93), 0.3)))
        band = slab("tool", rectangle(4, tall * height), 4, (0, 2, (low + tall / 2) * height), FRONT)
        parts.append(Part("band", inlay("band", body, band), material, colours[1]))
    if rng.random() < 0.85:
        turn = rng.choice((0, 0, 0, 180, rng.uniform(-50, 50)))
        thing = moved(handle(rng, outer, height, wall), turn=rotation("z", turn))
        parts.append(Part("handle", thing, material if rng.random() < 0.8 else "wood", rng.choice((colours[0], colours[1], colours[2]))))
    if rng.random() < 0.15:
        saucer = spline([(0.3, -0.06), (0.5, -0.05), (0.8, -0.01), (1.0, 0.06)], 6) * (rng.uniform(0.85, 1.1), 1)
        top = offset_profile(saucer, 0.035)[::-1]
        parts.append(Part("saucer", lathe("saucer", np.vstack([saucer, top]), 64), material, colours[0]))
    if rng.random() < 0.12:
        r = outer[-1, 0]
        lid = lathe("lid", fillet([(r * 0.8, height - 0.02), (r * 1.06, height), (r * 1.06, height + 0.07), (r * 0.3, height + 0.12), (0.01, height + 0.12)], 0.025, 4, closed=False))
        parts += [Part("lid", lid, "wood", wood(rng)), Part("knob", ball("knob", (0.2, 0.2, 0.16), (0, 0, height + 0.18)), "wood", colours[2])]
    elif rng.random() < 0.5:
        r = float(outer[:, 0].max())
        w = r * rng.uniform(0.6, 1.2)
        h = min(w * rng.uniform(0.5, 1.0), 0.6 * height)
        decals.append(mark((0, -r, height * rng.uniform(0.4, 0.6)), w, h, printed(rng, w, h), depth=0.8 * r))
    return Subject(NAME, parts, decals)


def outside(rng: random.Random, height: float) -> np.ndarray:
    """The outer wall from foot to rim, [n, 2] of (r, z)."""
    r = rng.uniform(0.36, 0.62)
    kind = rng.choice(("straight", "conical", "bulged", "rounded", "barrel", "flared", "pot"))
    t = np.linspace(0, 1, 28)
    if kind == "straight":
        wall = np.full_like(t, r)
    elif kind == "conical":
        wall = r * (1 + rng.uniform(-0.28, 0.12) * (1 - t))
    elif kind == "bulged":
        wall = r * (0.82 + rng.uniform(0.1, 0.3) * np.sin(np.pi * t) ** 0.8)
    elif kind == "barrel":
        wall = r * (0.92 + 0.12 * np.sin(np.pi * t))
    elif kind == "rounded":
        wall = r * np.minimum(1, 0.45 + 0.55 * np.sqrt(np.clip(t / rng.uniform(0.3, 0.9), 0, 1)))
    elif kind == "flared":
        wall = r * (0.72 + 0.35 * t ** rng.uniform(1.5, 3))
    else:
        wall = r * (0.75 + 0.3 * np.sin(np.pi * t**1.2) + 0.12 * t**4)
    low = rng.choice((0.02, 0.05, 0.12)) * r
    profile = np.stack([wall, t * height], 1)
    foot = [(wall[0] - low, 0), (wall[0] - 0.3 * low, 0.3 * low), *profile[profile[:, 1] > low]]
    if rng.random() < 0.25:  # a foot ring stands the body off the table
        f = wall[0] * rng.uniform(0.6, 0.85)
        foot = [(f - 0.03, -0.05), (f, -0.05), (f, 0.0), *foot]
    return np.array(foot)


def vessel(outer: np.ndarray, wall: float, floor: float) -> np.ndarray:
    """Outer wall, rounded rim, inner wall down to a flat floor."""
    inner = offset_profile(outer, wall)[::-1]
    inner = inner[(inner[:, 1] > outer[0, 1] + floor + 0.02) & (inner[:, 1] < outer[-1, 1] - wall * 0.4) & (inner[:, 0] > 0.03)]
    top, r = outer[-1, 1], outer[-1, 0]
    rim = [(r - wall / 2 + wall / 2 * np.cos(a), top + wall / 2 * np.sin(a)) for a in np.linspace(0.3, np.pi - 0.3, 7)]
    return np.vstack([outer, rim, inner, [(max(inner[-1, 0] - 0.05, 0.01), outer[0, 1] + floor)]])


def handle(rng: random.Random, outer: np.ndarray, height: float, wall: float) -> Solid:
    """An ear on the +X side, both ends inside the wall."""
    low, high = rng.uniform(0.12, 0.35) * height, rng.uniform(0.65, 0.9) * height
    at = lambda z: float(np.interp(z, outer[:, 1], outer[:, 0]))
    out = max(at(low), at(high)) + rng.uniform(0.22, 0.48)
    a, b = at(low) - wall * 0.7, at(high) - wall * 0.7
    kind = rng.choice(("round", "ear", "square", "low", "angular"))
    if kind == "round":
        knots = [(b, high), (out - 0.12, high + 0.03), (out, (low + high) / 2), (out - 0.12, low - 0.03), (a, low)]
    elif kind == "ear":
        knots = [(b, high), (out - 0.08, high + 0.06), (out, high - 0.12), (out - 0.12, (low + high) / 2 - 0.08), (a, low)]
    elif kind == "low":
        knots = [(b, high), (out - 0.14, high - 0.1), (out, low + 0.18), (out - 0.1, low - 0.02), (a, low)]
    else:
        slope = 0.0 if kind == "square" else rng.uniform(0.05, 0.15)
        path = fillet([(b, high), (out, high - slope / 3), (out - slope, low), (a, low)], rng.uniform(0.05, 0.14), 6, closed=False)
    if kind in ("round", "ear", "low"):
        path = spline(knots, 9)
    path = resample(path, 48, closed=False)
    thick, wide = rng.uniform(0.06, 0.1), rng.uniform(0.08, 0.2)
    section = ellipse(wide, thick, 28, power=rng.choice((2, 2, 3, 5)))
    t = np.linspace(-1, 1, 48)
    swell = 1 + rng.choice((0, 0.35)) * np.abs(t) ** 4
    line = np.stack([path[:, 0], 0 * path[:, 0], path[:, 1]], 1)
    return sweep("handle", line, section[:, ::-1], swell, up=(0, 1, 0))


def paper_cup(rng: random.Random) -> Subject:
    """To take away: conical paper, sleeve, lid."""
    colours = scheme(rng, 4)
    h, low = rng.uniform(1.1, 1.7), rng.uniform(0.3, 0.4)
    top = low * rng.uniform(1.2, 1.45)
    radius = lambda z: low + (top - low) * z / h
    body = lathe("cup", [(low - 0.02, 0), (low, 0), (top, h), (top - 0.03, h), (low * 0.9, 0.06)], 64)
    parts = [Part("cup", body, "paper", colours[0])]
    if rng.random() < 0.7:
        a, b, t = h * rng.uniform(0.18, 0.35), h * rng.uniform(0.6, 0.78), rng.choice((0.004, 0.02, 0.03))
        sleeve = lathe("sleeve", [(radius(a) - 0.01, a), (radius(a) + t, a), (radius(b) + t, b), (radius(b) - 0.01, b)], 64, loop=True)
        parts.append(Part("sleeve", sleeve, "paper", colours[1]))
    if rng.random() < 0.75:
        r, dome = top + 0.035, rng.random() < 0.25
        profile = [(r - 0.02, h - 0.07), (r, h - 0.07), (r, h), (r * 0.93, h + 0.02), (r * 0.87, h + 0.13), (r * 0.8, h + 0.13), (r * 0.78, h + 0.07), (0.02, h + 0.07)]
        if dome:
            profile = [(r - 0.02, h - 0.06), (r, h - 0.06), (r, h), *[(r * 0.95 * np.cos(a), h + 0.02 + r * 0.8 * np.sin(a)) for a in np.linspace(0, 1.35, 12)]]
        parts.append(Part("lid", lathe("lid", fillet(profile, 0.012, 3, closed=False), 64), "matte_plastic", colours[2]))
    if rng.random() < 0.25:
        straw = lathe("straw", [(0.035, 0), (0.035, 1.3 * h)], 20)
        parts.append(Part("straw", moved(straw, (0.1, 0, 0.35 * h), turn=rotation("y", rng.uniform(-8, 12))), "matte_plastic", colours[3]))
    w = low * rng.uniform(0.8, 1.3)
    decals = [mark((0, -radius(h / 2), h * rng.uniform(0.42, 0.58)), w, 0.8 * w, printed(rng, w, 0.8 * w), depth=top)] if rng.random() < 0.7 else []
    return Subject(NAME, parts, decals)
