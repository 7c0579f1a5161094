# in: an embree scene and what the camera sees of it; out: open sky, thickness and contact shadow by rays.
from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from data.camera import COARSE, SIDE, Camera

if TYPE_CHECKING:
    from embreex.rtcore_scene import EmbreeScene

    from data.surface import Surface

ROUNDS = 256  # different sets of directions
CELL = 4  # pixels a sparse sample stands for
GRID = SIDE // CELL
SKY_RAYS, SHADOW_RAYS = 20, 12
REACH = 1.0  # of the longer side: what is farther does not darken
SHADOW_REACH = 0.35
MOST_WALLS = 12  # surfaces a view ray may cross
LEAST_TILT = math.radians(10)  # the ground is never seen flatter than this
LIFT = 1e-3  # of the longer side, to start a ray off its own surface
THIN = 5e-5  # of the longer side: the thinnest wall a view ray notices


Sign = int | np.ndarray  # 1 or -1, for all or [P] for each


@dataclass
class Sparse:
    """One seen pixel for each 4 x 4 cell that has any."""

    cell: tuple[np.ndarray, np.ndarray]  # row, column in [GRID, GRID]
    some: np.ndarray  # [M] which of the surface's N
    index: np.ndarray  # [GRID + 2, GRID + 2] int, which of the M, -1 = none; a rim of none around
    facet: np.ndarray  # [M, 3]

    def filled(self, surface: Surface, values: np.ndarray) -> np.ndarray:
        """[M, C] sparse values to float32 [C, 256, 256]: neighbours weigh by how well they lie in the same
        plane."""
        around = [(dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]
        values = self._mixed(surface, values, self.some, self.cell, around)
        row, column = surface.at[0] // 2, surface.at[1] // 2
        pick = np.full((COARSE, COARSE), -1)
        pick[row, column] = np.arange(len(row))
        on = np.nonzero(pick >= 0)
        near = (on[0] // 2, on[1] // 2)
        side = (np.where(on[0] % 2, 1, -1), np.where(on[1] % 2, 1, -1))
        out = np.zeros((values.shape[1], COARSE, COARSE), np.float32)
        corner = [(0, 0), (0, 1), (1, 0), (1, 1)]
        out[:, on[0], on[1]] = self._mixed(
            surface, values, pick[on], near, corner, side=side, fade=(0.75, 0.25)
        ).T
        return out

    def _mixed(
        self,
        surface: Surface,
        values: np.ndarray,  # [M, C]
        some: np.ndarray,  # [P] which of the surface's N get a value
        cell: tuple[np.ndarray, np.ndarray],  # [P] row, column of the cell each lies in
        offsets: list[tuple[int, int]],  # rows and columns to the cells that count, times `side`
        *,
        side: tuple[Sign, Sign] = (1, 1),
        fade: tuple[float, float] | None = None,  # weight of this row or column and of the next; None: all 1
    ) -> np.ndarray:
        """[P, C] float32, mean of the cells around by how well they lie in the same plane."""
        point, facet, own = surface.point[some], surface.facet(some), surface.point[self.some]
        total, weight = (
            np.zeros((len(some), values.shape[1]), np.float32),
            np.full((len(some), 1), 1e-9, np.float32),
        )
        for dy, dx in offsets:
            k = self.index[cell[0] + dy * side[0] + 1, cell[1] + dx * side[1] + 1]
            plane = ((own[k] - point) * facet).sum(1) / np.float32(CELL * surface.pixel)
            like = (
                np.square(np.square(np.maximum((self.facet[k] * facet).sum(1), 0)))
                / (1 + np.square(np.square(plane)))
                + 1e-5
            )
            near = 1.0 if fade is None else fade[dy] * fade[dx]
            w = np.where(k >= 0, near * like, 0).astype(np.float32)[:, None]
            total += w * values[k]
            weight += w
        return total / weight


def spread(surface: Surface) -> Sparse:
    """The seen pixel next to the middle of each cell."""
    block = (
        surface.index.reshape(GRID, CELL, GRID, CELL).transpose(0, 2, 1, 3).reshape(GRID, GRID, CELL * CELL)
    )
    order = np.array([5, 6, 9, 10, 1, 2, 4, 7, 8, 11, 13, 14, 0, 3, 12, 15])  # the middle first
    row, column = np.nonzero((block >= 0).any(2))
    block = block[row, column][:, order]
    some = block[np.arange(len(block)), (block >= 0).argmax(1)]
    index = np.full((GRID + 2, GRID + 2), -1)
    index[row + 1, column + 1] = np.arange(len(some))
    return Sparse((row, column), some, index, surface.facet(some))


def openness(scene: EmbreeScene, surface: Surface, sparse: Sparse, *, rng: np.random.Generator) -> np.ndarray:
    """Share of the cosine-weighted sky over each sparse point that the body leaves free, [N] 0..1; no
    ground."""
    return _free(
        scene, surface.point[sparse.some], sparse.facet, SKY_RAYS, REACH * surface.length, surface.length, rng
    )


def depth_of_matter(
    scene: EmbreeScene, camera: Camera, surface: Surface, shell: np.ndarray, sparse: Sparse
) -> np.ndarray:
    """Length of solid material along the view ray over the longer image side, [N] 0..1.

    `scene` is the body with every shell drawn in a little, so that a label and the bottle under it do not
    share a face; a ray is in matter while it is inside any shell, shell [T] tells which a triangle belongs
    to.
    """
    row, column = surface.at[0][sparse.some], surface.at[1][sparse.some]
    origin, ahead = camera.rays(column + 0.5, row + 0.5)
    step = THIN * surface.length
    travelled = ((surface.point[sparse.some] - origin) * ahead).sum(1) - step
    solid, live = np.zeros(len(origin)), np.arange(len(origin))
    inside = np.zeros(len(origin), np.int64)  # a bit a shell
    for _ in range(MOST_WALLS):
        begin = origin[live] + ahead[live] * travelled[live][:, None]
        hit = scene.run(begin.astype(np.float32), ahead[live], output=True)
        on = hit["primID"] >= 0
        live = live[on]
        if not len(live):
            break
        gone = hit["tfar"][on] + step
        bit = np.int64(1) << (shell[hit["primID"][on]] % 63).astype(np.int64)
        entering = (hit["Ng"][on] * ahead[live]).sum(1) < 0
        solid[live] += np.where(inside[live] != 0, gone, 0)
        travelled[live] += gone
        inside[live] = np.where(entering, inside[live] | bit, inside[live] & ~bit)
    return np.clip(solid / surface.length, 0, 1)


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
    dark[near] = 1 - _free(
        scene, point[near], normal, SHADOW_RAYS, SHADOW_REACH * length, length, rng, fade=True
    )
    image = cv2.GaussianBlur(dark.reshape(GRID, GRID), (0, 0), 1.2)
    return cv2.resize(image, (COARSE, COARSE), interpolation=cv2.INTER_CUBIC)


def _free(
    scene: EmbreeScene,
    point: np.ndarray,
    normal: np.ndarray,
    rays: int,
    reach: float,
    length: float,
    rng: np.random.Generator,
    *,
    fade: bool = False,
) -> np.ndarray:
    """Of each point [N, 3] with its unit normal [N, 3], the share [N] 0..1 of `rays` cosine-distributed
    directions that meet nothing within `reach`, in the body's units as `length`, its longer side; fade lets
    far meetings count less."""
    count = len(point)
    if not count:
        return np.zeros(0, np.float32)
    ring = np.sqrt((np.arange(rays) + rng.random((ROUNDS, rays))) / rays)
    angle = np.arange(rays) * 2.3999632 + rng.random((ROUNDS, 1)) * 6.2831853  # golden angle
    dome = np.stack([ring * np.cos(angle), ring * np.sin(angle), np.sqrt(1 - ring * ring)], -1).astype(
        np.float32
    )
    side, up = _basis(normal.astype(np.float32))
    frame = np.stack([side, up, normal.astype(np.float32)], 1)  # [count, 3, 3]
    ahead = np.matmul(dome[rng.integers(0, ROUNDS, count)], frame).reshape(-1, 3)
    start = np.repeat((point + LIFT * length * normal).astype(np.float32), rays, 0)
    limit = np.full(len(start), reach, np.float32)
    if fade:
        met = scene.run(start, ahead, limit, query="DISTANCE") / reach
        return np.clip(met, 0, 1).reshape(count, rays).mean(1)
    return (
        (scene.run(start, ahead, limit, query="OCCLUDED") < 0).reshape(count, rays).mean(1, dtype=np.float32)
    )


def _basis(normal: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Two unit vectors across each normal [N, 3]."""
    helper = np.where(
        np.abs(normal[:, 2:]) < 0.9, np.array([0, 0, 1], np.float32), np.array([1, 0, 0], np.float32)
    )
    side = np.cross(helper, normal)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    return side, np.cross(normal, side)
