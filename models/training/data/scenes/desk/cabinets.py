# in: a random generator; out: Subject of a sideboard, chest, wardrobe or bedside table.
from __future__ import annotations

import random

from ..curves import fillet, rectangle
from ..faces import FRONT
from ..joinery import cut, merge
from ..palette import scheme
from ..shapes import lathe
from ..slabs import slab
from ..subject import Part, Subject
from .carcasses import carcass, stand, topped
from .desks import things_on
from .fronts import NAME, Fronts, column, surface


def sideboard(rng: random.Random) -> Subject:
    """Low and wide: doors, drawers, an open bay."""
    colours = scheme(rng, 5)
    w, d, low = rng.uniform(1.2, 1.9), rng.uniform(0.36, 0.45), rng.uniform(0.1, 0.24)
    h = low + rng.uniform(0.38, 0.6)
    body = surface(rng, colours)
    shell = carcass(w, d, low, h)
    fronts = Fronts(rng, -d / 2, colours, body)
    n = rng.randint(2, 4)
    edge, iw = 0.025, (w - 0.05) / n
    z0, z1 = low + edge, h - edge
    open_bay = rng.choice((None, None, rng.randrange(n)))
    drawers = rng.choice((None, 0, n - 1, n // 2))
    bays = []
    for k in range(n):
        x = -w / 2 + edge + iw * (k + 0.5)
        if k == open_bay:
            tall = z1 - z0 - 0.02
            bays.append(slab("tool", rectangle(iw - 0.03, tall / 2 - 0.012), 1, (x, d / 2 - 0.03, z0 + tall * 0.25 + 0.004), FRONT))
            bays.append(slab("tool", rectangle(iw - 0.03, tall / 2 - 0.012), 1, (x, d / 2 - 0.03, z1 - tall * 0.25 - 0.004), FRONT))
        elif k == drawers:
            column(fronts, x, z0, z1, iw, rng.choice((2, 3, 3)))
        else:
            fronts.add(x, (z0 + z1) / 2, iw, z1 - z0, 1 if k % 2 == 0 else -1)
    if bays:
        cut(shell, merge("tool", *bays))
    rows = fronts.parts(shell)
    parts = [Part("carcass", shell, *body), *rows, *topped(rng, w, d, h, body), *stand(rng, w, d, low, colours, body)]
    if rng.random() < 0.5:
        parts += things_on(rng, w, d, h + 0.023, colours)
    return Subject(NAME, parts)


def chest(rng: random.Random) -> Subject:
    """Three to six rows of drawers; the top row of two or three."""
    colours = scheme(rng, 5)
    w, d, low = rng.uniform(0.6, 1.1), rng.uniform(0.38, 0.48), rng.uniform(0.05, 0.2)
    n = rng.randint(3, 6)
    h = low + n * rng.uniform(0.16, 0.22)
    body = surface(rng, colours)
    shell = carcass(w, d, low, h)
    fronts = Fronts(rng, -d / 2, colours, body)
    z0, z1, iw = low + 0.022, h - 0.022, w - 0.045
    split = rng.choice((1, 1, 2, 2, 3)) if w > 0.7 else 1
    columns = 2 if w > 0.95 and rng.random() < 0.5 else 1
    zt = z1 - (z1 - z0) / n
    for k in range(columns):
        column(fronts, (k - (columns - 1) / 2) * iw / columns, z0, zt if split > 1 else z1, iw / columns, n - (split > 1), rng.random() < 0.4)
    if split > 1:
        for k in range(split):
            fronts.add((k - (split - 1) / 2) * iw / split, (zt + z1) / 2, iw / split, z1 - zt)
    rows = fronts.parts(shell)
    parts = [Part("carcass", shell, *body), *rows, *topped(rng, w, d, h, body), *stand(rng, w, d, low, colours, body)]
    return Subject(NAME, parts)


def wardrobe(rng: random.Random) -> Subject:
    """Tall doors, drawers at the foot, a mirror; a fridge or a locker look in metal and lacquer."""
    colours = scheme(rng, 5)
    n = rng.choice((1, 2, 2, 3))
    w, d, low, h = n * rng.uniform(0.42, 0.58), rng.uniform(0.45, 0.58), rng.uniform(0.03, 0.14), rng.uniform(1.3, 1.9)
    body = surface(rng, colours)
    shell = carcass(w, d, low, h)
    fronts = Fronts(rng, -d / 2, colours, body)
    z0, z1, iw = low + 0.025, h - 0.025, (w - 0.05) / n
    foot = rng.choice((0.0, 0.0, 0.22, 0.4)) * (z1 - z0)
    for k in range(n):
        x = (k - (n - 1) / 2) * iw
        fronts.add(x, (z0 + foot + z1) / 2, iw, z1 - z0 - foot, 1 if k % 2 == 0 else -1)
    if foot:
        for r in range(2 if foot > 0.45 else 1):
            step = foot / (2 if foot > 0.45 else 1)
            fronts.add(0, z0 + step * (r + 0.5), w - 0.05, step)
    rows = fronts.parts(shell)
    parts = [Part("carcass", shell, *body), *rows, *stand(rng, w, d, low, colours, body)]
    if rng.random() < 0.25 and fronts.kind in ("proud", "flush"):
        y = -d / 2 - (0.018 if fronts.kind == "proud" else 0)
        glass = slab("mirror", rectangle(iw * 0.55, (z1 - z0 - foot) * 0.7, 0.01), 0.012, (-(n - 1) / 2 * iw - 0.02, y + 0.008, (z0 + foot + z1) / 2), FRONT, 0.002, 1)
        parts.append(Part("mirror", glass, "glass", (0.82, 0.88, 0.92)))
    parts += topped(rng, w, d, h, body)
    return Subject(NAME, parts)


def bedside(rng: random.Random) -> Subject:
    """A small cabinet: a drawer, an open bay or a door, on legs."""
    colours = scheme(rng, 5)
    w, d, low = rng.uniform(0.38, 0.55), rng.uniform(0.34, 0.42), rng.uniform(0.08, 0.28)
    h = low + rng.uniform(0.24, 0.45)
    body = surface(rng, colours)
    shell = carcass(w, d, low, h)
    fronts = Fronts(rng, -d / 2, colours, body)
    z0, z1 = low + 0.022, h - 0.022
    kind = rng.choice(("drawers", "drawers", "bay", "door"))
    if kind == "drawers":
        column(fronts, 0, z0, z1, w - 0.044, rng.randint(1, 3))
    elif kind == "door":
        fronts.add(0, (z0 + z1) / 2, w - 0.044, z1 - z0, rng.choice((-1, 1)))
    else:
        zm = z0 + 0.5 * (z1 - z0)
        fronts.add(0, (zm + z1) / 2, w - 0.044, z1 - zm)
        cut(shell, slab("tool", rectangle(w - 0.044, zm - z0 - 0.02), 1, (0, d / 2 - 0.02, (zm + z0 - 0.02) / 2), FRONT))
    rows = fronts.parts(shell)
    parts = [Part("carcass", shell, *body), *rows, *topped(rng, w, d, h, body), *stand(rng, w, d, low, colours, body)]
    if rng.random() < 0.5:
        shade = lathe("shade", [(0.1, h + 0.2), (0.07, h + 0.36), (0.01, h + 0.36)], 48)
        foot = lathe("lamp", fillet([(0.07, h + 0.02), (0.07, h + 0.035), (0.025, h + 0.06), (0.03, h + 0.22), (0.01, h + 0.22)], 0.01, 3, closed=False), 40)
        parts += [Part("lamp", foot, "ceramic", colours[2]), Part("shade", shade, "fabric", (1.0, 0.94, 0.8))]
    return Subject(NAME, parts)
