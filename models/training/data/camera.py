# in: a body and a random source; out: a Camera from which it fills the model square as a drawing would.
from __future__ import annotations

import math
import random
from dataclasses import dataclass

import numpy as np

SIDE = 512  # pixels of the model square: one ray each
COARSE = 256  # side of the maps that are smooth: occlusion, thickness, shadow
FULL, SMALLEST, LARGEST = 416, 300, 450  # longer side of the drawing's box, pixels
EDGE = 16  # pixels that stay free around the object


@dataclass
class Camera:
    """Where a picture of SIDE² pixels is seen from, with parallel or diverging rays."""

    axes: np.ndarray  # [3, 3] rows: right, up, towards the viewer (world)
    eye: np.ndarray  # [3] world; for parallel rays a point in front of the object
    parallel: bool
    zoom: float  # pixels per world unit (parallel) or per unit of tangent
    centre: np.ndarray  # [2] pixel (x, y) of the view axis
    elevation: float  # radians above the horizon

    def into(self, points: np.ndarray) -> np.ndarray:
        """World [N, 3] to camera space: x right, y up, z towards the viewer."""
        return (points - self.eye) @ self.axes.T

    def project(self, points: np.ndarray) -> np.ndarray:
        """World [N, 3] to pixels [N, 2], row 0 at the top."""
        p = self.into(points)
        flat = p[:, :2] if self.parallel else p[:, :2] / -p[:, 2:]
        return self.centre + flat * [self.zoom, -self.zoom]

    def rays(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Pixels (centres at .5) to ray origins and unit directions, each [N, 3] float32 world."""
        axes, eye = self.axes.astype(np.float32), self.eye.astype(np.float32)
        flat = np.stack([(x - self.centre[0]) / self.zoom, (self.centre[1] - y) / self.zoom], 1).astype(
            np.float32
        )
        if self.parallel:
            return eye + flat @ axes[:2], np.tile(-axes[2], (len(flat), 1))
        ahead = flat @ axes[:2] - axes[2]
        return np.tile(eye, (len(flat), 1)), ahead / np.sqrt((ahead * ahead).sum(1, keepdims=True))


def aimed(
    vertices: np.ndarray,
    *,
    yaw: float,
    elevation: float,
    roll: float,
    lens: float | None,
    side: float,
    place: tuple[float, float],
) -> Camera:
    """Look at [N, 3] vertices; lens in mm on 36 mm film, None for parallel rays.

    The longer side of the projected box becomes `side` pixels; place (-1..1 each) puts it within the free
    margin.
    """
    back = np.array(
        [math.sin(yaw) * math.cos(elevation), -math.cos(yaw) * math.cos(elevation), math.sin(elevation)]
    )
    right = np.array([math.cos(yaw), math.sin(yaw), 0.0])
    up = np.cross(back, right)
    right, up = math.cos(roll) * right + math.sin(roll) * up, math.cos(roll) * up - math.sin(roll) * right
    middle = (vertices.min(0) + vertices.max(0)) / 2
    radius = np.linalg.norm(vertices - middle, axis=1).max()
    away = radius * (4 if lens is None else 1.2 + 2 * lens / 36 * SIDE / FULL)
    camera = Camera(
        np.stack([right, up, back]), middle + away * back, lens is None, 1.0, np.zeros(2), elevation
    )

    flat = camera.project(vertices)
    low, high = flat.min(0), flat.max(0)
    camera.zoom = side / max((high - low).max(), 1e-9)
    box = (high - low) * camera.zoom
    free = np.maximum(SIDE / 2 - EDGE - box / 2, 0)
    camera.centre = SIDE / 2 + free * place - (low + high) / 2 * camera.zoom
    return camera


def chosen(vertices: np.ndarray, rng: random.Random) -> Camera:
    """35 % plain elevations, as flat icons are drawn; else three-quarter views, seldom from high above."""
    if rng.random() < 0.35:
        yaw, elevation, parallel = rng.uniform(-0.04, 0.04), abs(rng.gauss(0, 0.03)), rng.random() < 0.7
    else:
        yaw = math.radians(rng.uniform(-60, 60))
        elevation, parallel = math.radians(min(abs(rng.gauss(0, 22)), 50)), rng.random() < 0.4
    jitter = rng.random() < 0.4
    return aimed(
        vertices,
        yaw=yaw,
        elevation=elevation,
        roll=math.radians(rng.gauss(0, 10)) if rng.random() < 0.15 else 0.0,
        lens=None if parallel else rng.uniform(50, 100),
        side=rng.uniform(SMALLEST, LARGEST) if jitter else rng.gauss(FULL, 6),
        place=(rng.uniform(-1, 1), rng.uniform(-1, 1))
        if jitter
        else (rng.gauss(0, 0.05), rng.gauss(0, 0.05)),
    )
