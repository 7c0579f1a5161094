# in: a random generator; out: Subject of a bag: handbag, tote, shoulder bag, bucket, backpack, purse, suitcase.
from __future__ import annotations

import random
from itertools import pairwise

import numpy as np

from .curves import Points, area, ellipse, fillet, inset, rectangle, resample, spline
from .joinery import cut, inlay, merge
from .marks import mark, printed, stitches
from .palette import Colour, metal, scheme
from .shapes import FRONT, HAIR, Solid, ball, block, lathe, moved, rod, rotation, skin, slab, sweep
from .subject import Decal, Part, Subject

NAME = "handbag"


def build(rng: random.Random) -> Subject:
    return rng.choice((flapped, flapped, flapped, tote, tote, top_handle, bucket, backpack, suitcase))(rng)


def strap(name: str, path: Points, wide: float, thick: float = 0.016) -> Solid:
    """A band that lies flat in y."""
    p = np.asarray(path, float)
    line = np.stack([p[:, 0], p[:, 2] if p.shape[1] == 3 else 0 * p[:, 0], p[:, 1]], 1)
    return sweep(name, line, rectangle(wide, thick, thick * 0.45, steps=3), up=(0, 1, 0))


def silhouette(rng: random.Random, w: float, h: float) -> np.ndarray:
    """The front outline, its foot at z = 0."""
    kind = rng.choice(("box", "trapezoid", "trapezoid", "round", "dome", "sack"))
    if kind == "round":
        return ellipse(w, h, 72, (0, h / 2), power=rng.uniform(2, 2.8))
    if kind == "dome":
        t = np.linspace(0, np.pi, 32)
        arch = np.stack([w / 2 * np.cos(t), 0.4 * h + 0.6 * h * np.sin(t)], 1)
        return fillet(np.vstack([[(-w / 2, 0), (w / 2, 0)], arch]), [0.1 * h, 0.1 * h, *[0] * 32])
    k = {"box": 0.0, "trapezoid": rng.uniform(0.06, 0.2), "sack": -rng.uniform(0.05, 0.12)}[kind]
    return fillet([(-w / 2, 0), (w / 2, 0), (w / 2 * (1 - k), h), (-w / 2 * (1 - k), h)], np.array(rng.choice(((1, 1, 1, 1), (2.5, 2.5, 0.8, 0.8), (0.4, 0.4, 0.4, 0.4)))) * 0.08 * h, 7)


def stitched(outline: np.ndarray, y: float) -> Decal:
    """A dashed seam just inside an outline on the front."""
    low, high = outline.min(0), outline.max(0)
    w, h = high - low
    seam = inset(outline if area(outline) > 0 else outline[::-1], 0.025)
    seam = np.vstack([seam, seam[:1]])
    size = (round(192 * h / max(w, h)), round(192 * w / max(w, h)))
    unit = np.stack([(seam[:, 0] - low[0]) / w, (high[1] - seam[:, 1]) / h], 1)
    return mark(((low[0] + high[0]) / 2, y, (low[1] + high[1]) / 2), w, h, stitches(unit, size, 8, 2), FRONT, 0.05)


def clasp(rng: random.Random, x: float, y: float, z: float) -> list[Part]:
    kind = rng.choice(("plate", "turn", "ring", "button"))
    colour, s = metal(rng), rng.uniform(0.05, 0.09)
    if kind == "ring":
        t = np.linspace(0, 2 * np.pi, 36)[:-1]
        return [Part("clasp", rod("clasp", np.stack([x + s * np.cos(t), np.full_like(t, y - 0.012), z + s * np.sin(t)], 1), 0.014, 12, loop=True), "polished_metal", colour)]
    shape = {"plate": rectangle(2 * s, 1.4 * s, 0.02), "turn": ellipse(1.8 * s, 1.2 * s, 40), "button": ellipse(s, s, 36)}[kind]
    parts = [Part("clasp", slab("clasp", shape, 0.045, (x, y + 0.02, z), FRONT, 0.008), "polished_metal", colour)]
    if kind == "turn":
        parts.append(Part("knob", slab("knob", rectangle(0.25 * s, 0.9 * s, 0.01), 0.06, (x, y + 0.01, z), FRONT, 0.01), "polished_metal", colour))
    return parts


