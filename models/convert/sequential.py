"""State dicts of U-Nets that are plain Sequentials, one a level (down1, up1 …) -> a generator.

Padding, slopes and the order of what is joined leave no trace in a state dict; here are networks whose code
is public, known by their names of keys: the U-Nets of eriklindernoren/PyTorch-GAN and of
aladdinpersson/Machine-Learning-Collection. What else is built like that: homemade.py.
"""

import re
from typing import Any

import numpy as np

from .graph import Graph
from .keys import EPSILON, Keys, State
from .said import FOLD, STILL, Asked, Refused, seen
from .writer import Value

LEAK = 0.2
# keys of these networks and of no other; what stands before them is a wrapping
COLLECTION, GAN = r"initial_down\.0\.weight$", r"down1\.model\.0\.weight$"
HALVED: Any = {"stride": (2, 2), "pads": (1, 1, 1, 1)}


def drawn(state: State, asked: Asked) -> tuple[Keys, Graph, Value, str]:
    """The keys, those left over in them; the network; its picture; and its name for people."""
    keys = Keys(state)
    collection = any(re.match(COLLECTION, key) for key in state)
    downs = levels(state, "down", "conv" if collection else "model")
    ups = levels(state, "up", "conv" if collection else "model")
    depth = downs + 2 if collection else downs
    if not 3 <= depth <= 12 or ups != depth - 1:
        raise Refused(f"its keys name {downs} levels down and {ups} up; that is no published U-Net.")
    size = asked.size or 2**depth
    if size % 2**depth:
        raise Refused(
            f"a U-Net of {depth} levels takes pixels in steps of {2**depth}; --size {size} does not fit."
        )
    first = keys.need("initial_down.0.weight" if collection else "down1.model.0.weight")
    if first.ndim != 4:
        raise Refused(f"its first weight has the shape {first.shape}, wanted four numbers.")
    graph = Graph(channels=first.shape[1], size=size, noise=asked.noise or (FOLD if collection else STILL))
    x = learning_collection(keys, graph, depth) if collection else pytorch_gan(keys, graph, depth)
    name = "Machine-Learning-Collection (aladdinpersson)" if collection else "PyTorch-GAN (eriklindernoren)"
    return keys, graph, graph.same("Tanh", x), f"{name}, pix2pix, {depth} levels, ngf {first.shape[0]}"


def levels(state: State, word: str, inner: str) -> int:
    return max((int(m[1]) for key in state if (m := re.match(rf"{word}(\d+)\.{inner}\.0\.", key))), default=0)


def learning_collection(keys: Keys, graph: Graph, depth: int) -> Value:
    """Down: convolution over reflected pixels, batch norm but at the first and last, leaky; at the bottleneck
    zeros around, ReLU. Up: transposed, batch norm, ReLU, dropout in the first three.
    """

    def conv(x: Value, at: str) -> Value:
        weight, bias = keys.need(f"{at}.0.weight"), keys.get(f"{at}.0.bias")
        if at == "bottleneck":
            return graph.conv(x, weight, bias, **HALVED)
        return graph.conv(graph.pad(x, (1, 1, 1, 1), "reflect"), weight, bias, stride=(2, 2))

    x = graph.leaky(conv(graph.drawing, "initial_down"), LEAK)
    skips = [x]
    for level in range(1, depth - 1):
        at = f"down{level}.conv"
        x = graph.leaky(keys.norm(graph, conv(x, at), f"{at}.1", False), LEAK)
        skips.append(x)
    x = graph.same("Relu", conv(x, "bottleneck"))
    for level in range(1, depth):
        at = f"up{level}.conv"
        x = graph.conv_transpose(x, keys.need(f"{at}.0.weight"), keys.get(f"{at}.0.bias"), **HALVED)
        x = graph.same("Relu", keys.norm(graph, x, f"{at}.1", False))
        x = graph.concat([graph.dropout(x, 0.5) if level <= 3 else x, skips.pop()])
    return graph.conv_transpose(x, keys.need("final_up.0.weight"), keys.get("final_up.0.bias"), **HALVED)


def pytorch_gan(keys: Keys, graph: Graph, depth: int) -> Value:
    """Down: convolution, instance norm but at the first and last, leaky, dropout from the fourth on. Up:
    transposed, instance norm, ReLU, dropout in the first four. Last: nearest pixels twice as large,
    convolution.
    """
    x, skips = graph.drawing, []
    for level in range(1, depth + 1):
        x = graph.conv(x, weight4(keys, f"down{level}.model.0.weight"), **HALVED)
        if 1 < level < depth:
            x = graph.instance_norm(x, None, None, EPSILON)
        x = graph.leaky(x, LEAK)
        x = graph.dropout(x, 0.5) if level >= 4 else x
        skips.append(x)
    skips.pop()
    for level in range(1, depth):
        x = graph.conv_transpose(x, weight4(keys, f"up{level}.model.0.weight"), **HALVED)
        x = graph.same("Relu", graph.instance_norm(x, None, None, EPSILON))
        x = graph.concat([graph.dropout(x, 0.5) if level <= 4 else x, skips.pop()])
    x = graph.pad(graph.resize(x, 2 * x.height, 2 * x.width, "nearest", "asymmetric"), (1, 1, 0, 0))
    return graph.conv(x, keys.need("final.2.weight"), keys.get("final.2.bias"), pads=(1, 1, 1, 1))


def weight4(keys: Keys, key: str) -> np.ndarray:
    """A weight of 4 × 4: this author's earlier U-Net has 3 × 3 and other layers."""
    weight = keys.need(key)
    if weight.shape[2:] != (4, 4):
        raise Refused(f"{seen(key)} has the shape {weight.shape}, wanted 4 × 4: an earlier version of it.")
    return weight
