"""A path-traced picture (light/truth.py, SEED.npz) -> the pair that was never drawn: its lines found in its
own maps, as data/lines.py finds them.

The path tracer keeps no line classes. Parts meet, the object ends, the surface turns by more than 28° from
one pixel to the next or 40° to the one after: there a line runs, at 256. Two surfaces that hide one another
without any of these have none: some drawings lack a line.
"""

from pathlib import Path

import cv2
import numpy as np

from data.pairs import LINE_SCALE
from evaluation.truths import developed, read
from light.looks import Look
from light.shading import CHANNELS

CREASES = ((1, float(np.cos(np.radians(28)))), (2, float(np.cos(np.radians(40)))))  # pixels apart, cosine
SPECK = 6  # pixels that a line has at least
FAR = 255
SHOWN = 512 / 256  # distances are stored in pixels of the 512 square


def cut(plane: np.ndarray, axis: int, low: int, high: int) -> np.ndarray:
    """[..., H, W] without `low` rows (axis 0) or columns (axis 1) at its start and `-high` at its end."""
    if axis == 0:
        return plane[..., low : plane.shape[-2] + high, :]
    return plane[..., low : plane.shape[-1] + high]


def between(part: np.ndarray, normal: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """[H, W] bool: pixels beside a border of parts, and pixels at which the surface turns."""
    border, turn = np.zeros(part.shape, bool), np.zeros(part.shape, bool)
    for axis in (0, 1):
        for step, least in CREASES:
            here, there = cut(part, axis, 0, -step), cut(part, axis, step, 0)
            turned = (
                ((cut(normal, axis, 0, -step) * cut(normal, axis, step, 0)).sum(0) < least)
                & (here == there)
                & (here > 0)
            )
            if step == 1:
                for ends in ((0, -1), (1, 0)):
                    cut(border, axis, *ends)[...] |= here != there
                    cut(turn, axis, *ends)[...] |= turned
            else:
                cut(turn, axis, 1, -1)[...] |= turned
    return border, turn


def away(line: np.ndarray) -> np.ndarray:
    """Beside-pixels of lines -> stored distance, uint8."""
    _, label, stats, _ = cv2.connectedComponentsWithStats(line.astype(np.uint8), connectivity=8)
    line = line & (stats[label, cv2.CC_STAT_AREA] >= SPECK)
    if not line.any():
        return np.full(line.shape, FAR, np.uint8)
    far = cv2.distanceTransform((~line).astype(np.uint8), cv2.DIST_L2, 5) + 0.5
    return np.minimum(far * SHOWN * LINE_SCALE, FAR).astype(np.uint8)


def lines(part: np.ndarray, normal: np.ndarray) -> dict[str, np.ndarray]:
    """`part` [H, W] uint8, `normal` [3, H, W] unit -> contour, crease, mark as a pair stores them."""
    contour, crease = between(part, normal)
    crease &= cv2.dilate(contour.astype(np.uint8), np.ones((3, 3), np.uint8)) == 0
    return {"contour": away(contour), "crease": away(crease), "mark": np.full(part.shape, FAR, np.uint8)}


def traced_pair(path: Path) -> tuple[dict, np.ndarray, Look]:
    """(pair, its path-traced picture uint8 [3, 256, 256] over white, what its parts are made of).
    The picture went through the studio's own exposure and the product's curve; texture was off when it was
    traced."""
    truth, held = read(path), np.load(path)
    normal = truth.inputs[0][0, :3].numpy()
    rows = np.zeros((len(held["shader"]) + 1, len(CHANNELS)), np.float32)
    rows[1:, : held["shader"].shape[1]] = held["shader"]
    pair = {name: held[name] for name in ("normal", "occlusion", "thickness", "shadow", "coverage", "part")}
    pair |= lines(held["part"], normal)
    pair["meta"] = {
        "seed": int(path.stem), "family": str(held["family"]), "held": "seed", "studio": truth.studio,
        "materials": truth.materials, "colours": held["colour"].tolist(),
    }  # fmt: skip
    picture = np.round(developed(truth).clip(0, 1) * 255).astype(np.uint8).transpose(2, 0, 1)
    return (
        pair,
        np.ascontiguousarray(picture),
        Look(np.concatenate([np.ones((1, 3)), held["colour"]]).astype(np.float32), rows),
    )
