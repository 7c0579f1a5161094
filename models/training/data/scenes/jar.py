# in: a random generator; out: Subject of a vessel with something in it: preserve, spice, cookie and cream jars, tins, tubes, drinks in glasses, flasks.
from __future__ import annotations

import random

import cv2
import numpy as np

from .bottle import label, shouldered, turned
from .curves import ellipse, fillet, offset_profile, rectangle, regular, resample, spline
from .joinery import cut, inlay, merge
from .marks import canvas, mark, printed
from .palette import Colour, glassy, metal, neutral, scheme, wood
from .poses import posed
from .shapes import FRONT, SIDE, TOP, Solid, ball, block, lathe, moved, points_of, rod, rotation, skin, slab
from .subject import Decal, Part, Subject, Things
from .vase import shell

NAME = "jar"


def build(rng: random.Random) -> Subject:
    kinds = (preserve, preserve, preserve, clamped, cookie, spice, tin, tin, sardines, paint, cream, cream, tube, tube, drink, drink, drink, flask, dropper)
    parts, decals = rng.choice(kinds)(rng)
    return Subject(NAME, parts, decals)


def band(low: float, high: float) -> Solid:
    """A tool that takes all between two heights."""
    return block("tool", (9, 9, high - low), (0, 0, (low + high) / 2), 0.001)


def ribbed(name: str, r: float, z: float, tall: float, n: int, deep: float = 0.02, bevel: float = 0.02) -> Solid:
    """A screw lid with grips around it."""
    a = np.arange(4 * n) * 2 * np.pi / (4 * n)
    ring = (r - deep * ((np.arange(4 * n) % 4) >= 2))[:, None] * np.stack([np.cos(a), np.sin(a)], 1)
    core = turned(name, [(r - deep - 0.03, z), (r - 0.4 * deep, z), (r - 0.4 * deep, z + tall), (0.02, z + tall)], bevel)
    return merge(name, core, slab("ribs", ring, 0.72 * tall, (0, 0, z + 0.06 * tall), TOP, 0.004, 1))


def lid_for(rng: random.Random, r: float, z: float, colours: list[Colour]) -> Part:
    """A lid of radius about r upwards from z."""
    tall, kind = rng.uniform(0.14, 0.3), rng.choice(("plain", "plain", "ribbed", "two", "wood", "dome"))
    material, colour = rng.choice((("polished_metal", metal(rng)), ("brushed_metal", metal(rng)), ("glossy_plastic", colours[1]), ("matte_plastic", colours[1])))
    if kind == "ribbed":
        return Part("lid", ribbed("lid", r, z, tall, rng.choice((20, 30, 40)), rng.uniform(0.012, 0.025)), material, colour)
    if kind == "two":  # ring and disc, as for preserving
        ring = turned("ring", [(r - 0.04, z), (r, z), (r, z + tall), (0.86 * r, z + tall), (0.86 * r, z + tall - 0.03), (0.02, z + tall - 0.03)], 0.012)
        return Part("lid", ring, "brushed_metal", colour)
    if kind == "wood":
        return Part("lid", turned("lid", [(r - 0.03, z), (r, z), (r, z + tall), (0.02, z + tall)], 0.03), "wood", wood(rng))
    if kind == "dome":
        a = np.linspace(0, 1.45, 12)
        return Part("lid", lathe("lid", [(r - 0.02, z), (r, z), *zip(r * np.cos(a), z + 0.3 * tall + 0.8 * tall * np.sin(a))]), material, colour)
    edge = turned("lid", [(r - 0.03, z), (r + 0.015, z), (r + 0.015, z + 0.04), (r, z + 0.05), (r, z + tall), (0.02, z + tall)], rng.choice((0.01, 0.03)))
    return Part("lid", edge, material, colour)


def cloth(rng: random.Random, r: float, z: float, colours: list[Colour]) -> list[Part]:
    """A gathered cover tied over the lid."""
    n, m, drop = rng.choice((9, 11, 14)), 120, rng.uniform(0.16, 0.26)
    a = np.arange(m) * 2 * np.pi / m
    rings = []
    for u in np.linspace(0, 1, 12):
        wave = (1 - u) ** 1.3
        radius = r * 1.06 + 0.16 * (1 - u) ** 1.5 + 0.035 * wave * np.sin(n * a)
        rings.append(np.stack([radius * np.cos(a), radius * np.sin(a), np.full(m, z - drop + drop * u) + 0.02 * wave * np.cos(n * a)], 1))
    for up, k in ((0.12, 1.05), (0.19, 1.0), (0.22, 0.85), (0.225, 0.02)):
        rings.append(np.stack([k * r * np.cos(a), k * r * np.sin(a), np.full(m, z + up)], 1))
    t = np.linspace(0, 2 * np.pi, 72)[:-1]
    cord = rod("string", np.stack([1.07 * r * np.cos(t), 1.07 * r * np.sin(t), np.full_like(t, z + 0.02)], 1), 0.022, 10, loop=True)
    bows = [rod("bow", spline([(s * 0.01, -1.07 * r, z + 0.02), (s * 0.14, -1.12 * r, z + 0.08), (s * 0.2, -1.13 * r, z - 0.01), (s * 0.02, -1.09 * r, z + 0.01)], 8), 0.018, 10) for s in (-1, 1)]
    return [Part("cloth", skin("cloth", rings), "fabric", colours[1]), Part("string", merge("string", cord, *bows), "fabric", colours[2])]


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


