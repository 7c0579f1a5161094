# in: a random generator; out: Subject of hardware: taps, door handles, knobs, dials, hooks, switches, padlocks, keys.
"""What hangs on a wall looks to -Y with its back plate at y >= 0; what stands, stands on z = 0."""

from __future__ import annotations

import random

import cv2
import numpy as np

from .curves import Numbers, Vector, arc, ellipse, fillet, rectangle, regular, resample, spline
from .joinery import cut, inlay, merge, unite
from .marks import mark, printed
from .palette import metal, neutral, scheme, wood
from .shapes import FRONT, TOP, Solid, ball, block, lathe, moved, rod, rotation, slab, sweep
from .subject import Decal, Part, Subject

NAME = "tap"
FORWARD = rotation("x", 90)  # a lathe's +z to -Y


def build(rng: random.Random) -> Subject:
    return rng.choice((mixer, mixer, mixer, pillar, pillar, lever, lever, knob, dial, dial, hook, switch, switch, padlock, key))(rng)


def finish(rng: random.Random) -> tuple[str, tuple[float, float, float]]:
    """Chrome, brass, black, or enamel."""
    return rng.choice((("polished_metal", metal(rng)), ("polished_metal", metal(rng)), ("brushed_metal", metal(rng)), ("matte_plastic", neutral(rng, False)), ("ceramic", neutral(rng, True))))


def disc(name: str, r: float, low: float, high: float, soft: float = 0.012, foot: float = 0.0, count: int = 60) -> Solid:
    """A turned plate with softened edges, `foot` wider below."""
    soft = min(soft, 0.45 * (high - low), 0.45 * r)
    return lathe(name, fillet([(r + foot - soft, low), (r + foot, low), (r, high), (0.01, high)], [0, soft, soft, 0], 4, closed=False), count)


def mouthed(rng: random.Random, name: str, path: np.ndarray, section: np.ndarray, grow: Numbers = 1.0, up: Vector = (0, 1, 0)) -> Solid:
    """A tube whose far end is open."""
    tube = sweep(name, path, section, grow, up=up)
    last = np.broadcast_to(np.asarray(grow, float), (len(path),))[-1]
    ahead = (path[-1] - path[-2]) / np.linalg.norm(path[-1] - path[-2])
    bore = path[-1] + ahead * np.array([-0.06, -0.02, 0.02, 0.06])[:, None]
    return cut(tube, sweep("bore", bore, section * 0.72 * last, up=up))


def cross(r: float, thick: float, z: float, kind: str) -> Solid:
    """A tap's grip turned about z: cross, wheel, lobes or bar."""
    if kind == "lobes":
        a = np.arange(96) * 2 * np.pi / 96
        ring = r * (0.86 + 0.14 * np.cos(lobes(r) * a))
        return slab("grip", np.stack([ring * np.cos(a), ring * np.sin(a)], 1), 2.2 * thick, (0, 0, z - 1.1 * thick), TOP, 0.5 * thick, 4, sharp=50)
    if kind == "wheel":
        t = np.linspace(0, 2 * np.pi, 56, endpoint=False)
        pieces = [rod("rim", np.stack([r * np.cos(t), r * np.sin(t), 0 * t + z], 1), thick, 14, loop=True)]
        pieces += [rod("spoke", [(-r * c, -r * s, z), (0, 0, z), (r * c, r * s, z)], 0.6 * thick, 12) for c, s in ((1, 0), (0.5, 0.866), (-0.5, 0.866))]
        return unite(*pieces)
    arms = [(1, 0), (0, 1)] if kind == "cross" else [(1, 0)]
    bars = [rod("arm", [(-r * c, -r * s, z), (0, 0, z + 0.004 * (c == 0)), (r * c, r * s, z)], thick, 16, ends=0.9) for c, s in arms]
    return unite(*bars, lathe("hub", fillet([(1.6 * thick, z - 1.5 * thick), (1.9 * thick, z), (1.5 * thick, z + 1.6 * thick), (0.01, z + 1.7 * thick)], 0.3 * thick, 4, closed=False), 36))


def lobes(r: float) -> int:
    """Three to six lobes, by size: the wider the more."""
    return 3 + int(r * 40) % 4


