# in: a random generator; out: Subject of a plant: succulent, cactus, broad leaves, fern, palm, topiary, flower, sprout, tree.
"""A pot of many kinds, earth in it, and leaves as thin closed blades; each big leaf is a part of its own."""

from __future__ import annotations

import random

import bpy
import numpy as np

from .curves import (
    Numbers,
    Points,
    Vector,
    ellipse,
    fillet,
    inset,
    offset_profile,
    rectangle,
    resample,
    spline,
)
from .joinery import inlay, merge
from .marks import mark, printed
from .palette import Colour, neutral, scaled, scheme, wood
from .shapes import (
    FRONT,
    TOP,
    ball,
    block,
    lathe,
    moved,
    points_of,
    reshaped,
    rod,
    rotation,
    skin,
    slab,
    sweep,
)
from .subject import Decal, Part, Subject

NAME = "plant"
GREENS = ((0.25, 0.5, 0.25), (0.35, 0.6, 0.3), (0.2, 0.42, 0.33), (0.5, 0.65, 0.3), (0.36, 0.52, 0.42), (0.6, 0.72, 0.5), (0.16, 0.33, 0.22))
GROUND = -0.03  # where stems begin, about the earth's level


def build(rng: random.Random) -> Subject:
    if rng.random() < 0.1:
        return tree(rng)
    colours = scheme(rng, 4)
    pot, mouth, z, decals = potted(rng, colours)
    grow = rng.choice((rosette, rosette, aloe, cactus, cactus, paddles, broad, broad, broad, snake, fern, palm, topiary, flower, sprout, globe))
    parts = grow(rng, mouth, rng.choice(GREENS), colours)
    for part in parts:
        moved(part.object, (0, 0, z))
    return Subject(NAME, pot + parts, decals)


def earth(r: float, z: float, section: np.ndarray | None = None) -> Part:
    plan = ellipse(2 * r, 2 * r, 56) if section is None else section
    return Part("earth", slab("earth", plan, 0.08, (0, 0, z - 0.08), TOP), "fabric", (0.25, 0.17, 0.12))


