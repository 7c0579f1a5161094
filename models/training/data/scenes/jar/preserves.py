# in: a random generator; out: parts of a glass of jam, or of one with a wire clasp.
from __future__ import annotations

import random

import numpy as np

from ..bottle.walls import label, shouldered
from ..curves import ellipse, fillet, rectangle, regular, spline
from ..faces import FRONT, TOP
from ..joinery import cut, inlay, merge
from ..marks import mark, printed
from ..palette import glassy, metal, scheme
from ..placing import rotation
from ..poses import posed
from ..shapes import lathe, rod
from ..slabs import block, slab
from ..subject import Decal, Part, Things
from .lids import band, cloth, lid_for


def preserve(rng: random.Random) -> Things:
    """Jam or honey: glass, content, lid or cloth, label."""
    colours = scheme(rng, 4)
    r, h = rng.uniform(0.36, 0.55), rng.uniform(0.5, 1.1)
    neck = r * rng.uniform(0.76, 0.92)
    glass = rng.choice(("glass", "glass", "glass", "ceramic"))
    faceted = rng.random() < 0.25
    if faceted:
        n = rng.choice((6, 8))
        outline = fillet(regular(n, r, np.pi / 2 + np.pi / n), 0.03, 3)
        body = slab("body", outline, h, (0, 0, 0), TOP, rng.uniform(0.03, 0.08), 4)
        top = h
        parts = [Part("neck", lathe("neck", [(0.8 * neck, h - 0.06), (0.8 * neck, h + 0.12)], 60), glass, glassy(rng))]
        top, neck = h + 0.05, 0.8 * neck
    else:
        profile = shouldered(rng, r, h, neck, 0.08)
        body, top, parts = lathe("body", profile, 72), profile[-1, 1], []
    parts.append(Part("body", body, glass, parts[0].colour if parts else glassy(rng)))
    decals: list[Decal] = []
    flat = r * np.cos(np.pi / n) if faceted else r
    if glass == "glass" and rng.random() < 0.55:
        content = inlay("content", body, band(rng.choice((-1, 0.06)), h * rng.uniform(0.6, 0.92)))
        parts.append(Part("content", content, "glass", colours[0]))
        body = content
    covered = rng.random()
    if covered < 0.8:
        if rng.random() < 0.22:
            parts += cloth(rng, neck * 1.08, top, colours)
        else:
            parts.append(lid_for(rng, max(neck * 1.07, rng.choice((neck * 1.07, 0.97 * flat))), top - 0.05, colours))
    if rng.random() < 0.75:
        low, high = h * rng.uniform(0.14, 0.26), h * rng.uniform(0.5, 0.58)
        if faceted:
            w = 1.8 * r * np.sin(np.pi / n) * 0.9
            tag = inlay("label", body, slab("tool", rectangle(w, high - low, 0.03, (0, (low + high) / 2)), 1, (0, -0.8 * flat, 0), FRONT))
            parts.append(Part("label", tag, "paper", colours[3]))
            decals.append(mark((0, -flat, (low + high) / 2), 0.85 * w, 0.8 * (high - low), printed(rng, w, high - low, ("logo", "word", "leaf")), depth=0.02))
        else:
            part, decals = label(rng, body, r, low, high, colours[3], rng.random() < 0.4)
            parts.append(part)
    elif rng.random() < 0.5:  # a tag on a string
        t = np.linspace(0, 2 * np.pi, 60)[:-1]
        parts.append(Part("cord", rod("cord", np.stack([1.02 * neck * np.cos(t), 1.02 * neck * np.sin(t), np.full_like(t, top - 0.06)], 1), 0.018, 10, loop=True), "fabric", colours[2]))
        tag = slab("tag", fillet([(-0.12, -0.3), (0.12, -0.3), (0.12, 0.02), (0.06, 0.1), (-0.06, 0.1), (-0.12, 0.02)], 0.015), 0.02, (0.05, -r - 0.02, top - 0.22), FRONT)
        cut(tag, slab("tool", ellipse(0.05, 0.05, 20), 1, (0.05, -r + 0.5, top - 0.17), FRONT))
        parts.append(Part("tag", tag, "paper", colours[3]))
    return parts, decals


def clamped(rng: random.Random) -> Things:
    """Glass lid, rubber ring, wire clasp."""
    colours, r, h = scheme(rng, 4), rng.uniform(0.38, 0.5), rng.uniform(0.6, 1.3)
    square = rng.random() < 0.3
    wire, tint = metal(rng), glassy(rng)
    shape = (lambda k: rectangle(2 * r * k, 2 * r * k, 0.35 * r, steps=10)) if square else (lambda k: ellipse(2 * r * k, 2 * r * k, 80))
    body = slab("body", shape(1.0), h, (0, 0, 0), TOP, rng.uniform(0.04, 0.12), 6)
    parts = [Part("body", body, "glass", tint)]
    decals: list[Decal] = []
    if rng.random() < 0.5:
        parts.append(Part("content", inlay("content", body, band(0.05, h * rng.uniform(0.55, 0.85))), "glass", colours[0]))
    parts.append(Part("collar", slab("collar", shape(0.9), 0.09, (0, 0, h - 0.02), TOP, 0.015), "glass", tint))
    parts.append(Part("rubber", slab("rubber", shape(0.95), 0.045, (0, 0, h + 0.06), TOP, 0.012), "rubber", rng.choice((colours[2], (0.9, 0.45, 0.15)))))
    parts.append(Part("lid", slab("lid", shape(0.94), rng.uniform(0.09, 0.16), (0, 0, h + 0.1), TOP, 0.04, 5), "glass", tint))
    k = 0.915 * r
    hoop = np.concatenate([shape(0.915), np.full((len(shape(1)), 1), h + 0.03)], 1)
    pieces = [rod("wire", hoop, 0.018, 10, loop=True)]
    for s in (-1, 1):
        pieces.append(rod("bail", [(s * 0.12, -k - 0.03, h + 0.02), (s * 0.12, -k - 0.06, h + 0.12), (s * 0.1, -0.7 * r, h + 0.27)], 0.018, 10))
    clasp = spline([(-0.13, -k - 0.05, h - 0.02), (-0.13, -r - 0.07, h - 0.22), (-0.06, -r - 0.08, h - 0.3), (0.06, -r - 0.08, h - 0.3), (0.13, -r - 0.07, h - 0.22), (0.13, -k - 0.05, h - 0.02)], 6)
    pieces.append(rod("clasp", clasp, 0.02, 10))
    back = block("hinge", (0.26, 0.07, 0.2), (0, k + 0.02, h + 0.1), 0.02)
    parts.append(Part("wire", merge("wire", *pieces, back), "polished_metal", wire))
    if rng.random() < 0.6:
        z, w, tall = 0.36 * h, r * rng.uniform(0.8, 1.1), h * rng.uniform(0.25, 0.36)
        body = parts[1].object if parts[1].name == "content" else parts[0].object
        tag = inlay("label", body, slab("tool", rng.choice((rectangle(w, tall, 0.04), ellipse(w, tall, 48))) + (0, z), 2, (0, -0.3 * r, 0), FRONT))
        parts.append(Part("label", tag, "paper", colours[3]))
        decals.append(mark((0, -r, z), 0.7 * w, 0.6 * tall, printed(rng, w, tall, ("word", "leaf", "logo")), depth=0.2))
    return posed(parts, decals, rotation("z", rng.choice((0, 0, 0, 90))))
