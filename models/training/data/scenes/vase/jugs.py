# in: a random generator; out: Subject of a jug or a teapot.
from __future__ import annotations

import random

import numpy as np

from ..curves import ellipse, fillet, rectangle, resample, spline
from ..faces import FRONT
from ..joinery import inlay
from ..palette import scheme
from ..placing import points_of, reshaped
from ..shapes import ball, lathe, rod, sweep
from ..slabs import slab
from ..subject import Part, Subject
from .pieces import NAME, footed, shell


def jug(rng: random.Random) -> Subject:
    """A vessel with a lip drawn out on one side and a handle on the other."""
    colours = scheme(rng, 3)
    h, r = rng.uniform(0.9, 1.4), rng.uniform(0.35, 0.5)
    neck = r * rng.uniform(0.55, 0.85)
    outer = footed(spline([(r * 0.8, 0), (r, h * 0.3), (r * 0.85, h * 0.6), (neck, h * 0.82), (neck * 1.12, h)], 8), rng)
    side = rng.choice((-1, 1))
    body = lathe("body", shell(outer, 0.03, 0.06), 64)
    v = points_of(body)
    near = np.clip((v[:, 2] - 0.72 * h) / (0.28 * h), 0, 1) ** 2 * np.exp(-((np.arctan2(v[:, 1], side * v[:, 0])) ** 2) / 0.25) * (v[:, 0] * side > 0)
    v[:, 0] += side * near * rng.uniform(0.12, 0.22)
    v[:, 2] += near * 0.06
    reshaped(body, v)
    at = lambda z: float(np.interp(z, outer[:, 1], outer[:, 0])) - 0.015
    low, high = rng.uniform(0.2, 0.4) * h, 0.93 * h
    p = resample(spline([(at(high), high), (r + 0.22, high), (r + 0.32, 0.65 * h), (at(low) + 0.1, low + 0.03), (at(low), low)], 8), 44, closed=False)
    ear = sweep("handle", np.stack([-side * p[:, 0], 0 * p[:, 0], p[:, 1]], 1), ellipse(0.07, 0.12, 24), up=(0, 1, 0))
    material = rng.choice(("ceramic", "glass", "brushed_metal"))
    parts = [Part("body", body, material, colours[0]), Part("handle", ear, material, colours[rng.choice((0, 1))])]
    if rng.random() < 0.4:
        band = slab("tool", rectangle(4, h * rng.uniform(0.1, 0.3)), 4, (0, 2, h * 0.35), FRONT)
        parts.append(Part("band", inlay("band", body, band), material, colours[1]))
    return Subject(NAME, parts)


def teapot(rng: random.Random) -> Subject:
    """Body, lid, knob, spout and handle."""
    colours = scheme(rng, 3)
    r, squash, side = rng.uniform(0.45, 0.6), rng.uniform(0.7, 1.05), rng.choice((-1, 1))
    a = np.linspace(-1.15, 1.1, 34)
    outer = np.stack([r * np.cos(a) ** rng.uniform(0.7, 1.0), r * squash * (np.sin(a) - np.sin(a[0]))], 1)
    h, mouth = float(outer[-1, 1]), float(outer[-1, 0])
    material = rng.choice(("ceramic", "ceramic", "brushed_metal", "glass"))
    parts = [Part("body", lathe("body", outer, 64), material, colours[0])]
    lid = lathe("lid", fillet([(mouth + 0.01, h - 0.02), (mouth + 0.025, h), (mouth * 0.5, h + 0.09), (0.01, h + 0.11)], 0.02, 4, closed=False), 64)
    parts += [Part("lid", lid, material, colours[rng.choice((0, 1))]), Part("knob", ball("knob", (0.11, 0.11, 0.11), (0, 0, h + 0.15)), rng.choice((material, "wood")), colours[1])]
    spout = spline([(side * r * 0.75, 0, 0.3 * h), (side * (r + 0.15), 0, 0.42 * h), (side * (r + 0.25), 0, 0.75 * h), (side * (r + 0.42), 0, 0.98 * h)], 9)
    parts.append(Part("spout", sweep("spout", spout, ellipse(1, 1, 28), np.linspace(0.24, 0.09, len(spout)), up=(0, 1, 0)), material, colours[0]))
    if rng.random() < 0.7:
        p = resample(spline([(r * 0.85, 0.85 * h), (r + 0.28, 0.92 * h), (r + 0.34, 0.5 * h), (r * 0.9, 0.22 * h)], 9), 40, closed=False)
        line = np.stack([-side * p[:, 0], 0 * p[:, 0], p[:, 1]], 1)
    else:  # over the top
        t = np.linspace(0.1, np.pi - 0.1, 40)
        line = np.stack([r * 0.85 * np.cos(t), 0 * t, 0.75 * h + (0.75 * h) * np.sin(t)], 1)
    parts.append(Part("handle", rod("handle", line, 0.04, 18), rng.choice((material, "wood")), colours[rng.choice((0, 2))]))
    return Subject(NAME, parts)
