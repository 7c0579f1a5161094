# in: a random generator; out: Subject of spectacles: round, square, cat-eye, aviator, half-rimmed, shield; clear or dark.
"""Held out: scenes.HELD_FAMILIES. The front lies in the plane y = 0, the temples run to +Y; 1.4 wide."""

from __future__ import annotations

import random

import numpy as np

from .curves import area, ellipse, fillet, resample, spline
from .joinery import cut, merge, unite
from .marks import mark, printed
from .palette import Colour, metal, neutral, scheme
from .shapes import FRONT, Solid, ball, block, moved, rod, rotation, slab, sweep
from .subject import Part, Subject

NAME = "glasses"
COUNT = 96  # points of a lens
DARK = ((0.1, 0.1, 0.12), (0.16, 0.2, 0.25), (0.3, 0.2, 0.14), (0.15, 0.3, 0.3), (0.45, 0.2, 0.35), (0.75, 0.4, 0.2))
CLEAR = ((0.9, 0.95, 0.97), (0.8, 0.9, 0.95), (0.95, 0.9, 0.75))


def build(rng: random.Random) -> Subject:
    return rng.choice((acetate, acetate, acetate, wire, wire, browline, shield))(rng)


def lens(rng: random.Random, kind: str, w: float, h: float) -> np.ndarray:
    """The right lens (nose at -x), w x h about its middle, anticlockwise."""
    if kind == "round":
        o = ellipse(h, h, COUNT)
    elif kind == "oval":
        o = ellipse(w, h * 0.85, COUNT, power=rng.uniform(2, 2.6))
    elif kind == "panto":
        o = spline([(-0.42, 0.32), (-0.5, 0.05), (-0.33, -0.38), (0, -0.5), (0.33, -0.38), (0.5, 0.05), (0.42, 0.32), (0.2, 0.46), (0, 0.48), (-0.2, 0.46)], 10, closed=True) * (w, h)
    elif kind == "square":
        o = fillet(np.array([(-0.46, -0.5), (0.44, -0.5), (0.5, 0.5), (-0.5, 0.5)]) * (w, h), rng.uniform(0.05, 0.16), 8)
    elif kind == "wayfarer":
        o = fillet(np.array([(-0.36, -0.5), (0.36, -0.5), (0.5, 0.48), (-0.46, 0.42)]) * (w, h), [0.18, 0.2, 0.08, 0.1], 8)
    elif kind == "cat":
        up = rng.uniform(0.5, 0.66)
        o = fillet(np.array([(-0.3, -0.5), (0.26, -0.5), (0.48, -0.05), (0.56, up), (-0.46, 0.3)]) * (w, h), [0.17, 0.2, 0.25, rng.choice((0.015, 0.05)), 0.12], 8)
    elif kind == "aviator":
        o = spline([(-0.36, 0.46), (-0.48, 0.25), (-0.42, -0.1), (-0.2, -0.44), (0.08, -0.52), (0.36, -0.36), (0.5, 0.05), (0.5, 0.4), (0.38, 0.5), (0, 0.5)], 9, closed=True) * (w, h * 1.1)
    elif kind == "hexagon":
        o = fillet(np.array([(0.25, -0.5), (0.5, 0), (0.25, 0.5), (-0.25, 0.5), (-0.5, 0), (-0.25, -0.5)]) * (h * 1.12, h), 0.03, 4)
    elif kind == "heart":
        t = np.linspace(0, 2 * np.pi, COUNT, endpoint=False)
        o = np.stack([16 * np.sin(t) ** 3 / 33, (13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t) + 2) / 29], 1) * h * 1.15
    else:
        raise AssertionError(f"no lens {kind!r}")
    o = o if area(o) > 0 else o[::-1]
    return resample(o, COUNT)


def grown(outline: np.ndarray, by: float) -> np.ndarray:
    """The outline `by` further out, its points again evenly spread."""
    edge = np.roll(outline, -1, 0) - np.roll(outline, 1, 0)
    out = np.stack([edge[:, 1], -edge[:, 0]], 1) / np.linalg.norm(edge, axis=1, keepdims=True)
    for _ in range(3):  # a corner's normals fan out softly
        out = (np.roll(out, 1, 0) + 2 * out + np.roll(out, -1, 0)) / 4
    return outline + out * by


def tint(rng: random.Random) -> tuple[str, tuple[float, float, float]]:
    """Lens material and colour: clear, dark, or mirrored."""
    dark = rng.random() < 0.5
    return rng.choice(("glass", "glass", "glossy_plastic")) if dark else "glass", rng.choice(DARK if dark else CLEAR)


