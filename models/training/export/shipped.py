"""A trained network -> its ONNX file with its card, compared with PyTorch."""

from pathlib import Path

import numpy as np
import onnx
from torch import nn

from export.card import write_card
from export.contract import contract
from export.graph import Physical, folded, to_onnx
from export.integer import integer
from export.parity import parity, practice
from export.quantise import quantise
from export.words import FAILURES, INTENDED, OWN, OWN_FAILS, PAINTS, PAINTS_BADLY
from learning.channels import SQUARE, look_channels
from learning.config import Realize, Vanilla
from networks.mirrored import GLANCE
from networks.pix2pix import Generator

COMMAND = "cd models/training && python -m export.generator --run RUN --out ../NAME.onnx --pairs PAIRS/held"
LAST = ("/head/", "/last/", "/refine/", "/finish/")  # layers that stay float32 among integers


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
        glance=GLANCE if isinstance(config, Realize) and config.mirrored and side > GLANCE else None,
    )
    return compared
