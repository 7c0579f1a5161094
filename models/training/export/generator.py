"""Training checkpoint -> models/NAME.onnx and its card, run in onnxruntime before saying done.

python -m export.generator --run RUN --out ../realize.onnx --pairs PAIRS/held --metrics metrics.json \\
    --calibrate PAIRS/train

RUN is a run's folder, or a head start's file (learning/begin.py) of Realize 2.
"""

import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import nn

from data.pairs import Pairs
from export.card import write_card
from export.graph import Physical, folded, to_onnx
from export.integer import integer
from export.parity import parity, practice
from export.quantise import quantise
from learning.augment import sample
from learning.begin import renamed
from learning.checkpoint import load_checkpoint
from learning.config import (
    DRAWING,
    INTRINSIC,
    PAPER,
    PICTURE,
    REALIZE2,
    SQUARE,
    Channel,
    Realize,
    Square,
    Vanilla,
    look_channels,
)
from learning.dataset import edges
from learning.recipe import build_generator
from learning.supply import pairs_facts
from learning.validation import spaced
from networks.pix2pix import Generator

COMMAND = "cd models/training && python -m export.generator --run RUN --out ../NAME.onnx --pairs PAIRS/held"
CALIBRATED = 24  # drawings over which activations have their ranges measured
LAST = ("/head/", "/last/", "/refine/", "/finish/")  # layers that stay float32 among integers
LOOKED_AT = 16  # held-out drawings on which PyTorch and ONNX Runtime are compared
OWN = (
    "Drawings like those of the folder {folder} -> pictures like theirs: "
    "trained by the paper's losses on pairs of one's own."
)
OWN_FAILS = [
    "It knows what its folder shows: "
    "other things, other line widths or crowded drawings come out as blotches.",
    "Its picture has 256 × 256 pixels; larger ones are enlarged and soft.",
]
INTENDED = (
    "Line art of one object at the canonical stroke -> form, to be lit by light.onnx. "
    "Objects as product designers draw them: front, side and three-quarter views."
)
FAILURES = [
    "Views that no line drawing decides (convex or concave, ball or disc, near or far) "
    "come out as the commoner or flatter of the two.",
    "Relief along inner lines (a flap, laces, a wheel in its arch) "
    "is fainter than in truth; roof and wall of a house blend.",
    "Dense hatching, lettering and logos are read as relief unless they are taken out of the line art first.",
    "Without a silhouette, gaps between legs and holes are sometimes filled in coverage.",
    "Many small objects in one square: each gets few pixels and little form.",
    "Shadow is a guess at an unseen ground; the program takes only its smooth part.",
]
PAINTS = (
    "Edges of one object -> its picture on white, as Pix2Pix was published: "
    "to be seen beside ours, not instead of it. "
    "Dropout, the paper's noise, is off, so that one drawing has one picture; "
    "norms use the picture's own statistics, as published."
)
PAINTS_BADLY = [
    "Colours, materials and light are its own choice; the drawing's fills have no part in them.",
    "Its picture has 256 × 256 pixels; larger ones are enlarged and soft.",
    "Blotches, haloes at the outline and checkerboards where it is unsure; "
    "a blank or unusual drawing shows them most.",
]


def square_of(side: int) -> Square:
    """The model square with another side: margin and stroke in proportion, previews no larger."""
    scale = side / SQUARE.size
    margin, stroke = round(SQUARE.margin * scale), SQUARE.stroke * scale
    return replace(SQUARE, size=side, preview=min(side, SQUARE.preview), margin=margin, stroke=stroke)


def contract(
    config: Realize | Vanilla, side: int = SQUARE.size
) -> tuple[str, Square, tuple[Channel, ...], tuple[Channel, ...]]:
    """Kind, square, input and output channels. `side`: of a generator of form's square."""
    if isinstance(config, Realize):
        return "intrinsic", square_of(side), DRAWING, INTRINSIC
    names = ("lines",) if config.inside == 1 else "rgb"
    return "picture", config.square, tuple(Channel(name=name, range=(-1.0, 1.0)) for name in names), PICTURE


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


def drawn(config: Realize | Vanilla, pair: dict, *, known: bool, side: int = SQUARE.size) -> np.ndarray:
    """The pair's clean drawing as this generator gets it. `known`: with its silhouette."""
    if isinstance(config, Realize):
        return sample(pair, np.random.default_rng(0), None, known=known, side=side)[0]
    return PAPER.paper + (PAPER.ink - PAPER.paper) * edges(pair, PAPER.size)[None]


def usual(config: Realize | Vanilla, pairs: Pairs, side: int = SQUARE.size) -> np.ndarray:
    """CALIBRATED drawings [N, C, S, S] as people make them."""
    assert isinstance(config, Realize), "only a generator of form has activations that are integers"
    rng = np.random.default_rng(0)
    which = spaced(CALIBRATED, len(pairs))
    return np.stack([sample(pairs[i], rng, config.augment, side=side)[0] for i in which])


def opened(run: Path) -> tuple[Realize | Vanilla, dict, dict]:
    """A run's folder, or a head start's file: config, weights and what its card says of the training."""
    if run.is_dir():
        saved = load_checkpoint(run)
        return saved["config"], saved["ema"], saved["facts"]
    started = torch.load(run, map_location="cpu", weights_only=True)
    assert started["materials"] == REALIZE2.materials, f"{run}: its look tells {started['materials']} apart"
    facts = {"recipe": f"{REALIZE2.name}: L1, EMA", "pictures": started["pictures"]}
    return REALIZE2, renamed(started["ema"]), facts


def never_trained(pairs: Pairs) -> dict[str, list[str]]:
    """Whole families and meshes of held-out shards that no training picture shows, by name."""
    metas = [pairs.meta(i) for i in range(len(pairs))]
    alone = lambda why: sorted(
        {m["family"].removeprefix("mesh:") for m in metas if m["held"] == why and "+" not in m["family"]}
    )
    return {"families": alone("family"), "meshes": alone("mesh")}


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