def temples(rng: random.Random, x: float, z: float, material: str, colour: Colour, thin: float, tall: float, tip: bool) -> list[Part]:
    """Arms from (±x, 0, z) back over the ears; mostly open, now and then one or both folded in."""
    long, drop = rng.uniform(1.0, 1.35), rng.uniform(0.2, 0.36)
    bend = rng.choice((0.68, 0.74, 0.8)) * long
    straight = rng.random() < 0.2
    knots = [(0.0, 0.0), (0.3 * long, 0.005), (0.55 * long, 0.0), (bend, -0.02), ((bend + long) / 2, -0.02 if straight else -0.32 * drop), (long, -0.05 if straight else -drop)]
    side = resample(spline(knots, 9), 48, closed=False)
    taper = rng.choice((0.6, 0.8, 1.0))
    scale = np.stack([np.full(48, thin), tall * np.interp(np.linspace(0, 1, 48), [0, 0.5, 0.75, 0.95, 1], [1, 0.5 + 0.5 * taper, taper, taper, 0.75 * taper])], 1)
    section = ellipse(1, 1, 28, power=rng.choice((2, 4, 6)))
    fold = rng.random() < 0.18
    splay = rng.uniform(-0.06, 0.03)
    arms, tips = [], []
    for s in (-1, 1):
        lean = -s * np.radians(84 - rng.uniform(0, 3)) if fold else s * splay
        ahead = np.array([np.sin(lean), np.cos(lean), 0])
        root = np.array([s * x, 0.02 + (0.07 if s < 0 else 0.0) * fold + 0.03 * fold, z])
        path = root + side[:, :1] * ahead + side[:, 1:] * np.array([0, 0, 1])
        arms.append(sweep("arm", path, section, scale, up=(0, 0, 1)))
        if tip:
            tips.append(sweep("tip", path[30:], section, scale[30:] * (1.9, 1.5) + 0.012, up=(0, 0, 1)))
    parts = [Part("left temple", arms[0], material, colour), Part("right temple", arms[1], material, colour)]
    return parts + ([Part("tips", merge("tips", *tips), "matte_plastic", neutral(rng, False))] if tip else [])


def lenses(rng: random.Random, o: np.ndarray, x: float, y: float, thick: float = 0.02) -> list[Part]:
    """Both lenses, flat; `o` is the right one's outline about (0, 0)."""
    material, colour = tint(rng)
    both = [slab(name, o * (s, 1), thick, (s * x, y, 0), FRONT, 0.004, 2) for name, s in (("left lens", -1), ("right lens", 1))]
    return [Part(thing.name.split(".")[0], thing, material, colour) for thing in both]


def pads(rng: random.Random, gap: float, z: float) -> Part:
    """The two pads on the nose."""
    pieces = [moved(ball("pad", (0.03, 0.055, 0.12), (0, 0, 0), 2.4), (s * (gap / 2 + 0.005), 0.07, z), turn=rotation("z", s * 30)) for s in (-1, 1)]
    return Part("pads", merge("pads", *pieces), "rubber", (0.85, 0.87, 0.88))


def size(rng: random.Random) -> tuple[float, float, float]:
    """Width and height of a lens and the gap between the lenses."""
    return rng.uniform(0.54, 0.62), rng.uniform(0.4, 0.52), rng.uniform(0.15, 0.22)


