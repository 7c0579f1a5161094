# in: a Body and a Camera; out: the maps of one training pair, uint8, and why a pair is not worth keeping.
from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from embreex.mesh_construction import TriangleMesh
from embreex.rtcore_scene import EmbreeScene

from body import Body
from camera import MODEL, SIDE, Camera
from lines import drawn
from sky import GroundPlane, contact_shadow, depth_of_matter, openness, spread

LEAST_COVERAGE = 0.03  # of the model square
WALL_GAP = 3e-4  # of the longer side: how far touching parts are kept apart for thickness
MOST_INK = 0.5  # share of the object within a stroke of a line: wires and grids teach nothing


class Useless(Exception):
    """A view that gives no useful pair, with the reason."""


@dataclass
class Surface:
    """What the working pixels see; N of them see something."""

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
    pixel: float  # world size of a working pixel at the object's middle
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


def rendered(body: Body, camera: Camera, *, seed: int) -> dict[str, np.ndarray]:
    """contour, crease, mark, occlusion, thickness, shadow, coverage, part [256, 256] and normal [3, 256, 256], uint8."""
    rng = np.random.default_rng(seed)
    scene = embree(body)
    surface = looked_at(body, camera, scene)
    coverage = _pooled((surface.index >= 0).astype(np.float32))
    if coverage.mean() < LEAST_COVERAGE:
        raise Useless(f"covers {coverage.mean():.3f} of the square, wanted {LEAST_COVERAGE}")
    lines = drawn(surface)
    ink = (np.minimum(lines["contour"], lines["crease"])[coverage > 0] < 1.0).mean()
    if ink > MOST_INK:
        raise Useless(f"{ink:.2f} of it is line, wanted at most {MOST_INK}")

    sparse = spread(surface)
    open_sky = openness(scene, surface, sparse, rng=rng)
    matter = depth_of_matter(embree(body, drawn_in=WALL_GAP * surface.length), camera, surface, body.shell, sparse)
    occlusion, thickness = sparse.filled(surface, np.stack([open_sky, matter], 1))
    ground = GroundPlane.under(body.vertices, camera)
    shadow = contact_shadow(scene, camera, ground, surface.length, body.bounds(), rng=rng)

    cell = surface.at[0] // 2 * MODEL + surface.at[1] // 2
    normal = np.stack([np.bincount(cell, surface.normal[:, k], MODEL * MODEL) for k in range(3)]).reshape(3, MODEL, MODEL)
    normal /= np.maximum(np.linalg.norm(normal, axis=0), 1e-6)
    return {
        **{name: _byte(np.minimum(far, 15.9375) * 16 / 255) for name, far in lines.items()},
        "normal": _byte(normal * 0.5 + 0.5),
        "occlusion": _byte(np.where(coverage > 0, occlusion, 1.0)),
        "thickness": _byte(np.where(coverage > 0, thickness, 0.0)),
        "shadow": _byte(shadow),
        "coverage": _byte(coverage),
        "part": _nearest_part(surface),
    }


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
        on = (np.abs(away @ out) < decal.depth) & (facet @ out > 0.25) & (u >= 0) & (u < 1) & (v >= 0) & (v < 1)
        rows, columns = decal.image.shape
        seen = decal.image[(v[on] * rows).astype(int), (u[on] * columns).astype(int)]
        ids[np.flatnonzero(on)[seen > 0]] = seen[seen > 0] + used
        used += int(decal.image.max())
    return ids


def _pooled(image: np.ndarray) -> np.ndarray:
    """Working square to model square by the mean of 2 x 2."""
    return cv2.resize(image, (MODEL, MODEL), interpolation=cv2.INTER_AREA)


def _nearest_part(surface: Surface) -> np.ndarray:
    """Part + 1 of the nearest of the 2 x 2 working pixels, 0 where none is seen."""
    part, order = np.zeros((MODEL, MODEL), np.uint8), np.argsort(-surface.depth)  # the nearest is written last
    part[surface.at[0][order] // 2, surface.at[1][order] // 2] = np.minimum(surface.body.part[surface.triangle[order]] + 1, 255)
    return part


def _byte(unit: np.ndarray) -> np.ndarray:
    return np.round(np.clip(unit, 0, 1) * 255).astype(np.uint8)
