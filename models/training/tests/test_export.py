"""A generator -> an ONNX file with its card: refused where int8 would spoil it or the file is another's."""

import gzip

import numpy as np
import onnx
import pytest
import torch
from tiny import TINY

from export import parity as comparing
from export.card import read_card
from export.quantise import quantise
from export.shipped import export
from learning.recipe import build_generator


def test_export_refuses_weights_that_int8_would_spoil(tmp_path, monkeypatch):
    torch.manual_seed(0)
    generator = build_generator(TINY)
    monkeypatch.setattr(comparing, "TURN_LIMIT", 1e-4)
    with pytest.raises(AssertionError, match="int8 turns normals by"):
        export(TINY, generator, tmp_path / "spoilt.onnx", training={}, metrics={})
    assert not (tmp_path / "spoilt.onnx").exists()


def test_a_card_refuses_a_file_that_is_not_its_own(tmp_path):
    export(TINY, build_generator(TINY), tmp_path / "x.onnx", training={}, metrics={})
    (tmp_path / "x.onnx").write_bytes(b"other")
    with pytest.raises(AssertionError, match="the card says"):
        read_card(tmp_path / "x.json")


def test_coarse_weights_pack_into_fewer_bits():
    weight = np.random.default_rng(0).normal(0, 0.02, (128, 64, 4, 4)).astype(np.float32)
    node = onnx.helper.make_node("Conv", ["x", "w"], ["y"], kernel_shape=[4, 4])
    value = lambda name, shape: onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape)
    graph = onnx.helper.make_graph(
        [node],
        "g",
        [value("x", [1, 64, 8, 8])],
        [value("y", [1, 128, 5, 5])],
        [onnx.numpy_helper.from_array(weight, "w")],
    )
    plain = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)])
    bits = lambda model: 8 * len(gzip.compress(model.SerializeToString(), 9)) / weight.size
    fine, coarse = quantise(plain), quantise(plain, coarse=0.5)
    assert bits(fine) > 7 and bits(coarse) < 4
    stored = {tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in coarse.graph.initializer}
    error = stored["w.int8"] * stored["w.scale"] - weight
    assert np.sqrt((error**2).mean()) < 0.16 * weight.std()