def cookie(rng: random.Random) -> Things:
    """Ceramic or wooden canister: lid with a knob, perhaps ears as handles."""
    colours, r, h = scheme(rng, 4), rng.uniform(0.4, 0.55), rng.uniform(0.6, 1.0)
    belly = rng.choice((0.0, 0.0, rng.uniform(0.06, 0.16)))
    t = np.linspace(0, 1, 26)
    wall = np.stack([r + belly * np.sin(np.pi * t), h * t], 1)
    body = turned("body", [(r - 0.02, 0), *wall[1:-1], (r, h), (0.02, h)], 0.02) if belly == 0 else lathe("body", np.vstack([[(r - 0.03, 0)], wall[1:], [(r - 0.02, h + 0.015)]]), 80)
    material = rng.choice(("ceramic", "ceramic", "brushed_metal", "wood", "glass"))
    lid_high = rng.uniform(0.05, 0.25)
    a = np.linspace(0, np.pi / 2, 12)
    if rng.random() < 0.6:
        lid = lathe("lid", [(r - 0.01, h), (r + 0.025, h), (r + 0.025, h + 0.035), *zip(r * np.cos(a), h + 0.04 + lid_high * np.sin(a))], 80)
        top = h + 0.04 + lid_high
    else:
        lid = turned("lid", [(r - 0.02, h), (r + 0.01, h), (r + 0.01, h + 0.1), (0.02, h + 0.1)], 0.02)
        top = h + 0.1
    parts = [Part("body", body, material, colours[0] if material != "wood" else wood(rng)), Part("lid", lid, rng.choice((material, "wood")), colours[rng.choice((0, 1))])]
    knob = ball("knob", (0.2, 0.2, 0.18), (0, 0, top + 0.06)) if rng.random() < 0.6 else turned("knob", [(0.05, top - 0.03), (0.06, top + 0.04), (0.11, top + 0.05), (0.11, top + 0.12), (0.01, top + 0.12)], 0.015, 40)
    parts.append(Part("knob", knob, rng.choice(("wood", "ceramic", "polished_metal")), colours[2]))
    decals: list[Decal] = []
    if rng.random() < 0.35:
        ears = []
        for s in (-1, 1):
            q = np.linspace(-np.pi / 2, np.pi / 2, 20)
            ears.append(rod("ear", np.stack([s * (r + belly + 0.14 * np.cos(q) - 0.03), 0 * q, 0.62 * h + 0.14 * np.sin(q)], 1), 0.035, 14))
        parts.append(Part("ears", merge("ears", *ears), parts[0].material, parts[0].colour))
    wide = r + belly
    if rng.random() < 0.3:
        low = h * rng.uniform(0.1, 0.3)
        parts.append(Part("glaze", inlay("glaze", body, band(-1, low) if rng.random() < 0.5 else band(h - low, h + 1)), parts[0].material, colours[3]))
    elif rng.random() < 0.75:
        image_w, image_h = wide * 1.1, 0.5 * h
        decals.append(mark((0, -wide, 0.48 * h), image_w, image_h, printed(rng, image_w, image_h), depth=0.8 * wide))
    return parts, decals


def spice(rng: random.Random) -> Things:
    """A small jar or a shaker with holes on top, alone or a pair."""
    colours = scheme(rng, 4)
    r, h = rng.uniform(0.28, 0.38), rng.uniform(0.6, 1.0)
    n = rng.choice((0, 0, 4, 6, 8))
    key = rng.random()
    parts: list[Part] = []
    decals: list[Decal] = []
    places = [0.0] if rng.random() < 0.6 else [-1.25 * r, 1.25 * r]
    for k, x in enumerate(places):
        own = random.Random(key)
        waist = own.choice((1.0, 0.82))
        outline = fillet(regular(n, r * 1.05, np.pi / n + np.pi / 2 * (n % 4 == 2)), 0.05, 3) if n else ellipse(2 * r, 2 * r, 72)
        levels = [np.concatenate([outline * (1 - (1 - waist) * u**1.4), np.full((len(outline), 1), h * u)], 1) for u in np.linspace(0, 1, 8)]
        body = skin("body", [levels[0] * (0.93, 0.93, 1) + (0, 0, -0.02), *levels])
        material = own.choice(("glass", "glass", "ceramic", "wood"))
        here = [Part("body", body, material, glassy(rng) if material == "glass" else colours[k])]
        if material == "glass" and own.random() < 0.7:
            here.append(Part("content", inlay("content", body, band(0.04, own.uniform(0.4, 0.8) * h)), "glass", colours[2 + k]))
        lr, tall, dome = r * waist * 0.98, own.uniform(0.16, 0.3), own.random() < 0.5
        a = np.linspace(0, 1.2, 8)
        if dome:
            top = lathe("top", [(lr - 0.03, h), (lr, h), *zip(lr * np.cos(a), h + 0.1 + tall * np.sin(a)), (0.02, h + 0.1 + tall * np.sin(1.2) + 0.01)])
        else:
            top = turned("top", [(lr - 0.03, h), (lr, h), (lr, h + tall), (0.02, h + tall)], 0.02) if own.random() < 0.5 else ribbed("top", lr, h, tall, 28, 0.015)
        peak = h + (0.1 + tall * np.sin(1.2) if dome else tall)
        here.append(Part("top", top, own.choice(("polished_metal", "glossy_plastic", "wood")), metal(rng)))
        image, holes = canvas(1, 1), own.choice((1, 4, 6, 8))
        for q in np.arange(holes) * 2 * np.pi / holes:
            cv2.circle(image, (round(96 + 66 * np.cos(q)), round(96 + 66 * np.sin(q))), 15, 1, -1)
        cv2.circle(image, (96, 96), 15, 1, -1)
        marks = [mark((0, 0, peak), 0.9 * lr, 0.9 * lr, image, TOP, 0.15)]
        if own.random() < 0.6:
            z = 0.45 * h
            marks.append(mark((0, -r, z), 0.9 * r, 0.4 * h, printed(own, 0.9 * r, 0.4 * h, ("word", "label", "leaf", "logo")), depth=0.6 * r))
        here, marks = posed(here, marks, by=(x, 0, 0))
        for part in here:
            part.name = part.name if len(places) == 1 else f"{part.name} {k}"
        parts, decals = parts + here, decals + marks
    return parts, decals


