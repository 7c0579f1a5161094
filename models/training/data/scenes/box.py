# in: a random generator; out: Subject of packaging and boxes: carton, milk carton, open box, gift, book, pouch, crate, tin.
from __future__ import annotations

import random

import numpy as np

from .curves import ellipse, fillet, rectangle
from .joinery import cut, inlay, merge
from .marks import mark, printed
from .palette import Colour, metal, neutral, parse, scaled, scheme, wood
from .shapes import (
    FRONT,
    HAIR,
    OTHER_SIDE,
    SIDE,
    TOP,
    Solid,
    block,
    lathe,
    moved,
    rod,
    rotation,
    skin,
    slab,
    solid,
)
from .subject import Decal, Part, Subject

NAME = "box"
KRAFT = ("#c9a27a", "#b98d5f", "#d8b98f", "#a97c50")


def build(rng: random.Random) -> Subject:
    return rng.choice((carton, carton, open_carton, milk, milk, gift, book, packet, pouch, crate, tin, books))(rng)


def prints(rng: random.Random, w: float, d: float, h: float, chance: float = 0.7) -> list[Decal]:
    """Marks on the front, and sometimes on the sides, of a box that stands on z = 0."""
    out = []
    for face, half, wide in ((FRONT, d / 2, w), (SIDE, w / 2, d), (OTHER_SIDE, w / 2, d)):
        if rng.random() < (chance if face is FRONT else 0.3 * chance):
            pw, ph = wide * rng.uniform(0.4, 0.85), h * rng.uniform(0.2, 0.7)
            z = h * rng.uniform(0.4, 0.6)
            out.append(mark(np.cross(*face) * half + (0, 0, z), pw, ph, printed(rng, pw, ph), face, 0.05))
    return out


def carton(rng: random.Random) -> Subject:
    """Closed; sealed with tape, the flaps' seam on top, maybe a lid of its own."""
    colours = scheme(rng, 4)
    w, d, h = (rng.uniform(0.5, 1.3) for _ in range(3))
    body_colour = parse(rng.choice(KRAFT)) if rng.random() < 0.5 else colours[0]
    body = block("box", (w, d, h), (0, 0, h / 2), rng.choice((0.004, 0.01)))
    parts = [Part("box", body, "paper", body_colour)]
    kind = rng.choice(("tape", "tape", "lid", "seam", "plain"))
    if kind == "tape":
        t, drop = rng.uniform(0.08, 0.16), h * rng.uniform(0.12, 0.3)
        strip = block("tape", (t, d + 2 * HAIR, drop), (0, 0, h + HAIR - drop / 2), 0.001)
        parts.append(Part("tape", strip, "glossy_plastic", rng.choice((parse("#e3c99f"), colours[1]))))
    elif kind == "lid":
        drop = h * rng.uniform(0.12, 0.4)
        parts.append(Part("lid", block("lid", (w + 0.04, d + 0.04, drop), (0, 0, h + 0.015 - drop / 2), 0.006), "paper", colours[1]))
    elif kind == "seam":
        cut(body, block("tool", (w + 1, 0.012, 0.03), (0, 0, h), 0.001))
    if rng.random() < 0.3:
        z = h * rng.uniform(0.1, 0.4)
        band = inlay("band", body, block("tool", (5, 5, 2 * z), (0, 0, 0), 0.001))
        parts.append(Part("band", band, "paper", colours[2]))
    if rng.random() < 0.25:
        cut(body, slab("tool", rectangle(0.22, 0.07, 0.034), 5, (0, 2.5, 0.72 * h), FRONT))
    return Subject(NAME, parts, prints(rng, w, d, h))


def open_carton(rng: random.Random) -> Subject:
    """Four flaps open at their own angles."""
    colours = scheme(rng, 3)
    w, d, h = rng.uniform(0.7, 1.2), rng.uniform(0.6, 1.0), rng.uniform(0.45, 0.9)
    body = block("box", (w, d, h), (0, 0, h / 2), 0.004)
    cut(body, block("tool", (w - 0.04, d - 0.04, h), (0, 0, h / 2 + 0.04), 0.001))
    colour = parse(rng.choice(KRAFT)) if rng.random() < 0.6 else colours[0]
    parts = [Part("box", body, "paper", colour)]
    for k, (wide, out, along) in enumerate(((w, d, 0), (w, d, 180), (d, w, 90), (d, w, 270))):
        long = rng.uniform(0.3, 0.5) * min(w, d)
        k_taper = rng.choice((0.0, 0.06))
        flap = slab("flap", [(-wide / 2, 0), (wide / 2, 0), (wide / 2 - k_taper, long), (-wide / 2 + k_taper, long)], 0.018, (0, 0, 0), FRONT)
        lean = rng.uniform(15, 110)  # from upright outwards
        moved(flap, (0, -out / 2 + 0.02, h - 0.004), turn=rotation("x", lean))
        moved(flap, turn=rotation("z", along))
        parts.append(Part(f"flap {k}", flap, "paper", scaled(colour, 1.06)))
    return Subject(NAME, parts, prints(rng, w, d, h, 0.5))


