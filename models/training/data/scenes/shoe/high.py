# in: a random generator; out: Subject of a boot or a pump.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, rectangle, resample, spline
from ..faces import FRONT
from ..joinery import cut
from ..palette import neutral, scheme
from ..placing import points_of
from ..shapes import sweep
from ..slabs import slab
from ..subject import Part, Subject
from .last import LAST, NAME, PUMP, Foot
from .pieces import collar, lacing, shared, sole


def boot(rng: random.Random) -> Subject:
    colours = scheme(rng, 6)
    lift, heel = 0.03, rng.uniform(0.0, 0.07)
    foot = Foot(rng, LAST, rng.choice((0, 1, 1, 2)), lift + 0.6 * heel)
    foot.hollow(0.02, 12)
    material = rng.choice(("leather", "leather", "rubber"))
    parts = shared(rng, foot, colours, material) if rng.random() < 0.6 else []
    kind = rng.choice(("laced", "chelsea", "plain", "cuff"))
    if kind == "laced":
        parts += lacing(rng, foot, 0.04, 0.6, colours, material)
    elif kind == "chelsea":
        z = foot.front[0, 1] - 0.01
        gore = np.array([(0.12, z + 0.2), (0.26, z + 0.2), (0.22, 0.3), (0.17, 0.3)])
        parts.append(Part("gore", foot.panel("gore", gore), "fabric", colours[1]))
    elif kind == "cuff":
        parts.append(Part("cuff", foot.panel("cuff", collar(foot, rng.uniform(0.08, 0.2))), "fabric", colours[3]))
    parts.append(Part("upper", foot.upper, material, colours[0]))
    bottom = sole(rng, lift + 0.6 * heel + 0.025, 0.0, 0.035)
    low = heel + 0.03
    arch = slab("tool", np.array([(0.27, -0.2), (0.34, low), (0.44, low * 0.8), (0.58, -0.2)]), 2, (0, 1, 0), FRONT)
    cut(bottom, arch)
    parts.append(Part("sole", bottom, "rubber", neutral(rng, False)))
    return Subject(NAME, parts)


def pump(rng: random.Random) -> Subject:
    """High heel: thin sole along the last, and a tapering heel under its back."""
    colours = scheme(rng, 3)
    foot = Foot(rng, PUMP, 0, rng.choice((0.0, 0.04)))
    a, b = foot.front[0], foot.back[0]
    sag = rng.uniform(0.05, 0.11)
    line = spline([b + (-0.02, 0.0), b * 0.7 + a * 0.3 - (0, sag), b * 0.3 + a * 0.7 - (0, sag), a + (0.06, rng.uniform(-0.03, 0.01))], 8)
    cut(foot.upper, slab("tool", np.vstack([line, [a + (0.06, 0.6), b + (-0.02, 0.6)]]), 2, (0, 1, 0), FRONT))
    foot.hollow(0.012, 18)
    parts = [Part("upper", foot.upper, rng.choice(("leather", "glossy_plastic", "fabric")), colours[0])]
    b = resample(foot.back[7:], 30, closed=False)
    lay = np.stack([b[:, 0], 0 * b[:, 0], b[:, 1] + 0.004], 1)
    wide = np.interp(b[:, 0], foot.back[7:, 0], foot.width[7:]) * 0.92
    thick = rng.uniform(0.02, 0.035)
    scale = np.stack([np.maximum(wide, 0.04), np.full(30, thick)], 1)
    sole_part = sweep("sole", lay, ellipse(1, 1, 32, power=4)[:, ::-1], scale[:, ::-1], up=(0, 1, 0))
    parts.append(Part("sole", sole_part, "leather", colours[1]))
    top, ground = foot.back[8, 1] + 0.01, float(points_of(sole_part)[:, 2].min())
    thin = rng.choice((0.025, 0.04, 0.1))
    t = np.linspace(0, 1, 14)
    taper = thin + (0.17 - thin) * (1 - t) ** rng.uniform(1.5, 4)
    path = np.stack([0.075 - 0.03 * t, 0 * t, top + (ground - top) * t], 1)
    heel = sweep("heel", path, rectangle(1, 1, 0.35), taper, up=(0, 1, 0))
    parts.append(Part("heel", heel, rng.choice(("leather", "glossy_plastic", "polished_metal")), colours[rng.choice((0, 1, 2))]))
    return Subject(NAME, parts)