def tin(rng: random.Random) -> Things:
    """A can of food: rims, ribs or label, lid closed, with a ring, or open."""
    colours, steel = scheme(rng, 4), metal(rng)
    r, h = rng.uniform(0.4, 0.55), rng.uniform(0.45, 1.2)
    wall = [(r - 0.015, 0.05)]
    ribs = rng.choice((0, 0, 3, 5, 7))
    z = np.linspace(0.05, h - 0.05, 120)
    if ribs:
        inside = (z > 0.24 * h) & (z < 0.76 * h)
        dip = np.where(inside, 0.014 * (0.5 - 0.5 * np.cos(2 * np.pi * ribs * (z - 0.24 * h) / (0.52 * h))), 0)
        wall = np.stack([r - 0.015 - dip, z], 1)
    rim = lambda base: turned("rim", [(r - 0.05, base), (r, base), (r, base + 0.055), (r - 0.05, base + 0.055), (r - 0.06, base + 0.02), (0.02, base + 0.02)], 0.012)
    body = lathe("body", np.vstack([[(r - 0.05, 0.02)], wall, [(r - 0.015, h - 0.05), (r - 0.05, h - 0.03)]]), 80)
    parts = [Part("body", body, "brushed_metal", steel), Part("foot rim", rim(-0.01), "polished_metal", steel)]
    decals: list[Decal] = []
    if ribs == 0 or rng.random() < 0.4:
        low, high = 0.07, h - 0.07
        paper = inlay("label", body, band(low, high))
        parts.append(Part("label", paper, "paper", colours[0]))
        pw, ph = 1.3 * r, 0.75 * (high - low)
        if rng.random() < 0.85:
            decals.append(mark((0, -r, h / 2), pw, ph, printed(rng, pw, ph, ("logo", "word", "waves", "leaf", "label", "word")), depth=0.8 * r))
        if rng.random() < 0.4:
            strip = inlay("strip", paper, band(low + 0.02, low + 0.2 * h))
            parts.append(Part("strip", strip, "paper", colours[1]))
    top = rim(h - 0.045)
    parts.append(Part("top rim", top, "polished_metal", steel))
    kind = rng.choice(("plain", "ring", "open"))
    if kind == "ring":
        tab = slab("tab", ellipse(0.2, 0.3, 36, (0, -0.12)), 0.014, (0, 0, h - 0.02), TOP)
        cut(tab, slab("tool", ellipse(0.11, 0.14, 28, (0, -0.17)), 1, (0, 0, h - 0.5), TOP))
        parts.append(Part("tab", tab, "polished_metal", steel))
    elif kind == "open":
        lid = turned("lid", [(r - 0.07, -0.01), (r - 0.06, 0), (r - 0.06, 0.02), (0.02, 0.02)], 0.006)
        tilt = rng.uniform(40, 80)
        lid = moved(lid, (0, -(r - 0.06), 0))
        parts.append(Part("lid", moved(lid, (0, r - 0.05, h + 0.01), turn=rotation("x", -tilt)), "brushed_metal", steel))
        parts.append(Part("content", turned("content", [(r - 0.06, h - 0.06), (r - 0.062, h - 0.005), (0.02, h + 0.005)], 0.004), "glass", colours[2]))
    image = canvas(1, 1)
    if kind == "plain":
        for k in (0.9, 0.6):
            cv2.circle(image, (96, 96), round(96 * k), 1, 4)
        decals.append(mark((0, 0, h - 0.02), 1.6 * r, 1.6 * r, image, TOP, 0.02))
    return parts, decals