def milk(rng: random.Random) -> Subject:
    """Gable top with a fin, or a flat-topped drink with a straw; a screw cap sometimes."""
    colours = scheme(rng, 4)
    w, d, h = rng.uniform(0.45, 0.65), rng.uniform(0.4, 0.6), rng.uniform(0.7, 1.2)
    if rng.random() < 0.3:
        body = block("box", (w, d, h), (0, 0, h / 2), 0.008)
        parts = [Part("box", body, "paper", colours[0])]
        lean = rng.uniform(-12, 18)
        straw = lathe("straw", [(0.022, 0), (0.022, 0.5)], 20)
        parts.append(Part("straw", moved(straw, (0.12, 0, h - 0.12), turn=rotation("y", lean)), "matte_plastic", colours[2]))
        return Subject(NAME, parts, prints(rng, w, d, h))
    roof, fin = rng.uniform(0.2, 0.35), rng.uniform(0.07, 0.12)
    x, y, t = w / 2, d / 2, 0.012
    tuck = rng.uniform(0.0, 0.06)
    v = [(-x, -y, h), (x, -y, h), (x, y, h), (-x, y, h), (-x + tuck, -t, h + roof), (x - tuck, -t, h + roof), (x - tuck, t, h + roof), (-x + tuck, t, h + roof)]
    top = solid("top", v, [np.array([(0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7), (4, 5, 6, 7), (0, 3, 2, 1)])], 15)
    parts = [
        Part("box", block("box", (w, d, h), (0, 0, h / 2), 0.004), "paper", colours[0]),
        Part("top", top, "paper", colours[rng.choice((0, 1))]),
        Part("fin", block("fin", (w - 2 * tuck, 2 * t, fin), (0, 0, h + roof + fin / 2 - 0.004), 0.002), "paper", colours[rng.choice((0, 1))]),
    ]
    if rng.random() < 0.6:
        r = rng.uniform(0.075, 0.11)
        cap = lathe("cap", fillet([(r - 0.015, -0.02), (r, -0.02), (r, 0.09), (0.01, 0.09)], 0.012, 3, closed=False), 44)
        slope = np.degrees(np.arctan2(roof, y))
        parts.append(Part("cap", moved(cap, (0, -y / 2, h + roof / 2), turn=rotation("x", slope)), "matte_plastic", colours[2]))
    if rng.random() < 0.5:
        z = h * rng.uniform(0.15, 0.4)
        band = inlay("band", parts[0].object, block("tool", (5, 5, 2 * z), (0, 0, 0), 0.001))
        parts.append(Part("band", band, "paper", colours[3]))
    return Subject(NAME, parts, prints(rng, w, d, h, 0.9))


def gift(rng: random.Random) -> Subject:
    """Box, lid, crossed ribbon, a bow of loops and tails."""
    colours = scheme(rng, 4)
    w, d, h = rng.uniform(0.6, 1.1), rng.uniform(0.6, 1.0), rng.uniform(0.4, 1.0)
    if rng.random() < 0.5:
        d = w
    lid, t = rng.uniform(0.12, 0.22), rng.uniform(0.08, 0.16)
    parts = [Part("box", block("box", (w, d, h), (0, 0, h / 2), 0.005), "paper", colours[0])]
    top = h
    if rng.random() < 0.75:
        parts.append(Part("lid", block("lid", (w + 0.06, d + 0.06, lid), (0, 0, h - lid / 2 + 0.02), 0.006), "paper", colours[rng.choice((0, 1))]))
        top = h + 0.02
    flush = (0.06 if len(parts) > 1 else 0.0) + 2 * 0.008
    bands = [block("ribbon", (t, d + flush, top + 0.008), (0, 0, (top + 0.008) / 2), 0.002), block("ribbon", (w + flush, t, top + 0.007), (0, 0, (top + 0.007) / 2), 0.002)]
    for k, band in enumerate(bands):
        parts.append(Part(f"ribbon {k}", band, "fabric", colours[2]))
    size = rng.uniform(0.2, 0.36)
    a = np.linspace(0, 2 * np.pi, 40)[:-1]
    loops = []
    for s in (-1, 1):
        loop = np.stack([s * size * (0.5 - 0.5 * np.cos(a)), 0 * a, size * 0.42 * np.sin(a) * (0.4 + 0.6 * (0.5 - 0.5 * np.cos(a)))], 1)
        turn = rotation("y", -s * 28)
        line = loop @ turn.T + (0, 0, top + 0.05)
        loops.append(_band("loop", line, rectangle(0.02, t * 1.1, 0.008)))
    parts.append(Part("bow", merge("bow", *loops), "fabric", colours[2]))
    parts.append(Part("knot", block("knot", (0.11, t * 1.15, 0.1), (0, 0, top + 0.05), 0.03), "fabric", colours[2]))
    return Subject(NAME, parts, prints(rng, w, d, h, 0.25))


