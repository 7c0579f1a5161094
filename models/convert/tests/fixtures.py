"""Nothing -> tests/fixtures/*.onnx: a small converted generator with its card, the same one bare, and files
that must be refused.

python models/convert/tests/fixtures.py          writes them again, bit for bit
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))
sys.path.insert(0, str(HERE))

from published import UnetGenerator

from convert.card import embed
from convert.convert import Choice, convert
from convert.said import Asked
from convert.writer import IR, OPSET

OUT = HERE.parents[2] / "tests" / "fixtures"
SIDE = 32  # of the hostile ones
TENSOR = helper.make_tensor_value_info


def seeded(network: torch.nn.Module) -> dict[str, torch.Tensor]:
    """numpy's weights: torch's own generator promises nothing across versions."""
    random = np.random.RandomState(11)
    state = {}
    for key, value in network.state_dict().items():
        shape = tuple(value.shape)
        numbers = random.standard_normal(shape) * (0.12 if len(shape) == 4 else 0.1)
        state[key] = torch.from_numpy(np.asarray(numbers + (1 if key.endswith("var") else 0), np.float32))
    return state


def converted() -> onnx.ModelProto:
    """unet_128 as published, ngf 4, one channel in, int8, through the converter."""
    network = UnetGenerator(1, downs=7, norm="instance", dropout=False)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "latest_net_G.pth"
        torch.save(seeded(network), path)
        done = convert(path, Asked(ink="dark"), Choice(name="A small U-Net", small="int8", licence="MIT"))
    embed(done.model, done.card | {"parity": {}})  # measured errors differ by processor in their last digits
    return done.model


def bare(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same network as any exporter would leave it: other names, no card."""
    model = onnx.ModelProto.FromString(model.SerializeToString())
    del model.metadata_props[:]
    names = {"drawing": "input", "picture": "output"}
    for node in model.graph.node:
        node.input[:] = [names.get(n, n) for n in node.input]
        node.output[:] = [names.get(n, n) for n in node.output]
    model.graph.input[0].name, model.graph.output[0].name = "input", "output"
    model.producer_name = "pytorch"
    return model


def made(
    nodes: list[onnx.NodeProto],
    weights: list[onnx.TensorProto],
    *,
    inside=(1, 1, SIDE, SIDE),
    outside=(1, 3, SIDE, SIDE),
    extra: list[str] | None = None,
) -> onnx.ModelProto:
    graph = helper.make_graph(
        nodes,
        "hostile",
        [TENSOR("input", TensorProto.FLOAT, inside)],
        [TENSOR("output", TensorProto.FLOAT, outside)],
        initializer=weights,
    )
    domains = [helper.make_opsetid("", OPSET)] + [helper.make_opsetid(name, 1) for name in extra or []]
    return helper.make_model(graph, opset_imports=domains, ir_version=IR, producer_name="a stranger")


def conv_weight(fill: float = 0.1) -> onnx.TensorProto:
    return numpy_helper.from_array(np.full((3, 1, 3, 3), fill, np.float32), "weight")


def conv(given: str = "input", out: str = "output") -> onnx.NodeProto:
    return helper.make_node("Conv", [given, "weight"], [out], pads=[1, 1, 1, 1])


def external() -> onnx.ModelProto:
    """Weights in a file beside it, or anywhere else."""
    weight = TensorProto(
        name="weight", data_type=TensorProto.FLOAT, dims=[3, 1, 3, 3], data_location=TensorProto.EXTERNAL
    )
    weight.external_data.add(key="location", value="../../../etc/passwd")
    return made([conv()], [weight])


def nan() -> onnx.ModelProto:
    return made([conv()], [conv_weight(float("nan"))])


def logarithm() -> onnx.ModelProto:
    """Sound weights, and a logarithm of what is below zero: NaN in every picture."""
    minus = numpy_helper.from_array(np.array(-5, np.float32), "minus")
    return made(
        [
            conv(out="a"),
            helper.make_node("Tanh", ["a"], ["b"]),
            helper.make_node("Add", ["b", "minus"], ["c"]),
            helper.make_node("Log", ["c"], ["output"]),
        ],
        [conv_weight(), minus],
    )


def loop() -> onnx.ModelProto:
    """Valid ONNX that never ends."""
    true = numpy_helper.from_array(np.array(True), "true")
    body = helper.make_graph(
        [helper.make_node("Identity", ["on"], ["again"]), helper.make_node("Tanh", ["x"], ["y"])],
        "body",
        [
            TENSOR("i", TensorProto.INT64, []),
            TENSOR("on", TensorProto.BOOL, []),
            TENSOR("x", TensorProto.FLOAT, [1, 3, SIDE, SIDE]),
        ],
        [TENSOR("again", TensorProto.BOOL, []), TENSOR("y", TensorProto.FLOAT, [1, 3, SIDE, SIDE])],
    )
    return made(
        [conv(out="a"), helper.make_node("Loop", ["", "true", "a"], ["output"], body=body)],
        [conv_weight(), true],
    )


