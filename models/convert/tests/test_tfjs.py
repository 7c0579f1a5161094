"""TensorFlow.js models. tfjs/layers was saved, and its picture painted, by TensorFlow.js 4 (tfjs/make.mjs).
Graph models come from a Python package that is no longer to be had; here they are written from a frozen graph
in its documented format, which TensorFlow.js loads and paints alike (the same script, last compared within
1e-5).
"""

import base64
import json
from pathlib import Path

import keras_models as models
import numpy as np
import pytest
import tensorflow as tf
from conftest import HERE, last

from convert.convert import Choice, convert
from convert.said import Asked, Refused
from convert.trial import paint

LAYERS = HERE / "tfjs" / "layers"


def stored(name: str, channels: int) -> np.ndarray:
    return np.fromfile(LAYERS / name, "<f4").reshape(1, 64, 64, channels).transpose(0, 3, 1, 2).copy()


def test_a_layers_model_paints_as_tensorflow_js_did(web):
    done = convert(LAYERS, Asked(), Choice(name="a"))
    assert "layers" in done.found.what
    for picture in (paint(done.model, [stored("in", 1)]), web.paint(done.model, stored("in", 1))):
        assert np.abs(picture - stored("out", 3)).max() <= 1e-3


def never_updated(folder: Path, but: tuple[str, ...] = ()) -> Path:
    """The layers model as TensorFlow.js saves it where nothing updated a batch norm's statistics, but those
    named.
    """
    model, data = json.loads((LAYERS / "model.json").read_text()), b""
    stored_weights, at = (LAYERS / "weights.bin").read_bytes(), 0
    for entry in model["weightsManifest"][0]["weights"]:
        count = int(np.prod(entry["shape"]))
        array = np.frombuffer(stored_weights, "<f4", count, at)
        at += 4 * count
        layer, _, role = entry["name"].rpartition("/")
        if role.startswith("moving_") and layer not in but:
            array = np.full(count, float(role == "moving_variance"), np.float32)
        data += array.tobytes()
    folder.mkdir()
    (folder / "model.json").write_text(json.dumps(model))
    (folder / "weights.bin").write_bytes(data)
    return folder


def test_statistics_that_were_never_updated_give_way_to_the_pictures_own(web, tmp_path):
    path = never_updated(tmp_path / "cats")
    done = convert(path, Asked(), Choice(name="a"))
    for picture in (paint(done.model, [stored("in", 1)]), web.paint(done.model, stored("in", 1))):
        assert np.abs(picture - stored("still", 3)).max() <= 1e-3
    assert done.card["conversion"]["noise"] == "still"
    assert any("(3) hold mean 0 and variance 1 everywhere" in line for line in done.said)
    folded = convert(path, Asked(noise="fold"), Choice(name="a"))
    assert np.abs(paint(folded.model, [stored("in", 1)]) - stored("still", 3)).max() > 0.1
    assert any("folded as asked" in line for line in folded.said)


def test_where_only_some_statistics_were_never_updated_they_are_named_and_stay(tmp_path):
    path = never_updated(tmp_path / "a", but=("batch_normalization_BatchNormalization1",))
    done = convert(path, Asked(), Choice(name="a"))
    assert done.card["conversion"]["noise"] == "fold"
    (line,) = (line for line in done.said if "as before training" in line)
    assert "2 of its 3" in line and "batch_normalization_BatchNormalization2" in line


def attribute(value) -> dict:
    """An AttrValue as TensorFlow.js's JSON has it."""
    kind = value.WhichOneof("value")
    if kind == "s":
        return {"s": base64.b64encode(value.s).decode()}
    if kind == "list":
        return {
            "list": {"i": [str(i) for i in value.list.i]}
            if value.list.i
            else {"s": [base64.b64encode(s).decode() for s in value.list.s]}
        }
    if kind == "type":
        return {"type": tf.as_dtype(value.type).name.upper().join(["DT_", ""]).replace("FLOAT32", "FLOAT")}
    if kind == "shape":
        return {"shape": {"dim": [{"size": str(d.size)} for d in value.shape.dim]}}
    if kind == "i":
        return {"i": str(value.i)}
    return {kind: getattr(value, kind)} if kind in ("f", "b") else {}


def graph_model(folder: Path, *, small: bool = False):
    """models.plain() as model.json and group1-shard1of1.bin; the Keras model that it was."""
    from tensorflow.python.framework.convert_to_constants import convert_variables_to_constants_v2

    model = models.seeded(models.plain())
    function = tf.function(lambda x: model(x, training=False)).get_concrete_function(
        tf.TensorSpec([1, 64, 64, 1], tf.float32)
    )
    as_json(convert_variables_to_constants_v2(function).graph.as_graph_def(), folder, small=small)
    return model