def _band(name: str, line: np.ndarray, section: np.ndarray) -> Solid:
    """A closed ribbon in the xz plane, its width along y."""
    ahead = np.roll(line, -1, 0) - np.roll(line, 1, 0)
    ahead /= np.linalg.norm(ahead, axis=1)[:, None]
    side = np.stack([ahead[:, 2], 0 * ahead[:, 0], -ahead[:, 0]], 1)
    rings = line[:, None] + section[None, :, :1] * side[:, None] + section[None, :, 1:] * np.array([0, 1.0, 0])
    return skin(name, rings, loop=True)


def volume(rng: random.Random, w: float, d: float, h: float, colours: list[Colour]) -> list[Part]:
    """A closed book standing on its foot, spine at -x: covers, spine, pages set back."""
    t, over = rng.uniform(0.012, 0.03), rng.uniform(0.01, 0.03)
    parts = [Part("pages", block("pages", (w - over, d - 2 * t, h - 2 * over), (-over / 2 + t / 2, 0, h / 2), 0.002), "paper", (0.96, 0.94, 0.88))]
    front = block("cover", (w, t, h), (0, -d / 2 + t / 2, h / 2), 0.003)
    back = block("cover", (w, t, h), (0, d / 2 - t / 2, h / 2), 0.003)
    spine = block("spine", (t, d, h), (-w / 2 - t / 2 + 0.002, 0, h / 2), 0.003)
    parts.append(Part("covers", merge("covers", front, back), rng.choice(("paper", "leather", "fabric")), colours[0]))
    parts.append(Part("spine", spine, parts[1].material, colours[rng.choice((0, 1))]))
    return parts


def book(rng: random.Random) -> Subject:
    colours = scheme(rng, 4)
    w, d, h = rng.uniform(0.65, 0.95), rng.uniform(0.1, 0.35), rng.uniform(0.9, 1.3)
    parts = volume(rng, w, d, h, colours)
    decals = []
    for z, tall in ((0.68, 0.28), (0.25, 0.12)):
        if rng.random() < 0.8:
            pw = w * rng.uniform(0.5, 0.8)
            decals.append(mark((0, -d / 2, z * h), pw, tall * h, printed(rng, pw, tall * h), depth=0.05))
    if rng.random() < 0.3:
        ribbon = block("ribbon", (0.04, 0.008, 0.3), (w * 0.2, 0, -0.06), 0.001)
        parts.append(Part("ribbon", ribbon, "fabric", colours[2]))
    if rng.random() < 0.35:
        strip = slab("strip", rectangle(0.09, h), 0.01, (-w * 0.36, -d / 2 + 0.01 - HAIR, h / 2), FRONT)
        parts.append(Part("strip", strip, "fabric", colours[3]))
    return Subject(NAME, parts, decals)


def books(rng: random.Random) -> Subject:
    """A row or a pile."""
    parts, at, lying = [], 0.0, rng.random() < 0.5
    for k in range(rng.randint(2, 5)):
        d = rng.uniform(0.1, 0.24)
        pieces = volume(rng, rng.uniform(0.6, 0.9), d, rng.uniform(0.8, 1.15), scheme(rng, 3))
        for part in pieces:
            if lying:
                moved(part.object, turn=rotation("x", 90))
                moved(part.object, (0, 0, at + d / 2), turn=rotation("z", 90))
            else:
                moved(part.object, turn=rotation("z", 90))
                moved(part.object, (at + d / 2, 0, 0))
            part.name = f"{part.name} {k}"
        parts += pieces
        at += d + 0.004
    return Subject(NAME, parts)


