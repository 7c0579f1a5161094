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
from onnx import numpy_helper

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))
sys.path.insert(0, str(HERE))

import keras
from keras import layers as L
from published import UnetGenerator, as_tested
from safetensors.torch import save_file

from convert.convert import Choice, convert
from convert.said import Asked
from convert.trial import drawings, fed, paint

ROOT = HERE.parents[2]
LEVELS, SIDE, TILE = 8, 256, 128
Arrays = dict[str, np.ndarray]
Source = Callable[[np.ndarray], np.ndarray]


def weights() -> Arrays:
    """classic.onnx's, by its own names; those stored as int8 given their values."""
    graph = onnx.load(ROOT / "models" / "classic.onnx").graph
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    small = [name.removesuffix(".int8") for name in held if name.endswith(".int8")]
    whole = {name: held[f"{name}.int8"].astype(np.float32) * held[f"{name}.scale"] for name in small}
    return whole | {name: array for name, array in held.items() if not name.endswith((".int8", ".scale"))}


def in_torch(held: Arrays) -> torch.nn.Module:
    """As pytorch-CycleGAN-and-pix2pix builds it; what it joins stands the other way round."""
    network = UnetGenerator(1, 3, downs=LEVELS, ngf=16, dropout=False)
    state, prefix = network.state_dict(), "model.model"
    for level in range(LEVELS):
        up = LEVELS - 1 - level
        place = 0 if level == 0 else 1
        after = 3 if level in (0, LEVELS - 1) else 5
        weight = held[f"up.{up}.1.weight"]
        if level < LEVELS - 1:
            half = len(weight) // 2
            weight = np.concatenate([weight[half:], weight[:half]])
        state[f"{prefix}.{place}.weight"] = torch.from_numpy(held[f"down.{level}.{place}.weight"])
        state[f"{prefix}.{after}.weight"] = torch.from_numpy(weight)
        for role in ("weight", "bias"):
            if 0 < level < LEVELS - 1:
                norm = held[f"down.{level}.2.{role}"]
                state[f"{prefix}.{place + 1}.{role}"] = torch.from_numpy(norm)
            if level > 0:
                state[f"{prefix}.{after + 1}.{role}"] = torch.from_numpy(held[f"up.{up}.2.{role}"])
        prefix += ".1.model" if level == 0 else ".3.model"
    state["model.model.3.bias"] = torch.from_numpy(held["up.7.1.bias"])
    network.load_state_dict(state)
    for name, at in (("down.0.0", "model.model.0"), ("down.7.1", f"{prefix[: -len('.3.model')]}.1")):
        network.get_submodule(at).bias = torch.nn.Parameter(torch.from_numpy(held[f"{name}.bias"]))
    return as_tested(network)


def in_keras(held: Arrays) -> keras.Model:
    """The same of Keras's layers; its group norm of one channel a group is the norm of the picture."""
    arrays: list[np.ndarray] = []

    def conv(kind: type, at: str, filters: int, x):
        arrays.extend((held[f"{at}.weight"].transpose(2, 3, 1, 0), held[f"{at}.bias"]))
        return kind(filters, 4, strides=2, padding="same")(x)

    def norm(at: str, x):
        arrays.extend((held[f"{at}.weight"], held[f"{at}.bias"]))
        return L.GroupNormalization(groups=-1, epsilon=1e-5)(x)

    drawing = x = L.Input((SIDE, SIDE, 1))
    skips = []
    for level in range(LEVELS):
        place = 0 if level == 0 else 1
        x = L.LeakyReLU(0.2)(x) if level else x
        x = conv(L.Conv2D, f"down.{level}.{place}", len(held[f"down.{level}.{place}.weight"]), x)
        x = norm(f"down.{level}.2", x) if 0 < level < LEVELS - 1 else x
        skips.append(x)
    skips.pop()
    for level in range(LEVELS):
        weight = held[f"up.{level}.1.weight"]
        x = conv(L.Conv2DTranspose, f"up.{level}.1", weight.shape[1], L.ReLU()(x))
        x = L.Concatenate()([norm(f"up.{level}.2", x), skips.pop()]) if level < LEVELS - 1 else x
    model = keras.Model(drawing, L.Activation("tanh")(x))
    placed = iter(arrays)
    for layer in model.layers:
        layer.set_weights([next(placed) for _ in layer.weights])
    return model


def files(folder: Path) -> list[tuple[Path, Source]]:
    held = weights()
    network = in_torch(held)
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
    painter = in_keras(held)
    painter.save(folder / "model.keras")

    def by_torch(x: np.ndarray) -> np.ndarray:
        with torch.no_grad():
            return network(torch.from_numpy(x)).numpy()

    def by_keras(x: np.ndarray) -> np.ndarray:
        return np.asarray(painter(x.transpose(0, 2, 3, 1))).transpose(0, 3, 1, 2)

    born = ["latest_net_G.pth", "model.safetensors", "traced.pt", "program.pt2", "g.onnx"]
    return [*((folder / name, by_torch) for name in born), (folder / "model.keras", by_keras)]


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
    drawn = np.repeat(-x, 3, 1)
    columns = [np.concatenate([tile(drawn), np.full((TILE, TILE, 3), 255, np.uint8)])]
    with tempfile.TemporaryDirectory() as folder:
        for path, source in files(Path(folder)):
            done = convert(path, Asked(ink="light"), Choice(name="gallery"))
            truth, made = source(x), paint(done.model, [x])
            apart = np.abs(truth - made).max() * 127.5
            print(f"{path.name}: {done.found.what}; {apart:.4f} of 255 at most from its own framework")
            columns.append(np.concatenate([tile(truth), tile(made)]))
    (ROOT / "docs" / "checkpoints.png").write_bytes(png(np.concatenate(columns, 1)))


if __name__ == "__main__":
    main()