def sardines(rng: random.Random) -> Things:
    """A flat tin with a ring, sometimes seen from above; or a hinged tin for sweets."""
    colours, steel = scheme(rng, 3), metal(rng)
    w, d, h = rng.uniform(1.4, 1.9), rng.uniform(0.9, 1.2), rng.uniform(0.25, 0.42)
    soft = rng.uniform(0.2, 0.48) * d
    shape = lambda by: rectangle(w - 2 * by, d - 2 * by, max(soft - by, 0.03), steps=10)
    body = slab("body", shape(0.02), h, (0, 0, 0), TOP, 0.04, 4)
    parts, decals = [Part("body", body, "brushed_metal", colours[0])], []
    if rng.random() < 0.55:
        rings = np.array([np.column_stack([shape(by), np.full(len(shape(by)), z)]) for by, z in ((0.07, h - 0.02), (0.0, h - 0.02), (0.0, h + 0.035), (0.05, h + 0.035), (0.07, h + 0.0))])
        parts.append(Part("rim", skin("rim", rings, loop=True), "polished_metal", steel))
        tab = slab("tab", ellipse(0.34, 0.22, 40, (0.3 * w, 0)), 0.016, (0, 0, h + 0.012), TOP)
        cut(tab, slab("tool", ellipse(0.17, 0.12, 28, (0.33 * w, 0)), 1, (0, 0, h - 0.5), TOP))
        parts.append(Part("tab", tab, "polished_metal", steel))
        pw, at = 0.5 * w, -0.1 * w
    else:
        split = h * rng.uniform(0.45, 0.7)
        lid = inlay("lid", body, band(split, 2))
        parts.append(Part("lid", lid, "brushed_metal", colours[rng.choice((0, 1))]))
        hinges = [block("hinge", (0.2, 0.05, 0.1), (s * 0.27 * w, d / 2 - 0.02, split), 0.012) for s in (-1, 1)]
        parts.append(Part("hinges", merge("hinges", *hinges), "polished_metal", steel))
        pw, at = 0.7 * w, 0.0
        if rng.random() < 0.4:
            pivot = np.array([0, d / 2 - 0.02, split])
            turn = rotation("x", -rng.uniform(40, 100))
            hollow = slab("tool", shape(0.07), h - split - 0.05, (0, 0, split - 0.01), TOP)
            cut(lid, hollow)
            cut(body, slab("tool", shape(0.07), 1, (0, 0, 0.05), TOP))
            parts[1:2], _ = posed(parts[1:2], [], turn, pivot - turn @ pivot)
            pw = 0.0
    if pw:
        decals.append(mark((at, 0, h), pw, 0.55 * d, printed(rng, pw, 0.55 * d), TOP, 0.03))
    decals.append(mark((0, -d / 2, 0.5 * h), 0.6 * (w - 2 * soft) + 0.2, 0.6 * h, printed(rng, 0.6 * w, 0.6 * h, ("word", "stripes", "waves")), FRONT, 0.06))
    if rng.random() < 0.35:
        return posed(parts, decals, rotation("x", rng.uniform(50, 90)))
    return parts, decals


def paint(rng: random.Random) -> Things:
    """A paint pot with a wire handle, perhaps open with a run of paint down its side; a bucket."""
    colours, steel = scheme(rng, 4), metal(rng)
    r, h = rng.uniform(0.48, 0.6), rng.uniform(0.85, 1.2)
    flare = rng.choice((1.0, 1.0, 0.8))
    body = turned("body", [(r * flare, 0), (r, h), (r - 0.05, h)], 0.012)
    parts = [Part("body", body, rng.choice(("brushed_metal", "glossy_plastic")), colours[0] if flare < 1 else steel)]
    parts.append(Part("rim", turned("rim", [(r - 0.02, h - 0.07), (r + 0.03, h - 0.07), (r + 0.03, h + 0.02), (r - 0.03, h + 0.02), (r - 0.05, h - 0.02), (0.02, h - 0.02)], 0.015), "polished_metal", steel))
    decals: list[Decal] = []
    if flare == 1:
        parts.append(Part("foot", turned("foot", [(r - 0.03, -0.02), (r + 0.02, -0.02), (r + 0.02, 0.04), (r - 0.03, 0.04)], 0.012), "polished_metal", steel))
        if rng.random() < 0.7:
            low, high = 0.14 * h, 0.8 * h
            paper = inlay("label", body, band(low, high))
            parts.append(Part("label", paper, "paper", colours[2]))
    pw, ph = 1.2 * r, 0.5 * h
    if rng.random() < 0.8:
        decals.append(mark((0, -r, 0.46 * h), pw, ph, printed(rng, pw, ph), depth=0.8 * r))
    ears = [slab("ear", ellipse(0.16, 0.16, 32, (0, h - 0.16)), 0.06, (r - 0.03, 0, 0), SIDE, 0.012), moved(slab("ear", ellipse(0.16, 0.16, 32, (0, h - 0.16)), 0.06, (r - 0.03, 0, 0), SIDE, 0.012), turn=rotation("z", 180))]
    parts.append(Part("ears", merge("ears", *ears), "brushed_metal", steel))
    lean = np.radians(rng.choice((90, 90, rng.uniform(20, 70), -15)))
    t = np.linspace(0, np.pi, 40)
    high = rng.uniform(1.0, 1.3) * r
    arc_ = np.stack([(r + 0.05) * np.cos(t), -high * np.cos(lean) * np.sin(t), h - 0.16 + high * np.sin(lean) * np.sin(t)], 1)
    parts.append(Part("handle", rod("handle", arc_, 0.022, 12), "polished_metal", steel))
    if rng.random() < 0.4:
        grip = arc_[15:25]
        parts.append(Part("grip", rod("grip", grip, 0.05, 16), rng.choice(("wood", "matte_plastic")), colours[1]))
    if rng.random() < 0.5:
        parts.append(Part("lid", turned("lid", [(r - 0.06, h - 0.03), (r - 0.055, h + 0.03), (r - 0.1, h + 0.03), (r - 0.12, h + 0.01), (0.02, h + 0.01)], 0.008), "polished_metal", steel))
    else:
        parts.append(Part("paint", turned("paint", [(r - 0.04, h - 0.03), (r - 0.045, h + 0.012), (0.02, h + 0.012)], 0.004), "glossy_plastic", colours[3]))
        runs = []
        for x in (rng.uniform(-0.6, -0.3), rng.uniform(-0.1, 0.15), rng.uniform(0.35, 0.6)):
            long, wide = rng.uniform(0.2, 0.6) * h, rng.uniform(0.07, 0.12)
            outline = np.vstack([[(wide * 1.6, 0.0), (-wide * 1.6, 0.0)], [(-wide, -0.09)], [(wide * np.cos(q), -long + wide * np.sin(q)) for q in np.linspace(np.pi, 2 * np.pi, 12)], [(wide, -0.09)]])
            run = slab("run", fillet(outline, 0.03, 3), 0.05, (0, 0, h + 0.015), FRONT, 0.018, 3)
            runs.append(moved(run, turn=rotation("z", np.degrees(np.arcsin(x))), by=((r + 0.025) * x, -(r + 0.025) * np.sqrt(1 - x * x), 0)))
        parts.append(Part("runs", merge("runs", *runs), "glossy_plastic", colours[3]))
    return parts, decals


