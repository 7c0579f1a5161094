"""The export for integers: what it leaves of a network's answers, and what its file and its card say."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from evaluation.cost import cost
from export import parity as comparing
from export.card import read_card
from export.graph import Physical, folded, to_onnx
from export.integer import integer
from export.parity import practice, run
from export.shipped import LAST, export
from learning.channels import SQUARE
from learning.config import MATERIALS, REALIZE2
from learning.recipe import build_generator
from networks.pix2pix import Generator

TINY = replace(REALIZE2, fine=4, channels=(8, 8, 16, 16, 16))
SMALL = replace(SQUARE, size=128, preview=64)


@pytest.fixture(scope="module")
def generator() -> Generator:
    """With norms that have seen drawings, as after training."""
    torch.manual_seed(0)
    net = build_generator(TINY)
    assert isinstance(net, Generator)
    for _ in range(30):
        net.observe(torch.from_numpy(practice(2, 128)))
    return folded(net)


@pytest.fixture(scope="module")
def plain(generator) -> onnx.ModelProto:
    model = Physical(generator).eval()
    return to_onnx(model, square=SMALL, inside=2, outputs=("intrinsic", "look"))


def quantised(model: onnx.ModelProto) -> set[str]:
    """Names of the convolutions whose weights are int8."""
    unpacked = {node.output[0] for node in model.graph.node if node.op_type == "DequantizeLinear"}
    return {node.name for node in model.graph.node if node.op_type == "Conv" and node.input[1] in unpacked}


def test_integers_answer_nearly_as_the_network_at_any_side(plain):
    drawings = practice(2, 128)
    small = integer(plain, drawings, last=LAST)
    for side in (128, 64):
        asked = practice(2, side) if side == 128 else drawings[..., ::2, ::2].copy()
        wanted, found = run(plain, asked), run(small, asked)
        assert [part.shape for part in found] == [part.shape for part in wanted]
        assert found[1].shape[1:] == (len(MATERIALS) + 4, side // 8, side // 8)
        for a, b in zip(wanted, found):
            assert 0 < np.abs(a - b).mean() < 0.05
        assert np.allclose(np.linalg.norm(found[0][:, :3], axis=1), 1, atol=1e-3)


def test_all_but_the_last_layers_are_integers(plain):
    convolutions = {node.name for node in plain.graph.node if node.op_type == "Conv"}
    last = {name for name in convolutions if any(part in name for part in LAST)}
    small = integer(plain, practice(2, 128), last=LAST)
    assert len(last) == 4 and quantised(small) == convolutions - last
    assert cost(small, side=128).macs == cost(plain, side=128).macs
    with pytest.raises(AssertionError, match="no node has /nowhere/"):
        integer(plain, practice(2, 128), last=("/nowhere/",))


def test_coarse_weights_take_fewer_values(plain, monkeypatch):
    monkeypatch.setattr("export.quantise.LARGE", 0)
    values = lambda model: sum(
        len(np.unique(onnx.numpy_helper.to_array(tensor)))
        for tensor in model.graph.initializer
        if tensor.data_type == onnx.TensorProto.INT8
    )
    drawings = practice(2, 128)
    assert values(integer(plain, drawings, coarse=0.5)) < 0.5 * values(integer(plain, drawings))


def test_the_look_goes_into_the_file_and_its_card(tmp_path: Path):
    torch.manual_seed(0)
    found = export(TINY, build_generator(TINY), tmp_path / "two.onnx", training={}, metrics={})
    assert found["fp32"] < 1e-3 and found["int8Degrees"] < comparing.INTEGER_LIMIT
    card = read_card(tmp_path / "two.json")
    session = onnxruntime.InferenceSession(str(tmp_path / "two.onnx"), providers=["CPUExecutionProvider"])
    assert [output.name for output in session.get_outputs()] == ["intrinsic", card["look"]["tensor"]]
    drawing = practice(2, SQUARE.size)[:1]
    look = session.run([card["look"]["tensor"]], {"drawing": drawing})[0][0]
    channels = card["look"]["channels"]
    assert look.shape == (len(channels), *[SQUARE.size // card["look"]["cell"]] * 2)
    assert [channel["name"] for channel in channels[: len(MATERIALS)]] == [f"material.{m}" for m in MATERIALS]
    assert np.allclose(look[: len(MATERIALS)].sum(0), 1, atol=1e-5)
    for plane, channel in zip(look, channels):
        low, high = channel["range"]
        assert low <= plane.min() and plane.max() <= high, channel


def test_a_look_that_integers_would_spoil_is_refused(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(comparing, "LOOK_LIMIT", 1e-9)
    with pytest.raises(AssertionError, match="of what the look says"):
        export(TINY, build_generator(TINY), tmp_path / "spoilt.onnx", training={}, metrics={})
    assert not (tmp_path / "spoilt.onnx").exists()
