# in: an embree scene and what the camera sees of it; out: open sky, thickness and contact shadow by rays.
from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from data.camera import Camera
from data.sparse import Sparse

if TYPE_CHECKING:
    from embreex.rtcore_scene import EmbreeScene

    from data.surface import Surface

ROUNDS = 256  # different sets of directions
SKY_RAYS = 20
REACH = 1.0  # of the longer side: what is farther does not darken
MOST_WALLS = 12  # surfaces a view ray may cross
LIFT = 1e-3  # of the longer side, to start a ray off its own surface
THIN = 5e-5  # of the longer side: the thinnest wall a view ray notices


def openness(scene: EmbreeScene, surface: Surface, sparse: Sparse, *, rng: np.random.Generator) -> np.ndarray:
    """Share of the cosine-weighted sky over each sparse point that the body leaves free, [N] 0..1; no
    ground."""
    return free(
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


def free(
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
    side, up = basis(normal.astype(np.float32))
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


def basis(normal: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Two unit vectors across each normal [N, 3]."""
    helper = np.where(
        np.abs(normal[:, 2:]) < 0.9, np.array([0, 0, 1], np.float32), np.array([1, 0, 0], np.float32)
    )
    side = np.cross(helper, normal)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    return side, np.cross(normal, side)
