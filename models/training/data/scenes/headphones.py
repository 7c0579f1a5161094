# in: a random generator; out: Subject of headphones: over-ear, on-ear, headset with microphone, folded flat; earbuds with their case or wire.
from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np

from .curves import Points, ellipse, fillet, inset, rectangle, resample, spline
from .joinery import cut, inlay, merge
from .marks import canvas, dots, grid, logo, mark, printed, stripes
from .palette import Colour, metal, neutral, scheme
from .poses import posed
from .shapes import FRONT, SIDE, Solid, ball, block, lathe, moved, points_of, rod, rotation, skin, slab, sweep
from .subject import Decal, Part, Subject, Things

NAME = "headphones"


def build(rng: random.Random) -> Subject:
    parts, decals = rng.choice((headset,) * 7 + (case, case, case, buds, wired))(rng)
    return Subject(NAME, parts, decals)


def shell(name: str, outline: np.ndarray, profile: Points) -> Solid:
    """Rings of an outline (y, z) along +X: profile of (inset, x)."""
    rings = []
    for by, x in profile:
        ring = inset(outline, by) if by else outline
        rings.append(np.concatenate([np.full((len(ring), 1), x), ring], 1))
    return skin(name, rings)


def cushion(name: str, outline: np.ndarray, wide: float, deep: float, square: float) -> Solid:
    """A soft ring on the inner side, from x = 0 to -deep."""
    section = ellipse(wide, deep, 24, power=square)
    rings = []
    for by, x in section:
        ring = inset(outline, by + wide / 2)
        rings.append(np.concatenate([np.full((len(ring), 1), x - 0.46 * deep), ring], 1))
    return skin(name, rings, loop=True)


def cup(rng: random.Random, outline: np.ndarray, colours: list[Colour], on_ear: bool) -> Things:
    """One ear's cup about the origin, its outside to +X."""
    half = float(outline[:, 0].max())
    deep, style = rng.uniform(0.12, 0.26), rng.choice(("flat", "flat", "dome", "step", "cone"))
    soft = rng.uniform(0.02, 0.06)
    walls = {
        "flat": [(0.03, 0), (0, 0.03), (0, deep - soft), (0.3 * soft, deep - 0.3 * soft), (soft, deep)],
        "dome": [(0.03, 0), (0, 0.03), *[(half * 0.75 * (1 - np.cos(a)), 0.06 + (deep - 0.06) * np.sin(a)) for a in np.linspace(0, 1.4, 9)]],
        "step": [(0.03, 0), (0, 0.03), (0, 0.45 * deep), (0.02, 0.5 * deep), (0.3 * half, 0.55 * deep), (0.32 * half, 0.62 * deep), (0.34 * half, deep - 0.02), (0.36 * half, deep)],
        "cone": [(0.03, 0), (0, 0.03), (0.02, 0.3 * deep), (0.42 * half, deep - 0.02), (0.46 * half, deep)],
    }[style]
    profile = np.array(walls)
    parts = [Part("cups", shell("cup", outline, profile), rng.choice(("matte_plastic", "glossy_plastic", "brushed_metal", "wood")), colours[0])]
    decals, face = [], profile[-1, 0]
    plate = inset(outline, face + rng.uniform(0.03, 0.1) * half)
    trim = rng.choice(("plate", "ring", "inlay", "none"))
    colour, out = colours[rng.choice((1, 2))], deep
    if trim == "plate":
        parts.append(Part("plates", slab("plate", plate, 0.05, (deep - 0.03, 0, 0), SIDE, 0.008), rng.choice(("brushed_metal", "glossy_plastic", "leather", "wood")), colour))
        out += 0.02
    elif trim == "ring":
        inner = inset(plate, rng.uniform(0.03, 0.07))
        around = np.concatenate([shell_ring(o, x) for o, x in ((plate, deep - 0.03), (plate, deep + 0.015), (inner, deep + 0.015), (inner, deep - 0.03))]).reshape(4, -1, 3)
        parts.append(Part("trims", skin("ring", around, loop=True), "polished_metal", metal(rng)))
    elif trim == "inlay":
        parts.append(Part("plates", inlay("plate", parts[0].object, slab("tool", plate, 1, (0.6 * deep, 0, 0), SIDE)), rng.choice(("brushed_metal", "fabric", "glossy_plastic")), colour))
    s = 2 * float(inset(outline, face)[:, 0].max()) * 0.55
    if s > 0.06:
        image = canvas(1, 1)
        rng.choice((logo, logo, logo, dots, grid, stripes))(image, rng)
        if rng.random() < 0.8:
            decals.append(mark((out, 0, 0), s, s, image, SIDE, 0.03))
    pad = rng.uniform(0.28, 0.4) * half if not on_ear else 0.45 * half
    thick = rng.uniform(0.14, 0.24)
    edge = inset(outline, 0.012)
    soft_part = cushion("cushion", edge, pad, thick, rng.choice((2.2, 3.0)))
    parts.append(Part("cushions", soft_part, rng.choice(("leather", "leather", "fabric", "rubber")), colours[3]))
    inner = inset(edge, 0.6 * pad)
    parts.append(Part("grilles", slab("grille", inner, 0.06, (-0.05, 0, 0), SIDE), "fabric", neutral(rng, False)))
    image = canvas(1, 1)
    dots(image, rng)
    if rng.random() < 0.4:
        decals.append(mark((-0.05, 0, 0), 1.1 * half, 1.1 * half, image, (-SIDE[0], SIDE[1]), 0.01))
    return parts, decals