def arch(rng: random.Random, high: float, reach: float, kind: str) -> np.ndarray:
    """The spout's line in the plane x = 0 from the column's top (0, 0) out to -Y and down, as (out, up)."""
    if kind == "swan":
        drop = rng.uniform(0.1, 0.35)
        return np.vstack([[(0, 0), (0, 0.5 * high)], arc(reach / 2, 180, 0, 28, (reach / 2, high)), [(reach, high - drop * 0.5), (reach, high - drop)]])
    if kind == "square":
        return fillet([(0, 0), (0, high), (reach, high), (reach, high - 0.14)], rng.choice((0.04, 0.09)), 8, closed=False)
    if kind == "slope":
        return fillet([(0, 0), (0, 0.3 * high), (reach, high), (reach + 0.03, high - 0.13)], [0, 0.1, 0.06, 0], 8, closed=False)
    return spline([(0, 0), (0.02, 0.55 * high), (0.45 * reach, high), (0.85 * reach, 0.9 * high), (reach, 0.62 * high)], 10)


def mixer(rng: random.Random) -> Subject:
    """Basin or kitchen mixer: column, spout, one lever or two grips. Seen from its side in an elevation."""
    look, other = finish(rng), finish(rng)
    r = rng.uniform(0.075, 0.12)
    kind = rng.choice(("swan", "swan", "square", "slope", "bow", "beam"))
    parts = []
    column = rng.uniform(0.25, 0.6)
    square = kind in ("square", "beam") and rng.random() < 0.6
    plan = rectangle(2 * r, 2 * r, 0.02) if square else None
    body = slab("body", plan, column, (0, 0, 0.02), TOP, 0.012) if plan is not None else lathe("body", fillet([(r * 1.05, 0), (r, 0.06), (r * rng.uniform(0.85, 1), column), (0.01, column + 0.01)], [0, 0.03, 0.02, 0], 5, closed=False), 60)
    base = block("base", (3 * r, 3 * r, 0.05), (0, 0, 0), 0.012) if square else disc("base", 1.4 * r, -0.03, 0.03, 0.012, 0.1 * r)
    if kind == "beam":  # a straight arm out of the body
        reach, z = rng.uniform(0.5, 0.7), column * rng.uniform(0.6, 0.85)
        rise = rng.uniform(0.0, 0.2)
        spout = sweep("spout", [(0, 0, z), (0, -reach / 2, z + rise / 2), (0, -reach, z + rise)], rectangle(1.5 * r, 0.9 * r, 0.02) if square else ellipse(1.4 * r, 1.2 * r, 32), [1.0, 0.9, 0.8], up=(0, 0, 1))
        nose = np.array([0, -reach + 0.06, z + rise - 0.04])
        parts.append(Part("aerator", lathe("aerator", fillet([(0.3 * r, -0.05), (0.42 * r, -0.05), (0.42 * r, 0.04), (0.01, 0.04)], 0.006, 3, closed=False), 32, nose), *other))
    else:
        high, reach = (rng.uniform(0.5, 0.9), rng.uniform(0.36, 0.6)) if kind == "swan" else (rng.uniform(0.25, 0.5), rng.uniform(0.45, 0.7))
        line = resample(arch(rng, high, reach, kind), 72, closed=False)
        path = np.stack([0 * line[:, 0], -line[:, 0], line[:, 1] + column - 0.02], 1)
        t = rng.uniform(0.55, 0.85) * r
        section = rectangle(2 * t, 1.6 * t, 0.012, steps=3) if square else ellipse(2 * t, 2 * t, 32)
        spout = mouthed(rng, "spout", path, section, np.linspace(1.0, rng.uniform(0.75, 1.0), 72), up=(1, 0, 0))
        if rng.random() < 0.6:
            collar = disc("collar", t * 1.35, column - 0.02, column + 0.04, 0.01)
            parts.append(Part("collar", collar, *other))
    grip = rng.choice(("lever top", "lever side", "lever side", "two", "two") if kind != "beam" else ("lever top", "lever top", "lever side"))
    if grip == "lever top" and kind in ("beam", "slope", "bow"):
        z = column + 0.02
        parts.append(Part("cap", disc("cap", r * 0.95, column - 0.005, column + 0.09, 0.03), *look))
        tilt = rng.uniform(5, 35)
        stick = block("lever", (0.7 * r, rng.uniform(0.3, 0.45), 0.035), (0, 0.0, 0), 0.012) if square else moved(ball("lever", (0.8 * r, 0.4, 0.05), power=3), (0, 0, 0))
        parts.append(Part("lever", moved(stick, (0, 0.13 if kind != "beam" else -0.12, z + 0.1), turn=rotation("x", tilt if kind != "beam" else -tilt)), *look))
    elif grip == "two":
        gap, zc = rng.uniform(0.24, 0.36), rng.uniform(0.16, 0.24)
        if rng.random() < 0.5:
            parts.append(Part("bridge", rod("bridge", [(-gap, 0, 0.08), (0, 0, 0.08), (gap, 0, 0.08)], 0.045, 20), *look))
        form = rng.choice(("cross", "cross", "lobes", "bar", "wheel"))
        stems, grips = [], []
        for s in (-1, 1):
            stems.append(lathe("stem", fillet([(0.085, -0.03), (0.09, 0.0), (0.055, 0.04), (0.04, zc), (0.01, zc + 0.01)], 0.015, 4, closed=False), 40, (s * gap, 0, 0)))
            turn = rotation("z", rng.choice((0, 45)) if form == "cross" else 0)
            grips.append(moved(cross(rng.uniform(0.1, 0.13), 0.022, zc, form), (s * gap, 0, 0), turn=turn))
        parts += [Part("stems", merge("stems", *stems), *look), Part("grips", merge("grips", *grips), *other)]
        if rng.random() < 0.5:
            studs = [disc("stud", 0.03, zc + 0.02, zc + 0.05, 0.006) for _ in (0, 1)]
            parts += [Part(name, moved(stud, (s * gap, 0, 0)), "ceramic", colour) for name, stud, s, colour in zip(("hot", "cold"), studs, (-1, 1), ((0.8, 0.15, 0.15), (0.15, 0.35, 0.8)))]
    else:
        s, z = rng.choice((-1, 1)), column * rng.uniform(0.4, 0.7)
        pivot = moved(lathe("pivot", fillet([(0.6 * r, 0), (0.6 * r, r * 1.5), (0.01, r * 1.55)], 0.015, 4, closed=False), 36), (0, 0, z), turn=rotation("y", 90 * s))
        tilt = rng.uniform(0, 70)
        a = np.array([s * r * 1.2, 0, z])
        b = a + 0.3 * np.array([s * np.cos(np.radians(tilt)), 0, np.sin(np.radians(tilt))])
        parts += [Part("pivot", pivot, *look), Part("lever", rod("lever", [a, (a + b) / 2, b], rng.uniform(0.018, 0.03), 16, ends=0.9), *other)]
    parts += [Part("base", base, *look), Part("body", body, *look), Part("spout", spout, *look)]
    return Subject(NAME, turned(parts, rng.choice((0, 90, 90, -90))))


