# in: a folder of pairs; out: a contact sheet (PNG) of some of them, to be looked at before thousands are
# rendered.
"""python -m data.sheet /work/data/pairs/train sheet.png --count 24 [--only mug] [--start 0]

A row is a pair: line art at the canonical width (marks grey), normals, occlusion, thickness, shadow and
silhouette, parts.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np

from data.pairs import LINE_SCALE, Pairs

STROKE = 4.0  # pixels of the 512 square: seen at half size
SIDE = 256


def ink(distance: np.ndarray) -> np.ndarray:
    """uint8 distance map to 0..1 ink of an anti-aliased stroke."""
    return np.clip(STROKE / 2 - distance.astype(np.float32) / LINE_SCALE + 0.5, 0, 1)


def line_art(pair: dict) -> np.ndarray:
    """RGB [side, side, 3] uint8: black lines on white, printed marks in blue."""
    form = np.maximum(ink(pair["contour"]), ink(pair["crease"]))
    mark = ink(pair["mark"]) * (1 - form)
    rgb = 1 - form[..., None] - mark[..., None] * np.array([0.8, 0.5, 0.1])
    return (np.clip(rgb, 0, 1) * 255).astype(np.uint8)


def row(pair: dict) -> np.ndarray:
    """RGB [256, 6 * 256, 3]."""
    on = (pair["coverage"] > 0)[..., None]
    normal = np.where(on, pair["normal"].transpose(1, 2, 0), 255).astype(np.uint8)
    grey = [
        np.repeat(pair[name][..., None], 3, 2) for name in ("occlusion", "thickness", "shadow", "coverage")
    ]
    ground = (255 - grey[2] // 2) * (1 - grey[3] / 255.0) + np.array([205, 215, 235]) * (grey[3] / 255.0)
    hues = cv2.applyColorMap((pair["part"].astype(int) * 67 % 256).astype(np.uint8), cv2.COLORMAP_HSV)
    parts = np.where((pair["part"] > 0)[..., None], hues, 255)
    tiles = [line_art(pair), normal, grey[0], grey[1], ground.astype(np.uint8), parts.astype(np.uint8)]
    return np.concatenate([cv2.resize(tile, (SIDE, SIDE), interpolation=cv2.INTER_AREA) for tile in tiles], 1)


def sheet(pairs: Pairs, which: list[int], *, columns: int = 2) -> np.ndarray:
    """Rows of these pairs with their seed and family, side by side in `columns`: uint8 [H, W, 3] RGB."""
    rows = []
    for i in which:
        image = np.ascontiguousarray(row(pairs[i]))
        meta = pairs.meta(i)
        cv2.putText(
            image,
            f"{meta['seed']} {meta['family'][:60]}",
            (4, 252),
            cv2.FONT_HERSHEY_SIMPLEX,
            0.36,
            (160, 60, 60),
            1,
            cv2.LINE_AA,
        )
        rows.append(image)
    rows += [np.full_like(rows[0], 255)] * (-len(rows) % columns)
    return np.concatenate([np.concatenate(rows[k : k + columns], 1) for k in range(0, len(rows), columns)])


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--count", type=int, default=16)
    ask.add_argument("--start", type=int, default=0)
    ask.add_argument("--only", default="", help="families that contain this")
    asked = ask.parse_args()
    pairs = Pairs(asked.folder)
    which = [i for i in range(len(pairs)) if asked.only in pairs.meta(i)["family"]][
        asked.start : asked.start + asked.count
    ]
    assert which, f"none of {len(pairs)} pairs in {asked.folder} is of {asked.only!r}"
    cv2.imwrite(str(asked.out), sheet(pairs, which)[..., ::-1])


if __name__ == "__main__":
    main()