def shell_ring(outline: np.ndarray, x: float) -> np.ndarray:
    return np.concatenate([np.full((len(outline), 1), x), outline], 1)


def both(parts_of: Callable[[], Things], at: float, tilt: float, swivel: float) -> Things:
    """The same cup on either side: right at +at, left at -at; swivel -90 turns both outsides to -Y."""
    heaps: dict[str, list[Part]] = {}
    decals: list[Decal] = []
    for s in (1, -1):
        parts, marks = parts_of()
        turn = rotation("z", s * swivel) @ rotation("z", 0 if s > 0 else 180) @ rotation("y", -tilt)
        parts, marks = posed(parts, marks, turn, (s * at, 0, 0))
        decals += marks
        for part in parts:
            heaps.setdefault(part.name, []).append(part)
    return [replace(same[0], name=name, object=merge(name, *[p.object for p in same])) for name, same in heaps.items()], decals


def headset(rng: random.Random) -> Things:
    """Two cups on a headband; sometimes a microphone, a cable, ears of a cat."""
    colours = scheme(rng, 4)
    on_ear = rng.random() < 0.25
    a = rng.uniform(0.24, 0.3) if on_ear else rng.uniform(0.3, 0.4)
    b = a * rng.choice((1.0, rng.uniform(1.1, 1.4)))
    shape = rng.choice(("oval", "oval", "oval", "soft", "dee"))
    outline = {
        "oval": ellipse(2 * a, 2 * b, 72, power=rng.choice((2.0, 2.0, 2.5))),
        "soft": rectangle(2 * a, 2 * b, 0.6 * a, steps=10),
        "dee": fillet([(-0.8 * a, -b), (0.8 * a, -b), (a, b), (-a, b)], 0.62 * a, 10),
    }[shape]
    flat = rng.random() < 0.2
    swivel = -90 if flat else -rng.uniform(-4, 22)
    tilt, at = (0 if flat else rng.uniform(0, 9)), rng.uniform(0.6, 0.72) + (0.1 if flat else 0)
    key = rng.random()

    holder = rng.choice(("fork", "fork", "slider", "slider", "arm"))
    rail = rng.uniform(0.02, 0.032)
    steel = metal(rng)

    def side() -> Things:
        parts, decals = cup(random.Random(key), outline, colours, on_ear)
        if holder == "fork":
            t = np.radians(np.linspace(-12, 192, 40))
            grow = rail + 0.025
            path = np.stack([np.full(40, 0.07), (a + grow) * np.cos(t), (b + grow) * np.sin(t)], 1)
            parts.append(Part("forks", rod("fork", path, rail, 14), "brushed_metal", steel))
            knobs = [slab("pivot", ellipse(0.1, 0.1, 28), 0.09, (0.07, s * (a - 0.04), 0), (np.array((0, 0, 1.0)), np.array((1.0, 0, 0))) if s > 0 else (np.array((1.0, 0, 0)), np.array((0, 0, 1.0))), 0.01) for s in (1, -1)]
            parts.append(Part("pivots", merge("pivots", *knobs), "polished_metal", steel))
        return parts, decals

    parts, decals = both(side, at, tilt, swivel)
    top = b + rng.uniform(0.75, 1.0)
    root = b + (0.1 if holder != "slider" else rng.uniform(0.05, 0.25))
    lean = 0.07 * np.sin(np.radians(tilt))
    wx = at + (0.07 if not flat else 0.0) - lean
    t = np.linspace(0, np.pi, 64)
    p = rng.uniform(0.75, 1.0)
    path = np.stack([wx * np.cos(t) * (1 + rng.uniform(0.0, 0.08) * np.sin(2 * t) ** 2), 0 * t, root + (top - root) * np.sin(t) ** p], 1)
    path = resample(path, 72, closed=False)
    wide, thick = rng.uniform(0.16, 0.34), rng.uniform(0.035, 0.06)
    if rng.random() < 0.12:
        gap = 0.09  # two bars of wire
        bars = [rod("band", path + (0, s * gap, 0), 0.022, 12) for s in (-1, 1)]
        band = merge("band", *bars)
        wide = 0.22
    else:
        taper = 1 - rng.uniform(0, 0.5) * np.abs(np.linspace(-1, 1, 72)) ** 2
        band = sweep("band", path, rectangle(thick, wide, 0.45 * thick, steps=4), np.stack([np.ones(72), taper], 1), up=(0, 1, 0))
    parts.append(Part("band", band, rng.choice(("matte_plastic", "glossy_plastic", "brushed_metal", "leather")), colours[rng.choice((0, 0, 1))]))
    if rng.random() < 0.75:
        share = rng.uniform(0.3, 0.7)
        n = 72
        mine = path[round(n * (1 - share) / 2) : round(n * (1 + share) / 2)]
        centre = np.array([0, 0, root])
        inward = (centre - mine) / np.linalg.norm(centre - mine, axis=1)[:, None]
        m = len(mine)
        u = np.linspace(-1, 1, m)
        fat = np.sqrt(np.maximum(1 - u**4, 0.02))
        full = rng.random() < 0.3  # all around the band, else only below it
        deep = rng.uniform(0.07, 0.13)
        fat = 1 - 0.3 * u**8 if full else fat
        line = mine + inward * (0 if full else deep * 0.5)
        pad = sweep("pad", line, rectangle(deep + (thick if full else 0), wide * (1.12 if full else rng.uniform(0.85, 1.06)), 0.42 * deep, steps=5), np.stack([fat, 0.4 + 0.6 * fat], 1), up=(0, 1, 0))
        parts.append(Part("pad", pad, rng.choice(("leather", "fabric", "rubber")), colours[3]))
    near = np.concatenate([points_of(part.object) for part in parts if part.name in ("cups", "plates", "trims")])
    near = near[(np.abs(near[:, 1]) < 0.14) & (np.abs(near[:, 2]) < 0.2)]
    reach = float(near[:, 0].max()) if len(near) else at + 0.2
    ends, sliders = [], []
    for s in (1, -1):
        low = {"fork": b + rail + 0.02, "slider": b - 0.05, "arm": -0.02}[holder]
        x = s * wx
        if holder == "arm" and not flat:
            outer = reach + 0.005
            line = spline([(s * (wx + 0.0), 0, root + 0.1), (s * (wx + 0.09), 0, b * 0.8), (s * outer, 0, 0.35 * b), (s * outer, 0, -0.05)], 8)
            sliders.append(sweep("arm", line, rectangle(0.035, 0.11, 0.015, steps=3), up=(0, 1, 0)))
        else:
            sliders.append(block("slider", (0.035, 0.5 * wide, root - low + 0.14), (x, 0, (root + 0.1 + low) / 2), 0.01))
        ends.append(block("end", (thick + 0.05, min(0.9 * wide, 0.24), rng.choice((0.16, 0.24))), (x, 0, root + 0.08), 0.02))
    parts.append(Part("sliders", merge("sliders", *sliders), "brushed_metal", steel))
    if rng.random() < 0.75:
        parts.append(Part("ends", merge("ends", *ends), parts[0].material if parts[0].material != "wood" else "matte_plastic", colours[rng.choice((0, 2))]))
    else:
        parts.append(Part("ends", merge("ends", *ends), "brushed_metal", steel))
    extra = rng.random()
    s = rng.choice((-1, 1))
    if extra < 0.22:  # a microphone on a boom
        x0 = s * (at + 0.12)
        boom = spline([(x0, -0.1, -0.1 * b), (x0, -0.6 * a - 0.1, -0.75 * b), (s * (at * 0.75), -0.8, -1.15 * b), (s * at * 0.35, -0.95, -1.2 * b)], 10)
        parts.append(Part("boom", rod("boom", boom, 0.025, 14), "matte_plastic", neutral(rng, False)))
        parts.append(Part("microphone", ball("microphone", (0.2, 0.13, 0.13), boom[-1], 2.4), rng.choice(("rubber", "fabric")), neutral(rng, False)))
        parts.append(Part("joint", slab("joint", ellipse(0.2, 0.2, 40), 0.06, (x0 - 0.03, -0.1, -0.1 * b), SIDE, 0.012), "matte_plastic", colours[2]))
    elif extra < 0.42:
        x0 = s * (at + 0.05)
        wave = spline([(x0, 0, -b + 0.04), (x0, -0.02, -b - 0.25), (x0 - s * 0.35, -0.05, -b - 0.45), (x0 - s * 0.85, 0, -b - 0.35), (x0 - s * 1.05, 0.05, -b - 0.6)], 10)
        parts.append(Part("cable", rod("cable", wave, 0.022, 12), "rubber", neutral(rng)))
        collar = lathe("collar", fillet([(0.035, 0), (0.045, 0), (0.03, -0.16), (0.01, -0.16)][::-1], 0.008, 2, closed=False), 28, (x0, 0, -b + 0.02))
        parts.append(Part("collar", collar, "rubber", neutral(rng)))
    elif extra < 0.5:
        ears = []
        for side_of in (-1, 1):
            ear = slab("ear", fillet([(-0.2, -0.02), (0.2, -0.02), (0.02, 0.34), (-0.02, 0.34)], 0.05, 5), 0.12, (0, 0.06, 0), FRONT, 0.03, 4)
            x = side_of * 0.45 * wx
            z = float(np.interp(x, path[::-1, 0], path[::-1, 2]))
            ears.append(moved(ear, (x, 0, z - 0.01), turn=rotation("y", side_of * 22)))
        parts.append(Part("ears", merge("ears", *ears), "matte_plastic", colours[2]))
    elif extra < 0.75 and not flat:
        keys = [slab("key", rectangle(0.05, 0.1, 0.02), 0.05, (0, 0, 0), (np.array((1.0, 0, 0)), np.array((0, 0, 1.0))), 0.006) for _ in range(2)]
        keys = [moved(k, (s * (at + 0.06), -a * 0.93 + 0.0, z)) for k, z in zip(keys, (0.08, -0.08))]
        parts.append(Part("keys", merge("keys", *keys), "rubber", colours[2]))
    if flat and rng.random() < 0.4:
        return posed(parts, decals, rotation("y", rng.uniform(-40, 40)))
    return parts, decals