def turned(parts: list[Part], degrees: float) -> list[Part]:
    for part in parts:
        moved(part.object, turn=rotation("z", degrees))
    return parts


def pillar(rng: random.Random) -> Subject:
    """The tap of the pictogram: a horizontal body with a bent spout and a grip above, perhaps a drop below."""
    look, other, s = finish(rng), finish(rng), rng.choice((-1, 1))
    r = rng.uniform(0.09, 0.13)
    reach, drop = rng.uniform(0.5, 0.7), rng.uniform(0.2, 0.35)
    kind = rng.choice(("bend", "bend", "slant"))
    knots = [(-0.35, 0), (0.2, 0), (reach, 0), (reach, -drop)] if kind == "bend" else [(-0.35, 0), (0.15, 0), (reach, -0.16), (reach + 0.04, -drop - 0.05)]
    line = resample(fillet(knots, [0, 0.2, rng.uniform(0.12, 0.24), 0], 12, closed=False), 64, closed=False)
    path = np.stack([s * line[:, 0], 0 * line[:, 0], line[:, 1]], 1)
    pipe = mouthed(rng, "pipe", path, ellipse(2 * r, 2 * r, 36), np.linspace(1, rng.uniform(0.75, 1.0), 64))
    parts = [Part("pipe", pipe, *look)]
    end = path[-1]
    if rng.random() < 0.6:
        ring = lathe("lip", fillet([(r * 0.7, -0.02), (1.25 * r, -0.02), (1.25 * r, 0.05), (r * 0.7, 0.05)], 0.012, 3), 48, loop=True)
        parts.append(Part("lip", moved(ring, end + (0, 0, 0.01)), *look))
    rose = rng.choice(("disc", "hex", "none"))
    if rose == "disc":
        parts.append(Part("rose", moved(disc("rose", r * 1.9, 0, 0.07, 0.02), (-s * 0.36, 0, 0), turn=rotation("y", s * 90)), *look))
    elif rose == "hex":
        nut = slab("nut", regular(6, 1.5 * r, 0.5), 0.12, (0, 0, 0), TOP, 0.01, sharp=20)
        parts.append(Part("nut", moved(nut, (-s * 0.3, 0, 0), turn=rotation("y", s * 90)), *look))
    x, tall = s * rng.uniform(0.05, 0.15), rng.uniform(0.2, 0.34)
    stem = lathe("stem", fillet([(r * 1.1, -0.02), (r * 1.15, 0.9 * r), (r * 1.15, 1.3 * r), (0.5 * r, 1.5 * r), (0.38 * r, r + tall), (0.01, r + tall)], [0, 0.015, 0.02, 0.03, 0, 0], 4, closed=False), 48)
    form = rng.choice(("cross", "cross", "bar", "bar", "wheel", "lobes"))
    grip = cross(rng.uniform(0.17, 0.26), rng.uniform(0.028, 0.042), r + tall, form)
    parts += [Part("stem", moved(stem, (x, 0, 0)), *look), Part("grip", moved(grip, (x, 0, 0)), *rng.choice((other, look, ("ceramic", (0.75, 0.15, 0.15)))))]
    if rng.random() < 0.3:
        drops = spline([(0.002, 0.15), (0.04, 0.06), (0.062, -0.01), (0.05, -0.06), (0.002, -0.085)][::-1], 8)
        parts.append(Part("drop", moved(lathe("drop", np.maximum(drops, [0.002, -1]), 40), end + (0, 0, -0.28)), "glass", (0.55, 0.78, 0.92)))
    return Subject(NAME, parts)


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