def potted(rng: random.Random, colours: list[Colour]) -> tuple[list[Part], float, float, list[Decal]]:
    """(parts, radius of the mouth, height of the earth, prints)."""
    r, h = rng.uniform(0.28, 0.44), rng.uniform(0.35, 0.65)
    kind = rng.choice(("rim", "rim", "cone", "cylinder", "bowl", "egg", "square", "square", "facets", "legs", "basket"))
    material = rng.choice(("ceramic", "ceramic", "concrete", "matte_plastic"))
    colour = rng.choice((colours[0], neutral(rng, True), (0.76, 0.44, 0.3)))
    parts, decals, wall = [], [], 0.035
    if kind == "square":
        low, soft = rng.uniform(0.7, 1.0), rng.uniform(0.015, 0.08)
        plan = rectangle(2 * r * 0.9, 2 * r * 0.9, soft, steps=5)
        hollow = inset(plan, wall)
        rings = [(inset(plan * low, 0.01), 0.0), (plan * low, 0.012), (plan, h - 0.008), (inset(plan, 0.008), h), (hollow, h), (hollow * 0.9, h - 0.16)]
        body = skin("pot", [np.concatenate([ring, np.full((len(ring), 1), z)], 1) for ring, z in rings])
        parts += [Part("pot", body, material, colour), earth(0, h - 0.05, hollow * 0.985)]
        mouth = 0.8 * r
    else:
        if kind == "bowl":
            r, h = r * 1.25, h * 0.6
        base = r * {"cylinder": 0.97, "legs": 0.95, "bowl": 0.45, "egg": 0.5}.get(kind, rng.uniform(0.62, 0.85))
        t = np.linspace(0, 1, 22)
        if kind == "bowl":
            outer = spline([(base, 0), (base + 0.55 * (r - base), 0.2 * h), (base + 0.85 * (r - base), 0.55 * h), (r, h)], 9)
        elif kind in ("egg", "basket"):
            outer = spline([(base, 0), (r * 1.1, 0.38 * h), (r * 1.12, 0.6 * h), (r, h)], 8)
        else:
            outer = np.stack([base + (r - base) * t, h * t], 1)
        outer = np.vstack([[(outer[0, 0] - 0.015, 0), (outer[0, 0] - 0.003, 0.006)], outer[1:]])
        inner = offset_profile(outer, wall)[::-1]
        inner = inner[inner[:, 1] > h - 0.2]
        profile = np.vstack([outer, [((outer[-1, 0] + inner[0, 0]) / 2, h + 0.008)], inner])
        sides = rng.choice((6, 8, 10)) if kind == "facets" else 64
        body = lathe("pot", profile, sides, sharp=15 if kind == "facets" else 38)
        inside = float(np.interp(h - 0.05, inner[::-1, 1], inner[::-1, 0])) * (np.cos(np.pi / sides) if kind == "facets" else 0.995)
        if kind in ("rim", "legs", "cylinder", "egg") and rng.random() < 0.35:
            zb, tall = rng.uniform(0.2, 0.6) * h, rng.uniform(0.1, 0.45) * h
            parts.append(Part("band", inlay("band", body, slab("tool", rectangle(4, tall), 4, (0, 2, zb), FRONT)), material, colours[1]))
        if kind == "basket":
            material, colour, grooves = "fabric", rng.choice(((0.82, 0.68, 0.48), (0.9, 0.85, 0.75))), rng.randint(3, 6)
            for k in range(1, grooves, 2):
                stripe = slab("tool", rectangle(4, 0.8 * h / grooves), 4, (0, 2, h * (k + 0.5) / grooves), FRONT)
                parts.append(Part(f"weave {k}", inlay(f"weave {k}", body, stripe), "fabric", colours[1]))
        parts += [Part("pot", body, material, colour), earth(inside, h - 0.05)]
        if kind == "rim":
            tall, out = rng.uniform(0.1, 0.17), rng.uniform(0.025, 0.05)
            band = fillet([(r - 0.03, h - tall), (r + out, h - tall), (r + out + 0.006, h + 0.02), (r - 0.03, h + 0.02)], 0.014, 3)
            parts.append(Part("rim", lathe("rim", band, 64, loop=True), material, colour))
        mouth = inside * 0.9
    if kind == "legs":
        lift = rng.uniform(0.2, 0.35)
        for part in parts:
            moved(part.object, (0, 0, lift))
        legs = [rod("leg", [(1.1 * r * np.cos(a), 1.1 * r * np.sin(a), 0), (1.03 * r * np.cos(a), 1.03 * r * np.sin(a), lift), (1.03 * r * np.cos(a), 1.03 * r * np.sin(a), lift + 0.6 * h)], 0.026, 14) for a in np.radians((45, 135, 225, 315))]
        ring = lathe("ring", fillet([(r * 0.9, lift - 0.035), (r * 1.02, lift - 0.035), (r * 1.02, lift + 0.0), (r * 0.9, lift + 0.0)], 0.006, 2), 60, loop=True)
        parts += [Part("legs", merge("legs", *legs), "wood", wood(rng)), Part("ring", ring, "wood", wood(rng))]
        h += lift
    elif rng.random() < 0.25 and kind != "bowl":
        dish = fillet([(0.8 * r, -0.03), (r * 1.02, -0.03), (r * 1.12, 0.05), (r * 1.07, 0.05), (r * 0.98, -0.005), (0.01, -0.005)], 0.008, 2, closed=False)
        parts.append(Part("saucer", lathe("saucer", dish, 60), material, colour))
    if rng.random() < 0.2 and kind in ("cylinder", "cone", "egg", "square"):
        decals.append(mark((0, -r, 0.45 * h), 0.9 * r, 0.5 * h, printed(rng, 0.9 * r, 0.5 * h), FRONT, 0.8 * r))
    return parts, mouth, h - 0.05, decals