def as_json(graph, folder: Path, *, small: bool = False) -> None:
    """A GraphDef of constants as model.json and group1-shard1of1.bin."""
    nodes, weights, data = [], [], b""
    for node in graph.node:
        if node.op == "NoOp":
            continue
        attributes = {
            k: attribute(v)
            for k, v in node.attr.items()
            if k
            in (
                "T",
                "dtype",
                "shape",
                "strides",
                "padding",
                "data_format",
                "dilations",
                "explicit_paddings",
                "alpha",
                "N",
                "Tidx",
                "begin_mask",
                "end_mask",
                "shrink_axis_mask",
                "new_axis_mask",
                "ellipsis_mask",
                "axis",
                "keep_dims",
                "out_type",
                "Index",
                "SrcT",
                "DstT",
            )
        }
        if node.op == "Const":
            array = tf.make_ndarray(node.attr["value"].tensor)
            entry = {
                "name": node.name,
                "shape": list(array.shape),
                "dtype": "int32" if array.dtype.kind == "i" else "float32",
            }
            if small and array.dtype == np.float32 and array.ndim == 4:
                low, high = float(array.min()), float(array.max())
                scale = (high - low) / 65535
                entry["quantization"] = {"dtype": "uint16", "scale": scale, "min": low}
                data += np.round((array - low) / scale).astype("<u2").tobytes()
            else:
                data += array.astype("<i4" if array.dtype.kind == "i" else "<f4").tobytes()
            weights.append(entry)
            attributes["value"] = {
                "tensor": {
                    "dtype": "DT_INT32" if array.dtype.kind == "i" else "DT_FLOAT",
                    "tensorShape": {"dim": [{"size": str(n)} for n in array.shape]},
                }
            }
        inputs = [i for i in node.input if not i.startswith("^")]
        nodes.append(
            {"name": node.name, "op": node.op, **({"input": inputs} if inputs else {}), "attr": attributes}
        )
    folder.mkdir(exist_ok=True)
    (folder / "group1-shard1of1.bin").write_bytes(data)
    json_model = {
        "format": "graph-model",
        "generatedBy": tf.__version__,
        "convertedBy": "a test",
        "modelTopology": {"node": nodes, "library": {}, "versions": {"producer": 1882}},
        "weightsManifest": [{"paths": ["group1-shard1of1.bin"], "weights": weights}],
    }
    (folder / "model.json").write_text(json.dumps(json_model))


@pytest.mark.parametrize("small", [False, True])
def test_a_graph_model_paints_as_the_model_it_came_from(agree, tmp_path, small):
    model = graph_model(tmp_path / "web", small=small)
    done = agree(tmp_path / "web", last(lambda x: model(x, training=False)))
    assert "graph model" in done.found.what


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda m: m["weightsManifest"][0].update(paths=["../../secret.bin"]), "not beside it"),
        (lambda m: m["weightsManifest"][0].update(paths=["/etc/passwd"]), "not beside it"),
        (lambda m: m["weightsManifest"][0].update(paths=["gone.bin"]), "gone.bin is not beside"),
        (lambda m: m["weightsManifest"][0]["weights"][0].update(shape=[9, 9, 9, 99]), "truncated"),
        (lambda m: m["weightsManifest"][0]["weights"].pop(0), "conv2d_Conv2D1/kernel|is not|hold no"),
        (lambda m: m["modelTopology"]["config"]["layers"][1].update({"class_name": "Lambda"}), "Lambda"),
        (lambda m: m.pop("modelTopology"), "no modelTopology"),
    ],
)
def test_damaged_and_hostile_models_are_refused(tmp_path, change, sentence):
    model = json.loads((LAYERS / "model.json").read_text())
    change(model)
    (tmp_path / "weights.bin").write_bytes((LAYERS / "weights.bin").read_bytes())
    (tmp_path / "model.json").write_text(json.dumps(model))
    with pytest.raises(Refused, match=sentence):
        convert(tmp_path / "model.json", Asked(), Choice(name="a"))


def places(value, path=()):
    """Every place in a JSON value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []
    for key, one in inside:
        yield (*path, key)
        yield from places(one, (*path, key))


def test_a_description_bent_anywhere_ends_in_a_sentence_or_a_picture_and_never_in_a_crash(tmp_path):
    whole = (LAYERS / "model.json").read_text()
    every = list(places(json.loads(whole)))
    random = np.random.default_rng(0)
    (tmp_path / "weights.bin").write_bytes((LAYERS / "weights.bin").read_bytes())
    refusals = 0
    for at in random.choice(len(every), 60, replace=False):
        model = json.loads(whole)
        of = model
        for key in every[at][:-1]:
            of = of[key]
        of[every[at][-1]] = [None, -1, "x", {}, [], 10**12][int(random.integers(6))]
        (tmp_path / "model.json").write_text(json.dumps(model))
        try:
            convert(tmp_path, Asked(), Choice(name="a"))
        except Refused as refusal:
            refusals += 1
            assert "\n" not in str(refusal)
    assert refusals > 10
