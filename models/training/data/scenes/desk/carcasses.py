# in: sizes and finish; out: carcass, top, and what it stands on; a piece turned as a whole.
from __future__ import annotations

import random

from ..chair.pieces import legs
from ..curves import fillet, rectangle
from ..faces import FRONT, TOP, Solid
from ..joinery import merge
from ..palette import Colour, Finish, metal, neutral, wood
from ..placing import moved, rotation
from ..shapes import lathe
from ..slabs import block, frame, slab
from ..subject import Part


def stand(rng: random.Random, w: float, d: float, low: float, colours: list[Colour], body: Finish) -> list[Part]:
    """What carries a carcass whose bottom is at `low`: legs, runners, a plinth."""
    kind = rng.choice(("legs", "legs", "legs", "plinth", "frame", "feet") if low < 0.12 else ("legs", "legs", "frame"))
    if kind == "legs":
        return legs(rng, w * 0.88, d * 0.78, low + 0.02, colours)
    if kind == "plinth":
        return [Part("plinth", block("plinth", (w - 0.08, d - 0.08, low + 0.01), (0, 0, low / 2), 0.003), *rng.choice((body, ("matte_plastic", neutral(rng, False)))))]
    if kind == "feet":
        pieces = [lathe("foot", fillet([(0.025, 0), (0.045, 0.3 * low), (0.04, low + 0.01), (0.01, low + 0.01)], 0.015, 3, closed=False), 28, (sx * (w / 2 - 0.07), sy * (d / 2 - 0.07), 0)) for sx in (-1, 1) for sy in (-1, 1)]
        return [Part("feet", merge("feet", *pieces), "wood", wood(rng))]
    t, bars = 0.028, []
    for s in (-1, 1):
        bars.append(frame("runner", rectangle(w * 0.9, low, 0, (0, low / 2)), rectangle(w * 0.9 - 2 * t, low - 2 * t, 0, (0, low / 2)), t, (0, s * (d / 2 - 0.06) + t / 2, 0), FRONT))
    return [Part("runners", merge("runners", *bars), "brushed_metal", metal(rng))]


def carcass(w: float, d: float, low: float, high: float) -> Solid:
    return block("carcass", (w, d, high - low), (0, 0, (high + low) / 2), 0.004)


def topped(rng: random.Random, w: float, d: float, h: float, body: Finish) -> list[Part]:
    if rng.random() < 0.5:
        return []
    return [Part("top", slab("top", rectangle(w + 0.03, d + 0.03, 0.008), 0.025, (0, -0.004, h - 0.002), TOP, 0.006), *rng.choice((body, ("wood", wood(rng)), ("ceramic", neutral(rng, True)))))]


def turned(rng: random.Random, parts: list[Part]) -> list[Part]:
    """A bed is drawn from its side or from its foot."""
    turn = rotation("z", rng.choice((0, 0, 90, -90)))
    for part in parts:
        moved(part.object, turn=turn)
    return parts