def bud(rng: random.Random, s: int, kind: str, colours: list[Colour]) -> Things:
    """An earbud about the origin, its nozzle towards the middle and forwards; s = 1 for the right-hand one."""
    parts = []
    head = ball("head", (0.34, 0.3, 0.34), (0, 0, 0), 2.2)
    material, white = rng.choice(("glossy_plastic", "matte_plastic")), colours[0]
    parts.append(Part("head", head, material, white))
    nozzle = lathe("tip", [(0.08, 0), (0.13, 0.03), (0.135, 0.08), (0.1, 0.17), (0.06, 0.19), (0.02, 0.19)], 36)
    parts.append(Part("tip", moved(nozzle, (-s * 0.11, -0.05, 0.03), turn=rotation("y", -s * 75) @ rotation("x", 20)), "rubber", colours[1]))
    decals = []
    if kind == "stem":
        long = rng.uniform(0.4, 0.7)
        stem = rod("stem", [(s * 0.08, -0.02, 0.02), (s * 0.1, -0.04, -0.5 * long), (s * 0.11, -0.07, -long)], rng.uniform(0.055, 0.075), 22, ends=0.9)
        parts.append(Part("stem", stem, material, white))
        if rng.random() < 0.6:
            foot = inlay("foot", stem, block("tool", (1, 1, 0.4), (0, 0, -long - 0.13), 0.01))
            parts.append(Part("foot", foot, "polished_metal", metal(rng)))
        image = canvas(0.1, 0.2)
        cv2.ellipse(image, (48, 96), (38, 80), 0, 0, 360, 1, -1)
        decals.append(mark((s * 0.04, -0.14, 0.02), 0.08, 0.17, image, depth=0.1))
    else:
        outer = slab("touch", ellipse(0.24, 0.24, 44), 0.06, (0.115, 0, 0), SIDE, 0.014)
        parts.append(Part("touch", moved(outer, turn=rotation("z", 0 if s > 0 else 180) @ rotation("z", -s * 18 if s > 0 else 18)), "brushed_metal", colours[2]))
        if kind == "hook":
            t = np.radians(np.linspace(-20, 210, 30))
            hook = np.stack([np.full(30, s * 0.04), 0.12 - 0.24 * np.cos(t), 0.1 + 0.3 * np.sin(t)], 1)
            parts.append(Part("hook", rod("hook", hook, 0.03, 12, ends=0.9), "rubber", colours[1]))
    return [replace(p, name=f"{'right' if s > 0 else 'left'} {p.name}") for p in parts], decals


