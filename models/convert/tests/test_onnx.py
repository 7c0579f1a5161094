"""ONNX as exporters leave it: other names, other layouts, free sides, half precision."""

import numpy as np
import onnx
import pytest
import torch
from fixtures import HOSTILE, OUT, all_of_them
from onnx import TensorProto, helper, numpy_helper
from published import UnetGenerator, seeded
from test_pytorch import source

from convert.convert import Choice, convert
from convert.said import Asked, Refused


@pytest.mark.parametrize("free", [False, True])
def test_torchs_own_export_is_taken_over(agree, tmp_path, free):
    network = seeded(UnetGenerator(1, downs=7, norm="instance", dropout=False)).eval()
    sides = {"x": {0: "n", 2: "h", 3: "w"}, "y": {0: "n", 2: "h", 3: "w"}} if free else None
    torch.onnx.export(
        network,
        (torch.zeros(1, 1, 128, 128),),
        tmp_path / "a.onnx",
        input_names=["x"],
        output_names=["y"],
        dynamic_axes=sides,
        dynamo=False,
    )
    done = agree(tmp_path / "a.onnx", source(network), size=128)
    assert done.found.what.startswith("ONNX") and done.found.outside == (-1.0, 1.0)


def pixels(kind: int) -> onnx.ModelProto:
    """[1, 64, 64, 3] -> [1, 64, 64, 1], as converters from TensorFlow leave it: a convolution between
    transposes.
    """
    dtype = helper.tensor_dtype_to_np_dtype(kind)
    weight = numpy_helper.from_array(np.random.default_rng(0).normal(0, 0.4, (1, 3, 5, 5)).astype(dtype), "w")
    nodes = [
        helper.make_node("Transpose", ["in"], ["a"], perm=[0, 3, 1, 2]),
        helper.make_node("Conv", ["a", "w"], ["b"], pads=[2, 2, 2, 2]),
        helper.make_node("Sigmoid", ["b"], ["c"]),
        helper.make_node("Transpose", ["c"], ["out"], perm=[0, 2, 3, 1]),
    ]
    graph = helper.make_graph(
        nodes,
        "g",
        [helper.make_tensor_value_info("in", kind, [1, 64, 64, 3])],
        [helper.make_tensor_value_info("out", kind, [1, 64, 64, 1])],
        initializer=[weight],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)


@pytest.mark.parametrize("kind", [TensorProto.FLOAT, TensorProto.FLOAT16])
def test_channels_last_half_precision_and_grey_are_turned(agree, tmp_path, kind):
    onnx.save(pixels(kind), tmp_path / "a.onnx")
    weight = torch.from_numpy(numpy_helper.to_array(pixels(kind).graph.initializer[0]).astype(np.float32))
    done = agree(
        tmp_path / "a.onnx",
        lambda x: torch.sigmoid(torch.nn.functional.conv2d(torch.from_numpy(x), weight, padding=2)).numpy(),
        low=0.0,
    )
    assert done.card["input"]["channels"][0]["range"] == [0.0, 1.0]


def test_a_converted_file_can_be_converted_again(tmp_path):
    done = convert(OUT / "converted.onnx", Asked(), Choice(name="again"))
    assert (
        done.card["name"] == "again" and sum(p.key == "realize_card" for p in done.model.metadata_props) == 1
    )


SENTENCES = {
    "external": "another file",
    "nan": "NaN",
    "log": "NaN",
    "loop": "Loop",
    "operator": "MakeItPretty",
    "domain": "com.example::Paint",
    "rank": "no convolution",
    "inputs": "2 inputs",
    "memory": "larger|pixels|memory",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_files_are_refused_in_one_sentence(tmp_path, name):
    with pytest.raises(Refused, match=SENTENCES[name]) as refusal:
        convert(OUT / "hostile" / f"{name}.onnx", Asked(), Choice(name="a"))
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("name", ["truncated", "text"])
def test_damaged_and_mistaken_files_are_refused(name):
    with pytest.raises(Refused, match=r"truncated|no model"):
        convert(OUT / "hostile" / f"{name}.onnx", Asked(), Choice(name="a"))


def test_the_fixtures_of_the_plugins_tests_are_made_by_this_very_converter():
    for name, data in all_of_them().items():
        assert (OUT / name).read_bytes() == data, (
            f"tests/fixtures/{name} is another: run python models/convert/tests/fixtures.py"
        )