def crescent(cup: float, thick: float, fold: bool = False, count: int = 15) -> np.ndarray:
    """A blade's section: y across (-0.5..0.5), x its normal; cupped or folded, `thick` in shares of its width."""
    y = np.linspace(-0.5, 0.5, count)
    arch = cup * (np.abs(2 * y) if fold else (2 * y) ** 2)
    half = thick / 2 * np.sqrt(np.clip(1 - (1.94 * y) ** 2, 0.02, 1))
    low, high = np.stack([arch - half, y], 1), np.stack([arch + half, y], 1)
    return np.vstack([low, high[::-1]])


def blade(name: str, path: Points, wide: Numbers, section: np.ndarray, across: Vector) -> bpy.types.Object:
    """A leaf along a path [n, 3] with widths [n]; `across` is the direction of its width."""
    return sweep(name, path, section, np.asarray(wide, float), up=across, sharp=50)


def width(kind: str, n: int = 22) -> np.ndarray:
    """Shares of the full width from the root to the tip."""
    t = np.linspace(0, 1, n)
    grow = {
        "lance": np.sin(np.pi * t**0.7),
        "oval": np.sqrt(np.clip(1 - (2 * t - 1) ** 2, 0, 1)),
        "heart": np.interp(t, [0, 0.04, 0.12, 0.25, 0.45, 0.7, 0.9, 1], [0.15, 0.6, 0.88, 1, 0.95, 0.62, 0.2, 0.02]),
        "drop": np.interp(t, [0, 0.2, 0.5, 0.72, 0.88, 0.96, 1], [0.45, 0.6, 0.9, 1, 0.75, 0.35, 0.04]),
        "taper": 1 - 0.96 * t**1.4,
        "sword": np.interp(t, [0, 0.3, 0.7, 0.9, 1], [0.7, 1, 0.9, 0.5, 0.03]),
    }[kind]
    return np.maximum(grow, 0.03)


def bow(root: Vector, angle: float, out: float, up: float, sag: float, n: int = 22) -> tuple[np.ndarray, np.ndarray]:
    """A leaf's line from `root` in the direction `angle`: `out` and `up` of its tip, bent by `sag`; and its width's direction."""
    c, s = np.cos(angle), np.sin(angle)
    t = np.linspace(0, 1, n)
    reach, rise = out * t ** (1 + max(sag, 0)), up * t + abs(sag) * 0.6 * np.sin(np.pi * t) * np.hypot(out, up)
    return np.asarray(root, float) + np.stack([reach * c, reach * s, rise], 1), np.array([-s, c, 0.0])


