# in: a random generator; out: Subject of a door lever or a knob.
from __future__ import annotations

import random

import numpy as np

from ..curves import arc, ellipse, fillet, rectangle, resample, spline
from ..faces import FRONT
from ..joinery import cut, inlay, merge
from ..palette import metal, scheme, wood
from ..placing import moved
from ..shapes import ball, lathe, sweep
from ..slabs import block, slab
from ..subject import Decal, Part, Subject
from .fittings import FORWARD, NAME, disc, finish


def lever(rng: random.Random) -> Subject:
    """A door handle: rose or long plate, a neck, a lever; a keyhole or a rose for the key below."""
    look, other, s = finish(rng), finish(rng), rng.choice((-1, 1))
    parts = []
    plate = rng.choice(("round", "round", "square", "long", "long"))
    thick = rng.uniform(0.03, 0.05)
    low = -rng.uniform(0.4, 0.55)
    hole = rng.choice(("key", "key", "euro", "none"))
    shape = {"round": ellipse(0.36, 0.36, 60), "square": rectangle(0.34, 0.34, 0.02), "long": rectangle(0.3, 1.05, rng.choice((0.02, 0.08, 0.149)), (0, -0.28))}[plate]
    if plate == "long" and rng.random() < 0.3:
        shape = fillet([(-0.15, -0.7), (0, -0.82), (0.15, -0.7), (0.15, 0.12), (0, 0.24), (-0.15, 0.12)], 0.05, 5)
    back = slab("plate", shape, thick, (0, 0, 0), FRONT, 0.012)
    if hole != "none":
        slot = np.vstack([arc(0.04, -65, 245, 24, (0, 0.03)), [(-0.034, -0.09), (0.034, -0.09)]]) if hole == "key" else np.vstack([arc(0.062, -50, 230, 24, (0, 0.05)), arc(0.042, 180, 360, 12, (0, -0.09))])
        slot = slot if plate == "long" else slot * 0.9
        if plate != "long":
            rose = slab("key rose", ellipse(0.3, 0.3, 56) if plate == "round" else rectangle(0.3, 0.3, 0.02), thick, (0, 0, low), FRONT, 0.012)
            cut(rose, slab("tool", slot, 1, (0, 0.5, low), FRONT))
            parts.append(Part("key rose", rose, *look))
        else:
            cut(back, slab("tool", slot, 1, (0, 0.5, low), FRONT))
        if hole == "euro":
            core = slab("core", slot * 0.985, thick + 0.01, (0, 0.005, low), FRONT, 0.003)
            cut(core, slab("tool", rectangle(0.016, 0.07), 0.2, (0, -thick + 0.005, low + (0.05 if plate == "long" else 0.045)), FRONT))
            parts.append(Part("core", core, "brushed_metal", metal(rng)))
    parts.append(Part("plate", back, *look))
    out, long, r = rng.uniform(0.16, 0.24), rng.uniform(0.5, 0.7), rng.uniform(0.04, 0.06)
    neck = moved(lathe("neck", fillet([(1.7 * r, thick - 0.01), (1.5 * r, thick + 0.05), (1.05 * r, thick + 0.08), (1.05 * r, out), (0.01, out)], 0.02, 4, closed=False), 40), turn=FORWARD)
    kind = rng.choice(("bar", "bar", "bow", "return", "flat", "curl"))
    if kind == "flat":
        arm = slab("arm", fillet([(-0.06, -0.05), (long, -0.04), (long, 0.04), (-0.06, 0.06)], 0.035, 6) * (s, 1), 0.05, (0, -out + 0.025, 0), FRONT, 0.012)
    else:
        lines: dict[str, list[tuple[float, float, float]]] = {"bar": [(0, 0, 0), (0.5, 0, 0), (1, 0, 0)], "bow": [(0, 0, 0), (0.25, 0.06, 0), (0.6, 0.03, 0), (1, -0.04, 0)], "return": [(0, 0, 0), (0.5, 0, 0), (0.9, 0, 0), (1, 0, 0.12), (1, 0, 0.2)], "curl": [(0, 0, 0), (0.4, 0.05, 0), (0.8, -0.03, 0), (1, 0.02, 0), (0.98, 0.09, 0)]}
        p = np.array([(s * x * long, -out + y, z) for x, z, y in lines[kind]])
        path = resample(spline(p, 8), 48, closed=False)
        section = rng.choice((ellipse(2 * r, 2 * r, 28), ellipse(1.7 * r, 2.3 * r, 28, power=4), ellipse(1.3 * r, 2.4 * r, 28)))
        arm = sweep("arm", path, section, np.linspace(1.05, rng.uniform(0.6, 1.05), 48), up=(0, 0, 1))
        if kind in ("bar", "bow"):
            parts.append(Part("end", ball("end", (2.1 * r,) * 3, path[-1], rng.choice((2, 3.5))), *look))
    parts += [Part("neck", neck, *look), Part("arm", arm, *rng.choice((look, look, other, ("wood", wood(rng)))))]
    return Subject(NAME, parts)


