# in: a random generator; out: Subject of a shelf with books.
from __future__ import annotations

import random

import numpy as np

from ..curves import fillet, rectangle
from ..faces import FRONT, Solid
from ..joinery import cut, merge
from ..palette import metal, scheme
from ..placing import moved, rotation
from ..shapes import lathe
from ..slabs import block, slab
from ..subject import Part, Subject
from .carcasses import stand
from .fronts import NAME, surface


def shelf(rng: random.Random) -> Subject:
    """Compartments with books, boxes, vases; with or without a back, or a ladder of boards."""
    colours = scheme(rng, 6)
    columns, rows = rng.randint(1, 4), rng.randint(2, 5)
    cell, d, t = rng.uniform(0.3, 0.4), rng.uniform(0.26, 0.34), rng.uniform(0.018, 0.04)
    cw = cell * (rng.uniform(1.6, 2.2) if columns == 1 else rng.uniform(0.9, 1.2))
    w, h = columns * cw + t, rows * cell + t
    low = rng.choice((0.0, 0.0, 0.12))
    body = surface(rng, colours)
    parts: list[Part] = []
    boards = rng.random() < 0.2
    if boards:
        plates = [block("board", (w, d, t), (0, 0, k * cell + t / 2 + low), 0.003) for k in range(rows + 1)]
        posts = [block("post", (0.03, 0.03, h + low), (sx * (w / 2 - 0.03), sy * (d / 2 - 0.014), (h + low) / 2 + 0.002), 0.003) for sx in (-1, 1) for sy in (-1, 1)]
        parts += [Part("boards", merge("boards", *plates), *body), Part("posts", merge("posts", *posts), "brushed_metal", metal(rng))]
    else:
        shell = block("shelf", (w, d, h), (0, 0, low + h / 2), 0.003)
        through = rng.random() < 0.25
        holes = [slab("tool", rectangle(cw - t, cell - t), 2, (-w / 2 + t / 2 + cw * (c + 0.5), d / 2 + (1 if through else -0.015), low + t / 2 + cell * (r + 0.5)), FRONT) for c in range(columns) for r in range(rows)]
        cut(shell, merge("tool", *holes))
        parts.append(Part("shelf", shell, *body))
        if low:
            parts += stand(rng, w, d, low, colours, body)
    k_thing = 0
    books: list[list[Solid]] = [[], [], []]
    full = rng.uniform(0.3, 1.0)
    for c in range(columns if not boards else 1):
        for r in range(rows):
            width = cw - t if not boards else w - 0.08
            x0, z = (-w / 2 + t + cw * c) if not boards else -w / 2 + 0.04, low + t + cell * r
            if rng.random() > full:
                continue
            what = rng.choice(("books", "books", "books", "box", "vase", "drawer"))
            if what == "drawer" and (boards or columns == 1):
                what = "books"
            if what == "books":
                x, lot = x0 + 0.006, rng.uniform(0.45, 1.0) * width
                while x < x0 + lot - 0.06:
                    thick, tall = rng.uniform(0.028, 0.055), (cell - t) * rng.uniform(0.6, 0.9)
                    books[rng.randrange(3)].append(block("book", (thick, 0.7 * d, tall), (x + thick / 2, -0.06 * d, z + tall / 2), 0.003))
                    x += thick + 0.002
            elif what == "box":
                bw, bh = min(width - 0.03, 0.32), (cell - t) * rng.uniform(0.5, 0.8)
                parts.append(Part(f"box {k_thing}", block("box", (bw, 0.75 * d, bh), (x0 + width / 2, -0.03, z + bh / 2), 0.008), rng.choice(("fabric", "paper", "wood")), colours[4]))
            elif what == "drawer":
                leaf = slab("drawer", rectangle(width - 0.006, cell - t - 0.006), 0.06, (x0 + width / 2, -d / 2 + 0.064, z + (cell - t) / 2), FRONT, 0.003, 2)
                parts.append(Part(f"drawer {k_thing}", leaf, *rng.choice((body, ("matte_plastic", colours[5])))))
                knob = lathe("knob", fillet([(0.01, -0.004), (0.01, 0.012), (0.022, 0.022), (0.002, 0.034)], 0.005, 3, closed=False), 28)
                parts.append(Part(f"knob {k_thing}", moved(knob, (x0 + width / 2, -d / 2 + 0.004, z + (cell - t) / 2), turn=rotation("x", 90)), "brushed_metal", metal(rng)))
            else:
                s, x = (cell - t) * rng.uniform(0.5, 0.85), x0 + width * rng.uniform(0.35, 0.65)
                wall = fillet(np.array([(0.2, 0), (0.3, 0.3), (0.26, 0.6), (0.12, 0.8), (0.15, 1.0), (0.02, 1.0)]) * s, 0.08 * s, 4, closed=False)
                parts.append(Part(f"vase {k_thing}", lathe("vase", wall, 44, (x, -0.02, z)), "ceramic", colours[5]))
            k_thing += 1
    for k, row in enumerate(books):
        if row:
            parts.append(Part(f"books {k}", merge(f"books {k}", *row), "paper", colours[1 + k]))
    return Subject(NAME, parts)