def scale_print(n: int, start: float, end: float, dots: bool) -> np.ndarray:
    """Ticks round a dial, from `start` to `end` in degrees clockwise from the top."""
    image = np.zeros((192, 192), np.uint8)
    for a in np.radians(np.linspace(start, end, n)):
        c, s = np.sin(a), -np.cos(a)
        p, q = (round(96 + 78 * c), round(96 + 78 * s)), (round(96 + 92 * c), round(96 + 92 * s))
        if dots:
            cv2.circle(image, q, 4, 1, -1)
        else:
            cv2.line(image, p, q, 1, 4)
    return image


def dial(rng: random.Random) -> Subject:
    """One to four turning knobs on a panel: volume, stove, thermostat, timer, a slider beside them."""
    colours = scheme(rng, 4)
    n, r = rng.choice((1, 1, 2, 3, 4)), rng.uniform(0.2, 0.3)
    step = 2 * r * rng.uniform(1.5, 1.9)
    w, h = step * n + 0.1, 2 * r * rng.uniform(1.6, 2.3)
    round_panel = n == 1 and rng.random() < 0.5
    panel = moved(disc("panel", r * 1.75, -0.1, 0.0, 0.02), turn=FORWARD) if round_panel else block("panel", (w, 0.12, h), (0, 0.06, 0), 0.015, 0.03)
    kind = rng.choice(("plain", "plain", "grip", "skirt", "wing", "cone"))
    material, colour = rng.choice((("matte_plastic", colours[0]), ("brushed_metal", metal(rng)), ("glossy_plastic", neutral(rng)), ("polished_metal", metal(rng))))
    tall = rng.uniform(0.1, 0.2)
    knobs, marks_, decals = [], [], []
    ticks, dots = rng.randint(5, 13), rng.random() < 0.4
    printed_scale = rng.random() < 0.75
    notch = rng.choice(("line", "line", "dot", "none"))
    for k in range(n):
        x = (k - (n - 1) / 2) * step
        turn = rng.uniform(-140, 140)
        spin = rotation("y", turn)
        if kind in ("plain", "cone"):
            thing = lathe("knob", fillet([(r * 0.97, -0.01), (r, 0.0), (r * (0.75 if kind == "cone" else 0.97), tall), (0.01, tall)], [0, 0.01, 0.025, 0], 4, closed=False), 64)
        elif kind == "grip":
            a = np.arange(144) * 2 * np.pi / 144
            ring = r * (1 - 0.03 * (np.cos(24 * a) > 0))
            thing = slab("knob", np.stack([ring * np.cos(a), ring * np.sin(a)], 1), tall, (0, 0, -0.01), TOP, 0.012)
        elif kind == "skirt":
            thing = lathe("knob", fillet([(r * 1.15, -0.01), (r * 1.15, 0.02), (0.72 * r, 0.05), (0.68 * r, tall + 0.06), (0.01, tall + 0.06)], [0, 0.012, 0.03, 0.02, 0], 4, closed=False), 64)
        else:
            thing = unite(disc("knob", r, -0.01, 0.05, 0.012), block("wing", (0.42 * r, 1.86 * r, tall), (0, 0, tall / 2 + 0.02), 0.03, 0.05))
        high = {"skirt": tall + 0.06, "wing": tall + 0.02, "grip": tall - 0.01}.get(kind, tall)
        reach = {"skirt": 0.68, "cone": 0.75, "wing": 0.9}.get(kind, 0.95) * r
        moved(thing, turn=FORWARD)
        if notch != "none":
            shape = rectangle(0.14 * r, 0.5 * r, 0.01, (0, reach - 0.28 * r)) if notch == "line" else ellipse(0.16 * r, 0.16 * r, 24, (0, reach - 0.2 * r))
            tool = slab("tool", shape, 1.0, (0, -high + 0.015, 0), FRONT)
            point = inlay("pointer", thing, tool)
            marks_.append(moved(point, (x, 0, 0), turn=spin))
        knobs.append(moved(thing, (x, 0, 0), turn=spin))
        if printed_scale:
            side = 2 * r * 1.5
            decals.append(mark((x, 0, 0), side, side, scale_print(ticks, -140, 140, dots), FRONT, 0.015))
    parts = [Part("panel", panel, rng.choice(("matte_plastic", "brushed_metal", "glossy_plastic", "wood")), rng.choice((colours[1], neutral(rng)))), Part("knobs", merge("knobs", *knobs), material, colour)]
    if marks_:
        parts.append(Part("pointers", merge("pointers", *marks_), "glossy_plastic", rng.choice((colours[2], neutral(rng)))))
    return Subject(NAME, parts, decals)


