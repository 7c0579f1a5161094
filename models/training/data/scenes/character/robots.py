# in: a random generator; out: Subject of a robot.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, fillet, rectangle
from ..faces import FRONT
from ..joinery import inlay, merge
from ..marks import mark, printed
from ..palette import Colour, Finish, metal, neutral, scheme
from ..placing import moved, rotation
from ..shapes import ball, lathe, rod, sweep
from ..slabs import block, slab
from ..subject import Part, Subject
from .heads import face_print
from .limbs import DARK, NAME, egg, limb, on, pair


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
