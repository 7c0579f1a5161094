"""A generator with a look, and held-out seeds -> how often it is right about what parts are made of, how well
its certainty is calibrated, and how far its colours are off.

    python -m evaluation.look --onnx ../realize.onnx --pairs /work/data/pairs/held --count 300

Families as they were trained, seeds that were not. What the cells of a part say is averaged (src/core/form/
look.ts does the same). Parts that are smaller than LEAST of the object are left out: they have no cell of
their own. The table of thresholds is what the product's own is taken from.
"""

import argparse
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from data.pairs import Pairs
from evaluation.agreement import LEAST, Seen, report
from evaluation.contest import chosen
from export.card import read_card
from learning.augment import finished, posed
from learning.channels import DRAWING, SQUARE
from learning.hints import fitted
from networks.mirrored import mirrored, resized


def pooled(look: np.ndarray, part: np.ndarray) -> dict[int, np.ndarray]:
    """`look` [C, s, s], `part` uint8 [S, S] -> {number of a part: mean of its pixels' cells [C]}, without
    parts that are too small."""
    cell = part.shape[0] // look.shape[1]
    wide = look.repeat(cell, 1).repeat(cell, 2)
    drawn = (part > 0).sum()
    return {
        int(number): wide[:, part == number].mean(1)
        for number in np.unique(part[part > 0])
        if (part == number).sum() >= LEAST * drawn
    }


def seen(
    session: onnxruntime.InferenceSession, card: dict, pairs: Pairs, i: int, *, known: bool, side: int
) -> list[Seen]:
    """The parts of one pair, drawn cleanly. `known`: with its silhouette; otherwise lines alone."""
    names = [channel["name"] for channel in card["look"]["channels"]]
    materials = [name.removeprefix("material.") for name in names if name.startswith("material.")]
    pair, rng = pairs[i], np.random.default_rng(0)
    moved = posed(pair, rng, None, side)
    drawing = fitted(finished(moved, rng, None, known=known)[0][None], len(card["input"]["channels"]))
    look = looked(session, card, drawing)
    meta = pair["meta"]
    found = []
    for number, values in pooled(look, moved["part"]).items():
        material = meta["materials"][number - 1]
        if material in materials:
            found.append(
                Seen(
                    meta["family"],
                    values[: len(materials)],
                    values[len(materials) : -1],
                    float(values[-1]),
                    material,
                    np.array(meta["colours"][number - 1]),
                )
            )
    return found


def looked(session: onnxruntime.InferenceSession, card: dict, drawing: np.ndarray) -> np.ndarray:
    """Drawing [1, C, S, S] -> what the second head says, [look, s, s]: the mean with what it says of the
    mirrored drawing where the card wants a glance and this is no draft (networks/mirrored.py)."""
    once = session.run([card["look"]["tensor"]], {"drawing": drawing})[0]
    glance = card["input"].get("glance")
    if glance is None or drawing.shape[-1] <= glance:
        return once[0]
    turned = mirrored(torch.from_numpy(drawing), len(DRAWING)).numpy()
    other = torch.from_numpy(session.run([card["look"]["tensor"]], {"drawing": turned})[0])
    return (once[0] + resized(other.flip(3), torch.from_numpy(once))[0].numpy()) / 2


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True, help="folder of held-out shards")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--side", type=int, default=SQUARE.preview, help="of the square")
    parser.add_argument("--lines-alone", action="store_true", help="without silhouettes")
    asked = parser.parse_args()
    card, pairs = read_card(asked.onnx.with_suffix(".json")), Pairs(asked.pairs)
    assert "look" in card, f"{asked.onnx} has no look"
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(asked.onnx), options, providers=["CPUExecutionProvider"])
    which = chosen(pairs, 4 * asked.count)["held-out seeds"]
    rows = [
        row
        for i in which
        for row in seen(session, card, pairs, i, known=not asked.lines_alone, side=asked.side)
    ]
    names = [channel["name"] for channel in card["look"]["channels"]]
    print(report(rows, [name[9:] for name in names if name.startswith("material.")]))


if __name__ == "__main__":
    main()
