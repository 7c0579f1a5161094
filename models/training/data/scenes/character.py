# in: a random generator; out: Subject of a figure: robot, bear and friends, animal on four legs, mascot, doll, block man.
"""Faces look to -Y. Eyes are printed, inlaid flush or small beads; limbs are capsules or blocks."""

from __future__ import annotations

import random
from collections.abc import Callable

import bpy
import cv2
import numpy as np

from .curves import Points, Vector, ellipse, fillet, rectangle, resample, spline
from .joinery import inlay, merge, unite
from .marks import mark, printed
from .palette import Colour, Finish, metal, neutral, scheme, wood
from .shapes import (
    BACK,
    FRONT,
    Solid,
    ball,
    block,
    lathe,
    moved,
    points_of,
    reshaped,
    rod,
    rotation,
    slab,
    sweep,
)
from .subject import Decal, Part, Subject

NAME = "character"
DARK = (0.1, 0.1, 0.12)


def build(rng: random.Random) -> Subject:
    return rng.choice((robot, robot, robot, plush, plush, plush, mascot, mascot, beast, beast, blockman, doll, head_alone))(rng)


def limb(name: str, knots: Points, r0: float, r1: float | None = None, flat: float = 1.0, up: Vector | None = None) -> bpy.types.Object:
    """A capsule along knots [n, 3], its radius from r0 to r1, its ends round; `flat` thins it across `up`."""
    r1 = r0 if r1 is None else r1
    p = resample(spline(knots, 8), 80, closed=False)
    long = np.linalg.norm(np.diff(p, axis=0), axis=1).sum()
    share = (1 - np.cos(np.pi * np.linspace(0, 1, 34))) / 2
    path = np.stack([np.interp(share, np.linspace(0, 1, 80), p[:, k]) for k in range(3)], 1)
    start, end = np.clip(1 - share * long / r0, 0, 1), np.clip(1 - (1 - share) * long / r1, 0, 1)
    grow = (r0 + (r1 - r0) * share) * np.sqrt(np.maximum((1 - start**2) * (1 - end**2), 0.001))
    return sweep(name, path, ellipse(2, 2, 28), np.stack([grow, grow * flat], 1), up=up)


def egg(name: str, size: Vector, centre: Vector = (0, 0, 0), taper: float = 0.0, power: float = 2.2) -> bpy.types.Object:
    """An ellipsoid that is wider below (taper > 0) or above."""
    thing = ball(name, size, (0, 0, 0), power)
    v = points_of(thing)
    v[:, :2] *= (1 - taper * v[:, 2:] / size[2] * 2)
    return reshaped(thing, v + np.asarray(centre, float))


def pair(name: str, make: Callable[[int], Solid]) -> bpy.types.Object:
    """make(side) for both sides as one object."""
    return merge(name, make(-1), make(1))


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


def on(body: bpy.types.Object, x: float, z: float) -> float:
    """y of the front of an uncut body at about (x, z); for beads, noses, buttons."""
    v = points_of(body)
    near = v[v[:, 1] <= 0]
    order = np.argsort((near[:, 0] - x) ** 2 + (near[:, 2] - z) ** 2)[:4]
    return float(near[order, 1].mean())


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


