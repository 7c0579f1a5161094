# in: a random generator; out: Subject of a kettle: on the stove with a bail, electric on its base, gooseneck, teapot.
"""Held out: scenes.HELD_FAMILIES. The spout points along ±x, handles lie in the plane of the spout."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np

from .curves import Points, ellipse, fillet, rectangle, resample, spline
from .joinery import cut, inlay, merge
from .marks import mark, printed
from .palette import Colour, Finish, glassy, metal, neutral, scheme, wood
from .shapes import FRONT, Solid, ball, block, lathe, moved, points_of, reshaped, rod, rotation, slab, sweep
from .subject import Part, Subject

NAME = "kettle"
METALLIC = ("brushed_metal", "polished_metal")


def build(rng: random.Random) -> Subject:
    return rng.choice((stove, stove, stove, electric, electric, gooseneck, teapot))(rng)


def flat(path: np.ndarray, side: float) -> np.ndarray:
    """A side view [n, 2] of (x, z) as a path in the plane y = 0; side -1 mirrors it."""
    return np.stack([side * path[:, 0], 0 * path[:, 0], path[:, 1]], 1)


def spout(knots: Points, side: float, thick: tuple[float, float], wall: float = 0.22, section: np.ndarray | None = None, level: bool = False) -> Solid:
    """A hollow tube along side-view knots, tapering from thick[0] to thick[1]; `level` cuts its mouth horizontally."""
    path = flat(resample(spline(knots, 9), 32, closed=False), side)
    section = ellipse(1, 1, 36) if section is None else section
    wide = np.linspace(*thick, len(path))
    tip = path[-1] + (path[-1] - path[-2]) * 1.5
    if level:
        path, wide = np.vstack([path, tip + (tip - path[-1])]), np.append(wide, thick[1])
    tube = sweep("spout", path, section, wide, up=(0, 1, 0))
    if level:
        cut(tube, block("tool", (2, 2, 1), (tip[0], 0, knots[-1][1] + 0.5), 0.001))
    bore = np.vstack([path[-9:], path[-1:] + 4 * (path[-1] - path[-2])])
    return cut(tube, sweep("bore", bore, section * (1 - wall), np.append(wide[-9:], wide[-1]), up=(0, 1, 0)))


def lid_on(rng: random.Random, mouth: float, z: float, material: str, colour: Colour, grip: Finish, proud: bool = True) -> list[Part]:
    """A domed lid over the mouth and its knob."""
    rise, lip = rng.uniform(0.03, 0.14), 0.02 if proud else -0.012
    profile = [(mouth + lip, z - 0.012), (mouth + lip, z + 0.018), (mouth * 0.55, z + 0.02 + rise * 0.8), (0.01, z + 0.02 + rise)]
    parts = [Part("lid", lathe("lid", fillet(profile, [0, 0.01, 0.12, 0], 5, closed=False), 64), material, colour)]
    top, kind, s = z + 0.015 + rise, rng.choice(("ball", "ball", "button", "disc", "cone", "bow")), rng.uniform(0.045, 0.075)
    if kind == "ball":
        knob = ball("knob", (2 * s, 2 * s, 1.8 * s), (0, 0, top + 0.75 * s))
    elif kind == "bow":
        knob = rod("knob", flat(fillet([(-1.5 * s, top - 0.02), (-1.3 * s, top + 1.6 * s), (1.3 * s, top + 1.6 * s), (1.5 * s, top - 0.02)], s, 5, closed=False), 1), 0.3 * s, 14)
    else:
        waist = {"button": (0.45, 1.0), "disc": (0.3, 1.3), "cone": (0.5, 0.9)}[kind]
        over = 0.35 * s if kind == "disc" else 0.9 * s
        knob = lathe("knob", fillet([(waist[0] * s, top - 0.02), (waist[0] * s, top + 0.5 * s), (waist[1] * s, top + 0.7 * s), (waist[1] * s * (0.6 if kind == "cone" else 1), top + 0.7 * s + over), (0.01, top + 0.75 * s + over)], 0.2 * s, 4, closed=False), 40)
    return parts + [Part("knob", knob, *grip)]


def bail(rng: random.Random, half: float, low: float, high: float, material: str, colour: Colour, grip: Finish) -> list[Part]:
    """An arch over the lid from (±half, low) to height `high`: wire or strap, a grip on its crown, lugs at its feet."""
    kind, thick = rng.choice(("arc", "arc", "square", "trapeze", "lean")), rng.uniform(0.018, 0.03)
    if kind == "arc":
        t = np.linspace(np.pi, 0, 60)
        line = np.stack([half * np.cos(t), low + (high - low) * np.sin(t) ** rng.uniform(0.6, 1.0)], 1)
    else:
        crown = half * (0.95 if kind == "square" else 0.6)
        shift = 0.2 * half if kind == "lean" else 0.0
        line = fillet([(-half, low), (-crown + shift, high), (crown + shift, high), (half, low)], rng.uniform(0.08, 0.25), 9, closed=False)
    line = flat(resample(line, 64, closed=False), rng.choice((-1, 1)) if kind == "lean" else 1)
    strap = rng.random() < 0.4
    bar = sweep("bail", line, rectangle(0.03, rng.uniform(0.08, 0.13), 0.012, steps=3), up=(0, 1, 0)) if strap else rod("bail", line, thick, 16)
    parts = [Part("bail", bar, material, colour)]
    if rng.random() < 0.8:
        n = rng.randint(14, 21)
        swell = 1 + rng.choice((0, 0.2, 0.3)) * np.cos(np.linspace(-1.5, 1.5, 64 - 2 * n))
        swell[[0, -1]] *= 0.85
        section = ellipse(0.085, 0.15 if strap else rng.uniform(0.085, 0.12), 28, power=rng.choice((2, 3)))
        parts.append(Part("grip", sweep("grip", line[n : 64 - n], section, swell, up=(0, 1, 0)), *grip))
    lugs = []
    for end in (line[0], line[-1]):
        if strap or rng.random() < 0.5:
            lugs.append(block("lug", (0.07, 0.15 if strap else 0.08, 0.11), end, 0.018))
        else:
            lugs.append(moved(lathe("lug", fillet([(0.05, -0.05), (0.055, -0.05), (0.055, 0.05), (0.01, 0.05)], 0.012, 3, closed=False), 32), end, turn=rotation("x", 90)))
    return [*parts, Part("lugs", merge("lugs", *lugs), material, colour)]


def ear(rng: random.Random, at: Callable[[float], float], side: float, low: float, high: float, reach: float, open_end: bool = False) -> Solid:
    """A handle opposite the spout, as a side view from the wall at `high` to the wall at `low`; open_end leaves the lower end free."""
    kind = rng.choice(("round", "square", "slant"))
    a, b = at(high) - 0.02, at(low) - 0.02
    far = max(a, b) + reach
    end = (far - 0.1, low) if open_end else (b, low)
    if kind == "round":
        line = spline([(a, high), (far - 0.06, high + 0.02), (far, 0.55 * high + 0.45 * low), end], 10)
    else:
        top = far if kind == "square" else far + 0.06
        line = fillet([(a, high), (top, high + 0.01), (far - (0 if kind == "square" else 0.05), low), end], [0, 0.12, 0.12, 0], 7, closed=False)
        line = line[:-1] if open_end and len(line) > 3 else line
    line = resample(line, 48, closed=False)
    section = ellipse(rng.uniform(0.06, 0.09), rng.uniform(0.09, 0.15), 32, power=rng.choice((2, 3, 5)))
    return sweep("handle", flat(line, -side), section, np.linspace(1.1, 0.9, 48), up=(0, 1, 0))


def outer_wall(rng: random.Random, r: float, h: float) -> np.ndarray:
    """Side profile of a stove kettle from its floor to its mouth."""
    m = r * rng.uniform(0.4, 0.6)
    kind = rng.choice(("dome", "dome", "cone", "squat", "drum", "steps", "pear"))
    if kind == "dome":
        a = np.linspace(0, 1.1, 22)
        top = np.stack([m + (r - m) * np.cos(a) ** 0.9, 0.25 * h + 0.75 * h * np.sin(a) / np.sin(1.1)], 1)
        wall = np.vstack([[(r * 0.92, 0), (r, 0.06)], top])
    elif kind == "cone":
        wall = fillet([(r * 0.96, 0), (r, 0.05), (r, 0.12), (m, h)], [0, 0.02, 0.06, 0], 5, closed=False)
    elif kind == "squat":
        a = np.linspace(-0.95, 0.95, 34)
        wall = np.stack([r * np.cos(a) ** 0.8, h * (np.sin(a) / np.sin(0.95) + 1) / 2], 1)
    elif kind == "drum":
        wall = fillet([(r * 0.88, 0), (r, 0.07), (r * 0.97, 0.72 * h), (m, h)], [0, 0.06, 0.1, 0], 8, closed=False)
    elif kind == "steps":
        wall = fillet([(r * 0.95, 0), (r, 0.04), (r, 0.3 * h), (r * 0.88, 0.34 * h), (r * 0.8, 0.8 * h), (m, h)], [0, 0.02, 0.02, 0.02, 0.12, 0], 6, closed=False)
    else:
        wall = spline([(r * 0.85, 0), (r, 0.15 * h), (r * 0.9, 0.5 * h), (m * 1.15, 0.85 * h), (m, h)], 8)
    return wall


def stove(rng: random.Random) -> Subject:
    """Wide, with a short spout and a handle over the top; or a camping, enamel or whistling one."""
    colours, side = scheme(rng, 4), rng.choice((-1, 1))
    r, h = rng.uniform(0.5, 0.64), rng.uniform(0.5, 0.85)
    wall = outer_wall(rng, r, h)
    mouth = float(wall[-1, 0])
    at = lambda z: float(np.interp(z, wall[:, 1], wall[:, 0]))
    material = rng.choice((*METALLIC, "ceramic", "glossy_plastic", "matte_plastic"))
    colour = metal(rng) if material in METALLIC else colours[0]
    grip = rng.choice((("wood", wood(rng)), ("rubber", neutral(rng, False)), ("matte_plastic", colours[1])))
    body = lathe("body", wall, 72)
    parts = []
    if rng.random() < 0.3:
        z = rng.uniform(0.08, 0.3) * h
        parts.append(Part("band", inlay("band", body, slab("tool", rectangle(4, 2 * z), 4, (0, 2, 0), FRONT)), rng.choice((material, "brushed_metal")), colours[1]))
    parts.append(Part("body", body, material, colour))
    parts += lid_on(rng, mouth, h, material, rng.choice((colour, colours[1])), grip)
    z, up = rng.uniform(0.4, 0.6) * h, rng.uniform(0.16, 0.3)
    level = rng.random() < 0.3
    knots = [(at(z) - 0.16, z - 0.04), (at(z) + 0.05, z + 0.05), (at(z) + rng.uniform(0.15, 0.24), z + up)]
    tip = rng.uniform(0.1, 0.16)
    parts.append(Part("spout", spout(knots, side, (rng.uniform(0.26, 0.36), tip), level=level), material, colour))
    if rng.random() < 0.35 and not level:
        end, back = np.array(knots[-1]), np.array(knots[-2])
        lean = -side * np.degrees(np.arctan2(*(back - end))) + (180 if side > 0 else -180)
        cap = lathe("whistle", fillet([(tip * 0.62, -0.06), (tip * 0.66, -0.05), (tip * 0.66, 0.05), (tip * 0.4, 0.09), (0.01, 0.1)], 0.015, 4, closed=False), 40)
        parts.append(Part("whistle", moved(cap, (side * end[0], 0, end[1]), turn=rotation("y", lean)), *grip))
    foot = h * rng.uniform(0.55, 0.85)
    parts += bail(rng, at(foot) + 0.01, foot, h + rng.uniform(0.28, 0.5), rng.choice((material, "brushed_metal")), rng.choice((colour, metal(rng))), grip)
    decals = []
    if rng.random() < 0.2:
        w = 0.5 * r
        decals.append(mark((0, -r, 0.38 * h), w, 0.6 * w, printed(rng, w, 0.6 * w), depth=r))
    return Subject(NAME, parts, decals)


def base_plate(rng: random.Random, r: float, colour: Colour) -> Part:
    profile = [(r * 0.98, -0.1), (r + 0.03, -0.1), (r + rng.choice((0.0, 0.03)), -0.01), (0.01, -0.01)]
    return Part("base", lathe("base", fillet(profile, [0, 0.015, 0.02, 0], 4, closed=False), 64), "matte_plastic", colour)


def electric(rng: random.Random) -> Subject:
    """A jug with a beak on a round base; a broad handle, a lid, a water gauge, a switch."""
    colours, side = scheme(rng, 5), rng.choice((-1, 1))
    h, r = rng.uniform(0.95, 1.35), rng.uniform(0.4, 0.5)
    top = r * rng.uniform(0.68, 0.95)
    bulge = rng.choice((0.0, 0.0, rng.uniform(0.02, 0.08)))
    t = np.linspace(0, 1, 30)
    wall = np.stack([r + (top - r) * t + bulge * np.sin(np.pi * t), h * t], 1)
    wall = np.vstack([[(r - 0.02, 0)], wall[1:-1], [(top - 0.012, h - 0.002), (top - 0.024, h)]])
    at = lambda z: float(np.interp(z, wall[:, 1], wall[:, 0]))
    body = lathe("body", wall, 80)
    v, start, reach = points_of(body), rng.uniform(0.5, 0.75), rng.uniform(0.13, 0.24)
    angle = np.arctan2(v[:, 1], side * v[:, 0])
    near = np.clip((v[:, 2] / h - start) / (1 - start), 0, 1) ** 1.6 * np.exp(-((angle / rng.uniform(0.35, 0.5)) ** 2))
    v[:, 0] += side * reach * near
    reshaped(body, v)
    material = rng.choice((*METALLIC, "glossy_plastic", "matte_plastic", "glass"))
    colour = glassy(rng) if material == "glass" else metal(rng) if material in METALLIC else colours[0]
    trim = ("matte_plastic", rng.choice((neutral(rng, False), colours[1], neutral(rng))))
    parts = [base_plate(rng, r, trim[1])]
    if rng.random() < 0.45 or material == "glass":
        z = rng.uniform(0.08, 0.2) * h
        parts.append(Part("skirt", inlay("skirt", body, slab("tool", rectangle(4, 2 * z), 4, (0, 2, 0), FRONT)), *rng.choice((trim, ("brushed_metal", metal(rng))))))
    if rng.random() < 0.4 or material == "glass":
        collar = slab("tool", rectangle(4, 0.26 * h), 4, (0, 2, h), FRONT)
        parts.append(Part("collar", inlay("collar", body, collar), *trim))
    if material != "glass" and rng.random() < 0.5:
        strip = slab("tool", rectangle(rng.uniform(0.06, 0.1), h * rng.uniform(0.35, 0.55), 0.03), 3, (-side * rng.uniform(0.0, 0.12), 0, 0.48 * h), FRONT)
        parts.append(Part("gauge", inlay("gauge", body, strip), "glass", glassy(rng)))
    parts.append(Part("body", body, material, colour))
    rise = rng.uniform(0.02, 0.1)
    lid = lathe("lid", fillet([(top - 0.05, h - 0.02), (top - 0.05, h + 0.02), (0.6 * top, h + 0.02 + rise), (0.01, h + 0.03 + rise)], [0, 0.012, 0.1, 0], 5, closed=False), 64)
    parts.append(Part("lid", lid, *trim))
    if rng.random() < 0.6:
        parts.append(Part("tab", ball("tab", (0.16, 0.1, 0.07), (0, 0, h + 0.05 + rise), 3), *trim) if rng.random() < 0.5 else Part("tab", block("tab", (0.2, 0.1, 0.05), (-side * 0.5 * top, 0, h + 0.03 + rise * 0.5), 0.015), *trim))
    low = rng.uniform(0.1, 0.3) * h
    parts.append(Part("handle", ear(rng, at, side, low, h * rng.uniform(0.86, 0.95), rng.uniform(0.24, 0.34), rng.random() < 0.3), *trim))
    if rng.random() < 0.5:
        switch = block("switch", (0.12, 0.09, 0.05), (-side * (at(0.08) + 0.02), 0, 0.09), 0.015)
        parts.append(Part("switch", switch, "glossy_plastic", colours[2]))
    decals = [mark((side * 0.1, -r, 0.3 * h), 0.4 * r, 0.2 * r, printed(rng, 0.4 * r, 0.2 * r, ("word", "logo")), depth=r)] if rng.random() < 0.3 else []
    return Subject(NAME, parts, decals)


def gooseneck(rng: random.Random) -> Subject:
    """For pouring over coffee: a thin S from low on the body, an open handle, sometimes an electric base."""
    colours, side = scheme(rng, 4), rng.choice((-1, 1))
    r, h = rng.uniform(0.4, 0.5), rng.uniform(0.5, 0.8)
    wall = fillet([(r * 0.97, 0), (r, 0.03), (r * rng.uniform(0.6, 0.95), h * 0.92), (r * 0.55, h)], [0, 0.02, 0.06, 0], 7, closed=False)
    at = lambda z: float(np.interp(z, wall[:, 1], wall[:, 0]))
    material = rng.choice((*METALLIC, "matte_plastic"))
    colour = metal(rng) if material in METALLIC else colours[0]
    grip = rng.choice((("wood", wood(rng)), ("rubber", neutral(rng, False))))
    parts = [Part("body", lathe("body", wall, 72), material, colour), *lid_on(rng, float(wall[-1, 0]), h, material, colour, grip, rng.random() < 0.5)]
    z, out = 0.2 * h, rng.uniform(0.2, 0.3)
    knots = [(at(z) - 0.06, z), (at(z) + out * 0.7, z + 0.03), (r + out, 0.5 * h), (r + out * 0.75, 0.85 * h), (r + out * 1.1, 1.08 * h), (r + out * 1.7, 1.12 * h)]
    parts.append(Part("spout", spout(knots, side, (rng.uniform(0.1, 0.13), rng.uniform(0.055, 0.075))), material, colour))
    parts.append(Part("handle", ear(rng, at, side, 0.25 * h, 0.86 * h, rng.uniform(0.28, 0.4), rng.random() < 0.6), *grip))
    if rng.random() < 0.5:
        parts.append(base_plate(rng, r, neutral(rng, False)))
        if rng.random() < 0.5:
            dial = lathe("dial", fillet([(0.06, 0), (0.06, 0.06), (0.01, 0.06)], 0.01, 3, closed=False), 32)
            parts.append(Part("dial", moved(dial, (0, -r - 0.03, -0.055), (0.6, 0.6, 0.6), turn=rotation("x", 90)), *grip))
    return Subject(NAME, parts)


def teapot(rng: random.Random) -> Subject:
    """Globe, drum, melon or Japanese iron; ear or bail."""
    colours, side = scheme(rng, 4), rng.choice((-1, 1))
    r, h = rng.uniform(0.42, 0.55), rng.uniform(0.5, 0.75)
    kind = rng.choice(("globe", "drum", "melon", "iron", "pear"))
    m = r * rng.uniform(0.38, 0.55)
    if kind in ("globe", "melon", "iron"):
        a = np.linspace(-1.05, 1.15, 36)
        wall = np.stack([r * np.cos(a) ** (0.6 if kind == "iron" else 0.85), h * (np.sin(a) - np.sin(a[0])) / (np.sin(a[-1]) - np.sin(a[0]))], 1)
        m = float(wall[-1, 0])
    elif kind == "drum":
        wall = fillet([(r * 0.8, 0), (r * 0.85, 0.02), (r, 0.8 * h), (m, h)], [0, 0.015, 0.08, 0], 7, closed=False)
    else:
        wall = spline([(r * 0.75, 0), (r, 0.22 * h), (r * 0.88, 0.55 * h), (m * 1.1, 0.88 * h), (m, h)], 8)
    at = lambda z: float(np.interp(z, wall[:, 1], wall[:, 0]))
    material = rng.choice(("ceramic", "ceramic", "glass", "polished_metal"))
    colour = glassy(rng) if material == "glass" else metal(rng) if material in METALLIC else colours[0]
    body = lathe("body", resample(wall, 40, closed=False) if kind == "melon" else wall, 120 if kind == "melon" else 72, sharp=60 if kind == "melon" else 38)
    if kind == "melon":
        v, n = points_of(body), rng.choice((8, 10, 12))
        ridge = 1 - rng.uniform(0.03, 0.05) * (1 - np.abs(np.sin(n / 2 * np.arctan2(v[:, 1], v[:, 0])))) * np.clip(np.minimum(v[:, 2], h - v[:, 2]) / (0.25 * h), 0, 1)[:]
        v[:, :2] *= ridge[:, None]
        reshaped(body, v)
    parts = [Part("body", body, material, colour), *lid_on(rng, m, h, material, rng.choice((colour, colours[1])), (rng.choice((material, "wood")), colours[1]), rng.random() < 0.6)]
    z = rng.uniform(0.25, 0.4) * h
    if rng.random() < 0.6:
        knots = [(at(z) - 0.08, z), (at(z) + 0.14, z + 0.1), (r + 0.2, 0.72 * h), (r + rng.uniform(0.3, 0.4), rng.uniform(0.92, 1.08) * h)]
    else:
        knots = [(at(z) - 0.1, z), (r + 0.1, 0.5 * h + 0.05), (r + rng.uniform(0.26, 0.36), rng.uniform(0.9, 1.0) * h)]
    parts.append(Part("spout", spout(knots, side, (rng.uniform(0.2, 0.28), rng.uniform(0.08, 0.11)), level=rng.random() < 0.3), material, colour))
    if kind == "iron" or rng.random() < 0.3:
        foot = 0.8 * h
        parts += bail(rng, at(foot), foot, h + rng.uniform(0.3, 0.5), rng.choice(("brushed_metal", material)), colours[2], ("wood", wood(rng)))
    else:
        parts.append(Part("handle", ear(rng, at, side, 0.22 * h, 0.8 * h, rng.uniform(0.22, 0.32)), rng.choice((material, "wood")), rng.choice((colour, colours[2]))))
    if rng.random() < 0.4:
        foot = lathe("foot", fillet([(at(0.0) * 0.9, -0.04), (at(0.0) * 0.95, -0.04), (at(0.0) * 0.9, 0.03), (0.02, 0.03)], 0.01, 3, closed=False), 64)
        parts.append(Part("foot", foot, material, colour))
    decals = [mark((0, -r, 0.5 * h), r, 0.6 * r, printed(rng, r, 0.6 * r), depth=r)] if rng.random() < 0.3 and kind != "melon" else []
    return Subject(NAME, parts, decals)