def acetate(rng: random.Random) -> Subject:
    """A front of one thick plate with two holes; thick temples."""
    colours = scheme(rng, 3)
    w, h, gap = size(rng)
    kind = rng.choice(("round", "panto", "square", "wayfarer", "wayfarer", "cat", "cat", "hexagon", "heart", "oval"))
    o = lens(rng, kind, w, h)
    rim, deep = rng.uniform(0.035, 0.085), rng.uniform(0.07, 0.11)
    x = gap / 2 - o[:, 0].min()
    outer = grown(o, rim)
    top = float(o[:, 1].max())
    bevel = rng.choice((0.01, 0.02, 0.03))
    front = slab("front", outer + (x, 0), deep, (0, deep / 2, 0), FRONT, bevel, 4)
    left = slab("left", outer * (-1, 1) + (-x, 0), deep, (0, deep / 2, 0), FRONT, bevel, 4)
    z = top * rng.uniform(0.25, 0.62)
    tall = rng.uniform(0.08, 0.16)
    half = gap / 2 + 0.1
    arch = fillet([(-half, z - tall * 0.7), (-gap * 0.3, z - tall * 0.25), (gap * 0.3, z - tall * 0.25), (half, z - tall * 0.7), (half, z + tall * 0.5), (0, z + tall * 0.35), (-half, z + tall * 0.5)], 0.06, 6)
    bridge = slab("bridge", arch, deep * 0.9, (0, deep * 0.45, 0), FRONT, bevel, 4)
    zt = top * rng.uniform(0.45, 0.72)
    far = x + float(outer[np.argmin(np.abs(outer[: COUNT // 1, 1] - zt) + 10 * (outer[:, 0] < 0)), 0])
    ends = [block("end", (0.16, deep * 0.85, tall * 0.85), (s * (far - 0.04), 0, zt), 0.02, 0.03) for s in (-1, 1)]
    unite(front, left, bridge, *ends)
    holes = [slab("tool", o * (s, 1) + (s * x, 0), 1, (0, 0.5, 0), FRONT) for s in (-1, 1)]
    cut(front, merge("tool", *holes))
    material = rng.choice(("glossy_plastic", "glossy_plastic", "matte_plastic", "wood"))
    colour = rng.choice((colours[0], neutral(rng, False), (0.4, 0.24, 0.14)))
    parts = [Part("front", front, material, colour), *lenses(rng, grown(o, -0.002), x, 0.012)]
    own = rng.random() < 0.8
    parts += temples(rng, far + 0.012, zt, material if own else "brushed_metal", colour if own else metal(rng), 0.055 if own else 0.03, min(tall, 0.12) if own else 0.045, not own)
    if rng.random() < 0.3:
        studs = [ball("stud", (0.035, 0.02, 0.022), (s * (far - 0.03), -0.43 * deep, zt)) for s in (-1, 1)]
        parts.append(Part("studs", merge("studs", *studs), "polished_metal", metal(rng)))
    return Subject(NAME, parts)


def ring(name: str, o: np.ndarray, x: float, thick: float) -> Solid:
    """A wire along the lens's edge."""
    return rod(name, np.stack([o[:, 0] + x, 0 * o[:, 0], o[:, 1]], 1), thick, 12, loop=True)


def wire(rng: random.Random) -> Subject:
    """Thin metal round the lenses, an arched bridge, pads, temples with tips."""
    colours = scheme(rng, 3)
    w, h, gap = size(rng)
    kind = rng.choice(("round", "round", "oval", "panto", "aviator", "aviator", "hexagon", "square"))
    o = lens(rng, kind, w, h)
    thick = rng.uniform(0.012, 0.024)
    x = gap / 2 - o[:, 0].min()
    rim = resample(grown(o, thick * 0.6), COUNT)
    top = float(o[:, 1].max())
    material, colour = rng.choice(("polished_metal", "brushed_metal", "matte_plastic")), rng.choice((metal(rng), metal(rng), colours[0], (0.12, 0.12, 0.13)))
    parts = [Part("right rim", ring("right rim", rim, x, thick), material, colour), Part("left rim", ring("left rim", rim * (-1, 1), -x, thick), material, colour), *lenses(rng, o, x, 0.01)]
    edge = lambda z, inner: x + float(rim[np.argmin(np.abs(rim[:, 1] - z) + 10 * ((rim[:, 0] > 0) == inner)), 0])
    bars = []
    z = top * rng.uniform(0.15, 0.5)
    a = edge(z, True)
    t = np.linspace(-1, 1, 20)
    bars.append(rod("bridge", np.stack([a * t, -0.01 - 0.03 * (1 - t**2), z + rng.uniform(0.03, 0.09) * (1 - t**2)], 1), thick, 12))
    if kind == "aviator" or rng.random() < 0.2:
        z2 = top * 0.88
        b = edge(z2, True)
        bars.append(rod("brow bar", np.stack([b * t, 0 * t - 0.008, z2 + 0 * t], 1), thick * 0.9, 12))
    parts.append(Part("bridge", merge("bridge", *bars), material, colour))
    zt = top * rng.uniform(0.3, 0.7)
    far = edge(zt, False)
    lugs = [block("lug", (0.09, 0.05, 0.05), (s * (far + 0.035), 0.01, zt), 0.012) for s in (-1, 1)]
    parts.append(Part("lugs", merge("lugs", *lugs), material, colour))
    parts += temples(rng, far + 0.06, zt, material, colour, 0.022, rng.uniform(0.024, 0.04), rng.random() < 0.85)
    if rng.random() < 0.8:
        parts.append(pads(rng, gap, -0.1 * h))
    return Subject(NAME, parts)


def browline(rng: random.Random) -> Subject:
    """Thick brows over lenses with a thin or no lower rim."""
    colours = scheme(rng, 3)
    w, h, gap = size(rng)
    o = lens(rng, rng.choice(("panto", "wayfarer", "oval", "square")), w, h)
    x, thick, deep = gap / 2 - o[:, 0].min(), rng.uniform(0.012, 0.018), rng.uniform(0.06, 0.09)
    low, top = rng.uniform(0.1, 0.3) * h, float(o[:, 1].max())
    outer = grown(o, rng.uniform(0.045, 0.07))
    material, colour = rng.choice(("glossy_plastic", "matte_plastic", "wood")), rng.choice((colours[0], neutral(rng, False), (0.4, 0.24, 0.14)))
    brows = []
    for s in (-1, 1):
        brow = slab("brow", outer * (s, 1) + (s * x, 0), deep, (0, deep / 2, 0), FRONT, 0.015, 4)
        cut(brow, slab("tool", grown(o, -0.004) * (s, 1) + (s * x, 0), 1, (0, 0.5, 0), FRONT))
        brows.append(cut(brow, block("tool", (3, 1, 1), (0, 0, low - 0.5), 0.001)))
    steel = metal(rng)
    rimmed = rng.random() < 0.7
    parts = [Part("left brow", brows[0], material, colour), Part("right brow", brows[1], material, colour), *lenses(rng, o, x, 0.01)]
    if rimmed:
        rim = resample(grown(o, thick * 0.5), COUNT)
        wires = [ring("rim", rim * (s, 1), s * x, thick) for s in (-1, 1)]
        parts.append(Part("rims", merge("rims", *wires), "polished_metal", steel))
    t = np.linspace(-1, 1, 20)
    reach, z = gap / 2 + 0.03, low + 0.05
    parts.append(Part("bridge", rod("bridge", np.stack([reach * t, -0.02 * (1 - t**2), z + 0.05 * (1 - t**2)], 1), 0.02, 14), "polished_metal", steel))
    zt = top * 0.7
    far = x + float(outer[np.argmin(np.abs(outer[:, 1] - zt) + 10 * (outer[:, 0] < 0)), 0])
    parts += temples(rng, far - 0.02, zt, material, colour, 0.05, rng.uniform(0.07, 0.11), False)
    parts.append(pads(rng, gap, -0.1 * h))
    return Subject(NAME, parts)


def shield(rng: random.Random) -> Subject:
    """One wide lens under a bar: sports glasses, visors, ski goggles with a strap."""
    colours = scheme(rng, 3)
    w, h = rng.uniform(1.3, 1.45), rng.uniform(0.42, 0.56)
    o = spline([(-0.5, 0.3), (-0.49, -0.1), (-0.36, -0.46), (-0.16, -0.44), (-0.06, -0.2), (0, -0.12), (0.06, -0.2), (0.16, -0.44), (0.36, -0.46), (0.49, -0.1), (0.5, 0.3), (0.42, 0.47), (0, 0.5), (-0.42, 0.47)], 8, closed=True) * (w, h)
    o = resample(o if area(o) > 0 else o[::-1], 2 * COUNT)
    pane = tint(rng)
    rng.uniform(0.25, 0.4)  # a draw that no longer means anything: without it every later seed would look different
    glass = slab("lens", o, 0.03, (0, 0.015, 0), FRONT, 0.006, 2)
    parts = []
    material, colour = rng.choice(("glossy_plastic", "matte_plastic")), colours[0]
    rim = grown(o, rng.uniform(0.04, 0.08))
    goggle = rng.random() < 0.5
    deep = 0.16 if goggle else 0.08
    body = slab("frame", rim, deep, (0, deep * 0.7, 0), FRONT, 0.02, 4)
    cut(body, slab("tool", grown(o, -0.004), 2, (0, 1, 0), FRONT))
    if not goggle and rng.random() < 0.6:
        cut(body, block("tool", (3, 1, 1), (0, 0, -0.5 + rng.uniform(0.1, 0.2) * h), 0.001))
    parts += [Part("lens", glass, *pane), Part("frame", body, material, colour)]
    far, z = w / 2 + 0.02, 0.22 * h
    if goggle:
        t = np.linspace(0.02, np.pi - 0.02, 48)
        line = np.stack([-far * np.cos(t), 0.06 + 0.9 * np.sin(t), 0 * t + 0.04 * h], 1)
        parts.append(Part("strap", sweep("strap", line, ellipse(0.03, rng.uniform(0.14, 0.22), 28, power=6), up=(0, 0, 1)), "fabric", colours[1]))
    else:
        parts += temples(rng, far, z, material, colour, 0.05, rng.uniform(0.08, 0.13), False)
        parts.append(pads(rng, 0.16, -0.25 * h))
    decals = [mark((0.3 * w, -0.03, 0.1), 0.2, 0.1, printed(rng, 0.2, 0.1, ("word", "logo")), depth=0.1)] if rng.random() < 0.2 else []
    return Subject(NAME, parts, decals)