def plush(rng: random.Random) -> Subject:
    """Bear, rabbit, cat, dog: round head, egg of a body, sitting or standing."""
    colours = scheme(rng, 4)
    skin, inner = skins(rng, colours)
    w, h, head = rng.uniform(0.6, 0.8), rng.uniform(0.65, 0.95), rng.uniform(0.62, 0.85)
    sits = rng.random() < 0.5
    low = 0.0 if sits else rng.uniform(0.16, 0.3)
    d = w * rng.uniform(0.75, 0.95)
    body = egg("body", (w, d, h), (0, 0, low + h / 2), rng.uniform(0.05, 0.2), rng.uniform(2.0, 2.6))
    parts, decals = [], []
    if rng.random() < 0.5:
        belly = slab("tool", ellipse(0.62 * w, 0.66 * h, 44), 2, (0, 0, low + 0.45 * h), FRONT)
        parts.append(Part("belly", inlay("belly", body, belly), *inner))
    elif rng.random() < 0.4:
        decals.append(mark((0, -d / 2, low + 0.5 * h), 0.4 * w, 0.4 * w, printed(rng, 1, 1, ("logo",)), FRONT, 0.3))
    r = rng.uniform(0.085, 0.12)
    pose = [rng.choice(("down", "down", "out", "up", "front")) for _ in (0, 1)]
    pose[1] = pose[0] if rng.random() < 0.7 else pose[1]
    ends = {"down": (0.62 * w, -0.12, 0.34), "out": (0.85 * w, -0.05, 0.6), "up": (0.75 * w, -0.05, 1.1), "front": (0.34 * w, -0.75 * d, 0.5)}
    arms = []
    for s, how in zip((-1, 1), pose):
        x, y, z = ends[how]
        a, b = np.array([s * 0.33 * w, 0, low + 0.78 * h]), np.array([s * x, y, low + z * h])
        arms.append(limb("arm", [a, (a + b) / 2 + (s * 0.06, -0.03, 0.02), b], r, r * rng.uniform(0.95, 1.2)))
    legs = []
    leg_r = rng.uniform(0.11, 0.15)
    for s in (-1, 1):
        if sits:
            legs.append(limb("leg", [(s * 0.26 * w, -0.1, leg_r), (s * 0.38 * w, -0.35 * w, leg_r), (s * 0.46 * w, -0.75 * w, leg_r)], leg_r, leg_r * 1.1))
        else:
            legs.append(limb("leg", [(s * 0.24 * w, 0, low + 0.2), (s * 0.26 * w, -0.01, low * 0.6 + 0.05), (s * 0.27 * w, -0.03, leg_r * 0.6)], leg_r, leg_r * 1.05))
    if rng.random() < 0.25:
        unite(body, *arms, *legs)
    else:
        parts += [Part("arms", merge("arms", *arms), *skin), Part("legs", merge("legs", *legs), *skin)]
        if sits and rng.random() < 0.6:
            soles = pair("soles", lambda s: ball("sole", (1.5 * leg_r, 0.05, 1.5 * leg_r), (s * 0.46 * w, -0.75 * w - 0.012, leg_r)))
            parts.append(Part("soles", soles, *inner))
    parts.append(Part("body", body, *skin))
    more, prints = head_parts(rng, head, low + h + 0.3 * head, head * rng.uniform(0.8, 0.95), skin, inner, rng.random() < 0.7)
    parts, decals = parts + more, decals + prints
    if rng.random() < 0.3:
        t, zn = np.linspace(0, 2 * np.pi, 48, endpoint=False), low + 0.93 * h
        scarf = rod("scarf", np.stack([0.24 * w * np.cos(t), 0.22 * w * np.sin(t), 0 * t + zn], 1), 0.06, 16, loop=True)
        parts.append(Part("scarf", scarf, "fabric", colours[2]))
    return Subject(NAME, parts, decals)


def mascot(rng: random.Random) -> Subject:
    """One soft body with a face, stubs for arms and feet: penguin, owl, ghost, monster, chick, drop."""
    colours = scheme(rng, 4)
    skin, inner = skins(rng, colours)
    w, h = rng.uniform(0.7, 1.0), rng.uniform(0.8, 1.3)
    d = w * rng.uniform(0.7, 0.95)
    body = egg("body", (w, d, h), (0, 0, h / 2), rng.uniform(-0.1, 0.25), rng.uniform(2.0, 3.6))
    parts, decals = [], []
    z = h * rng.uniform(0.58, 0.7)
    xe, r = rng.uniform(0.13, 0.22) * w, rng.uniform(0.05, 0.12) * w
    y = on(body, xe, z)  # before anything is cut
    x = float(np.abs(points_of(body)[np.abs(points_of(body)[:, 2] - 0.5 * h) < 0.1 * h][:, 0]).max())
    if rng.random() < 0.45:
        kind = rng.choice(("belly", "face", "low"))
        shape = {"belly": ellipse(0.7 * w, 0.62 * h, 44, (0, 0.4 * h)), "face": ellipse(0.72 * w, 0.45 * h, 44, (0, z), 2.6), "low": rectangle(3, 0.8 * h)}[kind]
        parts.append(Part("patch", inlay("patch", body, slab("tool", shape, 2, (0, 0 if kind != "low" else 1, 0), FRONT)), *inner))
    if rng.random() < 0.5:
        decals.append(mark((0, -d / 2, z - 0.05 * h), 0.75 * w, 0.75 * w, face_print(rng), FRONT, 0.45 * d))
    else:
        if rng.random() < 0.5:
            parts.append(Part("whites", pair("whites", lambda s: ball("white", (2 * r, 1.2 * r, 2 * r), (s * max(xe, 1.02 * r), y, z))), "glossy_plastic", (0.97, 0.97, 0.95)))
            parts.append(beads("pupils", max(xe, 1.02 * r), y - 0.5 * r, z, 0.45 * r, 0.5))
        else:
            parts.append(beads("eyes", xe, y, z, 0.6 * r))
        if rng.random() < 0.6:
            beak = sweep("beak", [(0, y + 0.05, z - 0.1 * h), (0, y - 0.05, z - 0.105 * h), (0, y - 0.17, z - 0.12 * h)], ellipse(rng.uniform(0.16, 0.26) * w, 0.14 * w, 28), [1.0, 0.8, 0.08], up=(0, 0, 1))
            parts.append(Part("beak", beak, "glossy_plastic", rng.choice(((0.95, 0.6, 0.15), colours[2]))))
        else:
            decals.append(mark((0, -d / 2, z - 0.16 * h), 0.4 * w, 0.4 * w, face_print(rng, True, False), FRONT, 0.4 * d))
    if rng.random() < 0.8:
        flat, at, down = rng.choice((0.45, 1.0)), 0.5 * h, rng.uniform(-0.25, 0.25)
        arms = pair("arms", lambda s: limb("arm", [(s * (x - 0.08), 0, at), (s * (x + 0.1), 0, at + 0.4 * down), (s * (x + 0.2), -0.02, at + down)], 0.1 * w, 0.08 * w, flat, up=(1, 0, 0.2)))
        parts.append(Part("arms", arms, *skin))
    feet = rng.choice(("balls", "balls", "stubs", "none"))
    if feet == "balls":
        parts.append(Part("feet", pair("feet", lambda s: ball("foot", (0.34 * w, 0.46 * w, 0.2 * w), (s * 0.23 * w, -0.14 * w, 0.02), 2.4)), *rng.choice((skin, ("rubber", (0.95, 0.6, 0.15)), inner))))
    elif feet == "stubs":
        parts.append(Part("feet", pair("feet", lambda s: limb("foot", [(s * 0.2 * w, 0, 0.2 * h), (s * 0.21 * w, 0, 0.05), (s * 0.22 * w, -0.02, -0.14)], 0.1 * w, 0.11 * w)), *skin))
    if rng.random() < 0.6:
        parts += ears(rng, rng.choice(("round", "cat", "horns", "horns", "long")), 0.85 * w, h * 0.75, 0.62 * h, inner, inner)
    elif rng.random() < 0.5:
        stem = rod("stem", spline([(0, 0, h - 0.05), (0.02, 0, h + 0.1), (0.08, 0, h + 0.2)], 8), 0.025, 12)
        parts += [Part("stem", stem, *inner), Part("tuft", ball("tuft", (0.14, 0.14, 0.14), (0.08, 0, h + 0.22)), *inner)]
    parts.append(Part("body", body, *skin))
    return Subject(NAME, parts, decals)


