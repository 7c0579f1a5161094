"""A seed -> one pair of balls, boxes seen from the front and boxes seen from a corner, in the format of
data/pairs.py. Drawn with numpy and cv2 alone: the training tests need no Blender."""

import cv2
import numpy as np

SIDE, COARSE = 512, 256


def distance(lines: np.ndarray) -> np.ndarray:
    """Mask of centre lines -> distance in pixels × 8, clipped to 255."""
    away = cv2.distanceTransform(np.where(lines > 0, 0, 255).astype(np.uint8), cv2.DIST_L2, 5)
    return np.minimum(away * 8, 255).astype(np.uint8)


def corners(
    at: tuple[float, float], size: tuple[float, float, float], *points: tuple[float, float, float]
) -> np.ndarray:
    """Corners of a box, in its own units, on the page: int32 [n, 2]."""
    (x, y), (w, d, h) = at, size
    return np.array([[x + u * w, y + v * d + t * h] for u, v, t in points], np.int32)


def pair(seed: int) -> dict[str, np.ndarray]:
    """One sample as data/passes.py makes it: uint8 arrays [512, 512], normal [3, 512, 512], smooth maps [256,
    256]."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    normal = np.zeros((3, SIDE, SIDE), np.float32)
    normal[2] = 1
    cover, contour, crease = (np.zeros((SIDE, SIDE), np.uint8) for _ in range(3))
    part = np.zeros((SIDE, SIDE), np.uint8)
    for number in range(1, int(rng.integers(2, 5))):
        cx, cy = rng.uniform(160, 352, 2)
        r = float(rng.uniform(50, 120))
        shape = np.zeros((SIDE, SIDE), np.uint8)
        kind = rng.integers(3)
        if kind == 0:
            cv2.circle(shape, (int(cx), int(cy)), int(r), 1, -1)
            nx, ny = (x - cx) / r, -(y - cy) / r
            faces = [(shape, np.stack([nx, ny, np.sqrt(np.maximum(0.01, 1 - nx**2 - ny**2))]))]
        elif kind == 1:
            h = float(rng.uniform(40, 120))
            cv2.rectangle(shape, (int(cx - r), int(cy - h)), (int(cx + r), int(cy + h)), 1, -1)
            faces = [(shape, np.broadcast_to(np.array([0, 0, 1.0])[:, None, None], normal.shape))]
        else:
            w, d, h = r * 0.87, r * 0.5, float(rng.uniform(40, 120))
            size = (w, d, h)
            quads = [
                (
                    corners((cx, cy), size, (-1, 0, -0.5), (0, 1, -0.5), (0, 1, 0.5), (-1, 0, 0.5)),
                    (-0.61, 0.5, 0.61),
                ),
                (
                    corners((cx, cy), size, (0, 1, -0.5), (1, 0, -0.5), (1, 0, 0.5), (0, 1, 0.5)),
                    (0.61, 0.5, 0.61),
                ),
                (
                    corners((cx, cy), size, (-1, 0, -0.5), (0, 1, -0.5), (1, 0, -0.5), (0, -1, -0.5)),
                    (0, 0.87, 0.5),
                ),
            ]
            faces = []
            for points, direction in quads:
                face = np.zeros_like(shape)
                cv2.fillPoly(face, [points], 1)
                shape |= face
                faces.append((face, np.broadcast_to(np.array(direction)[:, None, None], normal.shape)))
        contour[shape > 0] = crease[shape > 0] = 0
        for face, direction in faces:
            normal = np.where(face > 0, direction, normal)
            edge = cv2.findContours(face, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0]
            cv2.drawContours(crease, edge, -1, 1, 1)
        edge = cv2.findContours(shape, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0]
        cv2.drawContours(contour, edge, -1, 1, 1)
        cover |= shape
        part[shape > 0] = number
    normal = normal / np.linalg.norm(normal, axis=0)
    floor = cv2.GaussianBlur(cover.astype(np.float32), (0, 0), 12) * (1 - cover)
    byte = lambda values: np.round(np.clip(values, 0, 1) * 255).astype(np.uint8)
    smooth = lambda values: cv2.resize(byte(values), (COARSE, COARSE), interpolation=cv2.INTER_AREA)
    return {
        "contour": distance(contour),
        "crease": distance(crease),
        "mark": np.full((SIDE, SIDE), 255, np.uint8),
        "normal": byte(normal * 0.5 + 0.5),
        "occlusion": smooth(0.4 + 0.6 * normal[2] * cover),
        "thickness": smooth(0.3 * cover * normal[2]),
        "shadow": smooth(floor),
        "coverage": byte(cover),
        "part": part,
    }