def hook(rng: random.Random) -> Subject:
    """A wall hook: plate and J, a double coat hook, a row of pegs on a rail, a butcher's S."""
    look = finish(rng)
    r = rng.uniform(0.025, 0.045)
    kind = rng.choice(("jay", "jay", "double", "row", "ess"))
    if kind == "ess":
        line = np.vstack([arc(0.2, 200, 0, 24, (0, 0.3))[:, :], arc(0.24, 180, 380, 26, (0.44, -0.12))])
        line = resample(spline(line[::3], 6), 90, closed=False)
        bar = rod("hook", np.stack([line[:, 0], 0 * line[:, 0], line[:, 1]], 1), r, 18, ends=0.9)
        return Subject(NAME, [Part("hook", bar, *look)])
    jay = lambda out, deep: fillet([(0, 0.12), (0, -0.16), (deep * 0.1 + out * 0.25, -deep), (out, -deep * 0.8), (out, -0.02)], 0.1, 9, closed=False)

    def bent(line: np.ndarray, x: float = 0.0, s: float = 1.0) -> np.ndarray:
        p = resample(line, 64, closed=False)
        return np.stack([0 * p[:, 0] + x, -p[:, 0] - r, s * p[:, 1]], 1)

    places = [0.0] if kind != "row" else list(np.linspace(-0.7, 0.7, rng.randint(3, 5)))
    out, deep = rng.uniform(0.2, 0.32), rng.uniform(0.3, 0.42)
    bars, tips = [], []
    for x in places:
        paths = [bent(jay(out, deep), x)]
        if kind == "double" or (kind == "row" and rng.random() < 0.3):
            paths.append(bent(np.array([(0, -0.1), (0, 0.1), (out * 0.6, 0.28), (out * 1.5, 0.4)]), x))
        for path in paths:
            bars.append(rod("hook", path, r, 16))
            tips.append(ball("tip", (3.2 * r,) * 3, path[-1]))
    wall = rng.choice(("round", "plate", "oval"))
    if kind == "row":
        back = block("rail", (1.8, 0.06, rng.uniform(0.24, 0.36)), (0, 0.03, 0.0), 0.012)
        parts = [Part("rail", back, "wood", wood(rng))]
    else:
        shape = {"round": ellipse(0.36, 0.36, 56, (0, -0.02)), "plate": rectangle(0.22, 0.62, 0.03, (0, -0.05)), "oval": ellipse(0.26, 0.6, 56, (0, -0.04))}[wall]
        back = slab("plate", shape, 0.05, (0, 0.045, 0), FRONT, 0.014)
        zs = (0.0,) if wall == "round" else (0.18, -0.28)
        screws = [moved(lathe("screw", fillet([(0.032, 0), (0.032, 0.012), (0.01, 0.02)], 0.006, 3, closed=False), 24), (0.0 if wall != "round" else 0.1, -0.004, z), turn=FORWARD) for z in zs]
        parts = [Part("plate", back, *look), Part("screws", merge("screws", *screws), "brushed_metal", metal(rng))]
    parts.append(Part("hooks", merge("hooks", *bars), *look))
    if rng.random() < 0.7:
        parts.append(Part("tips", merge("tips", *tips), *rng.choice((look, ("ceramic", neutral(rng, True)), ("wood", wood(rng))))))
    return Subject(NAME, parts)