def cream(rng: random.Random) -> Things:
    """A low pot with a broad lid: shut, or open with the lid leaning on it."""
    colours = scheme(rng, 4)
    r, h, tall = rng.uniform(0.5, 0.65), rng.uniform(0.28, 0.6), rng.uniform(0.16, 0.34)
    soft = rng.choice((0.015, 0.04, 0.12))
    square = rng.random() < 0.2
    shape = (lambda k: rectangle(2 * r * k, 2 * r * k, 0.3 * r, steps=9)) if square else (lambda k: ellipse(2 * r * k, 2 * r * k, 88))
    material = rng.choice(("glass", "ceramic", "glossy_plastic", "matte_plastic"))
    body = slab("body", shape(1), h, (0, 0, 0), TOP, soft, 6)
    parts, decals = [Part("body", body, material, colours[0])], []
    parts.append(Part("neck", slab("neck", shape(0.86), 0.1, (0, 0, h - 0.04), TOP, 0.006), material, colours[0]))
    k = rng.choice((1.0, 1.0, 0.93, 1.04))
    lid = slab("lid", shape(k), tall, (0, 0, 0), TOP, rng.choice((0.012, 0.03, 0.08)), 5)
    colour = (rng.choice(("polished_metal", "brushed_metal", "wood", "glossy_plastic")), colours[1])
    top = [Part("lid", lid, *colour)]
    on_lid = [mark((0, 0, tall), 0.9 * r, 0.9 * r, printed(rng, 1, 1, ("logo", "word", "leaf")), TOP, 0.01)] if rng.random() < 0.6 else []
    if rng.random() < 0.3 and not square:
        line = inlay("line", lid, band(0.02, 0.07))
        top.append(Part("line", line, "polished_metal", metal(rng)))
    if rng.random() < 0.65:
        top, on_lid = posed(top, on_lid, by=(0, 0, h + 0.015))
    else:
        swirl = [(0.78 * r, h + 0.05), (0.74 * r, h + 0.1), (0.5 * r, h + 0.12), (0.42 * r, h + 0.19), (0.2 * r, h + 0.22), (0.05 * r, h + 0.34), (0.01, h + 0.36)]
        if square:
            parts.append(Part("cream", slab("cream", shape(0.8), 0.05, (0, 0, h + 0.04), TOP, 0.02), "glossy_plastic", (0.98, 0.96, 0.92)))
        else:
            parts.append(Part("cream", lathe("cream", spline(swirl, 5), 64), "glossy_plastic", (0.98, 0.96, 0.92)))
        s, lean = rng.choice((-1, 1)), rng.uniform(62, 78)
        turn = rotation("z", 25 * s) @ rotation("x", lean)
        low = (points_of(lid) @ turn.T)[:, 2].min()
        top, on_lid = posed(top, on_lid, turn, (s * 0.75 * r, -1.05 * r - tall, -low))
    w = min(1.1 * r, 0.9)
    if rng.random() < 0.85:
        tall_mark = 0.6 * h
        decals.append(mark((0, -r, 0.5 * h), w, tall_mark, printed(rng, w, tall_mark, ("word", "word", "label", "stripes", "leaf")), depth=0.5 * r))
    return parts + top, decals + on_lid


