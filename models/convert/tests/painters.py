"""Nothing -> classic.onnx's network in other frameworks, with its weights: for the gallery."""

from pathlib import Path

import keras
import numpy as np
import onnx
import tensorflow as tf
import torch
from homes import Home
from keras import layers as L
from onnx import numpy_helper
from published import UnetGenerator, as_tested

ROOT = Path(__file__).resolve().parents[3]
LEVELS, SIDE = 8, 256
Arrays = dict[str, np.ndarray]


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


def at_home(held: Arrays) -> torch.nn.Module:
    """As a U-Net of plain Sequentials, enc1 … dec1 …, whose keys nobody published."""
    norm = lambda width: torch.nn.InstanceNorm2d(width, affine=True)
    network = Home(LEVELS, 16, first=True, norm=norm)
    arrays = iter(in_order(held))
    with torch.no_grad():
        for module in network.modules():
            if isinstance(module, (torch.nn.Conv2d, torch.nn.ConvTranspose2d)):
                module.weight.copy_(torch.from_numpy(next(arrays)))
                module.bias = torch.nn.Parameter(torch.from_numpy(next(arrays)))
            elif isinstance(module, torch.nn.InstanceNorm2d):
                module.weight.copy_(torch.from_numpy(next(arrays)))
                module.bias.copy_(torch.from_numpy(next(arrays)))
    return network.eval()


def in_order(held: Arrays) -> list[np.ndarray]:
    """Weight and bias of each convolution, and of the norm behind it, as they run."""
    names = []
    for level in range(LEVELS):
        names += [f"down.{level}.{0 if level == 0 else 1}"]
        names += [f"down.{level}.2"] if 0 < level < LEVELS - 1 else []
    for level in range(LEVELS):
        names += [f"up.{level}.1", *([f"up.{level}.2"] if level < LEVELS - 1 else [])]
    return [held[f"{name}.{role}"].copy() for name in names for role in ("weight", "bias")]


class InTensorflow(tf.Module):
    """The same in TensorFlow's bare operators, its norms by moments of the picture."""

    def __init__(self, held: Arrays) -> None:
        turned = lambda array: array.transpose(2, 3, 1, 0) if array.ndim == 4 else array
        self.held = [tf.Variable(turned(array)) for array in in_order(held)]

    @tf.function(input_signature=[tf.TensorSpec([1, SIDE, SIDE, 1], tf.float32)])
    def paint(self, x):
        held = iter(self.held)

        def norm(x):
            mean, variance = tf.nn.moments(x, [1, 2], keepdims=True)
            return (x - mean) * tf.math.rsqrt(variance + 1e-5) * next(held) + next(held)

        skips = []
        for level in range(LEVELS):
            x = tf.nn.leaky_relu(x, 0.2) if level else x
            x = tf.nn.conv2d(x, next(held), 2, "SAME") + next(held)
            x = norm(x) if 0 < level < LEVELS - 1 else x
            skips.append(x)
        skips.pop()
        for level in range(LEVELS):
            weight, side = next(held), 2 ** (level + 1)
            shape = [1, side, side, weight.shape[2]]
            x = tf.nn.conv2d_transpose(tf.nn.relu(x), weight, shape, 2, "SAME") + next(held)
            x = tf.concat([norm(x), skips.pop()], 3) if level < LEVELS - 1 else x
        return tf.tanh(x)