def knob(rng: random.Random) -> Subject:
    """A door or drawer knob, a bar or a cup pull, on a rose or on a piece of board."""
    colours, look = scheme(rng, 3), finish(rng)
    parts = []
    decals: list[Decal] = []
    if rng.random() < 0.4:
        board = block("board", (rng.uniform(0.9, 1.5), 0.1, rng.uniform(0.5, 1.1)), (0, 0.05, 0), 0.015)
        parts.append(Part("board", board, "wood", wood(rng)))
    kind = rng.choice(("ball", "mushroom", "facet", "cylinder", "bar", "bar", "cup"))
    if kind in ("bar", "cup"):
        w, out, r = rng.uniform(0.5, 0.8), rng.uniform(0.14, 0.2), rng.uniform(0.025, 0.045)
        if kind == "bar":
            line = fillet([(-w / 2, 0.01), (-w / 2, -out), (w / 2, -out), (w / 2, 0.01)], rng.choice((0.02, 0.08)), 8, closed=False)
            path = resample(np.stack([line[:, 0], line[:, 1], 0 * line[:, 0]], 1), 80, closed=False)
            parts.append(Part("pull", sweep("pull", path, rng.choice((ellipse(2 * r, 2 * r, 24), rectangle(2 * r, 1.6 * r, 0.008, steps=2))), up=(0, 0, 1)), *look))
            feet = [moved(disc("foot", 1.9 * r, 0, 0.03, 0.008), (s * w / 2, 0, 0), turn=FORWARD) for s in (-1, 1)]
            parts.append(Part("feet", merge("feet", *feet), *look))
        else:
            shell = moved(ball("pull", (w, 2 * out, 0.42)), (0, 0, 0))
            cut(shell, block("tool", (2, 1, 1), (0, 0.5, 0), 0.001), block("tool", (2, 2, 1), (0, 0, -0.54), 0.001))
            hollow = ball("tool", (w - 0.05, 2 * out - 0.05, 0.37), (0, 0, -0.004))
            cut(shell, hollow)
            parts.append(Part("pull", shell, *look))
            parts.append(Part("plate", slab("plate", rectangle(w + 0.08, 0.4, 0.03, (0, 0.02)), 0.02, (0, 0.018, 0), FRONT, 0.005), *look))
        return Subject(NAME, parts)
    r, out = rng.uniform(0.22, 0.34), rng.uniform(0.2, 0.34)
    n = 0.32 * r
    if kind == "ball":
        a = np.linspace(-1.2, np.pi / 2 - 0.02, 30)
        wall = np.vstack([[(n, 0)], np.stack([np.maximum(r * np.cos(a), n), out + 0.8 * r + 0.8 * r * np.sin(a)], 1)])
    elif kind == "mushroom":
        a = np.linspace(0, np.pi / 2 - 0.02, 16)
        low = fillet([(n * 1.4, 0), (n, out * 0.6), (r * 0.97, out), (r, out + 0.03)], [0, 0.08, 0.02, 0], 7, closed=False)
        wall = np.vstack([low, np.stack([r * np.cos(a), out + 0.04 + rng.uniform(0.08, 0.2) * np.sin(a)], 1)])
    else:
        wall = fillet([(n * 1.2, 0), (n, out), (r * 0.8, out), (r, out + 0.06), (r, out + 0.2), (r * 0.7, out + 0.3), (0.01, out + 0.3)] if kind == "facet" else [(n, 0), (n, out), (r, out), (r, out + 0.22), (0.01, out + 0.22)], 0.0 if kind == "facet" else 0.02, 3, closed=False)
    facets = rng.choice((8, 12)) if kind == "facet" else 60
    thing = moved(lathe("knob", wall, facets, sharp=15 if kind == "facet" else 38), turn=FORWARD)
    if rng.random() < 0.3 and kind in ("mushroom", "cylinder"):
        parts.append(Part("inlay", inlay("inlay", thing, slab("tool", ellipse(r, r, 48), 2, (0, 0, 0), FRONT)), "ceramic", colours[1]))
    parts.append(Part("knob", thing, *rng.choice((look, ("wood", wood(rng)), ("ceramic", colours[0]), ("glass", (0.85, 0.93, 0.95))))))
    parts.append(Part("rose", moved(disc("rose", r * rng.uniform(0.75, 1.2), 0, 0.045, 0.015, 0.02), turn=FORWARD), *look))
    return Subject(NAME, parts, decals)
