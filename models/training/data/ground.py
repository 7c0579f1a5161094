# in: what the camera sees; out: the ground that it stands on, and its contact shadow there.
from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from data.camera import COARSE, Camera
from data.sky import free
from data.sparse import CELL, GRID

if TYPE_CHECKING:
    from embreex.rtcore_scene import EmbreeScene

SHADOW_RAYS = 12
SHADOW_REACH = 0.35
LEAST_TILT = math.radians(10)  # the ground is never seen flatter than this


@dataclass
class GroundPlane:
    """The ground that a shadow falls on."""

    point: np.ndarray  # [3]
    normal: np.ndarray  # [3] unit

    @staticmethod
    def under(vertices: np.ndarray, camera: Camera) -> GroundPlane:
        """Through the lowest point; a ground seen almost edge-on is tilted towards the eye about the camera's
        right axis."""
        low, high = vertices.min(0), vertices.max(0)
        tilt = max(LEAST_TILT - camera.elevation, 0)
        flat = camera.axes[2] * [1, 1, 0]
        flat /= max(np.linalg.norm(flat), 1e-9)
        normal = math.cos(tilt) * np.array([0.0, 0.0, 1.0]) + math.sin(tilt) * flat
        middle = (low + high) / 2
        return GroundPlane(np.array([middle[0], middle[1], low[2] - 1e-3 * (high - low).max()]), normal)


def contact_shadow(
    scene: EmbreeScene,
    camera: Camera,
    ground: GroundPlane,
    length: float,
    bounds: tuple[np.ndarray, np.ndarray],
    *,
    rng: np.random.Generator,
) -> np.ndarray:
    """Share of the near sky that the body takes from the ground, float32 [256, 256], 1 = fully dark; behind
    the body too."""
    y, x = np.mgrid[0:GRID, 0:GRID] * float(CELL) + CELL / 2
    origin, ahead = camera.rays(x.ravel(), y.ravel())
    slope = ahead @ ground.normal
    with np.errstate(divide="ignore", invalid="ignore"):
        away = ((ground.point - origin) @ ground.normal) / slope
    point = origin + np.where(np.isfinite(away), away, 0)[:, None] * ahead
    outside = np.maximum(np.maximum(bounds[0] - point, point - bounds[1]), 0)
    near = (slope < 0) & (away > 0) & (np.linalg.norm(outside, axis=1) < SHADOW_REACH * length)
    dark = np.zeros(GRID * GRID, np.float32)
    normal = np.broadcast_to(ground.normal, (int(near.sum()), 3))
    dark[near] = 1 - free(
        scene, point[near], normal, SHADOW_RAYS, SHADOW_REACH * length, length, rng, fade=True
    )
    image = cv2.GaussianBlur(dark.reshape(GRID, GRID), (0, 0), 1.2)
    return cv2.resize(image, (COARSE, COARSE), interpolation=cv2.INTER_CUBIC)