def robot(rng: random.Random) -> Subject:
    """Head with a face panel, antenna, chest with buttons, arms with joints and claws, legs, wheels or a skirt."""
    colours = scheme(rng, 5)
    material = rng.choice(("brushed_metal", "glossy_plastic", "matte_plastic", "polished_metal", "wood"))
    main, second = rng.choice((colours[0], neutral(rng, True), metal(rng))), colours[1]
    joint = ("rubber", neutral(rng, False))
    round_one = rng.random() < 0.45
    w, d, h = rng.uniform(0.5, 0.75), rng.uniform(0.36, 0.5), rng.uniform(0.5, 0.75)
    stand = rng.choice(("legs", "legs", "wheels", "skirt", "none"))
    low = {"legs": rng.uniform(0.3, 0.5), "wheels": 0.16, "skirt": 0.22, "none": 0.0}[stand]
    soft = rng.choice((0.015, 0.04, 0.07))
    parts, decals = [], []
    zb = low + h / 2
    body = egg("body", (w, d * 1.1, h), (0, 0, zb), rng.uniform(-0.15, 0.15), rng.uniform(2.6, 5)) if round_one else block("body", (w, d, h), (0, 0, zb), soft)
    if rng.random() < 0.7:
        shape = rng.choice((rectangle(0.6 * w, 0.4 * h, 0.04), ellipse(0.4 * w, 0.4 * w, 40), rectangle(0.5 * w, 0.5 * h, 0.01)))
        parts.append(Part("chest", inlay("chest", body, slab("tool", shape, 2, (0, 0, zb + rng.uniform(-0.05, 0.1) * h), FRONT)), "matte_plastic", second))
        decals.append(mark((0, -d / 2, zb), 0.4 * w, 0.3 * h, printed(rng, 0.4 * w, 0.3 * h, ("dots", "grid", "logo", "stripes")), FRONT, 0.2))
    elif rng.random() < 0.7:
        y = on(body, 0, zb)
        row = [moved(lathe("button", fillet([(0.035, 0), (0.035, 0.03), (0.01, 0.035)], 0.008, 3, closed=False), 28), (x, y + 0.01, zb + 0.1 * h), turn=rotation("x", 90)) for x in np.linspace(-0.2, 0.2, rng.randint(2, 4)) * w]
        parts.append(Part("buttons", merge("buttons", *row), "glossy_plastic", colours[2]))
    parts.append(Part("body", body, material, main))
    hw, hh, hd = w * rng.uniform(0.7, 1.15), rng.uniform(0.36, 0.52), d * rng.uniform(0.8, 1.1)
    zh = low + h + hh / 2 + rng.choice((0.0, 0.06))
    kind = rng.choice(("block", "block", "egg", "dome", "drum")) if not round_one else rng.choice(("egg", "dome", "soft"))
    if kind == "block":
        head = block("head", (hw, hd, hh), (0, 0, zh), soft)
    elif kind in ("egg", "soft"):
        head = egg("head", (hw, hd * 1.1, hh), (0, 0, zh), 0, 2.2 if kind == "egg" else 4)
    elif kind == "dome":
        a = np.linspace(0, np.pi / 2 - 0.02, 16)
        arch = np.stack([hw / 2 * np.cos(a), zh - 0.1 * hh + 0.6 * hh * np.sin(a)], 1)
        head = moved(lathe("head", np.vstack([[(hw / 2 - 0.01, zh - hh / 2), (hw / 2, zh - hh / 2 + 0.01)], arch]), 64), scale=(1, min(1.0, hd / hw * 1.2), 1))
    else:
        head = moved(lathe("head", fillet([(hw / 2 - 0.03, zh - hh / 2), (hw / 2, zh - hh / 2), (hw / 2, zh + hh / 2), (0.02, zh + hh / 2)], [0, soft, soft, 0], 4, closed=False), 64), scale=(1, min(1.0, hd / hw * 1.2), 1))
    ze, xe, r = zh + rng.uniform(-0.02, 0.08) * hh, rng.uniform(0.17, 0.25) * hw, rng.uniform(0.1, 0.19) * hh
    face = rng.choice(("screen", "screen", "discs", "discs", "inlay", "visor", "print"))
    if face in ("screen", "visor"):
        shape = rectangle(0.78 * hw, 0.6 * hh, 0.07) if face == "screen" else rectangle(0.8 * hw, 0.22 * hh, 0.05, (0, ze - zh))
        parts.append(Part("screen", inlay("screen", head, slab("tool", shape, 2, (0, 0, zh), FRONT)), "glass", rng.choice((DARK, (0.2, 0.3, 0.36)))))
        if face == "screen":
            decals.append(mark((0, -hd / 2, zh - 0.08 * hh), 0.55 * hh, 0.55 * hh, face_print(rng), FRONT, 0.35))
    elif face == "inlay":
        tools = [slab("tool", rng.choice((ellipse(2 * r, 2 * r, 32), rectangle(2 * r, 2 * r, 0.01))), 2, (s * xe, 0, ze), FRONT) for s in (-1, 1)]
        parts.append(Part("eyes", inlay("eyes", head, merge("tool", *tools)), "glass", DARK))
    elif face == "print":
        decals.append(mark((0, -hd / 2, zh), 0.8 * hh, 0.8 * hh, face_print(rng), FRONT, 0.35))
    else:
        y, n = on(head, xe, ze), rng.uniform(0.03, 0.07)
        eye = lambda s: moved(lathe("eye", fillet([(r, -0.08), (r, n), (0.01, n)], 0.012, 3, closed=False), 36), (s * xe, y, ze), turn=rotation("x", 90))
        parts.append(Part("eyes", pair("eyes", eye), "glossy_plastic", (0.97, 0.97, 0.93)))
        pupil = lambda s: moved(lathe("pupil", fillet([(0.5 * r, 0), (0.5 * r, n + 0.012), (0.01, n + 0.012)], 0.006, 2, closed=False), 28), (s * xe, y, ze), turn=rotation("x", 90))
        parts.append(Part("pupils", pair("pupils", pupil), "glossy_plastic", DARK))
    if face in ("discs", "inlay") and rng.random() < 0.6:
        grille = slab("tool", rectangle(0.45 * hw, 0.13 * hh, 0.01), 2, (0, 0, zh - 0.28 * hh), FRONT)
        parts.append(Part("mouth", inlay("mouth", head, grille), "matte_plastic", DARK))
    parts.append(Part("head", head, material, rng.choice((main, main, second))))
    if zh - hh / 2 > low + h + 0.01 or round_one or kind == "egg":
        parts.append(Part("neck", lathe("neck", [(0.1, low + h - 0.1), (0.1, zh - hh / 2 + 0.1)], 32), *joint))
    if rng.random() < 0.6:
        xs = rng.choice(((0.0,), (0.0,), (-0.25 * hw, 0.25 * hw)))
        tall = rng.uniform(0.1, 0.22)
        top = zh + 0.5 * hh * (1.0 if len(xs) == 1 else 0.8)
        parts.append(Part("antenna", merge("antenna", *[rod("antenna", [(x, 0, top - 0.05), (x * 1.1, 0, top + tall / 2), (x * 1.2, 0, top + tall)], 0.018, 12) for x in xs]), "polished_metal", metal(rng)))
        parts.append(Part("tips", merge("tips", *[ball("tip", (0.085,) * 3, (x * 1.2, 0, top + tall)) for x in xs]), "glossy_plastic", colours[2]))
    if rng.random() < 0.5:
        side = lambda s: moved(lathe("ear", fillet([(0.24 * hh, -0.05), (0.24 * hh, 0.05), (0.01, 0.05)], 0.015, 3, closed=False), 36), (s * hw / 2, 0, zh), turn=rotation("y", 90 * s))
        parts.append(Part("ears", pair("ears", side), "matte_plastic", second))
    parts += robot_arms(rng, w, low + 0.78 * h, material, rng.choice((main, second)), joint, round_one)
    parts += robot_stand(rng, stand, w, d, low, material, main, second, joint, round_one)
    return Subject(NAME, parts, decals)