def handles(rng: random.Random, w: float, top: float, y: float, colour: Colour, low: float | None = None) -> list[Part]:
    """One or two arched handles, with rings or tabs at their ends."""
    half, rise = w * rng.uniform(0.18, 0.3), rng.uniform(0.25, 0.55)
    t = np.linspace(0, np.pi, 40)
    root = top - 0.06 if low is None else low
    shape = rng.choice((1.0, 0.6, 0.8))
    arch = np.stack([half * np.cos(t), top + rise * np.sin(t) ** shape], 1)
    path = np.vstack([[(half, root)], arch, [(-half, root)]]) if root < top else arch
    path = resample(path, 56, closed=False)
    round_bar = rng.random() < 0.4
    pieces = []
    for at in (-y, y) if rng.random() < 0.7 else (-y,):
        if round_bar:
            pieces.append(rod("handle", np.stack([path[:, 0], np.full(len(path), at), path[:, 1]], 1), rng.uniform(0.018, 0.028), 14))
        else:
            pieces.append(moved(strap("handle", path, rng.uniform(0.04, 0.07)), (0, at, 0)))
    parts = [Part("handles", merge("handles", *pieces), "leather", colour)]
    if rng.random() < 0.4:
        rivets = [slab("rivet", ellipse(0.045, 0.045, 24), 0.03, (s * half, -y - 0.005, root + 0.03), FRONT, 0.008) for s in (-1, 1)]
        parts.append(Part("rivets", merge("rivets", *rivets), "polished_metal", metal(rng)))
    return parts


def flapped(rng: random.Random) -> Subject:
    """A body with a flap over its front, a clasp, a long strap or a chain."""
    colours = scheme(rng, 4)
    w, h, d = rng.uniform(0.8, 1.3), rng.uniform(0.55, 0.95), rng.uniform(0.22, 0.4)
    material = rng.choice(("leather", "leather", "fabric"))
    outline = silhouette(rng, w, h)
    body = slab("body", outline, d, (0, d / 2, 0), FRONT, rng.uniform(0.03, 0.08), 5)
    parts = [Part("body", body, material, colours[0])]
    drop = h * rng.uniform(0.4, 0.75)
    kind = rng.choice(("round", "straight", "point", "cut"))
    bottom = {
        "round": spline([(-0.6, h - drop * 0.55), (-0.3, h - drop * 0.92), (0, h - drop), (0.3, h - drop * 0.92), (0.6, h - drop * 0.55)], 8),
        "straight": np.array([(-0.6, h - drop), (0.6, h - drop)]),
        "point": np.array([(-0.6, h - drop * 0.5), (0, h - drop), (0.6, h - drop * 0.5)]),
        "cut": np.array([(-0.6, h - drop * 0.7), (-0.2, h - drop * 0.7), (-0.12, h - drop), (0.12, h - drop), (0.2, h - drop * 0.7), (0.6, h - drop * 0.7)]),
    }[kind] * (w * 1.1, 1)
    thick = rng.uniform(0.015, 0.035)
    flap = slab("flap", outline * 1.015 + (0, 0.004), d + 2 * thick, (0, d / 2 + thick, 0), FRONT, 0.03, 4)
    below = np.vstack([bottom[::-1], [(-w, -1), (w, -1)]])
    cut(flap, slab("tool", below, 3, (0, 1.5, 0), FRONT))
    parts.append(Part("flap", flap, material, colours[rng.choice((0, 1, 1))]))
    y = -d / 2 - thick
    parts += clasp(rng, 0, y, h - drop + 0.07)
    decals = []
    if rng.random() < 0.5:
        decals.append(stitched(fillet(np.vstack([bottom, [(w * 0.42, h * 0.97), (-w * 0.42, h * 0.97)]]), 0.03), y))
    kind = rng.choice(("long", "long", "short", "chain", "none"))
    if kind in ("long", "chain"):
        top, half = h + rng.uniform(0.4, 0.8), 0.46 * w
        t = np.linspace(0, np.pi, 48)
        path = np.stack([half * np.cos(t), 0.8 * h + (top - 0.8 * h) * np.sin(t) ** 0.8], 1)
        if kind == "long":
            parts.append(Part("strap", strap("strap", path, rng.uniform(0.035, 0.06)), "leather", colours[2]))
        else:
            path = resample(path, 30, closed=False)
            a, links = np.linspace(0, 2 * np.pi, 16)[:-1], []
            for k, (p, q) in enumerate(pairwise(path)):
                along, middle = (q - p) / np.linalg.norm(q - p), (p + q) / 2
                u, v = np.array([along[0], 0, along[1]]), np.array([-along[1], 0, along[0]]) if k % 2 else np.array([0, 1.0, 0])
                size = np.linalg.norm(q - p)
                links.append(rod("link", np.array([middle[0], 0, middle[1]]) + 0.68 * size * np.cos(a)[:, None] * u + 0.035 * np.sin(a)[:, None] * v, 0.012, 8, loop=True))
            parts.append(Part("chain", merge("chain", *links), "polished_metal", metal(rng)))
        rings = [block("loop", (0.07, 0.05, 0.1), (s * half, 0, 0.8 * h), 0.012) for s in (-1, 1)]
        parts.append(Part("loops", merge("loops", *rings), "polished_metal", metal(rng)))
    elif kind == "short":
        parts += handles(rng, w, h, 0.0, colours[2])
    return Subject(NAME, parts, decals)