def tube(rng: random.Random) -> Things:
    """A squeezed tube: round at its cap, flat at the fold; standing, hanging or lying."""
    colours = scheme(rng, 4)
    w, h = rng.uniform(0.42, 0.7), rng.uniform(1.1, 1.8)
    rings, m = [], 72
    bulge = rng.uniform(0.6, 1.1)
    for t in np.linspace(0, 1, 20):
        round_ = ellipse(w * (0.86 + 0.2 * t), w * 0.86 * (1 - t**bulge) + 0.035, m, power=2 + 2 * t)
        rings.append(np.concatenate([round_, np.full((m, 1), h * t)], 1))
    shoulder = [np.concatenate([ellipse(w * k, w * k, m), np.full((m, 1), z)], 1) for k, z in ((0.36, -0.12), (0.5, -0.1), (0.82, -0.03))]
    body = skin("body", [*shoulder, *rings])
    material = rng.choice(("matte_plastic", "glossy_plastic", "brushed_metal"))
    parts = [Part("body", body, material, colours[0])]
    crimp = block("fold", (w * 1.06, 0.045, rng.uniform(0.1, 0.16)), (0, 0, h + 0.04), 0.008)
    parts.append(Part("fold", crimp, material, colours[0]))
    r, tall = w * rng.uniform(0.24, 0.44), rng.uniform(0.16, 0.34)
    if rng.random() < 0.4:
        cap = ribbed("cap", r, -0.1 - tall, tall, rng.choice((16, 24)), 0.02, 0.015)
    else:
        cap = turned("cap", [(0.02, -0.1 - tall), (r * rng.choice((1.0, 0.8)), -0.1 - tall), (r, -0.09), (0.02, -0.09)], 0.02)
    parts.append(Part("cap", cap, rng.choice(("glossy_plastic", "matte_plastic", "polished_metal")), colours[1]))
    decals: list[Decal] = []
    if rng.random() < 0.35:
        parts.append(Part("zone", inlay("zone", body, band(*rng.choice(((-0.05, 0.3 * h), (0.62 * h, 0.8 * h), (0.75 * h, 2.0))))), material, colours[2]))
    image_w, image_h = 0.72 * w, rng.uniform(0.4, 0.62) * h
    if rng.random() < 0.85:
        decals.append(mark((0, -0.25 * w, 0.45 * h), image_w, image_h, printed(rng, image_w, image_h), depth=0.5 * w))
    image = canvas(3, 0.3)
    image[:, ::8] = 1
    image[:, 1::8] = 1
    if rng.random() < 0.4:
        decals.append(mark((0, -0.03, h + 0.04), 0.95 * w, 0.07, image, depth=0.03))
    how = rng.choice(("cap down", "cap down", "cap up", "aslant", "lying"))
    turn = {"cap down": np.eye(3), "cap up": rotation("y", 180), "aslant": rotation("y", rng.choice((-1, 1)) * rng.uniform(25, 70)), "lying": rotation("z", rng.uniform(-50, 50)) @ rotation("x", -90)}[how]
    return posed(parts, decals, turn)