def robot_arms(rng: random.Random, w: float, z: float, material: str, colour: Colour, joint: Finish, soft: bool) -> list[Part]:
    x, r = w / 2 + rng.uniform(0.06, 0.1), rng.uniform(0.05, 0.08)
    lift = [rng.choice((-70, -85, -85, -40, 40)) for _ in (0, 1)]
    lift[1] = lift[0] if rng.random() < 0.7 else lift[1]
    arms, hands, kind = [], [], rng.choice(("ball", "claw", "claw", "mitten"))
    for s, a in zip((-1, 1), lift):
        out = np.array([s * np.cos(np.radians(a)), -0.08, np.sin(np.radians(a))])
        root, long = np.array([s * x, 0, z]), rng.uniform(0.36, 0.46)
        end = root + out * long
        if soft:
            arms.append(limb("arm", [root, root + out * long / 2 + (s * 0.03, 0, 0), end], r, r * 0.9))
        else:
            bar = block("arm", (1.7 * r, 1.7 * r, long), (0, 0, long / 2), 0.015)
            arms.append(moved(bar, root, turn=rotation("y", s * (90 - a))))
        if kind == "claw":
            t = np.radians(np.linspace(-215, 35, 28))
            ring = np.stack([0.085 * np.cos(t), 0 * t, 0.085 * np.sin(t)], 1)  # open at +z
            hand = sweep("claw", ring, rectangle(0.09, 0.045, 0.012, steps=2), up=(0, 1, 0))
            hands.append(moved(hand, end + out * 0.08, turn=rotation("y", s * (90 - a))))
        else:
            hands.append(ball("hand", (2.3 * r, 2.3 * r, 2.6 * r), end + out * 0.02, 2 if kind == "ball" else 3))
    shoulders = pair("shoulders", lambda s: ball("shoulder", (2.6 * r,) * 3, (s * (x - 0.02), 0, z)))
    pins = pair("pins", lambda s: moved(lathe("pin", [(0.045, 0), (0.045, 0.14)], 20), (s * (x - 0.14), 0, z), turn=rotation("y", 90 * s)))
    return [Part("pins", pins, *joint), Part("shoulders", shoulders, *joint), Part("arms", merge("arms", *arms), material, colour), Part("hands", merge("hands", *hands), *joint)]


