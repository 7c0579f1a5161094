"""A generator with its weights -> an ONNX graph of convolutions, its outputs in their physical ranges."""

import tempfile
import warnings
from pathlib import Path
from typing import TypeVar

import onnx
import torch
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from learning.channels import Square
from networks.blocks import Convolution, Rise
from networks.pix2pix import Generator, likely, physical

Net = TypeVar("Net", bound=nn.Module)


class Physical(nn.Module):
    """What is shipped: raw channels given their ranges inside the graph, so that no reader has to know
    them."""

    def __init__(self, generator: Generator):
        super().__init__()
        self.generator = generator

    def forward(self, drawing: Tensor) -> Tensor | tuple[Tensor, Tensor]:
        """[B, 7, S, S]; of a generator with a second head also [B, look, S / 8, S / 8]."""
        raw, coarse = self.generator.levels(drawing)
        head = self.generator.look
        return physical(raw) if head is None else (physical(raw), likely(head(coarse)))


def folded(generator: Net) -> Net:
    """The same network, batch norm folded into the convolution before it: the graph keeps convolutions only.
    Raises AssertionError where it is folded already."""
    generator = generator.eval()
    for module in generator.modules():
        if isinstance(module, Convolution):
            first = module[0]
            assert isinstance(first, nn.Conv2d)
            module[0] = fuse_conv_bn_eval(first, module.norm)
            module[1] = nn.Identity()
        elif isinstance(module, Rise):
            module.fold()
    return generator


def traced(
    model: nn.Module,
    inputs: tuple[Tensor, ...],
    *,
    names: tuple[str, ...],
    outputs: tuple[str, ...],
    free: dict[str, dict[int, str]] | None,
) -> onnx.ModelProto:
    """The graph of `model` at `inputs`, called `names`, opset 17. `free`: axes that stay open, by name of the
    tensor."""
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        # the dynamo exporter needs onnxscript, rewrites the names and initialisers that export/quantise.py
        # relies on, and splits small constants worse
        warnings.simplefilter("ignore", DeprecationWarning)
        torch.onnx.export(
            model,
            inputs,
            Path(folder) / "graph.onnx",
            opset_version=17,
            input_names=list(names),
            output_names=list(outputs),
            dynamic_axes=free,
            dynamo=False,
        )
        return onnx.load(Path(folder) / "graph.onnx")


def to_onnx(model: nn.Module, *, square: Square, inside: int, outputs: tuple[str, ...]) -> onnx.ModelProto:
    """[1, inside, S, S] -> `outputs`, opset 17. An `intrinsic` generator takes any S, for previews; the
    paper's takes 256."""
    side = square.size
    example = torch.zeros(1, inside, side, side)
    axes = {name: {2: "side", 3: "side"} for name in ("drawing", "intrinsic")} | {
        "look": {2: "cells", 3: "cells"}
    }
    free = {name: axes[name] for name in ("drawing", *outputs)} if "intrinsic" in outputs else None
    return traced(model, (example,), names=("drawing",), outputs=outputs, free=free)