def drink(rng: random.Random) -> Things:
    """A glass with something in it: tumbler, stemmed, cocktail, tall; ice, straw, slice, olive."""
    colours = scheme(rng, 4)
    kind = rng.choice(("tumbler", "tumbler", "tall", "tall", "wine", "wine", "flute", "martini", "beer"))
    tint, wall = glassy(rng), 0.025
    r = rng.uniform(0.3, 0.42)
    stem = 0.0
    if kind in ("tumbler", "tall", "beer"):
        h = {"tumbler": rng.uniform(0.6, 0.8), "tall": rng.uniform(1.0, 1.4), "beer": rng.uniform(1.1, 1.4)}[kind]
        flare = rng.uniform(0.72, 1.0)
        t = np.linspace(0, 1, 22)
        belly = 0.12 * np.sin(np.pi * t**0.6) ** 2 if kind == "beer" else 0
        outer = np.stack([r * (flare + (1 - flare) * t + belly), h * t], 1)
        outer = np.vstack([[(outer[0, 0] - 0.03, 0.0), (outer[0, 0] - 0.008, 0.008)], outer[1:]])
        floor = rng.uniform(0.05, 0.14)
    else:
        stem = rng.uniform(0.35, 0.6)
        if kind == "wine":
            bowl = spline([(0.03, 0), (0.7 * r, 0.14), (r, 0.42), (0.95 * r, 0.66), (r * rng.uniform(0.68, 0.85), 0.95)], 9)
        elif kind == "flute":
            bowl = spline([(0.03, 0), (0.45 * r, 0.2), (0.58 * r, 0.6), (0.5 * r, 1.1)], 9)
        else:
            bowl = np.array([(0.03, 0), *[(0.03 + 1.35 * r * u, 0.75 * u) for u in np.linspace(0.1, 1, 14)]])
        outer, floor, h = bowl + (0, stem), 0.03, float(bowl[-1, 1] + stem)
    body = lathe("glass", shell(outer, wall, floor), 84)
    level = stem + (h - stem) * rng.uniform(0.4, 0.85)
    base = outer[0, 1] + floor
    inner = offset_profile(outer, wall)
    inside = inner[(inner[:, 1] > base + 0.004) & (inner[:, 1] < level)]
    radius = float(np.interp(level, inner[:, 1], inner[:, 0]))
    core = lathe("drink", np.vstack([[(max(inside[0, 0] - 0.02, 0.01), base + 0.002)], inside + (0.002, 0), [(radius + 0.002, level)]]), 84)
    zone = inlay("drink", body, band(base + 0.01, level))
    parts = [Part("glass", body, "glass", tint), Part("drink", merge("drink", zone, core), "glass", colours[0])]
    if kind == "beer" and rng.random() < 0.8:
        foam = inlay("foam", body, band(level, h + 1))
        mound = ball("foam", (2 * r * 1.04, 2 * r * 1.04, 0.3), (0, 0, h - 0.02), 2.6)
        parts.append(Part("foam", merge("foam", foam, mound), "matte_plastic", (0.98, 0.96, 0.9)))
    if stem:
        foot = spline([(0.62 * r + 0.1, 0.0), (0.6 * r + 0.1, 0.025), (0.2 * r, 0.05), (0.035, 0.1), (0.026, 0.5 * stem), (0.035, stem + 0.03)], 6)
        parts.append(Part("stem", lathe("stem", foot, 72), "glass", tint))
    if kind in ("tumbler", "tall") and rng.random() < 0.55:
        s = rng.choice((-1, 1))
        end = np.array([s * (r * 1.15), 0.05, h + rng.uniform(0.35, 0.6)])
        start = np.array([-s * 0.3 * r, 0, base + 0.05])
        knee = start + (end - start) * 0.78
        path = [start, knee, end] if rng.random() < 0.5 else fillet(np.array([(start[0], start[2]), (knee[0], knee[2]), (knee[0] + s * 0.25, knee[2] + 0.08)]), 0.08, 6, closed=False) @ np.array([[1, 0, 0], [0, 0, 1.0]])
        parts.append(Part("straw", rod("straw", path, 0.032, 16, ends=0.1), "glossy_plastic", colours[1]))
    if kind in ("tumbler", "tall") and rng.random() < 0.4:
        cubes = []
        for k in range(rng.randint(1, 3)):
            a = rng.uniform(0, 6.28)
            q = 0.42 * radius
            turn = rotation("z", rng.uniform(0, 90)) @ rotation("x", rng.uniform(-25, 25)) @ rotation("y", rng.uniform(-25, 25))
            cubes.append(moved(block("ice", (0.2, 0.2, 0.2), (0, 0, 0), 0.02), (q * np.cos(a + 2.1 * k), q * np.sin(a + 2.1 * k), level + 0.03), turn=turn))
        parts.append(Part("ice", merge("ice", *cubes), "glass", (0.9, 0.96, 1.0)))
    decals: list[Decal] = []
    if kind in ("tumbler", "tall", "martini") and rng.random() < 0.45:
        edge = float(outer[-1, 0])
        s = rng.choice((-1, 1))
        disc = slab("slice", ellipse(0.46, 0.46, 48), 0.06, (0, 0.03, 0), FRONT, 0.012)
        cut(disc, block("tool", (0.035, 0.4, 0.26), (0, 0, -0.13), 0.004))
        parts.append(Part("slice", moved(disc, (s * edge, -0.02, h + 0.06)), "glossy_plastic", rng.choice(((0.97, 0.85, 0.25), (0.98, 0.6, 0.2), (0.6, 0.82, 0.3)))))
        image = canvas(1, 1)
        cv2.circle(image, (96, 96), 78, 1, 6)
        for k in range(6):
            a = k * np.pi / 3
            cv2.line(image, (96, 96), (round(96 + 76 * np.cos(a)), round(96 + 76 * np.sin(a))), 1, 6)
        decals.append(mark((s * edge, -0.05, h + 0.06), 0.42, 0.42, image, depth=0.005))
    elif kind == "martini" and rng.random() < 0.7:
        pick = np.array([(-0.28, -0.05, level - 0.05), (0.25, -0.05, h + 0.1)])
        parts.append(Part("pick", rod("pick", np.linspace(pick[0], pick[1], 4), 0.015, 10), "wood", wood(rng)))
        parts.append(Part("olive", ball("olive", (0.17, 0.15, 0.15), (pick[0] + pick[1]) / 2 - (0.02, 0, 0.02)), "glossy_plastic", (0.5, 0.58, 0.2)))
    return parts, decals


