"""Training checkpoint -> models/NAME.onnx and its card, run in onnxruntime before saying done.

python -m export.generator --run RUN --out ../realize.onnx --pairs PAIRS/held --metrics metrics.json
"""

import argparse
import gzip
import io
import json
import warnings
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from data.pairs import Pairs
from export.card import write_card
from export.quantise import quantise
from learning.augment import sample
from learning.checkpoint import load_checkpoint
from learning.config import DRAWING, INTRINSIC, PAPER, PICTURE, SQUARE, Channel, Realize, Square, Vanilla
from learning.dataset import edges
from learning.recipe import build_generator
from learning.validation import spaced
from networks.pix2pix import Convolution, Generator, Rise, physical

COMMAND = "cd models/training && python -m export.generator --run RUN --out ../NAME.onnx --pairs PAIRS/held"
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
FP32_LIMIT = 1e-3  # largest absolute difference between PyTorch and ONNX Runtime, float32 weights
TURN_LIMIT = 1.0  # degrees by which int8 weights may turn a normal, mean over the drawn pixels
PAINT_LIMIT = 2.5  # of 255, by which int8 weights may change a picture, mean over all of it

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


class Physical(nn.Module):
    """What is shipped: raw channels given their ranges inside the graph, so that no reader has to know
    them."""

    def __init__(self, generator: Generator):
        super().__init__()
        self.generator = generator

    def forward(self, drawing: Tensor) -> Tensor:
        return physical(self.generator(drawing))


def folded(generator: nn.Module) -> nn.Module:
    """Batch norm folded into the convolution before it: the graph keeps convolutions only."""
    generator = generator.eval()
    for module in generator.modules():
        if isinstance(module, Convolution):
            module[0] = fuse_conv_bn_eval(module[0], module[1])
            module[1] = nn.Identity()
        elif isinstance(module, Rise):
            module.fold()
    return generator


def contract(config: Realize | Vanilla) -> tuple[str, Square, tuple[Channel, ...], tuple[Channel, ...]]:
    """Kind, square, input and output channels."""
    if isinstance(config, Realize):
        return "intrinsic", SQUARE, DRAWING, INTRINSIC
    names = ("lines",) if config.inside == 1 else "rgb"
    return "picture", config.square, tuple(Channel(name=name, range=(-1.0, 1.0)) for name in names), PICTURE


def to_onnx(model: nn.Module, *, square: Square, inside: int, kind: str) -> onnx.ModelProto:
    """[1, inside, S, S] -> `kind`, opset 17. An intrinsic generator takes any S, for previews; the paper's
    takes 256."""
    buffer = io.BytesIO()
    side = square.size
    example = torch.zeros(1, inside, side, side)
    free = {name: {2: "side", 3: "side"} for name in ("drawing", kind)} if kind == "intrinsic" else None
    with (
        warnings.catch_warnings()
    ):  # the dynamo exporter rewrites names and initialisers that export/quantise.py relies on
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.onnx.export(
            model,
            (example,),
            buffer,
            opset_version=17,
            input_names=["drawing"],
            output_names=[kind],
            dynamic_axes=free,
            dynamo=False,
        )
    return onnx.load_from_string(buffer.getvalue())


def run(model: onnx.ModelProto, drawing: np.ndarray) -> np.ndarray:
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, {"drawing": drawing})[0]


def practice(inside: int, side: int, count: int = 4) -> np.ndarray:
    """Drawings [count, inside, side, side] of nested frames: enough ink to wake every channel, needs no
    data."""
    drawing, unit = np.zeros((count, inside, side, side), np.float32), side // 128
    for i in range(count):
        for inset in range(unit * (12 + 3 * i), unit * 60, unit * (10 + 4 * i)):
            for band in (slice(inset, inset + unit), slice(side - unit - inset, side - inset)):
                drawing[i, 0, band, inset : side - inset] = drawing[i, 0, inset : side - inset, band] = (
                    SQUARE.ink
                )
        drawing[i, 1:] = SQUARE.unknown
        if inside > 1 and i % 2:
            drawing[i, 1, 12 * unit : 116 * unit, 12 * unit : 116 * unit] = 1
    return drawing