def switch(rng: random.Random) -> Subject:
    """Light switch or socket: a plate, rockers, toggle, push buttons or holes."""
    colours = scheme(rng, 3)
    n = rng.choice((1, 1, 2, 3))
    h, wide = 0.9, rng.choice((0.62, 0.9))
    w = wide if n == 1 else 0.45 * n + 0.25
    soft = rng.choice((0.02, 0.06, 0.12))
    plate = slab("plate", rectangle(w, h, soft), 0.07, (0, 0, 0), FRONT, rng.choice((0.01, 0.03)), 4)
    material, colour = rng.choice((("matte_plastic", neutral(rng)), ("glossy_plastic", neutral(rng, True)), ("brushed_metal", metal(rng)), ("glossy_plastic", colours[0])))
    kind, y = rng.choice(("rocker", "rocker", "rocker", "toggle", "socket", "socket", "buttons")), -0.07
    keys, extra, decals = [], [], []
    for k in range(n):
        x = (k - (n - 1) / 2) * 0.45
        kw, kh = (0.36, 0.62) if n > 1 or wide < 0.7 else (0.58, 0.6)
        if kind == "rocker":
            tilt = rng.choice((-1, 1)) * rng.uniform(3, 7)
            cut(plate, slab("tool", rectangle(kw + 0.016, kh + 0.016, 0.012), 1, (x, -0.03, 0), FRONT))
            key_ = block("rocker", (kw, 0.09, kh), (0, 0, 0), 0.008)
            keys.append(moved(key_, (x, y - 0.015, 0), turn=rotation("x", tilt)))
            if rng.random() < 0.4:
                decals.append(mark((x, y - 0.1, 0.3 * kh), 0.09, 0.09, printed(rng, 1, 1, ("logo",)), FRONT, 0.1))
        elif kind == "toggle":
            cut(plate, slab("tool", rectangle(0.14, 0.28, 0.01), 1, (x, -0.03, 0), FRONT))
            stick = sweep("toggle", [(0, 0, 0), (0, -0.12, 0), (0, -0.24, 0)], rectangle(0.1, 0.1, 0.015, steps=3), [0.8, 0.95, 1.1], up=(0, 0, 1))
            keys.append(moved(stick, (x, -0.02, 0), turn=rotation("x", rng.choice((-30, 30)))))
            for s in (-1, 1):
                extra.append(moved(lathe("screw", [(0.035, 0), (0.035, 0.01), (0.02, 0.016)], 24), (x, y + 0.004, s * 0.3), turn=FORWARD))
        elif kind == "buttons":
            for z in (0.2, -0.2):
                keys.append(moved(disc("button", 0.13, 0.05, 0.1, 0.015), (x, 0, z), turn=FORWARD))
        else:
            r = min(0.2, 0.42 * w / n)
            well = rng.random() < 0.6
            if well:
                cut(plate, slab("tool", ellipse(2 * r, 2 * r, 56), 1, (x, -0.035, 0), FRONT))
                keys.append(slab("well", ellipse(1.99 * r, 1.99 * r, 56), 0.03, (x, -0.008, 0), FRONT, 0.003))
            target = keys[-1] if well else plate
            pins = rng.choice(("round", "slots", "three"))
            shapes = {"round": [ellipse(0.06, 0.06, 20, (p, 0)) for p in (-0.42 * r, 0.42 * r)], "slots": [rectangle(0.03, 0.1, 0, (p, 0.2 * r)) for p in (-0.35 * r, 0.35 * r)] + [ellipse(0.06, 0.06, 20, (0, -0.4 * r))], "three": [rectangle(0.04, 0.1, 0, (0, 0.4 * r)), rectangle(0.1, 0.035, 0, (-0.4 * r, -0.25 * r)), rectangle(0.1, 0.035, 0, (0.4 * r, -0.25 * r))]}[pins]
            cut(target, merge("tool", *[slab("tool", shape, 0.3, (x, -0.02, 0), FRONT) for shape in shapes]))
    parts = [Part("plate", plate, material, colour)]
    if keys:
        parts.append(Part("keys", merge("keys", *keys), rng.choice((material, "matte_plastic")), rng.choice((colour, colour, colours[1]))))
    if extra:
        parts.append(Part("screws", merge("screws", *extra), "brushed_metal", metal(rng)))
    if rng.random() < 0.3:
        parts.append(Part("back", slab("back", rectangle(w + 0.1, h + 0.1, soft + 0.03), 0.03, (0, 0.025, 0), FRONT, 0.008), *rng.choice((("brushed_metal", metal(rng)), ("wood", wood(rng)), ("glass", colours[2])))))
    return Subject(NAME, parts, decals)


