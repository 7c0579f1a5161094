"""A file or a run -> how it is fed and what it answers."""

import copy
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from export.contract import contract
from export.graph import folded, to_onnx
from learning.channels import Square
from learning.checkpoint import load_checkpoint
from learning.config import Realize
from learning.hints import fitted
from learning.recipe import build_generator
from networks.pix2pix import physical


def from_onnx(path: Path) -> Callable[[np.ndarray], np.ndarray]:
    """The file on one thread, [1, C, S, S] -> [1, C, S, S]."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    takes = session.get_inputs()[0].shape[1]
    return lambda drawing: session.run(None, {"drawing": fitted(drawing, takes)})[0]


def from_run(
    run: Path,
) -> tuple[str, Square, Callable[[np.ndarray], np.ndarray], Callable[[], onnx.ModelProto], str]:
    """A run's EMA: kind, square, network, graph and the config's name."""
    saved = load_checkpoint(run)
    config = saved["config"]
    kind, square, inputs, _ = contract(config)
    generator = build_generator(config)
    generator.load_state_dict(saved["ema"])
    # the paper's dropout is off, as in an export: kinder to it in every column that compares pixels
    generator.eval()

    def run_it(drawing: np.ndarray) -> np.ndarray:
        with torch.no_grad():
            made = generator(torch.from_numpy(fitted(drawing, len(inputs))))
        return (physical(made) if isinstance(config, Realize) else made).numpy()

    plain = lambda: to_onnx(
        folded(copy.deepcopy(generator).eval()), square=square, inside=len(inputs), outputs=(kind,)
    )
    return kind, square, run_it, plain, config.name