def turn(a: np.ndarray, b: np.ndarray) -> float:
    """Mean degrees between the normals of two intrinsic images where `a` has the object."""
    cosine = np.clip((a[:, :3] * b[:, :3]).sum(1), -1, 1)
    drawn = a[:, 6] > 0.5 if (a[:, 6] > 0.5).any() else np.ones_like(a[:, 6], bool)
    return float(np.degrees(np.arccos(cosine))[drawn].mean())


def export(
    config: Realize | Vanilla,
    generator: nn.Module,
    out: Path,
    *,
    training: dict,
    metrics: dict,
    drawings: np.ndarray | None = None,
    licence: str = "MIT",
) -> dict:
    """Write `out` and its card; returns the card's parity. Raises if ONNX Runtime and PyTorch differ."""
    kind, square, inputs, outputs = contract(config)
    model = Physical(folded(generator)).eval() if kind == "intrinsic" else folded(generator)
    plain = to_onnx(model, square=square, inside=len(inputs), kind=kind)
    small = quantise(plain, coarse=0.0 if kind == "intrinsic" else config.coarse)
    if drawings is None:
        drawings = practice(len(inputs), square.size)
        if kind == "picture":
            drawings = square.paper + (square.ink - square.paper) * drawings
    with torch.no_grad():
        truth = model(torch.from_numpy(drawings)).numpy()
    each = lambda graph: np.concatenate([run(graph, one[None]) for one in drawings])
    float32, int8 = each(plain), each(small)
    parity = {
        "command": COMMAND,
        "fp32": float(np.abs(float32 - truth).max()),
        "int8": float(np.abs(int8 - truth).max()),
        "int8Mean": float(np.abs(int8 - truth).mean()),
    }
    assert parity["fp32"] <= FP32_LIMIT, (
        f"ONNX differs from PyTorch by {parity['fp32']:.2e}, allowed {FP32_LIMIT}"
    )
    if kind == "intrinsic":
        parity["int8Degrees"] = turn(truth, int8)
        assert parity["int8Degrees"] <= TURN_LIMIT, (
            f"int8 turns normals by {parity['int8Degrees']:.2f}°, allowed {TURN_LIMIT}°"
        )
    else:
        parity["int8Of255"] = float(np.abs(int8 - truth).mean() * 127.5)
        assert parity["int8Of255"] <= PAINT_LIMIT, (
            f"int8 changes the picture by {parity['int8Of255']:.2f} of 255, allowed {PAINT_LIMIT}"
        )
    parity["packed"] = len(gzip.compress(small.SerializeToString(), 9))
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
        parity=parity,
    )
    return parity


def drawn(config: Realize | Vanilla, pair: dict, *, known: bool) -> np.ndarray:
    """The pair's clean drawing as this generator gets it. `known`: with its silhouette."""
    if isinstance(config, Realize):
        return sample(pair, np.random.default_rng(0), None, known=known)[0]
    return PAPER.paper + (PAPER.ink - PAPER.paper) * edges(pair, PAPER.size)[None]


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
    parser.add_argument("--run", type=Path, required=True, help="folder with last.pt")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--pairs", type=Path, help="held-out shards whose drawings are compared; else nested frames"
    )
    parser.add_argument("--metrics", type=Path, help="JSON that evaluation/evaluate.py wrote")
    parser.add_argument(
        "--licence",
        default="MIT",
        help="of the weights, as the card and the panel tell it; yours to say for pictures of your own",
    )
    asked = parser.parse_args()
    saved = load_checkpoint(asked.run)
    config = saved["config"]
    generator = build_generator(config)
    generator.load_state_dict(saved["ema"])
    metrics = json.loads(asked.metrics.read_text()) if asked.metrics else {"command": "none yet"}
    drawings, training = None, saved["facts"]
    if asked.pairs:
        pairs = Pairs(asked.pairs)
        training = training | {"neverTrained": never_trained(pairs)}
        drawings = np.stack(
            [drawn(config, pairs[i], known=i % 2 == 0) for i in spaced(LOOKED_AT, len(pairs))]
        )
    parity = export(
        config,
        generator,
        asked.out,
        training=training,
        metrics=metrics,
        drawings=drawings,
        licence=asked.licence,
    )
    print(f"{asked.out}: {asked.out.stat().st_size / 1e6:.2f} MB", json.dumps(parity))


if __name__ == "__main__":
    main()
