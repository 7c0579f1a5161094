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
from onnx import helper, numpy_helper

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))
sys.path.insert(0, str(HERE))

from hostile import HOSTILE, made
from published import UnetGenerator

from convert.card import embed
from convert.convert import Choice, convert
from convert.said import Asked

OUT = HERE.parents[2] / "tests" / "fixtures"


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
