# in: a random generator; out: Subject of a packet, pouch, crate or tin.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, fillet, rectangle
from ..faces import FRONT, SIDE, TOP
from ..joinery import cut, inlay, merge
from ..marks import mark, printed
from ..palette import metal, neutral, scheme, wood
from ..shapes import HAIR, lathe, rod, skin
from ..slabs import block, slab
from ..subject import Part, Subject
from .cartons import NAME, prints


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
