"""Training checkpoint -> models/NAME.onnx and its card, run in onnxruntime before saying done.

python -m export.generator --run RUN --out ../realize.onnx --pairs PAIRS/held --metrics metrics.json \\
    --calibrate PAIRS/train

RUN is a run's folder, or a head start's file (learning/begin.py) of Realize 2.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
from torch import nn

from data.pairs import Pairs
from export.card import write_card
from export.contract import contract
from export.graph import Physical, folded, to_onnx
from export.integer import integer
from export.parity import parity, practice
from export.quantise import quantise
from export.samples import drawn, never_trained, opened, usual
from export.words import FAILURES, INTENDED, OWN, OWN_FAILS, PAINTS, PAINTS_BADLY
from learning.channels import SQUARE, look_channels
from learning.config import Realize, Vanilla
from learning.recipe import build_generator
from learning.supply import pairs_facts
from learning.validation import spaced
from networks.pix2pix import Generator

COMMAND = "cd models/training && python -m export.generator --run RUN --out ../NAME.onnx --pairs PAIRS/held"
LAST = ("/head/", "/last/", "/refine/", "/finish/")  # layers that stay float32 among integers
LOOKED_AT = 16  # held-out drawings on which PyTorch and ONNX Runtime are compared


def export(
    config: Realize | Vanilla,
    generator: nn.Module,
    out: Path,
    *,
    training: dict,
    metrics: dict,
    drawings: np.ndarray | None = None,
    calibration: np.ndarray | None = None,
    licence: str = "MIT",
    side: int = SQUARE.size,
) -> dict:
    """Write `out` and its card; returns the card's parity. `side`: of the square that the program gives a
    generator of form. `drawings` [N, C, S, S] are those that PyTorch and
    ONNX Runtime are compared on; `calibration` those that give activations their ranges, where they are
    integers. Raises AssertionError if the two differ."""
    kind, square, inputs, outputs = contract(config, side)
    materials = config.materials if isinstance(config, Realize) else ()
    integers = isinstance(config, Realize) and config.integer
    model = folded(generator)
    if kind == "intrinsic":
        assert isinstance(model, Generator), "a network of form"
        model = Physical(model).eval()
    plain = to_onnx(
        model, square=square, inside=len(inputs), outputs=(kind, "look") if materials else (kind,)
    )
    if drawings is None:
        drawings = practice(len(inputs), square.size)
        if kind == "picture":
            drawings = square.paper + (square.ink - square.paper) * drawings
    if integers:
        usual = drawings if calibration is None else calibration
        small = integer(plain, usual, coarse=config.coarse, last=LAST)
    else:
        small = quantise(plain, coarse=config.coarse)
    compared = {"command": COMMAND} | parity(model, plain, small, drawings, integer=integers)
    out.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(small, out)
    write_card(
        out,
        name=config.title,
        licence=licence,
        version=training.get("version", "0.1.0"),
        kind=kind,
        square=square,
        inputs=inputs,
        outputs=outputs,
        families=training.get("families", []),
        intended=INTENDED
        if kind == "intrinsic"
        else OWN.format(**training)
        if "folder" in training
        else PAINTS,
        failures=FAILURES if kind == "intrinsic" else OWN_FAILS if "folder" in training else PAINTS_BADLY,
        training={key: value for key, value in training.items() if key not in ("version", "families")},
        metrics=metrics,
        parity=compared,
        look=look_channels(materials) if materials else None,
    )
    return compared


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--run", type=Path, required=True, help="folder with last.pt, or a head start")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--pairs", type=Path, help="held-out shards whose drawings are compared; else nested frames"
    )
    parser.add_argument(
        "--calibrate", type=Path, help="training shards: the ranges of activations that are integers"
    )
    parser.add_argument("--side", type=int, default=SQUARE.size, help="of the square it is given, of form")
    parser.add_argument("--version", help="of the weights, where the run does not say")
    parser.add_argument("--note", help="what the card is to say besides about the training")
    parser.add_argument("--metrics", type=Path, help="JSON that evaluation/evaluate.py wrote")
    parser.add_argument(
        "--licence",
        default="MIT",
        help="of the weights, as the card and the panel tell it; yours to say for pictures of your own",
    )
    asked = parser.parse_args()
    config, weights, training = opened(asked.run)
    generator = build_generator(config)
    generator.load_state_dict(weights)
    if asked.version:
        training = training | {"version": asked.version}
    if asked.note:
        training = training | {"note": asked.note}
    metrics = json.loads(asked.metrics.read_text()) if asked.metrics else {"command": "none yet"}
    drawings, calibration = None, None
    if asked.calibrate:
        pairs = Pairs(asked.calibrate)
        calibration = usual(config, pairs, asked.side)
        training = pairs_facts(pairs) | training
    if asked.pairs:
        pairs = Pairs(asked.pairs)
        training = training | {"neverTrained": never_trained(pairs)}
        drawings = np.stack(
            [
                drawn(config, pairs[i], known=i % 2 == 0, side=asked.side)
                for i in spaced(LOOKED_AT, len(pairs))
            ]
        )
    compared = export(
        config,
        generator,
        asked.out,
        training=training,
        metrics=metrics,
        drawings=drawings,
        calibration=calibration,
        licence=asked.licence,
        side=asked.side,
    )
    print(f"{asked.out}: {asked.out.stat().st_size / 1e6:.2f} MB", json.dumps(compared))


if __name__ == "__main__":
    main()
