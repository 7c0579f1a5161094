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
    """What each working pixel sees; arrays are [SIDE, SIDE], rows from the top; where `seen` is false the rest is 0."""

    seen: np.ndarray  # bool
    triangle: np.ndarray  # int32
    part: np.ndarray  # int32
    group: np.ndarray  # int32
    mark: np.ndarray  # uint8, id of the printed mark, 0 = none
    depth: np.ndarray  # float32, world units away from the eye along the view axis
    sharp: np.ndarray  # float32, world distance to the next sharp edge of its own triangle
    point: np.ndarray  # [SIDE, SIDE, 3] float32 world
    facet: np.ndarray  # [SIDE, SIDE, 3] float32 world, geometric normal, towards the eye
    normal: np.ndarray  # [SIDE, SIDE, 3] float32 camera space, smooth, towards the eye
    pixel: float  # world size of a working pixel at the object's middle
    length: float  # world size of the longer image side


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
    coverage = _pooled(surface.seen.astype(np.float32))
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

    normal = np.stack([_pooled(surface.normal[..., k]) for k in range(3)])
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
    y, x = np.mgrid[y0:y1, x0:x1]
    origin, ahead = camera.rays(x.ravel() + 0.5, y.ravel() + 0.5)
    hit = scene.run(origin.astype(np.float32), ahead.astype(np.float32), output=True)
    on = np.flatnonzero(hit["primID"] >= 0)
    at = (y.ravel()[on], x.ravel()[on])
    triangle, ahead = hit["primID"][on], ahead[on]
    weight = np.stack([1 - hit["u"][on] - hit["v"][on], hit["u"][on], hit["v"][on]], 1)  # [N, 3]

    corners = body.vertices[body.triangles]  # [T, 3, 3]
    edge = np.roll(corners, -1, 1) - corners
    cross = np.cross(edge[:, 0], edge[:, 1])
    facet = (cross / np.linalg.norm(cross, axis=1, keepdims=True))[triangle]
    normal = np.einsum("nk,nkc->nc", weight, body.normals[triangle])
    away = (facet * ahead).sum(1) > 0  # seen from behind: an open or inverted surface, turn it round
    facet[away] *= -1
    normal[away] *= -1
    facing = -(normal * ahead).sum(1)
    normal += np.maximum(0.02 - facing, 0)[:, None] * -ahead  # a smooth normal may not look away from the eye
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)

    height = np.linalg.norm(cross, axis=1)[:, None] / np.linalg.norm(edge, axis=2)  # [T, 3] above edge k
    height[~body.sharp] = np.inf
    above = np.roll(weight, -2, 1)  # weight of the corner opposite edge k
    sharp = (height[triangle] * np.maximum(above, 1e-6)).min(1)
    point = origin[on] + ahead * hit["tfar"][on, None]
    depth = -camera.into(point)[:, 2]
    pixel = 1 / camera.zoom if camera.parallel else float(np.median(depth)) / camera.zoom if len(on) else 1.0

    def image(values: np.ndarray, kind: type) -> np.ndarray:
        out = np.zeros((SIDE, SIDE) + values.shape[1:], kind)
        out[at] = values
        return out

    return Surface(
        seen=image(np.ones(len(on)), bool),
        triangle=image(triangle, np.int32),
        part=image(body.part[triangle], np.int32),
        group=image(body.group[triangle], np.int32),
        mark=image(_printed(body, point, facet), np.uint8),
        depth=image(depth, np.float32),
        sharp=image(sharp, np.float32),
        point=image(point, np.float32),
        facet=image(facet, np.float32),
        normal=image(normal @ camera.axes.T, np.float32),
        pixel=pixel,
        length=pixel * float((box.max(0) - box.min(0)).max()),
    )


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
    depth = np.where(surface.seen, surface.depth, np.inf)
    part = np.where(surface.seen, surface.part + 1, 0)
    best, far = np.zeros((MODEL, MODEL), part.dtype), np.full((MODEL, MODEL), np.inf)
    for dy in (0, 1):
        for dx in (0, 1):
            closer = depth[dy::2, dx::2] < far
            best[closer], far[closer] = part[dy::2, dx::2][closer], depth[dy::2, dx::2][closer]
    return np.minimum(best, 255).astype(np.uint8)


def _byte(unit: np.ndarray) -> np.ndarray:
    return np.round(np.clip(unit, 0, 1) * 255).astype(np.uint8)
