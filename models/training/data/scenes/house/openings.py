# in: a place on a wall; out: windows and doors.
from __future__ import annotations

import random

import numpy as np

from ..curves import arc, ellipse, rectangle
from ..faces import FRONT, Face, Solid
from ..joinery import cut, merge
from ..palette import Colour, neutral
from ..shapes import HAIR, ball
from ..slabs import block, frame, slab
from ..subject import Part

PANE = ((0.6, 0.8, 0.9), (0.35, 0.5, 0.62), (0.95, 0.85, 0.5), (0.2, 0.27, 0.34), (0.85, 0.93, 0.96))


def pane(rng: random.Random, w: float, h: float, style: str) -> np.ndarray:
    """A window's or door's outline about its middle."""
    if style == "arched":
        return np.vstack([[(-w / 2, -h / 2), (w / 2, -h / 2)], arc(w / 2, 0, 180, 16, (0, h / 2 - w / 2))])
    if style == "round":
        return ellipse(min(w, h), min(w, h), 40)
    return rectangle(w, h)


class Windows:
    """One look for all windows of a building: plates of glass, frames, bars, sills, shutters."""

    def __init__(self, rng: random.Random, colours: list[Colour]) -> None:
        self.rng, self.style = rng, rng.choice(("plain", "plain", "plain", "arched", "round"))
        self.framed, self.bars, self.sills = rng.random() < 0.6, rng.random() < 0.6, rng.random() < 0.4
        self.shutters, self.sunk = rng.random() < 0.25 and self.style != "round", rng.random() < 0.3
        self.edge = rng.uniform(0.02, 0.04)
        self.panes: list[Solid] = []
        self.frames: list[Solid] = []
        self.leaves: list[Solid] = []
        self.holes: list[Solid] = []
        self.colours, self.colour = colours, rng.choice(PANE)

    def add(self, x: float, z: float, w: float, h: float, y: float, face: Face = FRONT) -> None:
        """A window with its middle at (x, z) on the wall plane at distance y along the face's normal."""
        right, up = (np.asarray(v, float) for v in face)
        out = np.cross(right, up)
        at = right * x + up * z + out * y
        outline = pane(self.rng, w, h, self.style)
        if self.sunk:
            self.holes.append(slab("tool", outline, 0.5, at - out * 0.04, face))
            self.panes.append(slab("pane", outline * 0.999, 0.01, at - out * 0.048, face))
        else:
            self.panes.append(slab("pane", outline, 0.02 + HAIR, at - out * 0.02, face))
        stand = 0.03
        if self.framed:
            size = np.abs(outline).max(0)
            inner = outline * (1 - 0.2 * self.edge / size)
            self.frames.append(frame("frame", outline * (1 + self.edge / size), inner, 0.02 + stand, at - out * 0.02, face))
        if self.bars:
            t = 0.5 * self.edge
            depth = 0.02 + 0.6 * stand
            self.frames.append(slab("bar", rectangle(t, h * 0.98), depth, at - out * 0.02, face))
            self.frames.append(slab("bar", rectangle(w * 0.98, t), depth - 0.003, at - out * 0.02, face))
        if self.sills:
            self.frames.append(slab("sill", rectangle(w * 1.25, 0.035), 0.02 + 0.06, at - up * (h / 2 + 0.02) - out * 0.02, face))
        if self.shutters:
            for s in (-1, 1):
                self.leaves.append(slab("shutter", rectangle(w * 0.42, h), 0.02 + 0.02, at + right * s * w * 0.76 - out * 0.02, face))

    def parts(self, walls: Solid) -> list[Part]:
        if self.holes:
            cut(walls, merge("tool", *self.holes))
        rows = (("windows", self.panes, "glass", self.colour), ("frames", self.frames, "matte_plastic", self.colours[3]), ("shutters", self.leaves, "wood", self.colours[2]))
        return [Part(name, merge(name, *things), material, colour) for name, things, material, colour in rows if things]


def door(rng: random.Random, x: float, w: float, h: float, y: float, colour: Colour, z: float = 0.0) -> list[Part]:
    """A leaf on the front wall with a frame, panels, a knob, perhaps a step."""
    style = rng.choice(("plain", "plain", "arched"))
    outline = pane(rng, w, h, style)
    at = np.array([x, y, z + h / 2])
    parts = [Part("door", slab("door", outline, 0.02 + rng.choice((HAIR, 0.02)), at + (0, 0.02, 0), FRONT), "wood", colour)]
    if rng.random() < 0.5:
        ring = frame("door frame", outline * (1 + 0.08 / w, 1 + 0.08 / h), outline * (0.98, 0.99), 0.06, at + (0, 0.02, 0), FRONT)
        parts.append(Part("door frame", ring, "wood", neutral(rng, True)))
    if rng.random() < 0.4:
        glass = rectangle(0.5 * w, 0.25 * h)
        parts.append(Part("door light", slab("door light", glass, 0.02 + 0.024 + HAIR, at + (0, 0.02, 0.2 * h), FRONT), "glass", rng.choice(PANE)))
    parts.append(Part("knob", ball("knob", (0.045, 0.06, 0.045), at + (0.36 * w, -0.035, -0.05 * h)), "brushed_metal", (0.8, 0.68, 0.35)))
    if rng.random() < 0.5:
        parts.append(Part("step", block("step", (w * 1.6, 0.25, 0.07), (x, y - 0.12, z + 0.035), 0.006), "concrete", neutral(rng, True)))
    return parts
