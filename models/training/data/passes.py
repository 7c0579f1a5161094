# in: a Body and a Camera; out: the maps of one training pair, uint8, and why a pair is not worth keeping.
from __future__ import annotations

import cv2
import numpy as np

from data.body import Body
from data.camera import COARSE, SIDE, Camera
from data.ground import GroundPlane, contact_shadow
from data.lines import drawn
from data.pairs import LINE_SCALE
from data.sky import depth_of_matter, openness
from data.sparse import spread
from data.surface import embree, looked_at

LEAST_COVERAGE = 0.03  # of the model square
WALL_GAP = 3e-4  # of the longer side: how far touching parts are kept apart for thickness
MOST_INK = 0.5  # share of the object within a stroke of a line: wires and grids teach nothing


class Useless(Exception):
    """A view that gives no useful pair, with the reason."""


def rendered(body: Body, camera: Camera, *, seed: int) -> dict[str, np.ndarray]:
    """uint8: contour, crease, mark, coverage, part [512, 512] and normal [3, 512, 512];
    occlusion, thickness, shadow [256, 256]."""
    rng = np.random.default_rng(seed)
    scene = embree(body)
    surface = looked_at(body, camera, scene)
    seen = surface.index >= 0
    coverage = seen.astype(np.float32)
    if coverage.mean() < LEAST_COVERAGE:
        raise Useless(f"covers {coverage.mean():.3f} of the square, wanted {LEAST_COVERAGE}")
    lines = drawn(surface)
    ink = (np.minimum(lines["contour"], lines["crease"])[seen] < 2.0).mean()
    if ink > MOST_INK:
        raise Useless(f"{ink:.2f} of it is line, wanted at most {MOST_INK}")

    sparse = spread(surface)
    open_sky = openness(scene, surface, sparse, rng=rng)
    matter = depth_of_matter(
        embree(body, drawn_in=WALL_GAP * surface.length), camera, surface, body.shell, sparse
    )
    occlusion, thickness = sparse.filled(surface, np.stack([open_sky, matter], 1))
    ground = GroundPlane.under(body.vertices, camera)
    shadow = contact_shadow(scene, camera, ground, surface.length, body.bounds(), rng=rng)

    normal, part = np.zeros((3, SIDE, SIDE), np.float32), np.zeros((SIDE, SIDE), np.uint8)
    normal[:, seen] = surface.normal[surface.index[seen]].T
    part[seen] = np.minimum(surface.body.part[surface.triangle[surface.index[seen]]] + 1, 255)
    small = halved_cover(coverage)
    return {
        **{name: _byte(far * LINE_SCALE / 255) for name, far in lines.items()},
        "normal": _byte(normal * 0.5 + 0.5),
        "occlusion": _byte(np.where(small > 0, occlusion, 1.0)),
        "thickness": _byte(np.where(small > 0, thickness, 0.0)),
        "shadow": _byte(shadow),
        "coverage": _byte(coverage),
        "part": part,
    }


def halved_cover(coverage: np.ndarray) -> np.ndarray:
    """Coverage [512, 512] by the mean of 2 x 2."""
    return cv2.resize(coverage, (COARSE, COARSE), interpolation=cv2.INTER_AREA)


def halved(maps: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """normal, coverage and part at 256 too: mean of the normals seen, share covered, the largest part id of 2
    x 2."""
    inside = (maps["coverage"] > 0).astype(np.float32)
    normal = (maps["normal"].astype(np.float32) / 127.5 - 1) * inside
    normal = np.stack([halved_cover(plane) for plane in normal])
    normal /= np.maximum(np.linalg.norm(normal, axis=0), 1e-6)
    part = maps["part"].reshape(COARSE, 2, COARSE, 2).max((1, 3))
    return {
        **maps,
        "normal": _byte(normal * 0.5 + 0.5),
        "coverage": _byte(halved_cover(inside)),
        "part": part,
    }


def _byte(unit: np.ndarray) -> np.ndarray:
    return np.round(np.clip(unit, 0, 1) * 255).astype(np.uint8)
