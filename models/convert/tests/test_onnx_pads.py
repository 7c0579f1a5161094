"""Convolutions that are dilated and padded by the word SAME, as PyTorch's former exporter writes "same"."""

from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper
from torch.nn import functional
from torch_files import source

SIDE = 32


def test_what_pytorch_exports_of_dilated_convolutions_of_the_same_size_is_taken(agree, tmp_path):
    torch.manual_seed(3)
    network = torch.nn.Sequential(
        torch.nn.Conv2d(1, 6, 3, padding="same", dilation=2),
        torch.nn.ReLU(),
        torch.nn.Conv2d(6, 6, (2, 4), padding="same", dilation=(3, 1)),
        torch.nn.ReLU(),
        torch.nn.Conv2d(6, 3, 3, padding="same"),
        torch.nn.Tanh(),
    ).eval()
    torch.onnx.export(network, (torch.zeros(1, 1, SIDE, SIDE),), tmp_path / "a.onnx", dynamo=False)
    agree(tmp_path / "a.onnx", source(network))


def written(folder: Path, how: str, kernel: np.ndarray) -> Path:
    """A convolution whose windows span four pixels, so that one side gets a pixel more."""
    ends = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, channels, SIDE, SIDE])
        for name, channels in (("x", 1), ("y", 3))
    ]
    node = helper.make_node("Conv", ["x", "kernel"], ["y"], auto_pad=how, dilations=[3, 3])
    graph = helper.make_graph([node], "g", ends[:1], ends[1:], [numpy_helper.from_array(kernel, "kernel")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, folder / "a.onnx")
    return folder / "a.onnx"


@pytest.mark.parametrize(("how", "more"), [("SAME_UPPER", (1, 2, 1, 2)), ("SAME_LOWER", (2, 1, 2, 1))])
def test_the_odd_pixel_lies_where_the_word_says(agree, tmp_path, how, more):
    kernel = np.random.default_rng(5).normal(size=(3, 1, 2, 2)).astype(np.float32)

    def network(x: np.ndarray) -> np.ndarray:
        around = functional.pad(torch.tensor(x), more)
        return functional.conv2d(around, torch.tensor(kernel), dilation=3).numpy()

    agree(written(tmp_path, how, kernel), network)
