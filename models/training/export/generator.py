"""Training checkpoint -> models/NAME.onnx and its card, run in onnxruntime before saying done.

python -m export.generator --run RUN --out ../realize.onnx --pairs PAIRS/held --metrics metrics.json \\
    --calibrate PAIRS/train

RUN is a run's folder, or a head start's file (learning/begin.py) of Realize 2.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from data.pairs import Pairs
from export.samples import drawn, never_trained, usual
from export.shipped import export
from learning.channels import SQUARE
from learning.recipe import build_generator
from learning.supply import pairs_facts
from learning.validation import spaced
from learning.weights import opened

LOOKED_AT = 16  # held-out drawings on which PyTorch and ONNX Runtime are compared


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
