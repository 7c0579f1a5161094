"""Batch norms and dropout in ONNX files: in training mode, never updated, used outside."""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import torch
from conftest import noise
from onnx import TensorProto, helper, numpy_helper
from published import UnetGenerator, as_tested, seeded
from torch_files import source

from convert.convert import Choice, convert
from convert.said import Asked, Refused
from convert.trial import paint


def exported(network: torch.nn.Module, path: Path, *, training: bool) -> Path:
    mode = torch.onnx.TrainingMode.TRAINING if training else torch.onnx.TrainingMode.EVAL
    given = (torch.zeros(1, 3, 128, 128),)
    torch.onnx.export(network, given, path, dynamo=False, training=mode)
    return path


def test_a_network_exported_in_training_mode_paints_by_the_pictures_own_statistics(agree, tmp_path):
    network = seeded(UnetGenerator(3, downs=7)).train()
    path = exported(network, tmp_path / "a.onnx", training=True)
    done = agree(path, source(as_tested(network)))
    assert done.found.noise == "still"
    assert "11 batch norms in training mode are norms of the picture's own." in done.found.notes
    assert "2 dropouts in training mode left out (--noise keep keeps them)." in done.found.notes
    assert agree(path, source(network.eval()), noise="fold").found.noise == "fold"


def block(*, shared: bool = True, **how: Any) -> onnx.ModelProto:
    """Convolution, batch norm, dropout, convolution of [1, 3, 32, 32]. `shared`: the norm's scale and its
    variance are one constant, its shift and mean another.
    """
    random = np.random.default_rng(0)
    arrays = {"w": random.normal(0, 0.3, (8, 3, 3, 3)), "v": random.normal(0, 0.3, (3, 8, 3, 3))}
    arrays |= {"one": np.ones(8), "zero": np.zeros(8), "mean": np.full(8, 0.1), "rate": np.array(0.5)}
    weights = [numpy_helper.from_array(a.astype(np.float32), name) for name, a in arrays.items()]
    weights.append(numpy_helper.from_array(np.array(True), "yes"))
    norm = ["a", "one", "zero", "zero" if shared else "mean", "one"]
    outputs = ["b", "m", "s"] if how.get("training_mode") else ["b"]
    nodes = [
        helper.make_node("Conv", ["x", "w"], ["a"], pads=[1, 1, 1, 1]),
        helper.make_node("BatchNormalization", norm, outputs, name="bn", **how),
        helper.make_node("Dropout", ["b", "rate", "yes"], ["c", "mask"]),
        helper.make_node("Conv", ["c", "v"], ["d"], pads=[1, 1, 1, 1]),
        helper.make_node("Tanh", ["d"], ["y"]),
    ]
    side = lambda name: helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 3, 32, 32])
    graph = helper.make_graph(nodes, "g", [side("x")], [side("y")], initializer=weights)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def by_torch(model: onnx.ModelProto, training: bool):
    """What PyTorch makes of a block, dropout aside."""
    held = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in model.graph.initializer}
    mean = model.graph.node[1].input[3]

    def run(x: np.ndarray) -> np.ndarray:
        y = torch.nn.functional.conv2d(torch.from_numpy(x), held["w"], padding=1)
        kept = held[mean], held["one"].clone()
        y = torch.nn.functional.batch_norm(y, kept[0].clone(), kept[1], held["one"], held["zero"], training)
        return torch.tanh(torch.nn.functional.conv2d(y, held["v"], padding=1)).numpy()

    return run


def test_norms_in_training_mode_paint_the_same_picture_each_time(agree, web, tmp_path):
    model = block(training_mode=1, momentum=0.9)
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, tmp_path / "a.onnx")
    done = agree(tmp_path / "a.onnx", by_torch(model, True))
    pictures = paint(done.model, [noise(3, 32)] * 4)
    assert (pictures == pictures[0]).all()


def test_statistics_of_an_onnx_file_that_were_never_updated_give_way_to_the_pictures_own(agree, tmp_path):
    onnx.save(block(), tmp_path / "a.onnx")
    done = agree(tmp_path / "a.onnx", by_torch(block(), True))
    assert done.found.noise == "still" and "as before training" in " ".join(done.said)
    agree(tmp_path / "a.onnx", by_torch(block(), False), noise="fold")
    onnx.save(block(shared=False), tmp_path / "b.onnx")
    assert agree(tmp_path / "b.onnx", by_torch(block(shared=False), False)).found.noise == "fold"
    agree(tmp_path / "b.onnx", by_torch(block(shared=False), True), noise="still")


def test_a_dropout_whose_mask_is_used_or_that_ends_the_network_is_still(agree, tmp_path):
    model = block(training_mode=1)
    del model.graph.node[-1]
    nodes = [
        helper.make_node("Cast", ["mask"], ["kept"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["c", "kept"], ["masked"]),
        helper.make_node("Tanh", ["d"], ["e"]),
        helper.make_node("Dropout", ["e", "rate", "yes"], ["y"]),
    ]
    model.graph.node[-1].input[0] = "masked"
    for at, node in ((3, nodes[0]), (4, nodes[1])):
        model.graph.node.insert(at, node)
    model.graph.node.extend(nodes[2:])
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, tmp_path / "a.onnx")
    assert "2 dropouts" in " ".join(agree(tmp_path / "a.onnx", by_torch(block(), True)).said)


def test_a_norm_that_hands_on_its_statistics_is_refused_by_name(tmp_path):
    model = block(training_mode=1)
    model.graph.node[3].input.append("s")
    onnx.save(model, tmp_path / "a.onnx")
    with pytest.raises(Refused, match=r"norm bn hands on its statistics \(s\)"):
        convert(tmp_path / "a.onnx", Asked(), Choice(name="a"))