def packet(rng: random.Random) -> Subject:
    """Cereal, phone, cosmetics: a flat box with a window, a hanging tab or a lid that pulls off."""
    colours = scheme(rng, 4)
    w, d, h = rng.uniform(0.55, 0.95), rng.uniform(0.15, 0.4), rng.uniform(0.8, 1.3)
    body = block("box", (w, d, h), (0, 0, h / 2), 0.006)
    parts, decals = [Part("box", body, "paper", colours[0])], []
    kind = rng.choice(("window", "panel", "split", "tab"))
    if kind in ("window", "panel"):
        shape = rng.choice((rectangle(w * 0.6, h * 0.3, 0.03), ellipse(w * 0.55, w * 0.55, 48)))
        panel = slab("panel", shape, 0.02 + HAIR, (0, -d / 2 + 0.02, h * rng.uniform(0.3, 0.4)), FRONT)
        parts.append(Part("panel", panel, "glass" if kind == "window" else "paper", colours[1]))
        decals.append(mark((0, -d / 2, 0.76 * h), 0.7 * w, 0.2 * h, printed(rng, 0.7 * w, 0.2 * h, ("word",)), depth=0.03))
    elif kind == "split":
        tool = slab("tool", [(-2, h * 0.55), (2, h * rng.uniform(0.55, 0.75)), (2, 3), (-2, 3)], 4, (0, 2, 0), FRONT)
        parts.append(Part("lid", inlay("lid", body, tool), "paper", colours[1]))
        decals += prints(rng, w, d, h, 0.9)
    else:
        tab = slab("tab", fillet([(-w / 2, 0), (w / 2, 0), (w * 0.3, 0.2), (-w * 0.3, 0.2)], 0.04), 0.012, (0, d / 2, h), FRONT)
        cut(tab, slab("tool", rectangle(0.16, 0.05, 0.024), 1, (0, d / 2 + 0.5, h + 0.11), FRONT))
        parts.append(Part("tab", tab, "paper", colours[0]))
        decals += prints(rng, w, d, h, 0.9)
    return Subject(NAME, parts, decals)


def pouch(rng: random.Random) -> Subject:
    """Flat seams above, a full belly below: coffee, crisps, sachets; with a valve, a zip, a spout."""
    colours = scheme(rng, 4)
    w, h, d = rng.uniform(0.65, 0.95), rng.uniform(0.85, 1.25), rng.uniform(0.22, 0.42)
    stands = rng.random() < 0.65
    rings = []
    for t in np.linspace(0, 1, 26):
        full = np.sin(np.pi * (0.12 + 0.88 * t)) ** 0.7 if not stands else (1 - t) ** 0.55 * (0.9 + 0.1 * min(1, t / 0.1))
        depth = 0.02 + (d - 0.02) * max(full, 0.0)
        pinch = 1 - 0.05 * np.sin(np.pi * t)
        ring = ellipse(w * pinch, depth, 64, power=2.0 + 1.2 * (1 - max(full, 0.0)))
        rings.append(np.concatenate([ring, np.full((64, 1), h * t)], 1))
    parts = [Part("body", skin("body", rings), rng.choice(("matte_plastic", "glossy_plastic", "paper", "brushed_metal")), colours[0])]
    parts.append(Part("seal", block("seal", (w, 0.02, 0.1), (0, 0, h + 0.045), 0.003), parts[0].material, colours[rng.choice((0, 1))]))
    if not stands:
        parts.append(Part("foot seal", block("foot seal", (w, 0.02, 0.1), (0, 0, -0.04), 0.003), parts[0].material, colours[rng.choice((0, 1))]))
    if rng.random() < 0.5:
        tool = slab("tool", rectangle(3, h * rng.uniform(0.2, 0.45)), 4, (0, 2, h * rng.uniform(0.3, 0.5)), FRONT)
        parts.append(Part("label", inlay("label", parts[0].object, tool), "paper", colours[2]))
    if rng.random() < 0.3:
        spout = lathe("spout", fillet([(0.07, -0.02), (0.07, 0.05), (0.1, 0.05), (0.1, 0.17), (0.01, 0.17)], 0.012, 3, closed=False), 40, (0, 0, h + 0.08))
        parts.append(Part("spout", spout, "matte_plastic", colours[3]))
    pw = w * 0.6
    decals = [mark((0, -d * 0.35, h * 0.45), pw, pw * 0.8, printed(rng, pw, pw * 0.8), depth=d * 0.5)] if rng.random() < 0.75 else []
    return Subject(NAME, parts, decals)