def tote(rng: random.Random) -> Subject:
    """Open above, two handles sewn to the front and back."""
    colours = scheme(rng, 4)
    w, h, d = rng.uniform(0.8, 1.15), rng.uniform(0.75, 1.15), rng.uniform(0.18, 0.4)
    material = rng.choice(("fabric", "leather", "paper"))
    flare, levels = rng.uniform(-0.08, 0.2), 10
    from_below = []
    pinch = rng.choice((0.0, 0.3))
    for t in np.linspace(0, 1, levels):
        ring = rectangle(w * (1 - flare / 2 + flare * t), d * (1 - pinch * t), 0.04)
        from_below.append(np.concatenate([ring, np.full((len(ring), 1), h * t)], 1))
    first = inset(from_below[0][:, :2], 0.015)
    body = skin("body", [np.concatenate([first, np.full((len(first), 1), -0.012)], 1), *from_below])
    top = from_below[-1][:, :2]
    inner = inset(top, 0.02)
    low = inset(from_below[2][:, :2], 0.02)
    cut(body, skin("tool", [np.concatenate([low, np.full((len(low), 1), h * 0.25)], 1), np.concatenate([inner, np.full((len(inner), 1), h + 0.001)], 1), np.concatenate([inner, np.full((len(inner), 1), h + 0.2)], 1)]))
    y = float(np.abs(top[:, 1]).max())
    root = h * rng.uniform(0.6, 0.94)
    parts = [Part("body", body, material, colours[0]), *handles(rng, w, h, y + 0.004, colours[1], root)]
    decals = []
    if rng.random() < 0.4:
        z = h * rng.uniform(0.15, 0.35)
        low_part = block("tool", (3, 3, 2 * z), (0, 0, 0), 0.001)
        parts.append(Part("bottom", inlay("bottom", body, low_part), "leather", colours[2]))
    if rng.random() < 0.7:
        s = rng.uniform(0.35, 0.6)
        decals.append(mark((0, -d / 2, h * 0.45), s, s * 0.8, printed(rng, s, s * 0.8), depth=0.2))
    return Subject(NAME, parts, decals)


def top_handle(rng: random.Random) -> Subject:
    """A structured bag: zip, pocket, corners, short handles."""
    colours = scheme(rng, 4)
    w, h, d = rng.uniform(0.8, 1.2), rng.uniform(0.55, 0.85), rng.uniform(0.3, 0.5)
    outline = silhouette(rng, w, h)
    body = slab("body", outline, d, (0, d / 2, 0), FRONT, rng.uniform(0.02, 0.07), 4)
    parts = [Part("body", body, "leather", colours[0]), *handles(rng, w, h, rng.uniform(0.2, 0.4) * d, colours[1])]
    y, decals = -d / 2, []
    if rng.random() < 0.6:
        pocket = rectangle(w * rng.uniform(0.4, 0.65), h * rng.uniform(0.3, 0.45), 0.05)
        flat = rng.random() < 0.5
        parts.append(Part("pocket", slab("pocket", pocket, 0.03 + (HAIR if flat else 0.05), (0, y + 0.03, 0.36 * h), FRONT, 0.0 if flat else 0.03, 4), "leather", colours[rng.choice((0, 2))]))
        if flat:
            decals.append(stitched(pocket + (0, 0.36 * h), y))
    else:
        parts.append(Part("plate", slab("plate", rectangle(0.2, 0.07, 0.01), 0.02 + 0.01, (0, y + 0.02, 0.7 * h), FRONT, 0.004), "polished_metal", metal(rng)))
    if rng.random() < 0.5:
        parts += clasp(rng, 0, y, 0.84 * h)
    if rng.random() < 0.35:
        belt = block("belt", (w * 1.01, d + 0.03, 0.08), (0, 0, h * rng.uniform(0.55, 0.72)), 0.008)
        parts.append(Part("belt", belt, "leather", colours[2]))
    feet = [ball("foot", (0.06, 0.06, 0.05), (sx * w * 0.32, sy * d * 0.3, 0)) for sx in (-1, 1) for sy in (-1, 1)]
    parts.append(Part("feet", merge("feet", *feet), "polished_metal", metal(rng)))
    return Subject(NAME, parts, decals)


