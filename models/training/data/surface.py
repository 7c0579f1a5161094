# in: a Body and a Camera; out: what each pixel sees of it, by primary rays.
from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from embreex.mesh_construction import TriangleMesh
from embreex.rtcore_scene import EmbreeScene

from data.body import Body
from data.camera import SIDE, Camera


@dataclass
class Surface:
    """What the pixels see; N of them see something."""

    index: np.ndarray  # [SIDE, SIDE] int32, which of the N, -1 = nothing
    at: tuple[np.ndarray, np.ndarray]  # row and column of each of the N
    body: Body
    triangle: np.ndarray  # [N] int32
    corner: np.ndarray  # [N, 3] float32, weight of each corner
    side: np.ndarray  # [N] float32, -1 where the face is seen from behind (open or inverted), else 1
    mark: np.ndarray  # [N] uint8, id of the printed mark, 0 = none
    depth: np.ndarray  # [N] float32, world units away from the eye along the view axis
    point: np.ndarray  # [N, 3] float32 world
    normal: np.ndarray  # [N, 3] float32 camera space, smooth, towards the eye
    pixel: float  # world size of a pixel at the object's middle
    length: float  # world size of the longer image side

    def facet(self, some: np.ndarray) -> np.ndarray:
        """Geometric normals towards the eye, [M, 3] world, of some of the N."""
        return self.side[some, None] * self.body.faces()[self.triangle[some]]

    def to_sharp_edge(self, some: np.ndarray) -> np.ndarray:
        """World distance to the next sharp edge of the triangle that is seen, inf where it has none, [M]."""
        above = np.roll(self.corner[some], -2, 1)  # weight of the corner opposite edge k
        return (self.body.heights()[self.triangle[some]] * np.maximum(above, 1e-6)).min(1)


def embree(body: Body, *, drawn_in: float = 0.0) -> EmbreeScene:
    """The body for rays; its surface may be moved inwards by some world units."""
    vertices = body.vertices
    if drawn_in:
        each = body.normals.reshape(-1, 3)
        mean = np.stack([np.bincount(body.triangles.ravel(), each[:, k], len(vertices)) for k in range(3)], 1)
        vertices = vertices - drawn_in * mean / np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), 1e-9)
    scene = EmbreeScene()
    TriangleMesh(scene, vertices.astype(np.float32), body.triangles.astype(np.int32))
    return scene


def looked_at(body: Body, camera: Camera, scene: EmbreeScene) -> Surface:
    """Primary rays, shot only where the body's box is."""
    box = camera.project(body.vertices)
    x0, y0 = np.maximum(np.floor(box.min(0)).astype(int) - 1, 0)
    x1, y1 = np.minimum(np.ceil(box.max(0)).astype(int) + 1, SIDE)
    y, x = (grid.ravel() for grid in np.mgrid[y0:y1, x0:x1])
    origin, ahead = camera.rays(x + 0.5, y + 0.5)
    hit = scene.run(origin, ahead, output=True)
    on = np.flatnonzero(hit["primID"] >= 0)
    at, ahead, triangle = (y[on], x[on]), ahead[on], hit["primID"][on]
    index = np.full((SIDE, SIDE), -1, np.int32)
    index[at] = np.arange(len(on), dtype=np.int32)

    u, v = hit["u"][on, None], hit["v"][on, None]
    own = body.normals[triangle]
    normal = (1 - u - v) * own[:, 0] + u * own[:, 1] + v * own[:, 2]
    side = np.where((hit["Ng"][on] * ahead).sum(1) > 0, np.float32(-1), np.float32(1))
    normal *= side[:, None]
    facing = -(normal * ahead).sum(1)
    normal -= np.maximum(0.02 - facing, 0)[:, None] * ahead  # a smooth normal may not look away from the eye
    normal /= np.maximum(np.sqrt((normal * normal).sum(1, keepdims=True)), 1e-9)
    point = origin[on] + ahead * hit["tfar"][on, None]
    depth = -camera.into(point)[:, 2].astype(np.float32)
    pixel = 1 / camera.zoom if camera.parallel or not len(on) else float(np.median(depth)) / camera.zoom
    surface = Surface(
        index=index,
        at=at,
        body=body,
        triangle=triangle,
        corner=np.concatenate([1 - u - v, u, v], 1),
        side=side,
        mark=np.zeros(len(on), np.uint8),
        depth=depth,
        point=point,
        normal=normal @ camera.axes.T.astype(np.float32),
        pixel=pixel,
        length=pixel * float((box.max(0) - box.min(0)).max()),
    )
    if body.decals:
        surface.mark = _printed(body, point, surface.facet(np.arange(len(on))))
    return surface


def _printed(body: Body, point: np.ndarray, facet: np.ndarray) -> np.ndarray:
    """The mark's id at each point [N, 3]; later decals lie on top; ids of different decals differ."""
    ids, used = np.zeros(len(point), np.uint8), 0
    for decal in body.decals:
        away = point - decal.origin
        out = np.cross(decal.right, decal.up)
        u, v = away @ decal.right / decal.width + 0.5, 0.5 - away @ decal.up / decal.height
        on = (
            (np.abs(away @ out) < decal.depth)
            & (facet @ out > 0.25)
            & (u >= 0)
            & (u < 1)
            & (v >= 0)
            & (v < 1)
        )
        rows, columns = decal.image.shape
        seen = decal.image[(v[on] * rows).astype(int), (u[on] * columns).astype(int)]
        ids[np.flatnonzero(on)[seen > 0]] = seen[seen > 0] + used
        used += int(decal.image.max())
    return ids
