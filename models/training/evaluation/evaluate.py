"""A run (or an exported .onnx) and held-out pairs -> errors as a table and as JSON, and a contact sheet.

    python -m evaluation.evaluate --run /work/data/runs/realize --pairs /work/data/pairs/held \\
        --json metrics.json --sheet held.png
    python -m evaluation.evaluate --onnx ../realize.onnx --pairs /work/data/pairs/held
"""

import argparse
import json
from pathlib import Path

import cv2
import numpy as np
import onnxruntime
import torch

from data.pairs import Pairs
from export.card import read_card
from learning.augment import sample
from learning.channels import DRAWING, SQUARE
from learning.config import Realize
from learning.gallery import contact_sheet
from learning.hints import fitted
from learning.recipe import build_generator
from learning.validation import FIELDS, Model, as_model, measure, spaced
from learning.weights import opened
from light.lit import SIDE, form_of, picture, resized
from networks.mirrored import GLANCE, mirrored, steadied

LIT = 32  # pictures that are lit for comparison


def load_run(run: Path) -> tuple[Model, dict]:
    """The EMA of a run's folder or a head start's file as a model, and what it tells of the training."""
    config, weights, facts = opened(run)
    generator = build_generator(config)
    generator.load_state_dict(weights)
    model = as_model(generator)
    return twice(model) if isinstance(config, Realize) and config.mirrored else model, facts


def twice(model: Model) -> Model:
    """The same with the second glance that the program takes (networks/mirrored.py)."""

    def run(drawing: np.ndarray) -> np.ndarray:
        once = model(drawing)
        if drawing.shape[-1] <= GLANCE:
            return once
        again = model(mirrored(torch.from_numpy(drawing), len(DRAWING)).numpy())
        return steadied(torch.from_numpy(once), torch.from_numpy(again)).numpy()

    return run


def load_onnx(path: Path) -> Model:
    """The file on one thread, a drawing at a time; looks twice where the card beside it says so."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    takes = session.get_inputs()[0].shape[1]
    one = lambda drawing: session.run(None, {"drawing": fitted(drawing[None], takes)})[0]
    model = lambda drawings: np.concatenate([one(drawing) for drawing in drawings])
    card = path.with_suffix(".json")
    return twice(model) if card.exists() and "glance" in read_card(card)["input"] else model


def measure_lit(model: Model, pairs: Pairs, which: list[int], *, side: int = SQUARE.size) -> float:
    """Mean difference of the lit pictures on the object, sRGB steps of 255, silhouette known."""
    found = []
    for i in which:
        pair = pairs[i]
        drawing, truth = sample(pair, np.random.default_rng(0), None, side=side)
        if (truth[7] == 255).any():
            apart = np.abs(picture(pair, form=form_of(model(drawing[None])[0])).astype(float) - picture(pair))
            found.append(apart[:, resized(pair["coverage"], SIDE) == 255].mean())
    return float(np.mean(found))


def table(result: dict[str, dict[str, float]]) -> str:
    """Rows of text, a group each."""
    head = f"{'':24}{'pictures':>9}" + "".join(f"{field:>14}" for field in FIELDS)
    rows = [
        f"{name:24}{row['pictures']:9}" + "".join(f"{row[field]:14.3f}" for field in FIELDS)
        for name, row in result.items()
    ]
    return "\n".join([head, *rows])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--run", type=Path)
    which.add_argument("--onnx", type=Path)
    parser.add_argument("--pairs", type=Path, required=True, help="folder of held-out shards")
    parser.add_argument("--count", type=int, default=10**9)
    parser.add_argument("--side", type=int, help="of the square, instead of the card's; 256 for previews")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--sheet", type=Path)
    asked = parser.parse_args()
    torch.set_num_threads(1)  # two spin against each other when the machine is busy
    model = load_run(asked.run)[0] if asked.run else load_onnx(asked.onnx)
    side = asked.side or (
        SQUARE.size if asked.run else read_card(asked.onnx.with_suffix(".json"))["input"]["size"]
    )
    pairs = Pairs(asked.pairs)
    chosen = spaced(asked.count, len(pairs))
    result = measure(model, pairs, chosen, side=side)
    print(table(result))
    few = spaced(LIT, len(pairs))
    lit = measure_lit(model, pairs, few, side=side)
    print(f"lit in their own materials: {lit:.2f} of 255 apart, {len(few)} pictures")
    if asked.json:
        source = "--run RUN" if asked.run else "--onnx ../realize.onnx"
        command = f"cd models/training && python -m evaluation.evaluate {source}"
        command += f" --pairs PAIRS/held --count {len(chosen)}"
        asked.json.write_text(
            json.dumps(
                {"command": command, "held": result, "lit difference of 255": lit},
                indent=2,
                ensure_ascii=False,
            )
            + "\n"
        )
    if asked.sheet:
        cv2.imwrite(str(asked.sheet), contact_sheet(model, pairs, spaced(24, len(pairs)))[..., ::-1])


if __name__ == "__main__":
    main()