def operator() -> onnx.ModelProto:
    return made([conv(out="a"), helper.make_node("MakeItPretty", ["a"], ["output"])], [conv_weight()])


def domain() -> onnx.ModelProto:
    return made(
        [conv(out="a"), helper.make_node("Paint", ["a"], ["output"], domain="com.example")],
        [conv_weight()],
        extra=["com.example"],
    )


def rank() -> onnx.ModelProto:
    """A classifier: numbers in, numbers out."""
    weight = numpy_helper.from_array(np.ones((4, 2), np.float32), "weight")
    return made(
        [helper.make_node("MatMul", ["input", "weight"], ["output"])], [weight], inside=(1, 4), outside=(1, 2)
    )


def inputs() -> onnx.ModelProto:
    """Two pictures in."""
    model = made([helper.make_node("Add", ["input", "second"], ["a"]), conv("a")], [conv_weight()])
    model.graph.input.append(TENSOR("second", TensorProto.FLOAT, (1, 1, SIDE, SIDE)))
    return model


def memory() -> onnx.ModelProto:
    """A few bytes that ask for 30 GB while running."""
    shape = numpy_helper.from_array(np.array([1, 3, 50_000, 50_000], np.int64), "shape")
    ends = numpy_helper.from_array(np.array([SIDE, SIDE], np.int64), "ends")
    starts, axes = (
        numpy_helper.from_array(np.array(v, np.int64), n) for v, n in (([0, 0], "starts"), ([2, 3], "axes"))
    )
    nodes = [
        conv(out="a"),
        helper.make_node("ReduceMean", ["a"], ["b"], axes=[2, 3], keepdims=1),
        helper.make_node("Expand", ["b", "shape"], ["c"]),
        helper.make_node("Tanh", ["c"], ["d"]),
        helper.make_node("Slice", ["d", "starts", "ends", "axes"], ["output"]),
    ]
    return made(nodes, [conv_weight(), shape, ends, starts, axes])


HOSTILE = {
    "external": external,
    "nan": nan,
    "log": logarithm,
    "loop": loop,
    "operator": operator,
    "domain": domain,
    "rank": rank,
    "inputs": inputs,
    "memory": memory,
}


def normed(*, training: bool) -> onnx.ModelProto:
    """Convolution, batch norm as before training (all 1 and 0), convolution, tanh."""
    random = np.random.RandomState(5)
    arrays = {
        "w": random.standard_normal((8, 1, 3, 3)) * 0.5,
        "v": random.standard_normal((3, 8, 3, 3)) * 0.2,
    }
    arrays |= {"scale": np.ones(8), "shift": np.zeros(8), "mean": np.zeros(8), "variance": np.ones(8)}
    weights = [numpy_helper.from_array(np.asarray(a, np.float32), name) for name, a in arrays.items()]
    norm = ["a", "scale", "shift", "mean", "variance"]
    outputs = ["b", "m", "s"] if training else ["b"]
    nodes = [
        helper.make_node("Conv", ["input", "w"], ["a"], pads=[1, 1, 1, 1]),
        helper.make_node("BatchNormalization", norm, outputs, epsilon=1e-3, training_mode=int(training)),
        helper.make_node("Conv", ["b", "v"], ["c"], pads=[1, 1, 1, 1]),
        helper.make_node("Tanh", ["c"], ["output"]),
    ]
    return made(nodes, weights)


def two_files(model: onnx.ModelProto) -> dict[str, bytes]:
    """A network with its large weights in a second file, as torch.onnx.export leaves it since 2.9."""
    with tempfile.TemporaryDirectory() as folder:
        onnx.save(
            model,
            f"{folder}/g.onnx",
            save_as_external_data=True,
            location="g.onnx.data",
            size_threshold=100,
        )
        return {name: (Path(folder) / name).read_bytes() for name in ("g.onnx", "g.onnx.data")}


def all_of_them() -> dict[str, bytes]:
    """Path in tests/fixtures -> bytes."""
    small = converted()
    files = {"converted.onnx": small.SerializeToString(), "bare.onnx": bare(small).SerializeToString()}
    files |= {f"two/{name}": data for name, data in two_files(bare(small)).items()}
    for training in (False, True):
        name = "training" if training else "untouched"
        files[f"norms/{name}.onnx"] = normed(training=training).SerializeToString()
    files |= {f"hostile/{name}.onnx": build().SerializeToString() for name, build in HOSTILE.items()}
    files["hostile/truncated.onnx"] = files["bare.onnx"][:30_000]
    files["hostile/text.onnx"] = b"This is no network. It is a note that somebody named .onnx.\n"
    return files


def main() -> None:
    for name, data in all_of_them().items():
        path = OUT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        print(f"{path.relative_to(OUT.parents[1])}: {len(data)} bytes")


if __name__ == "__main__":
    main()
