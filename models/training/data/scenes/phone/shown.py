# in: a random generator; out: Subject of a phone or two, on a stand, or a tablet.
from __future__ import annotations

import random
from dataclasses import replace

import numpy as np

from ..curves import fillet
from ..faces import SIDE
from ..palette import neutral, scheme
from ..placing import moved, rotation
from ..poses import posed
from ..shapes import lathe
from ..slabs import slab
from ..subject import Part, Things
from .device import H, device, placed


def couple(rng: random.Random) -> Things:
    """The same phone twice: its back, and its front partly before it."""
    seed, w, colours = rng.random(), H * rng.uniform(0.45, 0.52), scheme(rng, 4)
    front, on_front = device(random.Random(seed), w, H, colours)
    rear, on_rear = posed(*device(random.Random(seed), w, H, colours), rotation("z", 180))
    side, behind = rng.choice((-1, 1)), rng.uniform(0.3, 0.4)
    rear, on_rear = posed(rear, on_rear, rotation("y", rng.choice((0, 0, 12 * side))), (side * w * rng.uniform(0.45, 1.15), behind, 0))
    return front + [replace(part, name=f"other {part.name}") for part in rear], on_front + on_rear


def stood(rng: random.Random) -> Things:
    """Leaning on an easel, a wedge or a round foot with an arm."""
    colours, lean = scheme(rng, 4), rng.uniform(10, 28)
    tall = rng.random() < 0.6
    large = rng.random() < 0.4
    w, h = (H * rng.uniform(0.44, 0.54), H) if tall else (H, H * rng.uniform(0.44, 0.54))
    if large:
        w, h = (1.45, 2) if tall else (2, 1.45)
    parts, decals = device(rng, w, h, colours, tablet=large or not tall)
    lift = h / 2 + 0.1
    parts, decals = posed(parts, decals, rotation("x", -lean), (0, 0.5 * h * np.sin(np.radians(lean)), lift * np.cos(np.radians(lean)) + 0.1))
    out, up = np.cos(np.radians(lean)), np.sin(np.radians(lean))
    kind = rng.choice(("easel", "wedge", "foot"))
    colour, material = colours[2], rng.choice(("wood", "brushed_metal", "matte_plastic"))
    rest = lambda s, off: (off * out + s * up, s * out - off * up + 0.08)
    thick, ww = rng.uniform(0.03, 0.05), w * rng.uniform(0.4, 0.7)
    if kind == "wedge":
        side = fillet([(-0.2, 0), (0.45 * h * up + 0.3, 0), rest(0.5 * h, 0.1), rest(0.13, 0.1), rest(0.03, -0.16), rest(0.12, -0.2), (-0.24, 0.12)], 0.015, 3)
        parts.append(Part("stand", slab("stand", side, ww, (-ww / 2, 0, 0), SIDE, 0.012), material, colour))
    elif kind == "easel":
        bend = fillet([rest(0.13, -0.19), rest(0.03, -0.17), rest(0.03, 0.09), rest(0.6 * h, 0.09), rest(0.6 * h, 0.09 + thick), (0.6 * h * up + 0.12 + 0.3 * h, 0.0), (0.6 * h * up + 0.04 + 0.3 * h, 0.0), rest(0.56 * h, 0.09 + thick), rest(0.03 - thick, 0.09 + thick), rest(0.03 - thick, -0.17 - thick), rest(0.13, -0.19 - thick)], 0.012, 3)
        parts.append(Part("stand", slab("stand", bend, ww, (-ww / 2, 0, 0), SIDE, 0.008), material, colour))
    else:
        y = 0.25 * h * up + 0.15
        parts.append(Part("foot", lathe("foot", fillet([(0.44, 0), (0.45, 0), (0.44, 0.05), (0.02, 0.06)], 0.012, 3, closed=False), 60, (0, y, 0)), material, colour))
        arm = fillet([(y - 0.05, 0.03), (y + 0.05, 0.03), rest(0.42 * h, 0.2), rest(0.42 * h, 0.07), rest(0.3 * h, 0.07)], 0.012, 3)
        parts.append(Part("arm", slab("arm", arm, 0.14, (-0.07, 0, 0), SIDE, 0.01), material, colour))
        ledge = fillet([rest(0.13, -0.16), rest(0.04, -0.16), rest(0.04, 0.09), rest(0.5 * h, 0.09), rest(0.5 * h, 0.12), rest(0.01, 0.12), rest(0.01, -0.19), rest(0.13, -0.19)], 0.008, 2)
        parts.append(Part("rest", slab("rest", ledge, ww, (-ww / 2, 0, 0), SIDE, 0.006), material, colour))
    return parts, decals


def tablet(rng: random.Random) -> Things:
    """Upright or wide, sometimes with a pen beside it."""
    colours = scheme(rng, 4)
    w, h = (2 * rng.uniform(0.66, 0.78), 2.0)
    if rng.random() < 0.5:
        w, h = h, w
    parts, decals = device(rng, w, h, colours, tablet=True)
    if rng.random() < 0.3:
        long, r = rng.uniform(1.2, 1.6), rng.uniform(0.035, 0.05)
        pen = lathe("pen", fillet([(0.3 * r, 0.13), (r, 0.26), (r, long), (0.02, long)], 0.02, 3, closed=False), 32)
        tip = lathe("tip", [(0.004, 0), (0.3 * r, 0.13)], 32)
        turn = rotation("y", rng.choice((0, rng.uniform(-25, 25))))
        by = np.array([rng.choice((-1, 1)) * (w / 2 + 0.3), -0.05, -0.5 * long])
        for name, thing, colour in (("pen", pen, neutral(rng, True)), ("tip", tip, neutral(rng))):
            parts.append(Part(name, moved(thing, by, turn=turn), "matte_plastic", colour))
    return placed(rng, parts, decals)
