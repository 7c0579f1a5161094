# in: a strap's root, width and kind; out: its parts: leather, rubber, fabric, links or mesh.
from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np

from ..curves import Numbers, Points, ellipse, rectangle, resample, spline
from ..faces import FRONT, Solid
from ..joinery import cut, merge
from ..marks import mark
from ..palette import Colour, metal
from ..patterns import stitches
from ..placing import moved, rotation
from ..shapes import rod, skin
from ..slabs import slab
from ..subject import Decal, Part


def ribbon(name: str, path: Points, width: Numbers, thick: float, side: int, pad: float = 0.0) -> Solid:
    """A band along a path [n, 2] of (y, z); width [n] across; `pad` swells its outer face."""
    p = np.asarray(path, float)
    along = np.gradient(p, axis=0)
    along /= np.linalg.norm(along, axis=1)[:, None]
    out = side * np.stack([-along[:, 1], along[:, 0]], 1)
    section = resample(rectangle(2, 2, 0.35, steps=4), 44)
    lift = section[:, 1] * thick / 2 + pad * (section[:, 1] > 0) * (1 - section[:, 0] ** 2)
    rings = []
    for at, o, w in zip(p, out, np.broadcast_to(width, len(p))):
        x = np.sign(section[:, 0]) * np.maximum(w / 2 - (1 - np.abs(section[:, 0])) * np.minimum(w / 2, thick), 0)
        x = np.where(np.abs(section[:, 0]) < 0.6, section[:, 0] * w / 2, x) if w > 3 * thick else section[:, 0] * w / 2
        rings.append(np.stack([x, at[0] + o[0] * lift, at[1] + o[1] * lift], 1))
    return skin(name, rings)


def run(kind: str, rng: random.Random, root: float, high: float, side: int) -> np.ndarray:
    """The middle of one half of a strap, (y, z) from the case outwards; side 1 goes up, -1 down."""
    if kind == "straight":
        long, bend = high, rng.uniform(0.0, 0.25)
        t = np.linspace(0, 1, 24)
        path = np.stack([-0.06 + bend * long * t**2, root - 0.1 + (long + 0.1) * t], 1)
    else:
        z, depth = rng.uniform(1.55, 1.9) * root, rng.uniform(1.2, 1.5) * root
        end = np.pi if kind == "loop" else np.radians(rng.uniform(70, 105))
        a = np.linspace(np.arcsin(min(1, 1.12 * root / z)), end, 14)
        wrist = np.stack([0.02 + depth * (1 - np.cos(a)), z * np.sin(a)], 1)
        path = resample(spline(np.vstack([[(-0.07, 0.85 * root)], wrist]), 6), 48, closed=False)
    return path * (1, side)


