# in: a Body and a Camera; out: the maps of one training pair, uint8, and why a pair is not worth keeping.
from __future__ import annotations

import cv2
import numpy as np

from body import Body
from camera import MODEL, Camera
from lines import drawn
from sky import GroundPlane, contact_shadow, depth_of_matter, openness, spread
from surface import Surface, embree, looked_at

LEAST_COVERAGE = 0.03  # of the model square
WALL_GAP = 3e-4  # of the longer side: how far touching parts are kept apart for thickness
MOST_INK = 0.5  # share of the object within a stroke of a line: wires and grids teach nothing


class Useless(Exception):
    """A view that gives no useful pair, with the reason."""


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
