# in: a head's size and finish; out: face, ears, eyes and snout.
from __future__ import annotations

import random

import bpy
import cv2
import numpy as np

from ..curves import ellipse, fillet, spline
from ..faces import FRONT
from ..joinery import inlay, merge
from ..marks import mark
from ..palette import Colour, Finish, wood
from ..shapes import ball, sweep
from ..slabs import slab
from ..subject import Decal, Part
from .limbs import DARK, egg, limb, on, pair


def face_print(rng: random.Random, mouth: bool = True, eyes: bool = True) -> np.ndarray:
    """Eyes, mouth, cheeks in a square."""
    n = 192
    image = np.zeros((n, n), np.uint8)
    apart, y, r = rng.randint(38, 62), rng.randint(60, 85), rng.randint(9, 20)
    kind = rng.choice(("dot", "dot", "oval", "ring", "closed", "square"))
    for s in (-1, 1) if eyes else ():
        at = (n // 2 + s * apart, y)
        if kind == "closed":
            cv2.ellipse(image, at, (r + 4, r), 0, 200, 340, 1, 7)
        elif kind == "square":
            cv2.rectangle(image, (at[0] - r, at[1] - r), (at[0] + r, at[1] + r), 1, -1)
        else:
            cv2.ellipse(image, at, (r, round(r * (1.5 if kind == "oval" else 1))), 0, 0, 360, 1, -1)
        if kind == "ring":
            cv2.circle(image, (at[0] + 3, at[1] - 3), round(r * 0.45), 2, -1)
    if mouth:
        c, w = (n // 2, rng.randint(105, 125)), rng.randint(18, 45)
        how = rng.choice(("smile", "smile", "open", "line", "w"))
        if how == "smile":
            cv2.ellipse(image, c, (w, round(0.6 * w)), 0, 20, 160, 1, 7)
        elif how == "open":
            cv2.ellipse(image, c, (w, round(0.8 * w)), 0, 0, 180, 1, -1)
        elif how == "line":
            cv2.line(image, (c[0] - w, c[1] + 15), (c[0] + w, c[1] + 15), 1, 7)
        else:
            for s in (-1, 1):
                cv2.ellipse(image, (c[0] + s * w // 2, c[1]), (w // 2, w // 2), 0, 10, 170, 1, 6)
    if rng.random() < 0.35:
        for s in (-1, 1):
            cv2.ellipse(image, (n // 2 + s * (apart + 18), y + 34), (14, 9), 0, 0, 360, 2, -1)
    return image


def beads(name: str, x: float, y: float, z: float, r: float, flat: float = 0.6) -> Part:
    return Part(name, pair(name, lambda s: ball("bead", (2 * r, 2 * r * flat, 2 * r), (s * x, y, z))), "glossy_plastic", DARK)


def ears(rng: random.Random, kind: str, w: float, z: float, h: float, skin: Finish, inner: Finish) -> list[Part]:
    """On a round head of width w and height h about z."""
    s0 = w * rng.uniform(0.28, 0.42)
    inside = []
    if kind == "round":
        x, top = 0.38 * w, z + 0.4 * h
        outer = pair("ears", lambda s: ball("ear", (s0, 0.45 * s0, s0), (s * x, 0, top)))
        inside = [ball("inner", (0.62 * s0, 0.1 * s0, 0.62 * s0), (s * x, -0.2 * s0, top)) for s in (-1, 1)]
    elif kind == "long":
        tall, lean, fold = h * rng.uniform(0.7, 1.2), rng.uniform(0, 0.25), rng.random() < 0.2
        path = lambda s: [(s * 0.2 * w, 0, z + 0.35 * h), (s * (0.2 * w + lean * tall * 0.5), 0, z + 0.45 * h + 0.5 * tall), (s * (0.2 * w + lean * tall + 0.25 * fold * tall), 0, z + 0.45 * h + tall * (1 - 0.5 * fold))]
        outer = pair("ears", lambda s: limb("ear", path(s), 0.11 * w, 0.1 * w, 0.5, up=(0, 1, 0)))
    elif kind == "cat":
        top = z + 0.28 * h
        shape = fillet([(-0.19 * w, 0), (0.19 * w, 0), (0.06 * w, 0.42 * h)], [0.01, 0.01, rng.uniform(0.02, 0.06) * w], 5)
        outer = pair("ears", lambda s: slab("ear", shape * (s, 1), 0.16 * w, (s * 0.28 * w, 0.08 * w, top), FRONT, 0.04 * w))
        inside = [slab("inner", shape * (s * 0.6, 0.62), 0.02 * w, (s * 0.285 * w, -0.075 * w, top + 0.07 * h), FRONT, 0.006 * w) for s in (-1, 1)]
    elif kind == "floppy":
        outer = pair("ears", lambda s: limb("ear", [(s * 0.36 * w, 0, z + 0.34 * h), (s * 0.54 * w, -0.02, z + 0.12 * h), (s * 0.53 * w, -0.03, z - 0.22 * h)], 0.1 * w, 0.15 * w, 0.45, up=(0.2, 1, 0)))
    else:  # horns
        outer = pair("horns", lambda s: lathe_cone(s, w, z, h))
    parts = [Part("ears", outer, *skin)]
    return parts + ([Part("inner ears", merge("inner ears", *inside), *inner)] if inside and rng.random() < 0.6 else [])


def lathe_cone(s: float, w: float, z: float, h: float) -> bpy.types.Object:
    path = spline([(s * 0.25 * w, 0, z + 0.36 * h), (s * 0.36 * w, 0, z + 0.55 * h), (s * 0.4 * w, 0, z + 0.78 * h)], 8)
    return sweep("horn", path, ellipse(0.2 * w, 0.2 * w, 24), np.linspace(1, 0.08, len(path)))


def head_parts(rng: random.Random, w: float, z: float, h: float, skin: Finish, inner: Finish, snout: bool = True) -> tuple[list[Part], list[Decal]]:
    """A round head with ears, muzzle, nose and eyes."""
    d = w * rng.uniform(0.8, 1.0)
    head = egg("head", (w, d, h), (0, 0, z), rng.uniform(-0.06, 0.14), rng.uniform(2.0, 2.7))
    kind = rng.choice(("round", "round", "long", "cat", "cat", "floppy", "horns"))
    parts, decals = ears(rng, kind, w, z, h, skin if kind != "horns" else inner, inner), []
    eyes, ze, xe = rng.choice(("bead", "bead", "inlay", "print")), z + rng.uniform(0.02, 0.12) * h, rng.uniform(0.16, 0.24) * w
    r, zs = rng.uniform(0.035, 0.065) * w, z - rng.uniform(0.1, 0.2) * h
    y = on(head, 0, zs)  # before anything is cut
    if eyes == "bead":
        parts.append(beads("eyes", xe, on(head, xe, ze) + 0.2 * r, ze, r))
    elif eyes == "inlay":
        tools = [slab("tool", ellipse(2 * r, 2.4 * r, 28), 2, (s * xe, 0, ze), FRONT) for s in (-1, 1)]
        parts.append(Part("eyes", inlay("eyes", head, merge("tool", *tools)), "glossy_plastic", DARK))
    else:
        decals.append(mark((0, -d / 2, z + 0.05 * h), 0.8 * w, 0.8 * w, face_print(rng, not snout), FRONT, 0.4 * d))
    parts.append(Part("head", head, *skin))
    if snout:
        sw = w * rng.uniform(0.3, 0.5)
        muzzle = ball("muzzle", (sw, 0.3 * w, sw * rng.uniform(0.65, 0.85)), (0, y + 0.03 * w, zs), rng.choice((2, 2.5)))
        parts.append(Part("muzzle", muzzle, *rng.choice((inner, skin))))
        nose = ball("nose", (0.32 * sw, 0.1 * w, 0.22 * sw), (0, y - 0.105 * w, zs + 0.16 * sw), 2.2)
        parts.append(Part("nose", nose, "glossy_plastic", DARK))
    elif rng.random() < 0.5:
        parts.append(Part("nose", ball("nose", (0.14 * w, 0.12 * w, 0.1 * w), (0, y, zs)), *inner))
    return parts, decals


def skins(rng: random.Random, colours: list[Colour]) -> tuple[tuple, tuple]:
    """Material and colour of the body and of its lighter places."""
    material = rng.choice(("fabric", "fabric", "glossy_plastic", "matte_plastic", "rubber", "ceramic", "wood"))
    brown = ((0.55, 0.36, 0.22), (0.8, 0.62, 0.42), (0.35, 0.24, 0.18), (0.93, 0.87, 0.78), (0.6, 0.62, 0.66))
    colour = wood(rng) if material == "wood" else rng.choice((colours[0], rng.choice(brown)))
    return (material, colour), (material, rng.choice(((0.96, 0.9, 0.8), colours[1])))