def rosette(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """Thick leaves in rings that close towards the middle."""
    n, size = rng.randint(3, 5), mouth * rng.uniform(1.0, 1.5)
    kind, thick = rng.choice(("drop", "drop", "lance", "oval")), rng.uniform(0.22, 0.4)
    parts, turn = [Part("core", lathe("core", [(0.3 * mouth, GROUND), (0.2 * mouth, 0.06), (0.05, 0.1)], 32), "matte_plastic", green)], 0.0
    for ring in range(n):
        share = ring / max(n - 1, 1)
        count = rng.randint(6, 8) - ring // 2
        long, wide = size * (1 - 0.6 * share), size * (0.55 - 0.25 * share)
        for k in range(count):
            a = turn + 2 * np.pi * k / count
            path, across = bow((0, 0, 0.045 + 0.03 * ring), a, long * (0.98 - 0.75 * share), long * (0.15 + 0.75 * share), -0.12 + 0.05 * share)
            parts.append(Part(f"leaf {ring} {k}", blade("leaf", path, wide * width(kind), crescent(0.1, thick), across), "matte_plastic", green))
        turn += np.pi / count + 0.1
    return parts


def aloe(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """Fleshy tapering swords that rise and lean out."""
    parts, n, tall = [], rng.randint(7, 13), rng.uniform(0.5, 0.95)
    for k in range(n):
        a, share = k * 2.4 + rng.uniform(-0.2, 0.2), k / n
        path, across = bow((0.03 * np.cos(a), 0.03 * np.sin(a), GROUND), a, tall * (0.75 - 0.6 * share) * rng.uniform(0.8, 1.1), tall * (0.55 + 0.45 * share), rng.uniform(0.1, 0.5))
        parts.append(Part(f"leaf {k}", blade("leaf", path, mouth * 0.36 * width("taper"), crescent(0.12, 0.42), across), "matte_plastic", green))
    return parts


def ribbed(name: str, wide: float, tall: float, ribs: int, deep: float, round_end: float = 0.3) -> bpy.types.Object:
    """A cactus's column with upright ribs and a domed top, from z = GROUND."""
    a = np.arange(8 * ribs) * 2 * np.pi / (8 * ribs)
    wave = 1 + deep * np.cos(ribs * a)
    rings = []
    for t in np.concatenate([np.linspace(0, 1 - round_end, 8), 1 - round_end + round_end * np.sin(np.linspace(0.12, np.pi / 2 - 0.04, 12))]):
        end = max(0.0, (t - 1 + round_end) / round_end)
        grow = wide * (0.86 + 0.14 * np.sin(min(1.0, t / 0.6) * np.pi / 2)) * np.sqrt(max(1 - end**2, 0.002))
        rings.append(np.stack([grow * wave * np.cos(a), grow * wave * np.sin(a), np.full_like(a, GROUND + tall * t)], 1))
    return skin(name, rings, sharp=60)


def bud(rng: random.Random, at: Vector, s: float, colour: Colour) -> list[Part]:
    """A small flower of petals about a ball."""
    n = rng.randint(5, 7)
    petals = [moved(ball("petal", (0.9 * s, 0.55 * s, 0.3 * s)), (0.5 * s * np.cos(a), 0.5 * s * np.sin(a), 0), turn=rotation("z", np.degrees(a)) @ rotation("y", -35)) for a in np.arange(n) * 2 * np.pi / n]
    return [Part("petals", moved(merge("petals", *petals), at), "fabric", colour), Part("heart", ball("heart", (0.5 * s, 0.5 * s, 0.4 * s), at), "fabric", (0.95, 0.8, 0.3))]


def cactus(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """A column with arms, smooth or ribbed."""
    tall, wide = rng.uniform(0.6, 1.2), mouth * rng.uniform(0.42, 0.6)
    ribs = rng.choice((0, 8, 10, 12))
    stem = ribbed("stem", wide, tall, ribs, 0.07) if ribs else rod("stem", [(0, 0, GROUND), (0, 0, tall / 2), (0, 0, tall - wide)], wide, 40, ends=0.97)
    parts = [Part("stem", stem, "matte_plastic", green)]
    sides = rng.choice(([1], [-1, 1], [-1, 1], []))
    for k, s in enumerate(sides):
        z, r = tall * rng.uniform(0.25, 0.5), wide * rng.uniform(0.45, 0.65)
        out, up = wide + rng.uniform(1.2, 1.8) * r, rng.uniform(0.2, 0.4) * tall
        line = fillet([(s * wide * 0.5, z), (s * out, z), (s * out, z + up + r)], 1.4 * r, 10, closed=False)
        line = resample(line, 40, closed=False)
        parts.append(Part(f"arm {k}", rod("arm", np.stack([line[:, 0], 0 * line[:, 0], line[:, 1]], 1), r, 32, ends=0.97), "matte_plastic", green))
    if rng.random() < 0.35:
        parts += bud(rng, (0, 0, tall - 0.02 + GROUND * bool(ribs)), 0.6 * wide, colours[2])
    return parts


def globe(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """A barrel cactus, one or three."""
    parts = []
    places = [(0, 0, 1.0)] if rng.random() < 0.6 else [(-0.4 * mouth, 0, 0.62), (0.42 * mouth, 0.05, 0.55), (0.05, -0.3 * mouth, 0.42)]
    for k, (x, y, s) in enumerate(places):
        r = mouth * rng.uniform(0.8, 1.0) * s
        thing = moved(ball("globe", (2 * r, 2 * r, 1.8 * r), count=120), (0, 0, 0.8 * r))
        v, n = points_of(thing), rng.choice((10, 12, 14))
        v[:, :2] *= 1 + 0.07 * np.cos(n * np.arctan2(v[:, 1], v[:, 0]))[:, None] * np.minimum(1, np.linalg.norm(v[:, :2], axis=1) / (0.5 * r))[:, None]
        thing["sharp"] = 60
        parts.append(Part(f"globe {k}", moved(reshaped(thing, v), (x, y, GROUND)), "matte_plastic", green))
        if rng.random() < 0.3 and k == 0:
            parts += bud(rng, (x, y, 1.7 * r + GROUND), 0.5 * r, colours[2])
    return parts


def paddles(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """A prickly pear: flat ovals one on the other."""
    parts: list[Part] = []

    def pad(at: np.ndarray, lean: float, s: float, level: int) -> None:
        yaw = rotation("z", rng.uniform(-35, 35)) @ rotation("y", lean)
        w, h = s * rng.uniform(0.65, 0.85), s
        thing = moved(ball("pad", (w, 0.2 * s, h)), (0, 0, 0.46 * h))
        parts.append(Part(f"pad {len(parts)}", moved(thing, at, turn=yaw), "matte_plastic", green))
        if level < 2:
            for side in rng.choice(((-1, 1), (-1, 1), (1,), (-1,), (0,))):
                spot = at + yaw @ np.array([side * 0.3 * w, 0, 0.46 * h + 0.38 * h * (1 if side == 0 else 0.85)])
                pad(spot, lean + side * rng.uniform(25, 45), s * rng.uniform(0.62, 0.8), level + 1)

    pad(np.array([0, 0, GROUND - 0.04]), rng.uniform(-8, 8), rng.uniform(0.5, 0.7), 0)
    if rng.random() < 0.4:
        tops = [points_of(part.object)[points_of(part.object)[:, 2].argmax()] for part in parts[-2:]]
        parts.append(Part("fruit", merge("fruit", *[ball("fruit", (0.1, 0.1, 0.12), p) for p in tops]), "matte_plastic", (0.8, 0.25, 0.35)))
    return parts


def broad(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """Big leaves on stalks: rubber plant, monstera's outline, calathea, money tree."""
    n, tall = rng.randint(4, 9), rng.uniform(0.5, 1.1)
    kind, fold = rng.choice(("heart", "heart", "oval", "lance")), rng.random() < 0.5
    stalks = []
    parts: list[Part] = []
    wide = rng.uniform(0.45, 0.8) if kind != "lance" else rng.uniform(0.3, 0.45)
    cup, sag = rng.uniform(0.05, 0.2), rng.uniform(0.15, 0.6)
    for k in range(n):
        a, share = k * 2.4 + rng.uniform(-0.3, 0.3), (k + 0.5) / n
        knee = np.array([0.3 * (1 - share) * np.cos(a), 0.3 * (1 - share) * np.sin(a), tall * (0.25 + 0.7 * share)])
        stalks.append(rod("stalk", spline([(0.04 * np.cos(a), 0.04 * np.sin(a), GROUND), knee * (0.35, 0.35, 0.55), knee], 8), 0.018, 10))
        long = rng.uniform(0.42, 0.6) * (1.1 - 0.3 * share)
        lean = rng.uniform(0.2, 0.7) + 0.4 * share
        path, across = bow(knee - np.array([np.cos(a), np.sin(a), 0]) * 0.02, a, long * np.cos(lean), long * np.sin(lean) - 0.1, -sag * 0.5)
        parts.append(Part(f"leaf {k}", blade("leaf", path, wide * long * width(kind), crescent(cup, 0.07, fold), across), rng.choice(("matte_plastic", "glossy_plastic")) if k == 0 else parts[0].material, green))
    return [Part("stalks", merge("stalks", *stalks), "matte_plastic", scaled(green, 0.8)), *parts]


def snake(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """Upright swords, lightly wavy."""
    parts = []
    for k in range(rng.randint(4, 8)):
        a, r = k * 2.4, mouth * rng.uniform(0.05, 0.5)
        tall = rng.uniform(0.6, 1.2)
        t = np.linspace(0, 1, 22)
        root = np.array([r * np.cos(a), r * np.sin(a), GROUND])
        lean = rng.uniform(0.02, 0.25)
        path = root + np.stack([lean * np.cos(a) * t + 0.02 * np.sin(4 * t + a), lean * np.sin(a) * t, tall * t], 1)
        face = rng.uniform(-0.6, 0.6)
        parts.append(Part(f"leaf {k}", blade("leaf", path, rng.uniform(0.13, 0.2) * width("sword"), crescent(0.15, 0.1), (np.cos(face), np.sin(face), 0)), "matte_plastic", green))
    return parts


def fern(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """Arching fronds with leaflets in pairs."""
    parts, pairs, long = [], rng.randint(5, 7), rng.uniform(0.6, 0.9)
    for k in range(rng.randint(3, 6)):
        a = k * 2.4 + rng.uniform(-0.2, 0.2)
        path, across = bow((0, 0, GROUND), a, long * rng.uniform(0.6, 1.0), rng.uniform(0.1, 0.6), -0.7, 40)
        pieces = [rod("rib", path, 0.014, 10)]
        for j in range(pairs):
            t = 0.22 + 0.74 * j / pairs
            at, ahead = path[int(39 * t)], path[int(39 * t)] - path[int(39 * t) - 1]
            ahead = ahead / np.linalg.norm(ahead)
            size = 0.2 * long * np.sin(np.pi * (0.2 + 0.75 * t)) + 0.05
            for s in (-1, 1):
                d = s * across * 0.9 + ahead * 0.45
                tip = at + d / np.linalg.norm(d) * size
                line = at + (tip - at) * np.linspace(0, 1, 12)[:, None]
                pieces.append(blade("leaflet", line, 0.42 * size * width("lance", 12), crescent(0.02, 0.16, count=9), ahead))
        parts.append(Part(f"frond {k}", merge(f"frond {k}", *pieces), "matte_plastic", green))
    return parts


def palm(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """A bare trunk and a tuft of swords; or two trunks."""
    parts = []
    for j in range(rng.choice((1, 1, 2))):
        x, tall = (0, rng.uniform(0.4, 0.8)) if j == 0 else (0.3 * mouth, rng.uniform(0.2, 0.4))
        lean = rng.uniform(-0.12, 0.12)
        trunk = spline([(x, 0, GROUND), (x + 0.4 * lean, 0, tall / 2), (x + lean, 0, tall)], 10)
        parts.append(Part(f"trunk {j}", sweep("trunk", trunk, ellipse(1, 1, 24), np.linspace(0.11, 0.075, len(trunk))), "wood", wood(rng)))
        for k in range(rng.randint(8, 13)):
            a, steep = k * 2.4 + j, rng.uniform(-0.2, 1.0)
            path, across = bow(trunk[-1] - (0, 0, 0.03), a, rng.uniform(0.3, 0.5), 0.5 * steep, -rng.uniform(0.2, 0.5))
            parts.append(Part(f"leaf {j} {k}", blade("leaf", path, rng.uniform(0.07, 0.11) * width("lance"), crescent(0.12, 0.1, True), across), "matte_plastic", green))
    return parts


def topiary(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """A trunk with balls, a cone or a cloud on it."""
    tall, kind = rng.uniform(0.25, 0.6), rng.choice(("ball", "ball", "balls", "cone", "cloud", "cube"))
    r = mouth * rng.uniform(1.0, 1.5)
    parts = [Part("trunk", rod("trunk", [(0, 0, GROUND), (0.01, 0, tall / 2), (0, 0, tall + 0.1)], 0.04, 16), "wood", wood(rng))]
    if kind == "ball":
        return [*parts, Part("crown", ball("crown", (2 * r,) * 3, (0, 0, tall + 0.9 * r)), "fabric", green)]
    if kind == "cube":
        return [*parts, Part("crown", block("crown", (1.7 * r,) * 3, (0, 0, tall + 0.8 * r), 0.05), "fabric", green)]
    if kind == "balls":
        sizes = [r, 0.72 * r, 0.5 * r]
        z = tall
        for k, s in enumerate(sizes):
            parts.append(Part(f"crown {k}", ball(f"crown {k}", (2 * s,) * 3, (0, 0, z + 0.8 * s)), "fabric", green))
            z += 1.75 * s
        return parts
    if kind == "cone":
        wall = fillet([(0.7 * r, tall), (r, tall + 0.05), (0.03, tall + 3 * r)], [0, 0.06, 0], 6, closed=False)
        return [*parts, Part("crown", lathe("crown", wall, 64), "fabric", green)]
    for k in range(rng.randint(3, 5)):
        a, s = k * 2.4, r * rng.uniform(0.55, 0.8)
        parts.append(Part(f"crown {k}", ball(f"crown {k}", (2 * s, 2 * s, 1.6 * s), (0.6 * r * np.cos(a), 0.35 * r * np.sin(a), tall + 0.5 * r + 0.35 * r * (k % 3))), "fabric", green))
    return parts


def flower(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """One to three flowers on stalks: daisy, tulip, poppy, with leaves at their foot."""
    kind, parts, stalks = rng.choice(("daisy", "daisy", "tulip", "round")), [], []
    n = rng.choice((1, 1, 3))
    for j in range(n):
        x, tall = (j - (n - 1) / 2) * mouth * 0.9, rng.uniform(0.5, 0.9)
        top = np.array([x * 1.5, rng.uniform(-0.05, 0.05), tall])
        stalks.append(rod("stalk", spline([(x * 0.3, 0, GROUND), (x * 0.8, 0, tall * 0.5), top], 8), 0.022, 12))
        s, colour = rng.uniform(0.16, 0.26), colours[1 + j % 2]
        if kind == "daisy":
            count, tilt = rng.randint(6, 12), rotation("x", rng.uniform(45, 85))
            petals = [moved(ball("petal", (s, 0.42 * s * 8 / count * 1.25, 0.07 * s + 0.012)), (0.75 * s * np.cos(a), 0.75 * s * np.sin(a), 0), turn=rotation("z", np.degrees(a))) for a in np.arange(count) * 2 * np.pi / count]
            parts.append(Part(f"petals {j}", moved(merge("petals", *petals), top, turn=tilt), "fabric", colour))
            parts.append(Part(f"heart {j}", moved(ball("heart", (0.75 * s, 0.75 * s, 0.3 * s)), top, turn=tilt), "fabric", (0.95, 0.78, 0.25)))
        elif kind == "tulip":
            for k in range(3):
                a = 2 * np.pi * k / 3 - np.pi / 2
                path, across = bow(top + (0.03 * np.cos(a), 0.03 * np.sin(a), -0.02), a, 0.3 * s, 1.6 * s, -0.18)
                parts.append(Part(f"petal {j} {k}", blade("petal", path, 1.25 * s * width("oval"), crescent(-0.28, 0.08), across), "fabric", colour))
        else:
            parts.append(Part(f"head {j}", ball("head", (1.7 * s, 1.7 * s, 1.5 * s), top), "fabric", colour))
    parts.append(Part("stalks", merge("stalks", *stalks), "matte_plastic", green))
    for k in range(rng.randint(2, 4)):
        a = rng.choice((0, np.pi)) + rng.uniform(-0.6, 0.6) + k * np.pi
        path, across = bow((0, 0, GROUND), a, rng.uniform(0.25, 0.4), rng.uniform(0.2, 0.4), -0.3)
        parts.append(Part(f"leaf {k}", blade("leaf", path, 0.14 * width("lance"), crescent(0.15, 0.1, True), across), "matte_plastic", green))
    return parts


def sprout(rng: random.Random, mouth: float, green: Colour, colours: list[Colour]) -> list[Part]:
    """The icon: a stem with two, three or four leaves."""
    tall, kind = rng.uniform(0.35, 0.7), rng.choice(("oval", "heart", "lance"))
    lean = rng.uniform(-0.06, 0.06)
    stem = spline([(0, 0, GROUND), (lean, 0, tall / 2), (0, 0, tall)], 12)
    parts = [Part("stem", rod("stem", stem, 0.026, 14), "matte_plastic", green)]
    levels = [tall] if rng.random() < 0.6 else [0.55 * tall, tall]
    for j, z in enumerate(levels):
        for s in (-1, 1):
            long = rng.uniform(0.36, 0.55)
            path, across = bow((float(np.interp(z, stem[:, 2], stem[:, 0])), 0, z - 0.02), 0 if s > 0 else np.pi, long, rng.uniform(0.05, 0.35), -rng.uniform(0.1, 0.4))
            across = across + (0, 0, rng.uniform(0.2, 0.9) * s)  # turned to the viewer
            parts.append(Part(f"leaf {j} {s}", blade("leaf", path, rng.uniform(0.5, 0.65) * long * width(kind), crescent(0.12, 0.07, rng.random() < 0.5), across), "matte_plastic", green))
    return parts


def tree(rng: random.Random) -> Subject:
    """A tree of its own: ball, cloud, cones of a fir, poplar."""
    green, tall = rng.choice(GREENS), rng.uniform(0.3, 0.7)
    kind = rng.choice(("ball", "cloud", "fir", "fir", "poplar"))
    r = rng.uniform(0.07, 0.12)
    wall = fillet([(1.5 * r, 0), (r, 0.15), (0.85 * r, tall + 0.3), (0.01, tall + 0.3)], [0, 0.1, 0, 0], 5, closed=False)
    parts = [Part("trunk", lathe("trunk", wall, 40), "wood", wood(rng))]
    if kind == "fir":
        n, z, w = rng.randint(1, 4), tall, rng.uniform(0.45, 0.65)
        for k in range(n):
            h = rng.uniform(0.55, 0.7) * (1.6 if n == 1 else 1)
            parts.append(Part(f"tier {k}", lathe("tier", fillet([(0.6 * w, z + 0.02), (w, z), (0.02, z + h)], [0, 0.03, 0.0], 4, closed=False), rng.choice((60, 60, 8)) if n == 1 else 60), "fabric", green))
            z, w = z + 0.5 * h, 0.78 * w
    elif kind == "cloud":
        for k in range(rng.randint(4, 6)):
            a, s = k * 2.4, rng.uniform(0.55, 0.8)
            parts.append(Part(f"crown {k}", ball("crown", (s, s, 0.85 * s), (0.32 * np.cos(a), 0.2 * np.sin(a), tall + 0.45 + 0.17 * (k % 3))), "fabric", green))
    else:
        size = (0.7, 0.7, 1.4) if kind == "poplar" else (1.1, 1.1, rng.uniform(0.95, 1.3))
        parts.append(Part("crown", ball("crown", size, (0, 0, tall + 0.42 * size[2])), "fabric", green))
        if rng.random() < 0.4:
            branch = rod("branch", [(0, 0, 0.6 * tall), (0.12, 0, 0.8 * tall), (0.24, 0, tall + 0.2)], 0.4 * r, 12)
            parts.append(Part("branch", branch, parts[0].material, parts[0].colour))
    return Subject(NAME, parts)
