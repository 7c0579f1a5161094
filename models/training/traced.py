"""A path-traced picture (truth.py, SEED.npz) -> the pair that was never drawn: its lines found in its own maps, as lines.py finds them.

The path tracer keeps no line classes. Parts meet, the object ends, the surface turns by more than 28° from one pixel to the
next: there a line runs, at 256. Two lit surfaces that hide one another without any of these have none: some drawings lack a line.
"""

from pathlib import Path

import cv2
import numpy as np

from compare_light import developed, read
from light import CHANNELS
from lit import Look
from pairs import LINE_SCALE

CREASE = float(np.cos(np.radians(28)))
SPECK = 6  # pixels that a line has at least
FAR = 255
SHOWN = 512 / 256  # distances are stored in pixels of the 512 square


def between(differ: "np.ufunc", maps: list[np.ndarray]) -> np.ndarray:
    """[H, W] bool: pixels beside a border, along rows and columns; `differ(here, there)` of neighbouring pixels' maps."""
    found = np.zeros(maps[0].shape[-2:], bool)
    across = differ([m[..., :, :-1] for m in maps], [m[..., :, 1:] for m in maps])
    down = differ([m[..., :-1, :] for m in maps], [m[..., 1:, :] for m in maps])
    found[:, :-1] |= across
    found[:, 1:] |= across
    found[:-1] |= down
    found[1:] |= down
    return found


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
    contour = between(lambda a, b: a[0] != b[0], [part])
    turned = lambda a, b: ((a[0] * b[0]).sum(0) < CREASE) & (a[1] > 0) & (b[1] > 0)
    crease = between(turned, [normal, part]) & (cv2.dilate(contour.astype(np.uint8), np.ones((3, 3), np.uint8)) == 0)
    return {"contour": away(contour), "crease": away(crease), "mark": np.full(part.shape, FAR, np.uint8)}


def traced_pair(path: Path) -> tuple[dict, np.ndarray, Look]:
    """(pair, its path-traced picture uint8 [3, 256, 256] over white, what its parts are made of).
    The picture went through the studio's own exposure and the product's curve; texture was off when it was traced."""
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
    return pair, np.ascontiguousarray(picture), Look(np.concatenate([np.ones((1, 3)), held["colour"]]).astype(np.float32), rows)
