"""In: the name of a set-up in studios.json. Out: its light as numbers: radiance per direction, and the
`studio` vector of the light graph.

The vector, in this order (camera space, linear RGB):
    3 boxes x (direction 3, half_width, half_height, radiance 3), ambient_top 3, ambient_bottom 3, horizon 1,
    exposure 1, tent 1, bars 3, nearness 1    = 37
"""

import json
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

STUDIOS = Path(__file__).with_name("studios.json")
BOXES, BOX, K = 3, 8, 37  # boxes, numbers a box, length of the vector
FIRST_K = 32  # its length before tent and bars; path-traced files keep the vector that they were lit with


@dataclass(frozen=True)
class Box:
    """One soft box: a rectangle of light at infinity."""

    direction: tuple[float, float, float]  # towards the light, any length
    half_width: float  # tangent units: 1 = 45 degrees
    half_height: float
    radiance: tuple[float, float, float]
    bar: float = 0.0  # half width of the cross that divides a window in four, tangent units; 0 = none

    def axes(self) -> np.ndarray:
        """[3, 3]: rows u (right), v (up), d (towards the light)."""
        d = np.asarray(self.direction, np.float64)
        d = d / np.linalg.norm(d)
        assert abs(d[1]) < 0.999, f"direction {self.direction} is vertical: the box has no up"
        u = np.cross([0.0, 1.0, 0.0], d)
        u = u / np.linalg.norm(u)
        return np.stack([u, np.cross(d, u), d])

    def solid_angle(self) -> float:
        """Steradians."""
        a, b = self.half_width, self.half_height
        return 4 * math.atan(a * b / math.sqrt(1 + a * a + b * b))


@dataclass(frozen=True)
class Studio:
    """A set-up of boxes over a sky."""

    name: str
    title: str  # what the panel calls it
    boxes: tuple[Box, ...]
    ambient_top: tuple[float, float, float]
    ambient_bottom: tuple[float, float, float]
    horizon: float  # 0…1, how dark the band at eye level is
    exposure: (
        float  # what faces the viewer gets that much of the drawing's own colour; not part of radiance()
    )
    shadow: dict  # strength 0…1 and sRGB colour of the shadow on the ground
    tent: float  # 0…1, how much of a room metal is shown; not part of radiance()
    nearness: float  # 1 / the distance of the boxes and walls, in half model squares; not part of radiance()

    def radiance(self, r: np.ndarray) -> np.ndarray:
        """r [..., 3] unit directions → [..., 3] linear RGB, boxes with sharp edges."""
        top, bottom = np.asarray(self.ambient_top), np.asarray(self.ambient_bottom)
        light = bottom + (top - bottom) * (0.5 + 0.5 * r[..., 1:2])
        light = light * (1 - self.horizon * (1 - r[..., 1:2] ** 2) ** 2)
        for box in self.boxes:
            a, b, d = np.moveaxis(r @ box.axes().T, -1, 0)
            near = np.maximum(d, 1e-6)
            inside = (d > 0) & (np.abs(a) <= box.half_width * near) & (np.abs(b) <= box.half_height * near)
            if box.bar:
                inside &= (np.abs(a) > box.bar * near) & (np.abs(b) > box.bar * near)
            light = light + inside[..., None] * np.asarray(box.radiance)
        return light

    def vector(self) -> np.ndarray:
        """[37] float32, the light graph's `studio`."""
        numbers: list[float] = []
        for box in self.boxes:
            numbers += [*box.direction, box.half_width, box.half_height, *box.radiance]
        numbers += [
            *self.ambient_top,
            *self.ambient_bottom,
            self.horizon,
            self.exposure / self.facing(),
            self.tent,
            *(box.bar for box in self.boxes),
            self.nearness,
        ]
        assert len(numbers) == K, f"{self.name}: {len(numbers)} numbers, want {K}"
        return np.asarray(numbers, np.float32)

    def facing(self) -> float:
        """What falls on a surface that faces the viewer, over π: the mean over r, g, b of its irradiance."""
        step = np.pi / 180
        around, down = np.meshgrid(
            np.arange(step / 2, 2 * np.pi, step), np.arange(step / 2, np.pi / 2, step), indexing="ij"
        )
        side = np.sin(down)
        r = np.stack([side * np.cos(around), side * np.sin(around), np.cos(down)], -1)
        weight = side * np.cos(down) * step * step / np.pi
        return float((self.radiance(r) * weight[..., None]).sum((0, 1)).mean())

    def key(self) -> Box:
        """The box that throws most light on the ground: the one whose shadow is seen."""
        return max(
            self.boxes, key=lambda box: sum(box.radiance) * box.solid_angle() * max(0.0, box.axes()[2][1])
        )


def widened(vector: np.ndarray) -> np.ndarray:
    """A vector of an earlier length, without tent and bars, at today's."""
    assert FIRST_K <= len(vector) <= K, f"a studio vector has {len(vector)} numbers, want {FIRST_K} to {K}"
    return np.pad(vector, (0, K - len(vector)))


def load(path: Path = STUDIOS) -> dict[str, Studio]:
    """All set-ups by name."""
    studios = {}
    for name, entry in json.loads(path.read_text()).items():
        if name == "about":
            continue
        boxes = tuple(
            Box(
                tuple(b["direction"]),
                b["half_width"],
                b["half_height"],
                tuple(b["radiance"]),
                b.get("bar", 0.0),
            )
            for b in entry["boxes"]
        )
        assert len(boxes) == BOXES, f"{name} has {len(boxes)} boxes, want {BOXES}"
        studios[name] = Studio(
            name,
            entry["title"],
            boxes,
            tuple(entry["ambient_top"]),
            tuple(entry["ambient_bottom"]),
            entry["horizon"],
            entry["exposure"],
            entry["shadow"],
            entry["tent"],
            entry["nearness"],
        )
    return studios