def buds(rng: random.Random) -> Things:
    """The pair alone."""
    colours, kind = scheme(rng, 4), rng.choice(("stem", "stem", "plain", "hook"))
    key = rng.random()
    parts: list[Part] = []
    decals: list[Decal] = []
    gap, roll = rng.uniform(0.28, 0.45), rng.uniform(-15, 25)
    for s in (1, -1):
        more, marks = bud(random.Random(key), s, kind, colours)
        more, marks = posed(more, marks, rotation("y", s * roll), (s * gap, 0, rng.uniform(-0.1, 0.1)))
        parts, decals = parts + more, decals + marks
    return parts, decals


def case(rng: random.Random) -> Things:
    """The box that earbuds live in: closed, or open with the buds standing in it."""
    colours = scheme(rng, 4)
    w, h, d = rng.choice(((1.2, 0.95, 0.5), (0.9, 1.1, 0.5), (1.4, 0.75, 0.6), (1.1, 1.1, 0.5)))
    w, h, d = w * rng.uniform(0.92, 1.08), h * rng.uniform(0.92, 1.08), d * rng.uniform(0.9, 1.1)
    soft = rng.uniform(0.5, 0.95) * min(w, h) / 2
    outline = rectangle(w, h, soft, steps=14)
    body = slab("base", outline, d, (0, d / 2, 0), FRONT, rng.uniform(0.4, 0.95) * min(soft, 0.48 * d), 9)
    split = h * rng.uniform(0.1, 0.24)
    far = block("tool", (3, 3, 3), (0, 0, split + 1.5), 0.001)
    lid = inlay("lid", body, far)
    material = rng.choice(("glossy_plastic", "matte_plastic", "leather"))
    parts, decals = [Part("base", body, material, colours[0])], []
    top, seen = [Part("lid", lid, material, colours[0] if rng.random() < 0.8 else colours[1])], []
    s = 0.4 * min(w, h)
    if rng.random() < 0.5:
        image = canvas(1, 1)
        logo(image, rng)
        decals.append(mark((0, -d / 2, (split - h / 2) / 2 - 0.02), 0.6 * s, 0.6 * s, image, depth=0.1))
    else:
        seen.append(mark((0, -d / 2, (split + h / 2) / 2), 0.8 * s, 0.3 * s, printed(rng, 0.8 * s, 0.3 * s, ("word",)), depth=0.15))
    image = canvas(1, 1)
    cv2.circle(image, (96, 96), 90, 1, -1)
    decals.append(mark((0, -d / 2, split - 0.09), 0.05, 0.05, image, depth=0.15))
    hinge = block("hinge", (0.45 * w, 0.05, 0.1), (0, d / 2 - 0.012, split), 0.012)
    parts.append(Part("hinge", hinge, "polished_metal", metal(rng)))
    if rng.random() < 0.7:
        hollow = slab("tool", inset(outline, 0.07), d - 0.14, (0, d / 2 - 0.07, -0.001), FRONT, min(0.1, 0.3 * soft), 4)
        cut(lid, hollow)
        pivot = np.array([0, d / 2 - 0.01, split])
        turn = rotation("x", -rng.uniform(60, 110))
        top, seen = posed(top, seen, turn, pivot - turn @ pivot)
        key, kind = rng.random(), rng.choice(("stem", "plain"))
        for side in (1, -1):
            if rng.random() < 0.9:
                pair, marks = bud(random.Random(key), side, kind, colours[1:] if rng.random() < 0.3 else [colours[0], neutral(rng), colours[2], colours[3]])
                turn = rotation("z", side * rng.uniform(30, 50))
                pair, marks = posed(pair, marks, turn, (side * min(0.26 * w, 0.3), -0.02, split + rng.uniform(0.08, 0.13)))
                parts, decals = parts + pair, decals + marks
    if rng.random() < 0.25:
        a = np.linspace(0, 2 * np.pi, 40)[:-1]
        x = -w / 2
        loop = np.stack([x - 0.1 + 0.13 * np.cos(a), 0 * a, -0.1 + 0.2 * np.sin(a)], 1)
        parts.append(Part("loop", rod("loop", loop, 0.025, 12, loop=True), "fabric", colours[2]))
    return parts + top, decals + seen


