"""ONNX as exporters leave it: other names, other layouts, free sides, half precision."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from conftest import noise
from fixtures import OUT, all_of_them, two_files
from hostile import HOSTILE
from onnx import TensorProto, helper, numpy_helper
from published import UnetGenerator, seeded
from torch_files import source

from convert.convert import Choice, convert
from convert.onnxfile import NEWEST, OLDEST
from convert.said import Asked, Refused
from convert.trial import paint


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


@pytest.mark.parametrize(("opset", "ir"), [(22, 10), (24, 11), (26, 13)])
def test_every_opset_that_the_plugin_runs_is_taken(web, tmp_path, opset, ir):
    model = onnx.load(OUT / "bare.onnx")
    model.opset_import[0].version, model.ir_version = opset, ir
    onnx.save(model, tmp_path / "a.onnx")
    done = convert(tmp_path / "a.onnx", Asked(), Choice(name="a"))
    whole, drawing = convert(OUT / "bare.onnx", Asked(), Choice(name="a")).model, noise(1, 128)
    assert np.abs(web.paint(done.model, drawing) - paint(whole, [drawing])).max() <= 1e-3


def test_the_next_opset_is_refused_by_the_plugins_runtime_and_by_the_converter(web, tmp_path):
    model = onnx.load(OUT / "converted.onnx")
    model.opset_import[0].version = NEWEST + 1
    onnx.save(model, tmp_path / "a.onnx")
    with pytest.raises(Refused, match=f"opset {NEWEST + 1}; wanted {OLDEST} to {NEWEST}"):
        convert(tmp_path / "a.onnx", Asked(), Choice(name="a"))
    with pytest.raises(AssertionError, match=f"till opset {NEWEST}"):
        web.paint(model, noise(1, 128))


def in_two_files(folder: Path) -> Path:
    """bare.onnx as torch.onnx.export leaves a network by default since 2.9 (and onnx.save when asked): large
    weights by location, offset and length in a second file.
    """
    model = onnx.load(OUT / "bare.onnx")
    for name, data in two_files(model).items():
        (folder / name).write_bytes(data)
    return folder / "g.onnx"


def bent(path: Path, key: str, value: str) -> Path:
    """The same model with one thing changed in what it says of its first external weight."""
    model = onnx.load(path, load_external_data=False)
    tensor = next(t for t in model.graph.initializer if t.external_data)
    kept = {entry.key: entry.value for entry in tensor.external_data} | {key: value}
    del tensor.external_data[:]
    for name, said in kept.items():
        tensor.external_data.add(key=name, value=said)
    path.write_bytes(model.SerializeToString())
    return path


def test_weights_in_a_second_file_are_taken_from_beside_it(tmp_path):
    whole = convert(OUT / "bare.onnx", Asked(), Choice(name="a")).model
    drawing = [noise(1, 128)]
    path = in_two_files(tmp_path)
    assert path.stat().st_size < (tmp_path / "g.onnx.data").stat().st_size
    assert (paint(convert(path, Asked(), Choice(name="a")).model, drawing) == paint(whole, drawing)).all()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda p: (p.parent / "g.onnx.data").unlink(),
            r"g\.onnx\.data, which is not beside it.*external_data=False",
        ),
        (lambda p: (p.parent / "g.onnx.data").write_bytes(bytes(50)), "truncated or belongs to another"),
        (lambda p: bent(p, "location", "../g.onnx.data"), "wanted a file beside it"),
        (lambda p: bent(p, "location", "/etc/passwd"), "wanted a file beside it"),
        (lambda p: bent(p, "location", ".."), "wanted a file beside it"),
        (lambda p: bent(p, "location", ""), "a file without a name"),
        (lambda p: bent(p, "offset", "-4"), "the offset -4"),
        (lambda p: bent(p, "offset", "9" * 14), "ends at byte"),
        (lambda p: bent(p, "length", "12"), "have 12 bytes"),
        (
            lambda p: (p.parent / "b").symlink_to("/etc/passwd") or bent(p, "location", "b"),
            "b, which is a link",
        ),
    ],
)
def test_a_second_file_that_is_missing_elsewhere_or_does_not_fit_is_refused(tmp_path, change, sentence):
    path = in_two_files(tmp_path)
    change(path)
    with pytest.raises(Refused, match=sentence):
        convert(path, Asked(), Choice(name="a"))


def test_the_second_file_alone_asks_for_the_first(tmp_path):
    in_two_files(tmp_path)
    with pytest.raises(Refused, match=r"weights of g\.onnx alone; give g\.onnx.*external_data=False"):
        convert(tmp_path / "g.onnx.data", Asked(), Choice(name="a"))


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


def test_noise_that_a_file_draws_itself_stays_and_is_told(tmp_path):
    model = pixels(TensorProto.FLOAT)
    at = next(i for i, node in enumerate(model.graph.node) if node.op_type == "Conv")
    model.graph.node[at].output[0] = "still"
    model.graph.node.insert(at + 1, helper.make_node("RandomNormal", [], ["noise"], shape=[1, 1, 64, 64]))
    model.graph.node.insert(at + 2, helper.make_node("Add", ["still", "noise"], ["b"]))
    onnx.save(model, tmp_path / "a.onnx")
    done = convert(tmp_path / "a.onnx", Asked(), Choice(name="a"))
    assert any("draws random numbers (RandomNormal)" in line for line in done.said)
    onnx.save(done.model, tmp_path / "b.onnx")
    session = onnxruntime.InferenceSession(tmp_path / "b.onnx", providers=["CPUExecutionProvider"])
    first, second = (session.run(None, {"drawing": noise(3, 64)})[0] for _ in range(2))
    assert np.abs(first - second).mean() > 0.01


@pytest.mark.parametrize(("slope", "told"), [(0.2, False), (0.01, False), (0.0, True), (6e-39, True)])
def test_slopes_that_an_exporter_lost_are_told(tmp_path, slope, told):
    model = pixels(TensorProto.FLOAT)
    node = next(node for node in model.graph.node if node.op_type == "Sigmoid")
    node.op_type = "LeakyRelu"
    node.attribute.append(helper.make_attribute("alpha", slope))
    onnx.save(model, tmp_path / "a.onnx")
    done = convert(tmp_path / "a.onnx", Asked(), Choice(name="a"))
    assert any("leaky ReLUs have a slope" in line for line in done.said) == told


def test_a_converted_file_can_be_converted_again(tmp_path):
    done = convert(OUT / "converted.onnx", Asked(), Choice(name="again"))
    assert (
        done.card["name"] == "again" and sum(p.key == "realize_card" for p in done.model.metadata_props) == 1
    )


SENTENCES = {
    "external": "wanted a file beside it",
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