def robot_stand(rng: random.Random, kind: str, w: float, d: float, low: float, material: str, main: Colour, second: Colour, joint: Finish, soft: bool) -> list[Part]:
    if kind == "legs":
        x, r = 0.25 * w, rng.uniform(0.06, 0.09)
        leg = (lambda s: limb("leg", [(s * x, 0, low + 0.1), (s * x, 0, low / 2), (s * x, 0, 0.06)], r)) if soft else (lambda s: block("leg", (2 * r, 2 * r, low + 0.04), (s * x, 0, (low + 0.04) / 2 + 0.03), 0.012))
        foot = lambda s: block("foot", (0.36 * w, 0.8 * d, 0.12), (s * (x + 0.01), -0.1 * d, 0.06), rng.choice((0.02, 0.04)), 0.05)
        return [Part("legs", pair("legs", leg), *rng.choice((joint, (material, main)))), Part("feet", pair("feet", foot), material, second)]
    if kind == "wheels":
        wheel = lambda s: moved(lathe("wheel", fillet([(0.14, -0.05), (0.16, -0.05), (0.16, 0.05), (0.06, 0.05), (0.06, 0.07), (0.01, 0.07)], 0.015, 3, closed=False), 48), (s * (w / 2 - 0.02), 0, 0.16), turn=rotation("y", 90 * s))
        axle = block("axle", (0.7 * w, 0.2, 0.12), (0, 0, 0.18), 0.02)
        return [Part("wheels", pair("wheels", wheel), "rubber", neutral(rng, False)), Part("axle", axle, *joint)]
    if kind == "skirt":
        return [Part("skirt", moved(lathe("skirt", fillet([(0.42 * w, 0), (0.5 * w, 0), (0.5 * w, 0.05), (0.36 * w, low + 0.06)], 0.03, 4, closed=False), 60), scale=(1, 0.85, 1)), material, second)]
    return []


