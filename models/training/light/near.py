# in: a set-up, the model square in the world; out: what a place sees of its lamps and room, as near as the
# light graph has them.
from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from data.camera import SIDE, Camera
from light.studio import Studio

DRAWN = 416  # the longer side of a drawing in the product's square of SIDE
WALL = 0.15  # the polished metal's: how soft the wall's lower edge is, in sines of height


@dataclass(frozen=True)
class Square:
    """The model square in the world: what the light graph's positions are measured in."""

    middle: np.ndarray  # [3] world
    half: float  # world units
    pixels: tuple[float, float, float]  # its middle (x, y) and half its side in the picture, of SIDE

    @classmethod
    def around(cls, camera: Camera, depth: float, box: tuple[float, float, float, float]) -> Square:
        """The square of `box` (x, y, width, height in pixels of SIDE), `depth` world units before the eye."""
        x, y, width, height = box
        at = np.array([x + width / 2, y + height / 2])
        half = max(width, height) / 2
        scale = (1.0 if camera.parallel else depth) / camera.zoom
        aside = (at - camera.centre) * [scale, -scale]
        middle = camera.eye + aside @ camera.axes[:2] - depth * camera.axes[2]
        return cls(middle, half * scale, (float(at[0]), float(at[1]), float(half)))

    @classmethod
    def drawn(cls, bounds: tuple[np.ndarray, np.ndarray], camera: Camera, coverage: np.ndarray) -> Square:
        """The product's square around what is covered [SIDE, SIDE], at the depth of the middle of the body's
        `bounds` (least and greatest corner)."""
        y, x = np.nonzero(coverage)
        width, height = x.max() + 1 - x.min(), y.max() + 1 - y.min()
        side = max(width, height) * SIDE / DRAWN
        depth = float(-camera.into((bounds[0] + bounds[1])[None] / 2)[0, 2])
        left, top = x.min() + (width - side) / 2, y.min() + (height - side) / 2
        return cls.around(camera, depth, (left, top, side, side))

    @classmethod
    def whole(cls, camera: Camera, points: np.ndarray) -> Square:
        """The whole picture at the depth of the world [N, 3] `points`' middle."""
        middle = (points.min(0) + points.max(0)) / 2
        return cls.around(camera, float(-camera.into(middle[None])[0, 2]), (0, 0, SIDE, SIDE))


def room(light: Studio, r: np.ndarray) -> np.ndarray:
    """What polished metal is shown in direction r [..., 3], camera space → [..., 3]: the light graph's
    `tent`."""
    side, up = r[..., 0:1], r[..., 1:2]
    top, bottom = np.asarray(light.ambient_top), np.asarray(light.ambient_bottom)
    band = 1 - light.horizon * (1 - up * up) ** 2
    wall = np.clip((up + 0.30) / WALL + 0.5, 0, 1)
    shown = 0.40 - 0.5 * up + wall * wall * (3 - 2 * wall) * (1.60 + 0.3 * up + 0.9 * side)
    return (bottom + (top - bottom) * (0.5 + 0.5 * up)) * (band + light.tent * (shown - band))


def cards_from(light: Studio, place: np.ndarray, r: np.ndarray) -> np.ndarray:
    """Radiance [..., 3] of the cards alone in direction r [..., 3], from `place` [..., 3], half squares."""
    seen = np.zeros_like(r)
    for box in light.boxes:
        u, v, d = box.axes()
        ahead = np.maximum(r @ d, 1e-6)
        far = (1 / light.nearness - place @ d) / ahead
        across, up = (np.abs(place @ axis + far * (r @ axis)) * light.nearness for axis in (u, v))
        inside = (r @ d > 0) & (far > 0) & (across <= box.half_width) & (up <= box.half_height)
        if box.bar:
            inside &= (across > box.bar) & (up > box.bar)
        seen = seen + inside[..., None] * np.asarray(box.radiance)
    return seen
