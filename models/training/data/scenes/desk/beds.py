# in: a random generator; out: Subject of a bed.
from __future__ import annotations

import random

import numpy as np

from ..chair.pieces import cushion
from ..curves import rectangle
from ..faces import FRONT
from ..joinery import cut, merge
from ..palette import metal, neutral, scheme, wood
from ..placing import moved, rotation
from ..shapes import rod
from ..slabs import block, slab
from ..subject import Part, Subject
from .carcasses import turned
from .fronts import NAME


def bed(rng: random.Random) -> Subject:
    """Frame, headboard, mattress, cover, pillows; its foot to the viewer or from its side; single, double, bunk."""
    colours = scheme(rng, 5)
    w, long, low = rng.choice((0.9, 1.0, 1.4, 1.6)), rng.uniform(1.9, 2.05), rng.uniform(0.1, 0.24)
    body = rng.choice((("wood", wood(rng)), ("wood", wood(rng)), ("fabric", colours[0]), ("brushed_metal", metal(rng)), ("leather", colours[0])))
    soft = 0.03 if body[0] in ("fabric", "leather") else 0.006
    parts = []
    bunk = w < 1.0 and rng.random() < 0.35
    for k, z in enumerate((low, low + 0.85) if bunk else (low,)):
        tag = " up" if k else ""
        rail = rng.uniform(0.12, 0.2)
        parts.append(Part(f"frame{tag}", block("frame", (w + 0.06, long + 0.06, rail), (0, 0, z + rail / 2), soft), *body))
        thick = rng.uniform(0.14, 0.24)
        zm = z + rail - 0.05
        parts.append(Part(f"mattress{tag}", block("mattress", (w, long - 0.02, thick), (0, 0, zm + thick / 2), 0.04, 0.08), "fabric", neutral(rng, True)))
        top = zm + thick
        if rng.random() < 0.85:
            share, over = rng.uniform(0.45, 0.75), rng.uniform(0.05, 0.16)
            cover = block("cover", (w + 0.04, share * long, over + 0.06), (0, -long / 2 + share * long / 2 - 0.004, top - over / 2 + 0.015), 0.035, 0.06)
            parts.append(Part(f"cover{tag}", cover, "fabric", colours[1]))
            if rng.random() < 0.5:
                fold = block("fold", (w + 0.05, 0.16, over + 0.075), (0, -long / 2 + share * long - 0.06, top - over / 2 + 0.02), 0.035, 0.05)
                parts.append(Part(f"fold{tag}", fold, "fabric", rng.choice((neutral(rng, True), colours[2]))))
        n = 2 if w > 1.2 else 1
        for j in range(n):
            pad = cushion(f"pillow {j}{tag}", (min(0.62, 0.86 * w / n), 0.36, 0.15), (0, 0, 0), 5, 2.3)
            parts.append(Part(f"pillow {j}{tag}", moved(pad, ((j - (n - 1) / 2) * w / n, long / 2 - 0.24, top + 0.06), turn=rotation("x", rng.choice((0, 12, 30)))), "fabric", neutral(rng, True)))
    if bunk:
        tall = low + 0.85 + 0.45
        posts = [block("post", (0.07, 0.07, tall), (sx * (w / 2 + 0.02), sy * (long / 2 + 0.02), tall / 2), 0.006) for sx in (-1, 1) for sy in (-1, 1)]
        parts.append(Part("posts", merge("posts", *posts), *body))
        s = rng.choice((-1, 1))
        x = s * (w / 2 + 0.06)
        steps = [rod("rung", [(x, -0.16 - 0.3, z), (x, -0.3, z), (x, 0.16 - 0.3, z)], 0.018, 12) for z in np.arange(0.25, low + 0.85, 0.24)]
        steps += [block("stile", (0.04, 0.04, low + 1.15), (x, y - 0.3, (low + 1.15) / 2), 0.005) for y in (-0.18, 0.18)]
        parts.append(Part("ladder", merge("ladder", *steps), *body))
        return Subject(NAME, turned(rng, parts))
    head = rng.uniform(0.75, 1.15)
    y, kind = long / 2 + 0.03, rng.choice(("plain", "plain", "arch", "tufted", "bars", "panels"))
    if kind == "bars":
        posts = [rod("post", [(sx * w / 2, y + 0.03, 0), (sx * w / 2, y + 0.03, head / 2), (sx * w / 2, y + 0.03, head)], 0.03, 16) for sx in (-1, 1)]
        bars = [rod("bar", [(x, y + 0.03, low + 0.1), (x, y + 0.03, head / 2), (x, y + 0.03, head - 0.04)], 0.012, 10) for x in np.linspace(-0.42, 0.42, 7) * w]
        bars += [rod("rail", [(-w / 2, y + 0.03, z), (0, y + 0.03, z), (w / 2, y + 0.03, z)], 0.018, 12) for z in (head - 0.04, low + 0.2)]
        parts += [Part("posts", merge("posts", *posts), "brushed_metal", metal(rng)), Part("bars", merge("bars", *bars), "brushed_metal", metal(rng))]
    else:
        tall = head - low
        shape = rectangle(w + 0.1, tall, 0.01 if soft < 0.01 else 0.05, (0, tall / 2))
        if kind == "arch":
            t = np.linspace(0, np.pi, 40)
            shape = np.vstack([[(-w / 2 - 0.05, 0), (w / 2 + 0.05, 0)], np.stack([(w / 2 + 0.05) * np.cos(t), tall * 0.72 + 0.28 * tall * np.sin(t)], 1)])
        board = slab("headboard", shape, 0.08, (0, y + 0.08, low), FRONT, max(soft, 0.008))
        if kind == "panels":
            n = rng.randint(2, 5)
            tools = [slab("tool", rectangle((w - 0.02) / n - 0.05, 0.36 * tall, 0.01), 1, ((j - (n - 1) / 2) * (w - 0.02) / n, y + 0.015, low + 0.74 * tall), FRONT) for j in range(n)]
            cut(board, merge("tool", *tools))
        parts.append(Part("headboard", board, *body))
        if kind == "tufted":
            n = rng.randint(3, 6)
            pads = [cushion("pad", (w / n * 0.98, tall * 0.42, 0.09), (0, 0, 0), 7, 3) for _ in range(n)]
            pads = [moved(pad, ((j - (n - 1) / 2) * w / n, y - 0.005, low + 0.74 * tall), turn=rotation("x", 90)) for j, pad in enumerate(pads)]
            parts += [Part(f"pad {j}", pad, "fabric", colours[0]) for j, pad in enumerate(pads)]
    if rng.random() < 0.3:
        parts.append(Part("footboard", block("footboard", (w + 0.08, 0.05, low + 0.34), (0, -long / 2 - 0.045, (low + 0.34) / 2 + 0.03), soft), *body))
    pieces = [block("foot", (0.07, 0.07, low + 0.01), (sx * (w / 2 - 0.05), sy * (long / 2 - 0.06), low / 2), 0.006) for sx in (-1, 1) for sy in (-1, 1)]
    parts.append(Part("feet", merge("feet", *pieces), "wood", wood(rng)))
    return Subject(NAME, turned(rng, parts))