def blockman(rng: random.Random) -> Subject:
    """Toy of blocks: cube head with a printed face, box limbs; or a brick figure with a trapezoid chest."""
    colours = scheme(rng, 5)
    skin, b = rng.choice(((0.98, 0.82, 0.3), (0.93, 0.76, 0.6), colours[3])), rng.choice((0.004, 0.012, 0.025))
    material = rng.choice(("glossy_plastic", "matte_plastic", "wood"))
    w, h, leg, head = rng.uniform(0.42, 0.6), rng.uniform(0.45, 0.6), rng.uniform(0.3, 0.55), rng.uniform(0.3, 0.48)
    d = rng.uniform(0.24, 0.34)
    z = leg + h
    parts, decals = [], []
    if rng.random() < 0.5:
        chest = slab("chest", fillet([(-0.55 * w, leg), (0.55 * w, leg), (0.38 * w, z), (-0.38 * w, z)], 0.02, 3), d, (0, d / 2, 0), FRONT, b)
        top = lathe("head", fillet([(0.4 * head, z + 0.02), (0.5 * head, z + 0.02), (0.5 * head, z + 0.85 * head), (0.02, z + 0.85 * head)], [0, 0.06, 0.06, 0], 5, closed=False), 60)
        parts.append(Part("neck", lathe("neck", [(0.25 * head, z - 0.05), (0.25 * head, z + 0.1)], 40), material, skin))
        parts.append(Part("stud", lathe("stud", fillet([(0.22 * head, z + 0.8 * head), (0.22 * head, z + head), (0.02, z + head)], 0.015, 3, closed=False), 40), material, skin))
        y = -0.5 * head
    else:
        chest = block("chest", (w, d, h), (0, 0, leg + h / 2), b)
        top = block("head", (head, head * 0.95, head), (0, 0, z + head / 2), b)
        y = -0.475 * head
    decals.append(mark((0, y, z + 0.42 * head), 0.8 * head, 0.8 * head, face_print(rng), FRONT, 0.2))
    parts += [Part("chest", chest, material, colours[0]), Part("head", top, material, skin)]
    turn = [rng.choice((0, 0, 20, -35, -90)) for _ in (0, 1)]
    arm_w = rng.uniform(0.13, 0.17)
    arms, hands = [], []
    for s, a in zip((-1, 1), turn):
        root = np.array([s * (w / 2 + arm_w / 2 + 0.004), 0, z - 0.06])
        arms.append(moved(block("arm", (arm_w, arm_w, 0.4 * h + 0.1), (0, 0, -0.2 * h - 0.01), b), root, turn=rotation("x", a)))
        hands.append(moved(block("hand", (arm_w * 0.96, arm_w * 0.96, 0.22 * h), (0, 0, -0.4 * h - 0.16), b), root, turn=rotation("x", a)))
    parts += [Part("arms", merge("arms", *arms), material, colours[0]), Part("hands", merge("hands", *hands), material, skin)]
    legs = pair("legs", lambda s: block("leg", (0.48 * w, 0.9 * d, leg - 0.1), (s * 0.25 * w, 0, 0.1 + (leg - 0.1) / 2), b))
    shoes = pair("shoes", lambda s: block("shoe", (0.49 * w, 1.15 * d, 0.1), (s * 0.25 * w, -0.1 * d, 0.05), b))
    parts += [Part("legs", legs, material, colours[1]), Part("shoes", shoes, material, rng.choice((neutral(rng, False), colours[1])))]
    if rng.random() < 0.5:
        decals.append(mark((0, -d / 2, leg + 0.55 * h), 0.5 * w, 0.5 * h, printed(rng, 0.5 * w, 0.5 * h, ("logo", "stripes", "word")), FRONT, 0.05))
    if rng.random() < 0.4:
        hat = lathe("hat", fillet([(0.62 * head, z + 0.86 * head), (0.64 * head, z + 0.9 * head), (0.42 * head, z + 0.94 * head), (0.36 * head, z + 1.25 * head), (0.02, z + 1.27 * head)], 0.03, 4, closed=False), 60)
        parts.append(Part("hat", hat, "fabric", colours[2]))
    return Subject(NAME, parts, decals)


