"""A generator and held-out pairs -> how much of what it covers it is in doubt about, as quantiles over
drawings of lines alone.

    python -m evaluation.doubt --onnx ../realize.onnx --pairs /work/data/pairs/held --count 240

The program (src/core/form/uncertainty.ts) computes the same inside what the lines enclose and tells the user
where a drawing lies far beyond these.
"""

import argparse
from pathlib import Path

import cv2
import numpy as np

from data.pairs import Pairs
from evaluation.evaluate import load_onnx
from learning.augment import sample
from learning.validation import spaced

QUANTILES = (0.5, 0.9, 0.95, 0.99, 1.0)
UNSURE = (0.1, 0.9)  # coverage between these is neither object nor nothing
REACH = 128  # a border's own ramp is narrower than a square of 2 · side / REACH + 1 pixels


def doubt(coverage: np.ndarray) -> float:
    """Coverage [S, S] 0…1 -> the doubtful area that is no mere border, as a share of what is covered."""
    reach = round(coverage.shape[0] / REACH)
    unsure = ((coverage > UNSURE[0]) & (coverage < UNSURE[1])).astype(np.uint8)
    broad = cv2.erode(unsure, np.ones((2 * reach + 1, 2 * reach + 1), np.uint8), borderValue=0)
    return float(broad.sum() / max(1, (coverage > 0.5).sum()))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True, help="folder of held-out shards")
    parser.add_argument("--count", type=int, default=240)
    given = parser.parse_args()
    model, pairs = load_onnx(given.onnx), Pairs(given.pairs)
    for side in (256, 512):
        found = []
        for i in spaced(given.count, len(pairs)):
            drawing, _ = sample(pairs[i], np.random.default_rng(0), None, known=False, side=side)
            found.append(doubt(model(drawing[None])[0][6]))
        row = "  ".join(
            f"{100 * at:.0f} %: {value:.3f}" for at, value in zip(QUANTILES, np.quantile(found, QUANTILES))
        )
        print(f"side {side}, {len(found)} drawings  {row}")


if __name__ == "__main__":
    main()