def bucket(rng: random.Random) -> Subject:
    """Turned body, drawn together with a cord, one long strap."""
    colours = scheme(rng, 4)
    r, h = rng.uniform(0.3, 0.42), rng.uniform(0.65, 0.95)
    profile = spline([(r * 0.92, 0.0), (r, 0.06), (r * 1.05, h * 0.5), (r * 0.95, h * 0.85), (r * rng.uniform(0.8, 1.0), h)], 8)
    inner = (profile - (0.025, 0))[::-1]
    body = lathe("body", np.vstack([[(r * 0.8, 0)], profile, inner[:-8], [(r * 0.7, 0.1)]]), 64)
    parts = [Part("body", body, rng.choice(("leather", "fabric")), colours[0])]
    t = np.linspace(0, np.pi, 44)
    top = h + rng.uniform(0.35, 0.7)
    path = np.stack([r * 0.95 * np.cos(t), h * 0.85 + (top - h * 0.85) * np.sin(t) ** 0.8], 1)
    parts.append(Part("strap", strap("strap", path, rng.uniform(0.05, 0.09)), "leather", colours[1]))
    z = h * 0.86
    radius = float(np.interp(z, profile[:, 1], profile[:, 0])) + 0.008
    a = np.linspace(0, 2 * np.pi, 64)[:-1]
    parts.append(Part("cord", rod("cord", np.stack([radius * np.cos(a), radius * np.sin(a), np.full_like(a, z)], 1), 0.014, 10, loop=True), "fabric", colours[2]))
    for s in (-1, 1):
        end = spline([(s * 0.02, -radius - 0.01, z), (s * 0.05, -radius - 0.035, z - 0.1), (s * 0.06, -radius - 0.04, z - 0.24)], 6)
        parts.append(Part(f"end {s}", rod("end", end, 0.012, 10), "fabric", colours[2]))
    if rng.random() < 0.5:
        foot = block("tool", (3, 3, 2 * h * rng.uniform(0.15, 0.3)), (0, 0, 0), 0.001)
        parts.append(Part("bottom", inlay("bottom", body, foot), "leather", colours[3]))
    return Subject(NAME, parts)


def backpack(rng: random.Random) -> Subject:
    colours = scheme(rng, 4)
    w, h, d = rng.uniform(0.65, 0.85), rng.uniform(0.85, 1.15), rng.uniform(0.3, 0.42)
    outline = fillet([(-w / 2, 0), (w / 2, 0), (w * 0.46, h), (-w * 0.46, h)], [0.1, 0.1, 0.28, 0.28], 9)
    parts = [Part("body", slab("body", outline, d, (0, d / 2, 0), FRONT, 0.1, 6), "fabric", colours[0])]
    y = -d / 2
    pw, ph = w * rng.uniform(0.65, 0.85), h * rng.uniform(0.35, 0.45)
    pocket = fillet([(-pw / 2, 0), (pw / 2, 0), (pw * 0.47, ph), (-pw * 0.47, ph)], 0.07, 7) + (0, 0.05)
    parts.append(Part("pocket", slab("pocket", pocket, 0.16, (0, y + 0.05, 0), FRONT, 0.06, 5), "fabric", colours[1]))
    if rng.random() < 0.6:
        zip_line = np.stack([np.linspace(-0.4, 0.4, 12) * pw, np.full(12, y - 0.11), np.full(12, 0.05 + 0.75 * ph)], 1)
        parts.append(Part("zip", rod("zip", zip_line, 0.012, 10), "brushed_metal", metal(rng)))
    arc_points = np.linspace(0, np.pi, 24)
    loop = np.stack([0.1 * np.cos(arc_points), np.full(24, d * 0.3), h - 0.02 + 0.11 * np.sin(arc_points)], 1)
    parts.append(Part("grab", rod("grab", loop, 0.02, 12), "fabric", colours[2]))
    straps = []
    for s in (-1, 1):
        path = spline([(s * w * 0.22, h * 0.92, d * 0.5), (s * w * 0.36, h * 0.8, d * 0.72), (s * w * 0.5, h * 0.4, d * 0.66), (s * w * 0.42, h * 0.06, d * 0.5)], 8)
        straps.append(strap("strap", path[:, [0, 1, 2]], 0.07, 0.03))
    parts.append(Part("straps", merge("straps", *straps), "fabric", colours[2]))
    if rng.random() < 0.5:
        for s in (-1, 1):
            parts.append(Part(f"side pocket {s}", block("side pocket", (0.1, d * 0.7, h * 0.35), (s * w * 0.5, 0, h * 0.2), 0.03), "fabric", colours[1]))
    decals = [mark((0, y, h * 0.74), 0.3, 0.22, printed(rng, 0.3, 0.22, ("logo", "word", "label")), depth=0.1)] if rng.random() < 0.6 else []
    return Subject(NAME, parts, decals)