def wired(rng: random.Random) -> Things:
    """Two buds on a wire that joins and ends in a plug."""
    colours, key = scheme(rng, 4), rng.random()
    wires = []
    parts: list[Part] = []
    decals: list[Decal] = []
    joint = np.array([rng.uniform(-0.1, 0.1), 0, -0.75])
    for s in (1, -1):
        more, marks = bud(random.Random(key), s, "stem", colours)
        more, marks = posed(more, marks, by=(s * 0.5, 0, 0.5))
        parts, decals = parts + more, decals + marks
        low = next(points_of(p.object) for p in more if p.name.endswith("stem"))
        foot = low[low[:, 2] < low[:, 2].min() + 0.03].mean(0)
        wires.append(rod("wire", spline([foot + (0, 0, 0.02), foot + (s * 0.06, 0, -0.25), joint + (s * 0.3, 0, 0.3), joint + (s * 0.03, 0, 0.0)], 9), 0.024, 12))
    end = np.array([rng.choice((-1, 1)) * rng.uniform(0.3, 0.7), 0, -1.35])
    wires.append(rod("wire", spline([joint, joint + (0, 0, -0.25), (joint + end) / 2 + (0.12, 0, -0.12), end + (0, 0, 0.12), end], 9), 0.026, 12))
    parts.append(Part("wire", merge("wire", *wires), "rubber", colours[0]))
    parts.append(Part("joint", block("joint", (0.09, 0.06, 0.2), joint, 0.02, 0.025), "glossy_plastic", colours[1]))
    grip = lathe("grip", fillet([(0.02, 0.06), (0.045, 0.06), (0.055, -0.16), (0.01, -0.16)][::-1], 0.012, 3, closed=False), 32, end)
    plug = lathe("plug", fillet([(0.01, -0.36), (0.026, -0.33), (0.03, -0.15), (0.01, -0.15)], 0.004, 2, closed=False), 24, end)
    parts += [Part("grip", grip, "rubber", colours[0]), Part("plug", plug, "polished_metal", metal(rng))]
    return parts, decals