def straps(rng: random.Random, root: float, width: float, colours: list[Colour], kinds: Sequence[str] = ("leather", "rubber", "fabric", "links", "mesh")) -> tuple[list[Part], list[Decal]]:
    """Both halves of a strap from z = ±root, `width` across where they meet the case."""
    shape = rng.choice(("straight", "straight", "short", "short", "loop", "loop", "long"))
    make, taper = rng.choice(kinds), rng.choice((1.0, 0.85, 0.7))
    seed = rng.random()
    parts, decals, halves = [], [], []
    lengths = {1: rng.uniform(0.5, 0.85), -1: rng.uniform(0.5, 0.85)} if shape != "long" else {1: rng.uniform(0.8, 1.1), -1: rng.uniform(1.1, 1.5)}
    if shape == "straight":
        lengths[-1] = lengths[1]
    thick = rng.uniform(0.05, 0.09) if make != "links" else rng.uniform(0.09, 0.13)
    links: list[Solid] = []
    middles: list[Solid] = []
    for side in (1, -1):
        path = run("straight" if shape == "long" else shape, random.Random(seed), root, lengths[side], side)
        s = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
        w = width * np.interp(s / s[-1], [0, 1], [1, taper])
        if make == "links":
            n = max(3, round(s[-1] / 0.13))
            points = resample(path, n + 1, closed=False)
            for k, (a, b) in enumerate(pairwise(points)):
                along = (b - a) / np.linalg.norm(b - a)
                angle = np.degrees(np.arctan2(-along[0] * side, along[1] * side))
                here, long = float(np.interp(k / n, [0, 1], [width, width * taper])), 0.96 * float(np.linalg.norm(b - a))
                share = 0.42 if seed < 0.6 else 1.0
                for x, wide, heap, deep in ((-1, (1 - share) / 2, links, thick), (1, (1 - share) / 2, links, thick), (0, share * 0.97, middles, thick * 1.12)):
                    if wide > 0.01:
                        link = slab("link", rectangle(wide * here * 0.98, long, 0.02, steps=2), deep, (0, deep / 2, 0), FRONT, 0.016, 2)
                        heap.append(moved(link, (x * here * (share + 1) / 4, *(a + b) / 2), turn=rotation("x", angle)))
            continue
        pad = 0.05 if make == "leather" and seed < 0.5 else 0.0
        if (shape == "long" and side < 0) or (make == "rubber" and shape != "loop" and seed < 0.5):  # a tip
            last = s > s[-1] - 0.3 * width
            u = (s[last] - (s[-1] - 0.3 * width)) / (0.3 * width)
            extra = np.linspace(0, 1, 10)
            at = np.interp(np.linspace(s[-1] - 0.3 * width, s[-1], 10), s, np.arange(len(s)))
            path = np.vstack([path[~last], np.stack([np.interp(at, np.arange(len(s)), path[:, k]) for k in (0, 1)], 1)])
            w = np.concatenate([w[~last], width * taper * np.maximum(np.sqrt(1 - 0.97 * extra**2) if seed < 0.35 else 1 - 0.8 * extra, 0.1)])
            assert len(u) and len(path) == len(w)
        half = ribbon(f"strap {'above' if side > 0 else 'below'}", path, w, thick, side, pad)
        front = -0.06 + thick / 2
        z0, z1 = root + 0.12, float(np.abs(path[:, 1]).max()) - 0.08
        middle, tall = side * (z0 + z1) / 2, max(z1 - z0, 0.05)
        if make == "leather" and rng.random() < 0.75:
            image = stitches([(0.07, 0), (0.07, 1)], (round(192 * min(1, tall / width)), 192), 11, 4) | stitches([(0.93, 0), (0.93, 1)], (round(192 * min(1, tall / width)), 192), 11, 4)
            decals.append(mark((0, -front, middle), width * taper * 0.97, tall, image, depth=0.45))
        if make == "fabric":
            image = np.zeros((64, 96), np.uint8)
            bars = rng.choice(([(0.35, 0.65)], [(0.2, 0.4), (0.6, 0.8)], [(0, 0.3), (0.7, 1)], []))
            for a, b in bars:
                image[:, round(96 * a) : round(96 * b)] = 1
            decals.append(mark((0, -front, middle), width * taper, tall + 0.3, image, depth=0.45))
        if make == "rubber" and rng.random() < 0.4:
            image = np.zeros((160, 96), np.uint8)
            for k in range(5):
                image[16 + 30 * k : 22 + 30 * k, 14:82] = 1
            decals.append(mark((0, -front, middle), width * taper, tall, image, depth=0.45))
        if side < 0 and (shape == "long" or (shape == "straight" and lengths[-1] > 0.65)):
            holes = np.arange(z1 - 0.12, z0 + 0.25, -0.1)[:7]
            if rng.random() < 0.5:
                cut(half, *[slab("hole", ellipse(0.05, 0.05, 20), 1, (0, 0.5, -z), FRONT) for z in holes])
            else:
                image = np.zeros((320, 32), np.uint8)
                for z in holes:
                    cv2.ellipse(image, (16, round(320 * (z - z0) / tall)), (7, max(3, round(320 * 0.025 / tall))), 0, 0, 360, 2, -1)
                decals.append(mark((0, -front, middle), 0.11, tall, image, depth=0.45))
        if shape == "long" and side > 0:
            y, z = path[-1]
            wide = width * taper
            buckle = slab("buckle", rectangle(wide * 1.3, 0.3, 0.06), 0.06, (0, y + 0.03, z + 0.06), FRONT, 0.012)
            cut(buckle, slab("tool", rectangle(wide * 1.05, 0.16, 0.03), 1, (0, y + 0.5, z + 0.07), FRONT))
            tongue = rod("tongue", [(0, y - 0.05, z - 0.04), (0, y - 0.055, z + 0.05), (0, y - 0.05, z + 0.18)], 0.02, 12)
            parts += [Part("buckle", buckle, "polished_metal", metal(rng)), Part("tongue", tongue, "polished_metal", metal(rng))]
            for k in range(rng.randint(0, 2)):
                at = z - 0.16 - 0.22 * k
                y0 = float(np.interp(at, path[:, 1], path[:, 0]))
                parts.append(Part(f"keeper {k}", slab(f"keeper {k}", rectangle(width * 1.0 + 0.06, 0.08, 0.01), thick + 2 * pad + 0.06, (0, y0 + thick / 2 + 0.03, at), FRONT, 0.012), make if make != "mesh" else "brushed_metal", colours[1]))
        halves.append(half)
    if make == "links":
        steel = metal(rng)
        material = rng.choice(("brushed_metal", "polished_metal"))
        parts.append(Part("middle links", merge("middle links", *middles), material, steel if rng.random() < 0.6 else metal(rng)))
        if links:
            parts.append(Part("outer links", merge("outer links", *links), "brushed_metal", steel))
    else:
        material = {"mesh": "brushed_metal"}.get(make, make)
        colour = metal(rng) if make == "mesh" else colours[1]
        parts += [Part(half.name, half, material, colour) for half in halves]
    return parts, decals