def padlock(rng: random.Random) -> Subject:
    """Body, shackle shut or open, keyhole or dials of numbers."""
    colours, look = scheme(rng, 3), finish(rng)
    w, h, d = rng.uniform(0.8, 1.0), rng.uniform(0.65, 0.9), rng.uniform(0.26, 0.4)
    shape = rng.choice((rectangle(w, h, 0.08), rectangle(w, h, 0.2), ellipse(w, h * 1.1, 72, power=3), ellipse(w, w, 72), fillet([(-0.4 * w, -0.5 * h), (0.4 * w, -0.5 * h), (0.5 * w, 0.5 * h), (-0.5 * w, 0.5 * h)], 0.07, 6)))
    body = slab("body", shape, d, (0, d / 2, 0), FRONT, rng.choice((0.02, 0.05, 0.09)), 5)
    parts, decals = [], []
    if rng.random() < 0.35:
        z = rng.uniform(0.1, 0.25) * h
        parts.append(Part("band", inlay("band", body, slab("tool", rectangle(3, 1), 3, (0, 1.5, z + 0.5), FRONT)), *look))
    face = rng.choice(("hole", "hole", "print", "ring"))
    slot = np.vstack([arc(0.085, -65, 245, 28, (0, 0.05)), [(-0.055, -0.2), (0.055, -0.2)]])
    if face == "ring":
        parts.append(Part("ring", slab("ring", ellipse(0.38, 0.42, 48), 0.05, (0, -d / 2 + 0.03, -0.03), FRONT, 0.01), "brushed_metal", metal(rng)))
    if face == "print":
        image = np.zeros((192, 96), np.uint8)
        cv2.circle(image, (48, 48), 44, 1, -1)
        cv2.rectangle(image, (26, 60), (70, 186), 1, -1)
        decals.append(mark((0, -d / 2, -0.05), 0.18, 0.36, image, FRONT, 0.06))
    else:
        cut(parts[-1].object if face == "ring" else body, slab("tool", slot * (0.8 if face == "ring" else 1), 1, (0, -d / 2 + 0.06, -0.03), FRONT))
        if face == "ring":
            parts.append(Part("hole", slab("hole", slot * 0.79, 0.04, (0, -d / 2 + 0.034, -0.03), FRONT), "rubber", (0.06, 0.06, 0.07)))
    r, half = rng.uniform(0.055, 0.085), w * rng.uniform(0.26, 0.34)
    top = 0.5 * h if not np.isclose(np.ptp(shape[:, 1]), w) else 0.5 * w
    rise, lift = rng.uniform(0.1, 0.35), rng.choice((0.0, 0.0, rng.uniform(0.12, 0.2)))
    bow = np.vstack([[(-half, -0.16 + 0.12 * (lift > 0) + lift * 0.2)], arc(half, 180, 0, 32, (0, rise + lift)), [(half, -0.2)]])
    if lift == 0:
        bow[0, 1] = -0.2
    bow = resample(bow, 80, closed=False)
    path = np.stack([bow[:, 0], 0 * bow[:, 0], bow[:, 1] + top], 1)
    parts += [Part("body", body, *rng.choice((("brushed_metal", metal(rng)), ("glossy_plastic", colours[0]), ("polished_metal", (0.85, 0.7, 0.35))))), Part("shackle", rod("shackle", path, r, 24), "polished_metal", metal(rng))]
    return Subject(NAME, parts, decals)


