"""A level of one pixel, whose norm leaves its shift of whatever comes: left out where that saves room."""

import numpy as np
import onnx
import pytest
from conftest import noise
from onnx import TensorProto, helper, numpy_helper

from convert.bottleneck import without_bottleneck
from convert.trial import paint


def level(*, pooled: bool) -> onnx.ModelProto:
    """[1, 3, 32, 32] made one pixel, by a mean or by weights, its norm, enlarged again and added to what
    stayed large.
    """
    random = np.random.default_rng(0)
    draw = lambda *shape: np.asarray(random.normal(0, 0.5, shape), np.float32)
    arrays = {"down": draw(3, 3, 32, 32), "scale": draw(3), "shift": draw(3), "side": draw(3, 3, 1, 1)}
    weights = [numpy_helper.from_array(array, name) for name, array in arrays.items()]
    weights.append(numpy_helper.from_array(np.array([1, 1, 32, 32], np.float32), "larger"))
    nodes = [
        helper.make_node("GlobalAveragePool", ["drawing"], ["one"])
        if pooled
        else helper.make_node("Conv", ["drawing", "down"], ["one"]),
        helper.make_node("InstanceNormalization", ["one", "scale", "shift"], ["normed"]),
        helper.make_node("Resize", ["normed", "", "larger"], ["above"], mode="nearest"),
        helper.make_node("Conv", ["drawing", "side"], ["beside"]),
        helper.make_node("Add", ["above", "beside"], ["picture"]),
    ]
    slot = lambda name: helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 3, 32, 32])
    weights = [tensor for tensor in weights if not (pooled and tensor.name == "down")]
    graph = helper.make_graph(nodes, "g", [slot("drawing")], [slot("picture")], initializer=weights)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def test_a_level_of_one_pixel_becomes_what_its_norm_leaves_of_it():
    model = level(pooled=False)
    small, said = without_bottleneck(model)
    assert [node.op_type for node in small.graph.node] == ["Conv", "Add"]
    assert {tensor.name for tensor in small.graph.initializer} == {"above", "side"}
    assert len(said) == 1 and "one pixel" in said[0]
    drawing = [noise(3, 32)]
    # ONNX Runtime multiplies the number and its mean by 1 / √ε before it subtracts.
    assert np.abs(paint(small, drawing) - paint(model, drawing)).max() < 1e-4


@pytest.mark.parametrize("change", ["its map would be larger than its weights", "two pixels have a mean"])
def test_any_other_is_left_as_it_is(change):
    model = level(pooled=change.startswith("its map"))
    if change.startswith("two"):
        model.graph.node[0].attribute.append(helper.make_attribute("pads", [0, 0, 0, 1]))
        shape = numpy_helper.from_array(np.array([1, 1, 32, 16], np.float32), "larger")
        next(t for t in model.graph.initializer if t.name == "larger").CopyFrom(shape)
    assert without_bottleneck(model) == (model, [])