def suitcase(rng: random.Random) -> Subject:
    """Hard shell with ribs, wheels and a pull-out handle; or an old one with straps and corners."""
    colours = scheme(rng, 4)
    if rng.random() < 0.5:
        w, h, d = rng.uniform(0.6, 0.8), rng.uniform(0.85, 1.1), rng.uniform(0.3, 0.4)
        shell = slab("shell", rectangle(w, h, 0.1), d, (0, d / 2, h / 2), FRONT, 0.06, 5)
        parts = [Part("shell", shell, rng.choice(("glossy_plastic", "matte_plastic", "brushed_metal")), colours[0])]
        ribs = [slab("rib", rectangle(0.035, h * 0.8, 0.015), d + 0.03, (x, d / 2 + 0.015, h / 2), FRONT, 0.012) for x in np.linspace(-0.34, 0.34, rng.randint(3, 6)) * w]
        parts.append(Part("ribs", merge("ribs", *ribs), parts[0].material, colours[rng.choice((0, 1))]))
        poles = [rod("pole", [(s * 0.13, d * 0.3, h - 0.05), (s * 0.13, d * 0.3, h + 0.2), (s * 0.13, d * 0.3, h + 0.38)], 0.014, 12) for s in (-1, 1)]
        parts.append(Part("poles", merge("poles", *poles), "brushed_metal", metal(rng)))
        parts.append(Part("grip", block("grip", (0.34, 0.05, 0.05), (0, d * 0.3, h + 0.4), 0.02), "rubber", colours[2]))
        wheels = [moved(lathe("wheel", fillet([(0.04, -0.02), (0.05, -0.02), (0.05, 0.02), (0.01, 0.02)], 0.01, 2, closed=False), 28), (sx * w * 0.4, sy * d * 0.35, -0.03), turn=rotation("y", 90)) for sx in (-1, 1) for sy in (-1, 1)]
        parts.append(Part("wheels", merge("wheels", *wheels), "rubber", (0.12, 0.12, 0.13)))
        return Subject(NAME, parts)
    w, h, d = rng.uniform(0.95, 1.25), rng.uniform(0.6, 0.8), rng.uniform(0.28, 0.36)
    parts = [Part("body", slab("body", rectangle(w, h, 0.06), d, (0, d / 2, h / 2), FRONT, 0.02), "leather", colours[0])]
    if rng.random() < 0.6:
        bands = [block("band", (0.08, d + 0.03, h + 0.03), (s * w * 0.28, 0, h / 2), 0.008) for s in (-1, 1)]
        parts.append(Part("bands", merge("bands", *bands), "leather", colours[1]))
        buckles = [slab("buckle", rectangle(0.11, 0.08, 0.01), 0.04, (s * w * 0.28, -d / 2, h * 0.72), FRONT, 0.008) for s in (-1, 1)]
        parts.append(Part("buckles", merge("buckles", *buckles), "brushed_metal", metal(rng)))
    else:
        corners = [slab("corner", fillet([(0, 0), (0.16, 0), (0, 0.16)], 0.02) * (sx, sz), d + 0.02, (-sx * w * 0.503, d / 2 + 0.01, h / 2 - sz * h * 0.503), FRONT, 0.008) for sx in (-1, 1) for sz in (-1, 1)]
        parts.append(Part("corners", merge("corners", *corners), rng.choice(("leather", "brushed_metal")), colours[1]))
    return Subject(NAME, parts + handles(rng, 0.7 * w, h, 0.0, colours[2]))
