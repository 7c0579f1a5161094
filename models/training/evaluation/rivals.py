"""A held-out drawing with its parts -> the form that a drawing program's 3D effects give it.

`inflated`: a distance field of the silhouette and one of each part, each rounded like half an ellipse and
added up (Illustrator's "Inflate", Figma plugins that puff a shape up). `extruded`: every part flat, its rim
chamfered (Illustrator's "Extrude & Bevel", Spline, Vectary). Both know the parts, which the generator does
not; their depths are those that err least on training pictures (`python -m evaluation.rivals --pairs
DATA/pairs/train`).
"""

import argparse
from pathlib import Path

import cv2
import numpy as np

from data.pairs import Pairs
from learning.augment import posed, spread
from learning.validation import errors

DEPTH = {"silhouette": 0.3, "part": 0.15}  # of inflated heights; 1: half a circle across
BEVEL = {"width": 0.08, "slope": 0.3}  # of the extruded rims: share of the square's side, and height by width
SMOOTHING = 0.008  # of inflated heights, share of the square's side: takes the ridge off the medial axis
SPECKLE = 16  # pixels of a 512² square; what is smaller is no part


def dome(mask: np.ndarray) -> np.ndarray:
    """Height in pixels over a mask, bool [S, S]: half a circle as wide as the widest place of each of its
    connected pieces."""
    count, label = cv2.connectedComponents(mask.astype(np.uint8), connectivity=8)
    inside = cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    widest = np.zeros(count, np.float32)
    np.maximum.at(widest, label.ravel(), inside.ravel())
    return np.sqrt(np.maximum(inside * (2 * widest[label] - inside), 0)).astype(np.float32)


def pieces(maps: dict[str, np.ndarray]) -> list[np.ndarray]:
    """The parts of a drawing in place, bool [S, S] each, without specks."""
    least = SPECKLE * (maps["part"].shape[0] / 512) ** 2
    found = [maps["part"] == name for name in np.unique(maps["part"]) if name > 0]
    return [mask for mask in found if mask.sum() >= least]


def normals(height: np.ndarray) -> np.ndarray:
    """Unit normals [3, S, S] of a height field, all in pixels: x to the right, y up, z to the viewer."""
    down, right = np.gradient(height)
    normal = np.stack([-right, down, np.ones_like(height)])
    return (normal / np.linalg.norm(normal, axis=0)).astype(np.float32)


def inflated(maps: dict[str, np.ndarray], depth: dict[str, float] = DEPTH) -> np.ndarray:
    """Normals [3, S, S] of the silhouette's dome with each part's own on it."""
    side = maps["part"].shape[0]
    height = depth["silhouette"] * dome(maps["coverage"] > 127)
    for mask in pieces(maps):
        height += depth["part"] * dome(mask)
    return normals(cv2.GaussianBlur(height, (0, 0), SMOOTHING * side))


def extruded(maps: dict[str, np.ndarray], bevel: dict[str, float] = BEVEL) -> np.ndarray:
    """Normals [3, S, S] of flat parts with straight chamfers."""
    side = maps["part"].shape[0]
    height = np.zeros((side, side), np.float32)
    for mask in pieces(maps):
        inside = cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
        height += bevel["slope"] * np.minimum(inside, bevel["width"] * side)
    return normals(height)


RIVALS = {"inflate": inflated, "extrude": extruded}


def form(name: str, pair: dict[str, np.ndarray], side: int) -> np.ndarray:
    """One of RIVALS as a generator's answer, float32 [7, side, side] physical. Occlusion, thickness and
    shadow, of which such an effect says nothing, are those of open ground."""
    maps = posed(pair, np.random.default_rng(0), None, side)
    flat = np.zeros((side, side), np.float32)
    cover = spread(maps)[6] / np.float32(255)
    return np.concatenate([RIVALS[name](maps), np.stack([flat + 1, flat, flat, cover])])


def degrees(pairs: Pairs, which: list[int], name: str, setting: dict[str, float]) -> float:
    """Mean error of one of RIVALS at a setting, over pictures at 256²."""
    found = []
    for i in which:
        maps = posed(pairs[i], np.random.default_rng(0), None, 256)
        truth = spread(maps)
        if (truth[7] == 255).any():
            guess = np.zeros((7, 256, 256), np.float32)
            guess[:3] = RIVALS[name](maps, setting)
            found.append(errors(guess, truth)["degrees"])
    return float(np.mean(found))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pairs", type=Path, required=True, help="folder of training shards")
    parser.add_argument("--count", type=int, default=120)
    asked = parser.parse_args()
    pairs = Pairs(asked.pairs)
    which = [int(i) for i in np.linspace(0, len(pairs) - 1, asked.count)]
    print("inflate: silhouette, part, degrees")
    for silhouette in (0, 0.3, 0.5, 0.7, 1.0):
        for part in (0, 0.15, 0.3, 0.5, 0.8):
            setting = {"silhouette": silhouette, "part": part}
            print(f"{silhouette:5.2f} {part:5.2f} {degrees(pairs, which, 'inflate', setting):6.2f}")
    print("extrude: width, slope, degrees")
    for width in (0.01, 0.02, 0.04, 0.08):
        for slope in (0.3, 0.6, 1.0, 1.7):
            setting = {"width": width, "slope": slope}
            print(f"{width:5.2f} {slope:5.2f} {degrees(pairs, which, 'extrude', setting):6.2f}")


if __name__ == "__main__":
    main()
