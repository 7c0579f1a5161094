"""Nothing -> docs/checkpoints.png: one trained network in the files of several frameworks, what each of them
paints of a drawing (above), and what the converted file paints (below).

python models/convert/tests/gallery.py          the network is models/classic.onnx, its weights put into each
"""

import struct
import sys
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import torch

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))
sys.path.insert(0, str(HERE))

import tensorflow as tf
from conftest import last
from painters import ROOT, SIDE, InTensorflow, at_home, in_keras, in_torch, weights
from safetensors.torch import save_file
from test_litert import interpreter
from test_tfjs import as_json
from torch_files import source

from convert.convert import Choice, convert
from convert.said import Asked
from convert.trial import drawings, fed, paint

TILE, ACROSS = 128, 7
Source = Callable[[np.ndarray], np.ndarray]


def of_torch(folder: Path) -> list[tuple[Path, Source]]:
    network, home = in_torch(weights()), at_home(weights())
    example = (torch.zeros(1, 1, SIDE, SIDE),)
    torch.save(torch.nn.DataParallel(network).state_dict(), folder / "latest_net_G.pth")
    save_file(network.state_dict(), folder / "model.safetensors")
    torch.jit.trace(network, example, check_trace=False).save(str(folder / "traced.pt"))
    torch.export.save(torch.export.export(network, example), folder / "program.pt2")
    torch.onnx.export(
        network, example, folder / "whole.onnx", dynamo=False, training=torch.onnx.TrainingMode.PRESERVE
    )
    model = onnx.load(folder / "whole.onnx")
    onnx.save(model, folder / "g.onnx", save_as_external_data=True, location="g.onnx.data")
    torch.save({"generator": home.state_dict(), "epoch": 200}, folder / "home.pth")
    names = ["latest_net_G.pth", "model.safetensors", "traced.pt", "program.pt2", "g.onnx"]
    return [*((folder / name, source(network)) for name in names), (folder / "home.pth", source(home))]


def of_tensorflow(folder: Path) -> list[tuple[Path, Source]]:
    from tensorflow.python.framework.convert_to_constants import convert_variables_to_constants_v2

    painter, module = in_keras(weights()), InTensorflow(weights())
    painter.save(folder / "model.keras")
    painter.save(folder / "model.h5")
    tf.saved_model.save(module, folder / "saved_model", signatures=module.paint)
    concrete = module.paint.get_concrete_function()
    frozen = convert_variables_to_constants_v2(concrete).graph.as_graph_def()
    (folder / "frozen.pb").write_bytes(frozen.SerializeToString())
    as_json(frozen, folder / "web")
    for how in ("float", "int8"):
        lite = tf.lite.TFLiteConverter.from_concrete_functions([concrete], module)
        # weights of int8; what is between the layers stays float32
        lite.optimizations = [tf.lite.Optimize.DEFAULT] if how == "int8" else []
        (folder / f"{how}.tflite").write_bytes(lite.convert())
    born = [(folder / f"model.{end}", last(painter)) for end in ("keras", "h5")]
    bare = [(folder / name, last(module.paint)) for name in ("saved_model", "frozen.pb", "web")]
    lites = [folder / f"{how}.tflite" for how in ("float", "int8")]
    return [*born, *bare, *((path, interpreter(path)) for path in lites)]


def tile(picture: np.ndarray) -> np.ndarray:
    """[1, 3, S, S] of −1…1 -> bytes [TILE, TILE, 3]."""
    step = SIDE // TILE
    rows = picture[0].transpose(1, 2, 0).reshape(TILE, step, TILE, step, 3).mean((1, 3))
    return np.clip(np.round((rows + 1) * 127.5), 0, 255).astype(np.uint8)


def png(pixels: np.ndarray) -> bytes:
    high, wide, _ = pixels.shape

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    lines = b"".join(b"\0" + row.tobytes() for row in pixels)
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines, 9)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def main() -> None:
    x = fed(drawings(SIDE)[0], 1, 1.0, -1.0)
    drawn = tile(np.repeat(-x, 3, 1))
    columns = [np.concatenate([drawn, np.full_like(drawn, 255)])]
    with tempfile.TemporaryDirectory() as folder:
        for path, network in [*of_torch(Path(folder)), *of_tensorflow(Path(folder))]:
            done = convert(path, Asked(ink="light"), Choice(name="gallery"))
            truth, made = network(x), paint(done.model, [x])
            apart = np.abs(truth - made) * 127.5
            print(
                f"{path.name}: {done.found.what}; {apart.max():.4f} of 255 at most, {apart.mean():.4f} mean"
            )
            columns.append(np.concatenate([tile(truth), tile(made)]))
    while len(columns) % ACROSS:
        columns.append(np.full_like(columns[0], 255))
    rows = [np.concatenate(columns[at : at + ACROSS], 1) for at in range(0, len(columns), ACROSS)]
    (ROOT / "docs" / "checkpoints.png").write_bytes(png(np.concatenate(rows)))


if __name__ == "__main__":
    main()