def crate(rng: random.Random) -> Subject:
    """Wooden slats with gaps, or a chest with bands and a lock."""
    colours = scheme(rng, 2)
    w, d, h, tone = rng.uniform(0.8, 1.2), rng.uniform(0.6, 0.8), rng.uniform(0.45, 0.7), wood(rng)
    if rng.random() < 0.55:
        n, slats, posts = rng.randint(3, 4), [], []
        step = h / n
        for k in range(n):
            z = (k + 0.5) * step
            for s in (-1, 1):
                slats.append(block("slat", (w, 0.03, step * 0.78), (0, s * d / 2, z), 0.004))
                slats.append(block("slat", (0.03, d - 0.03, step * 0.78), (s * (w / 2 - 0.015), 0, z), 0.004))
        for sx in (-1, 1):
            for sy in (-1, 1):
                posts.append(block("post", (0.07, 0.05, h + 0.02), (sx * (w / 2 - 0.065), sy * (d / 2 - 0.04), h / 2), 0.004))
        base = block("floor", (w - 0.06, d - 0.03, 0.03), (0, 0, 0.03), 0.003)
        return Subject(NAME, [Part("slats", merge("slats", *slats), "wood", tone), Part("posts", merge("posts", *posts), "wood", wood(rng)), Part("floor", base, "wood", tone)])
    body = block("chest", (w, d, h), (0, 0, h / 2), 0.01)
    a = np.linspace(0, np.pi, 24)
    lid_rise = rng.uniform(0.1, 0.3)
    lid = slab("lid", np.stack([d / 2 * np.cos(a), h + 0.015 + lid_rise * np.sin(a)], 1), w, (-w / 2, 0, 0), SIDE, 0.008)
    parts = [Part("chest", body, "wood", tone), Part("lid", lid, "wood", wood(rng))]
    bands = [block("band", (0.07, d + 0.03, h + 0.005), (s * w * 0.34, 0, h / 2), 0.006) for s in (-1, 1)]
    parts.append(Part("bands", merge("bands", *bands), "brushed_metal", metal(rng)))
    parts.append(Part("lock", slab("lock", fillet([(-0.07, -0.1), (0.07, -0.1), (0.09, 0.08), (-0.09, 0.08)], 0.02), 0.05, (0, -d / 2 + 0.005, h), FRONT, 0.01), "brushed_metal", colours[0]))
    return Subject(NAME, parts)


def tin(rng: random.Random) -> Subject:
    """Flat round or oblong box with a lid, or a toolbox with a handle."""
    colours = scheme(rng, 3)
    w, d, h = rng.uniform(0.7, 1.1), rng.uniform(0.5, 0.8), rng.uniform(0.3, 0.7)
    shape = rng.choice((ellipse(w, w, 60), rectangle(w, d, 0.12), rectangle(w, d, 0.04)))
    lid_h = h * rng.uniform(0.2, 0.4)
    parts = [
        Part("tin", slab("tin", shape, h, (0, 0, 0), TOP, 0.012), "brushed_metal", colours[0]),
        Part("lid", slab("lid", shape * 1.03, lid_h, (0, 0, h - lid_h + 0.02), TOP, 0.02, 4), "brushed_metal", colours[1]),
    ]
    if rng.random() < 0.4:
        arch = np.linspace(0, np.pi, 24)
        line = np.stack([w * 0.25 * np.cos(arch), 0 * arch, h + 0.01 + 0.16 * np.sin(arch) ** 0.6], 1)
        parts.append(Part("handle", rod("handle", line, 0.025, 12), rng.choice(("matte_plastic", "brushed_metal")), neutral(rng)))
        parts.append(Part("latch", slab("latch", rectangle(0.1, 0.14, 0.02), 0.04, (0, -float(np.abs(shape[:, 1]).max()) + 0.01, h - lid_h), FRONT, 0.008), "polished_metal", metal(rng)))
    y = float(np.abs(shape[:, 1]).max())
    pw, ph = w * 0.5, (h - lid_h) * 0.7
    decals = [mark((0, -y, (h - lid_h) / 2), pw, ph, printed(rng, pw, ph), depth=0.2)] if rng.random() < 0.6 else []
    return Subject(NAME, parts, decals)
