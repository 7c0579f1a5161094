# in: a random generator; out: Subject of a flat television.
from __future__ import annotations

import random

from ..curves import fillet, rectangle
from ..faces import FRONT, SIDE
from ..joinery import merge
from ..palette import neutral, scheme, wood
from ..poses import posed
from ..shapes import rod
from ..slabs import block, slab
from ..subject import Part, Things
from .pieces import foot, hump, panel


def television(rng: random.Random) -> Things:
    """Flat and wide, on two feet, one stand or a sideboard; sometimes a bar of sound below."""
    colours = scheme(rng, 4)
    w, t = 2.0, rng.uniform(0.03, 0.09)
    h, side = w / rng.choice((1.7, 1.78, 1.85)), rng.uniform(0.015, 0.06)
    parts, decals = panel(rng, w, h, t, [neutral(rng, False) if rng.random() < 0.6 else colours[0], *colours[1:]], soft=rng.choice((0.006, 0.03)), side=side, chin=side + rng.choice((0.0, 0.02, 0.08)), bevel=0.006)
    more, slits = hump(rng, w, 0.7 * h, 0.0, 0.36 * h, colours, parts[0].material)
    parts, decals = parts + more, decals + slits
    kind, lift = rng.choice(("vee", "blades", "stand", "sideboard", "wall")), 0.0
    if kind in ("vee", "blades"):
        lift = rng.uniform(0.1, 0.2)
        legs, x = [], w * rng.uniform(0.28, 0.42)
        for s in (-1, 1):
            if kind == "vee":
                for y in (-0.26, 0.3):
                    legs.append(rod("leg", [(s * x, 0.0, lift + 0.04), (s * (x + 0.02), 0.5 * y, 0.5 * lift), (s * (x + 0.05), y, 0.02)], 0.022, 14))
            else:
                side_of = fillet([(-0.26, 0), (0.3, 0), (0.06, lift + 0.04), (-0.05, lift + 0.04)], 0.02, 4)
                legs.append(slab("leg", side_of, 0.05, (s * x - 0.025, 0, 0), SIDE, 0.01))
        parts.append(Part("feet", merge("feet", *legs), rng.choice(("brushed_metal", "matte_plastic")), colours[2]))
    elif kind == "stand":
        lift = rng.uniform(0.1, 0.25)
        parts += foot(rng, w, lift, colours, 0.03)
    elif kind == "sideboard":
        low, bw, bd, bh = rng.uniform(0.1, 0.3), rng.uniform(2.2, 2.8), 0.55, rng.uniform(0.35, 0.55)
        shade = wood(rng) if rng.random() < 0.6 else colours[3]
        parts.append(Part("sideboard", block("sideboard", (bw, bd, bh), (0, 0.05, low + bh / 2), 0.012), "wood", shade))
        n = rng.randint(2, 4)
        doors = [slab("door", rectangle(bw / n - 0.05, bh - 0.08, 0.008), 0.03, ((k - (n - 1) / 2) * (bw - 0.04) / n, 0.05 - bd / 2 + 0.012, low + bh / 2), FRONT, 0.004) for k in range(n)]
        parts.append(Part("doors", merge("doors", *doors), "wood", shade if rng.random() < 0.5 else colours[1]))
        legs = [rod("leg", [(sx * bw * 0.4, 0.05 + sy * bd * 0.3, low + 0.02), (sx * bw * 0.41, 0.05 + sy * bd * 0.33, 0.5 * low), (sx * bw * 0.42, 0.05 + sy * bd * 0.36, 0.01)], 0.03, 14) for sx in (-1, 1) for sy in (-1, 1)]
        parts.append(Part("legs", merge("legs", *legs), "wood", shade))
        plinth = block("plinth", (0.7, 0.3, 0.1), (0, 0.03, low + bh + 0.04), 0.012)
        parts.append(Part("plinth", plinth, "matte_plastic", neutral(rng, False)))
        lift = low + bh + 0.07
    names = {"panel", "screen", "back"}
    shown_parts, rest = [p for p in parts if p.name in names], [p for p in parts if p.name not in names]
    shown_parts, decals = posed(shown_parts, decals, by=(0, 0, lift))
    if kind in ("wall", "vee", "blades") and rng.random() < 0.35:
        z = -0.16 if kind == "wall" else 0.07
        bar = block("sound bar", (1.3, 0.14, 0.12), (0, -0.3 if kind != "wall" else -0.05, z), 0.03, 0.06)
        rest.append(Part("sound bar", bar, "fabric", neutral(rng, False)))
    return shown_parts + rest, decals