def flask(rng: random.Random) -> Things:
    """Of a laboratory: cone, ball or tube, with liquid, scale and stopper."""
    colours, tint = scheme(rng, 3), glassy(rng)
    r, kind = rng.uniform(0.5, 0.65), rng.choice(("cone", "cone", "ball", "beaker"))
    neck = 0.16
    if kind == "cone":
        h = rng.uniform(0.8, 1.1)
        outer = fillet([(r - 0.06, 0), (r, 0.0), (r, 0.08), (neck, h), (neck, h + 0.4), (neck + 0.04, h + 0.42)], [0, 0.05, 0.06, 0.1, 0.02, 0], 6, closed=False)
    elif kind == "ball":
        a = np.linspace(-1.25, 1.3, 30)
        ball_of = np.stack([r * np.cos(a), r * (np.sin(a) + np.sin(1.25))], 1)
        top = float(ball_of[-1, 1])
        outer = np.vstack([ball_of, [(neck, top + 0.05), (neck, top + 0.5), (neck + 0.04, top + 0.52)]])
        h = top
    else:
        h = rng.uniform(0.8, 1.1)
        outer = fillet([(r * 0.75 - 0.05, 0), (0.75 * r, 0), (0.75 * r, h), (0.75 * r + 0.05, h + 0.03)], [0, 0.05, 0.02, 0], 5, closed=False)
    outer = resample(outer, 70, closed=False)
    body = lathe("glass", shell(outer, 0.025, 0.03), 84)
    level = h * rng.uniform(0.35, 0.7)
    inner = offset_profile(outer, 0.025)
    inside = inner[(inner[:, 1] > 0.035) & (inner[:, 1] < level) & (inner[:, 0] > 0.02)]
    radius = float(np.interp(level, inner[:, 1], inner[:, 0]))
    core = lathe("liquid", np.vstack([[(inside[0, 0] - 0.02, 0.032)], inside + (0.002, 0), [(radius + 0.002, level)]]), 84)
    zone = inlay("liquid", body, band(0.035, level))
    parts = [Part("glass", body, "glass", tint), Part("liquid", merge("liquid", zone, core), "glass", colours[0])]
    decals: list[Decal] = []
    if rng.random() < 0.6:
        image = np.zeros((192, 64), np.uint8)
        for k in range(rng.choice((4, 5, 7))):
            y = 12 + 26 * k
            image[y : y + 6, 0 : 44 if k % 2 else 28] = 1
        decals.append(mark((rng.choice((0, 0.1, -0.12)), -0.7 * r, 0.45 * h), 0.2, 0.5 * h, image, depth=0.5 * r))
    top = float(outer[-1, 1])
    if kind != "beaker" and rng.random() < 0.5:
        cork = turned("stopper", [(neck - 0.05, top - 0.1), (neck + 0.02, top + 0.16), (0.02, top + 0.16)], 0.02, 48)
        parts.append(Part("stopper", cork, rng.choice(("wood", "rubber")), wood(rng)))
    if rng.random() < 0.35:
        bubbles = [ball("bubble", (s, s, s), (rng.uniform(-0.12, 0.12), 0, top + 0.25 + 0.2 * k)) for k, s in enumerate((0.16, 0.11, 0.08))]
        parts.append(Part("bubbles", merge("bubbles", *bubbles), "glass", colours[0]))
    return parts, decals


def dropper(rng: random.Random) -> Things:
    """A serum bottle with a ribbed collar and a rubber bulb; or a nail varnish."""
    colours = scheme(rng, 4)
    r, h, neck = rng.uniform(0.28, 0.4), rng.uniform(0.5, 0.8), rng.uniform(0.13, 0.17)
    profile = shouldered(rng, r, h, neck, 0.05)
    if rng.random() < 0.35:
        body, top = slab("body", rectangle(2 * r, 2 * r, rng.uniform(0.05, 0.3) * r, steps=7), h, (0, 0, 0), TOP, 0.04, 4), h
        square = True
    else:
        body, top, square = lathe("body", profile, 72), float(profile[-1, 1]), False
    parts, decals = [Part("body", body, "glass", glassy(rng))], []
    if rng.random() < 0.4:
        parts.append(Part("content", inlay("content", body, band(0.05, h * rng.uniform(0.5, 0.85))), "glass", colours[0]))
        body = parts[1].object
    tall = rng.uniform(0.16, 0.24)
    parts.append(Part("collar", ribbed("collar", neck + 0.05, top - 0.03, tall, 20, 0.015, 0.012), rng.choice(("matte_plastic", "polished_metal")), colours[1]))
    z = top - 0.03 + tall
    if rng.random() < 0.7:
        bulb = spline([(0.1, z - 0.01), (0.1, z + 0.06), (0.13, z + 0.16), (0.12, z + 0.32), (0.06, z + 0.41), (0.01, z + 0.43)], 6)
        parts.append(Part("bulb", lathe("bulb", bulb, 48), "rubber", colours[2]))
    else:
        long = rng.uniform(0.4, 0.8)
        parts.append(Part("cap", turned("cap", [(neck - 0.01, z), (neck, z), (neck * 0.72, z + long), (0.02, z + long)], 0.03), "glossy_plastic", neutral(rng)))
    if rng.random() < 0.8:
        if square:
            tag = inlay("label", body, slab("tool", rectangle(1.4 * r, 0.42 * h, 0.02, (0, 0.27 * h)), 1, (0, -0.6 * r, 0), FRONT))
            parts.append(Part("label", tag, "paper", colours[3]))
            decals.append(mark((0, -r, 0.27 * h), 1.1 * r, 0.3 * h, printed(rng, 1.1 * r, 0.3 * h, ("word", "leaf", "logo")), depth=0.01))
        else:
            part, decals = label(rng, body, r, 0.12 * h, 0.48 * h, colours[3], rng.random() < 0.6)
            parts.append(part)
    return parts, decals