def key(rng: random.Random) -> Subject:
    """A bow, a shaft, a bit: old with a ring, or flat and notched."""
    look, colours = finish(rng), scheme(rng, 2)
    r, s = rng.uniform(0.28, 0.38), rng.choice((-1, 1))
    long = rng.uniform(0.9, 1.3)
    parts = []
    if rng.random() < 0.5:
        kind, t = rng.choice(("ring", "heart", "clover")), np.linspace(0, 2 * np.pi, 90, endpoint=False)
        grow = {"ring": 1 + 0 * t, "heart": 1 + 0.16 * np.cos(2 * t), "clover": 1 + 0.2 * np.cos(3 * t)}[kind]
        bow = rod("bow", np.stack([r * grow * np.cos(t) - r * grow[0], 0 * t, r * grow * np.sin(t)], 1), 0.07, 20, loop=True)
        shaft = rod("shaft", [(-0.03, 0, 0), (long / 2, 0, 0), (long, 0, 0)], 0.065, 24, ends=0.4)
        teeth = [(long - 0.34, -0.34), (long - 0.06, -0.34), (long - 0.06, 0), (long - 0.34, 0)]
        if rng.random() < 0.7:
            teeth = [(long - 0.36, -0.32), (long - 0.25, -0.32), (long - 0.25, -0.2), (long - 0.17, -0.2), (long - 0.17, -0.36), (long - 0.06, -0.36), (long - 0.06, 0), (long - 0.36, 0)]
        bit = slab("bit", teeth, 0.07, (0, 0.035, 0), FRONT, 0.006)
        collar = merge("collars", *[moved(disc("collar", 0.1, 0, 0.06, 0.02), (x, 0, 0), turn=rotation("y", 90)) for x in (0.05, 0.18)])
        unite(shaft, bit)
        parts = [Part("bow", bow, *look), Part("shaft", shaft, *look), Part("collars", collar, *look)]
    else:
        head = rng.choice((ellipse(2 * r, 2 * r, 64, (-0.9 * r, 0)), rectangle(1.7 * r, 2 * r, 0.1, (-0.8 * r, 0)), regular(6, 1.05 * r) - (0.8 * r, 0)))
        bow = slab("bow", fillet(head, 0.05, 4) if len(head) == 6 else head, 0.12, (0, 0.06, 0), FRONT, 0.03, 4)
        cut(bow, slab("tool", ellipse(0.5 * r, 0.5 * r, 32, (-1.3 * r, 0)), 1, (0, 0.5, 0), FRONT))
        n = rng.randint(4, 6)
        xs = np.linspace(0.3 * long, 0.94 * long, 2 * n)
        low = [(x, -0.1 - (0.0 if k % 2 else rng.uniform(-0.01, 0.06))) for k, x in enumerate(xs)]
        blade = [(-0.08, -0.15), (0.2 * long, -0.15), *low, (long, 0.0), (long - 0.08, 0.11), (-0.08, 0.11)]
        plate = slab("blade", blade, 0.06, (0, 0.03, 0), FRONT, 0.006)
        cut(plate, slab("tool", rectangle(0.86 * long, 0.035, 0.01, (0.5 * long, 0.045)), 0.5, (0, -0.018, 0), FRONT))
        parts = [Part("bow", bow, *rng.choice((look, ("matte_plastic", colours[0]), ("rubber", neutral(rng, False))))), Part("blade", plate, "brushed_metal", metal(rng))]
    turn = rotation("y", rng.choice((0, 0, 90, -45, 45)))
    for part in parts:
        moved(part.object, turn=turn @ np.diag([1.0, 1, 1]) if s > 0 else turn @ rotation("z", 180))
    return Subject(NAME, parts)