def doll(rng: random.Random) -> Subject:
    """Peg doll, nesting doll, bowling pin, snowman: turned, with inlaid bands and a printed face."""
    colours = scheme(rng, 5)
    material = rng.choice(("wood", "glossy_plastic", "matte_plastic", "ceramic"))
    r, h, hr = rng.uniform(0.3, 0.42), rng.uniform(0.55, 0.8), rng.uniform(0.24, 0.36)
    parts, decals = [], []
    if rng.random() < 0.3:  # snowman
        for k, (s, z) in enumerate(((1.0, 0.36), (0.74, 0.9), (0.52, 1.32))):
            parts.append(Part(f"ball {k}", ball(f"ball {k}", (0.8 * s, 0.8 * s, 0.76 * s), (0, 0, z)), "matte_plastic", (0.96, 0.97, 0.98)))
        carrot = sweep("carrot", [(0, -0.15, 1.32), (0, -0.25, 1.32), (0, -0.42, 1.3)], ellipse(0.09, 0.09, 24), [1, 0.75, 0.08])
        parts += [Part("carrot", carrot, "matte_plastic", (0.95, 0.5, 0.12)), beads("eyes", 0.08, -0.18, 1.4, 0.03)]
        if rng.random() < 0.7:
            hat = lathe("hat", fillet([(0.26, 1.48), (0.28, 1.5), (0.17, 1.53), (0.17, 1.75), (0.02, 1.75)], 0.015, 3, closed=False), 56)
            parts.append(Part("hat", hat, "fabric", colours[0]))
        return Subject(NAME, parts)
    neck = hr * rng.uniform(0.5, 0.85)
    wall = spline([(r * 0.9, 0), (r, 0.12), (r * rng.uniform(0.75, 1), 0.5 * h), (neck, h)], 9)
    body = lathe("body", np.vstack([[(r * 0.85, -0.01)], wall]), 64)
    z = h + hr * 0.75
    head = ball("head", (2 * hr, 2 * hr, 1.9 * hr), (0, 0, z))
    if rng.random() < 0.6:
        hair = slab("tool", rectangle(4, 2), 4, (0, 2, 0), FRONT)
        moved(hair, (0, 0, z + 1 + 0.2 * hr), turn=rotation("x", -rng.uniform(10, 35)))
        parts.append(Part("hair", inlay("hair", head, hair), material, rng.choice(((0.25, 0.17, 0.12), (0.85, 0.65, 0.3), colours[2]))))
    for k in range(rng.choice((0, 1, 1, 2))):
        band = slab("tool", rectangle(4, rng.uniform(0.06, 0.2) * h), 4, (0, 2, h * (0.25 + 0.4 * k)), FRONT)
        parts.append(Part(f"band {k}", inlay(f"band {k}", body, band), material, colours[1 + k]))
    parts += [Part("body", body, material, colours[0]), Part("head", head, material, rng.choice(((0.93, 0.76, 0.6), wood(rng))))]
    decals.append(mark((0, -hr, z - 0.1 * hr), 1.2 * hr, 1.2 * hr, face_print(rng), FRONT, 0.7 * hr))
    if rng.random() < 0.3:
        hat = lathe("hat", spline([(1.02 * hr, z + 0.35 * hr), (0.8 * hr, z + 0.95 * hr), (0.3 * hr, z + 1.7 * hr), (0.02, z + 2.1 * hr)], 8), 56)
        parts.append(Part("hat", hat, "fabric", colours[3]))
    return Subject(NAME, parts, decals)


def head_alone(rng: random.Random) -> Subject:
    """An animal's head, as an icon shows it."""
    colours = scheme(rng, 4)
    skin, inner = skins(rng, colours)
    parts, decals = head_parts(rng, rng.uniform(0.9, 1.1), 0.5, rng.uniform(0.75, 1.0), skin, inner, rng.random() < 0.75)
    return Subject(NAME, parts, decals)


def beast(rng: random.Random) -> Subject:
    """On four legs, seen from its side: pig, dog, sheep, elephant, giraffe, dinosaur; round or of wooden blocks."""
    colours = scheme(rng, 4)
    skin, inner = skins(rng, colours)
    blocky, side = rng.random() < 0.35, rng.choice((-1, 1))
    long, w, leg = rng.uniform(0.8, 1.1), rng.uniform(0.36, 0.5), rng.uniform(0.16, 0.45)
    tall = rng.uniform(0.38, 0.55)
    z = leg + tall / 2
    kind = rng.choice(("pig", "dog", "dog", "elephant", "giraffe", "cat"))
    if blocky:
        body = block("body", (long, w, tall), (0, 0, z), 0.03)
        stem = lambda x, y: block("leg", (0.17, 0.16, leg + 0.1), (x, y, (leg + 0.1) / 2), 0.02)
    else:
        body = moved(egg("body", (tall, w, long), (0, 0, 0), rng.uniform(-0.1, 0.1), rng.uniform(2.2, 3)), (0, 0, z), turn=rotation("y", 90))
        r = rng.uniform(0.075, 0.11)
        stem = lambda x, y: limb("leg", [(x, y, leg + 0.14), (x, y, 0.5 * leg + 0.05), (x, y, 0.06)], r, r * 0.9)
    legs = merge("legs", *[stem(sx * long * (0.34 if blocky else 0.27), sy * w * 0.26) for sx in (-1, 1) for sy in (-1, 1)])
    hs = rng.uniform(0.36, 0.48)
    rise = {"giraffe": rng.uniform(0.6, 0.9), "dog": rng.uniform(0.2, 0.35)}.get(kind, rng.uniform(0.05, 0.25))
    at = np.array([long / 2 + (0.05 if kind != "pig" else -0.02), 0, z + rise])
    parts = []
    if rise > 0.15:
        a, b = np.array([0.36 * long, 0, z + 0.1 * tall]), at
        far = float(np.linalg.norm(b - a))
        neck = moved(block("neck", (0.2, 0.2, far), (0, 0, far / 2), 0.02), a, turn=rotation("y", np.degrees(np.arctan2(b[0] - a[0], b[2] - a[2])))) if blocky else limb("neck", [a, (a + b) / 2, b], 0.14, 0.11)
        parts.append(Part("neck", neck, *skin))
    if blocky:
        head = block("head", (hs, hs * 0.85, hs * 0.8), at, 0.03)
    else:
        head = ball("head", (hs, hs * 0.9, hs * 0.9), at, 2.2)
    muzzle_x = hs * (0.45 if kind != "cat" else 0.4)
    if kind == "elephant":
        knots = [at + (0.35 * hs, 0, -0.05), at + (0.62 * hs, 0, -0.25 * hs), at + (0.7 * hs, 0, -0.9 * hs), at + (0.85 * hs, 0, -1.15 * hs)]
        parts.append(Part("trunk", limb("trunk", knots, 0.11, 0.05), *skin))
    elif blocky:
        parts.append(Part("muzzle", block("muzzle", (0.4 * hs, 0.5 * hs, 0.4 * hs), at + (muzzle_x + 0.1 * hs, 0, -0.15 * hs), 0.02), *inner))
    else:
        reach = {"pig": 0.12, "dog": 0.3, "giraffe": 0.35, "cat": 0.06}[kind] * hs
        snout = limb("muzzle", [at + (0.2 * hs, 0, -0.12 * hs), at + (0.4 * hs, 0, -0.13 * hs), at + (muzzle_x + reach + 0.05, 0, -0.14 * hs)], 0.24 * hs, 0.2 * hs)
        parts.append(Part("muzzle", snout, *rng.choice((skin, inner))))
        if kind != "giraffe":
            parts.append(Part("nose", ball("nose", (0.07, 0.1, 0.07), at + (muzzle_x + reach + 0.04, 0, -0.06 * hs)), "glossy_plastic", DARK))
    big = kind == "elephant"
    if kind in ("dog", "elephant"):
        ear = (lambda s: slab("ear", fillet(np.array([(-0.3, 0.3), (0.3, 0.35), (0.3, -0.45), (-0.2, -0.4)]) * hs * (1.1 if big else 0.7), 0.1 * hs, 6)[::-1], 0.05, (at[0] - 0.12 * hs, s * 0.47 * hs + 0.025, at[2] - (0 if big else 0.1 * hs)), FRONT, 0.015))
    else:
        ear = (lambda s: slab("ear", fillet([(-0.13 * hs, 0), (0.15 * hs, 0), (-0.02 * hs, 0.36 * hs)], 0.02, 4), 0.1, (at[0] - 0.1 * hs, s * 0.26 * hs + 0.05, at[2] + 0.32 * hs), FRONT, 0.02))
    parts.append(Part("ears", pair("ears", ear), *rng.choice((skin, inner))))
    xe, ze = at[0] + 0.2 * hs, at[2] + 0.12 * hs
    if rng.random() < 0.5 and blocky:
        image = np.zeros((48, 48), np.uint8)
        cv2.circle(image, (24, 24), 20, 1, -1)
        decals = [mark((xe, s * 0.425 * hs, ze), 0.16 * hs, 0.16 * hs, image, face, 0.05) for s, face in ((-1, FRONT), (1, BACK))]
    else:
        decals = []
        ye = 0.425 * hs if blocky else 0.45 * hs * np.sqrt(max(1 - (0.4**2 + 0.27**2), 0.1))
        parts.append(Part("eyes", pair("eyes", lambda s: ball("eye", (0.12 * hs, 0.07 * hs, 0.12 * hs), (xe, s * ye, ze))), "glossy_plastic", DARK))
    root = np.array([-0.48 * long, 0, z + 0.22 * tall])
    tail = rng.choice(("up", "down", "puff"))
    if tail == "puff":
        parts.append(Part("tail", ball("tail", (0.16, 0.16, 0.16), root + (-0.03, 0, 0)), *inner))
    else:
        s = 1 if tail == "up" else -0.9
        parts.append(Part("tail", limb("tail", [root + (0.05, 0, 0), root + (-0.1, 0, 0.06 * s), root + (-0.2, 0, 0.25 * s)], 0.045, 0.03), *skin))
    parts += [Part("head", head, *skin), Part("legs", legs, *skin)]
    if rng.random() < 0.3:
        band = slab("tool", rectangle(0.3 * long, 3), 3, (rng.uniform(-0.1, 0.1), 1.5, z), FRONT)
        parts.append(Part("saddle", inlay("saddle", body, band), "fabric", colours[2]))
    parts.append(Part("body", body, *skin))
    if side < 0:
        turn = rotation("z", 180)
        for part in parts:
            moved(part.object, turn=turn)
        for d in decals:
            d.origin, d.right, d.up = d.origin @ turn.T, d.right @ turn.T, d.up @ turn.T
    return Subject(NAME, parts, decals)
