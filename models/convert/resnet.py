"""The state dict of pytorch-CycleGAN-and-pix2pix's ResNet generator, of any number of blocks, or of
Pix2PixHD's global generator, which has the same plan with more steps down and wider kernels -> a generator.

The places of the convolutions among the numbered layers tell what stands between them.
"""

import re

from .graph import Graph
from .keys import Keys, State
from .report import dropouts, report
from .said import STILL, Asked, Found, Refused
from .writer import Value


def resnet(state: State, asked: Asked) -> Found:
    """Reflect 3, conv 7, norm; n × (conv by 2, norm); blocks; n × (convtranspose by 2, norm); reflect 3, conv
    7, tanh.
    """
    keys = Keys(state)
    places = sorted(
        {int(m[1]) for k in state if (m := re.match(r"model\.(\d+)\.weight$", k)) and state[k].ndim == 4}
    )
    blocks = sorted({int(m[1]) for k in state if (m := re.match(r"model\.(\d+)\.conv_block\.", k))})
    before, after = [p for p in places if p < blocks[0]], [p for p in places if p > blocks[-1]]
    if len(before) < 2 or len(after) != len(before) or blocks != list(range(blocks[0], blocks[-1] + 1)):
        raise Refused(
            f"its convolutions stand at {places} and its blocks at {blocks}: no published ResNet generator."
        )
    first, steps = keys.need(f"model.{before[0]}.weight"), len(before) - 1
    high = steps >= 3  # Pix2PixHD goes down three or four times, the ResNets of Pix2Pix twice
    size = asked.size or (512 if high else 256)
    if size % 2**steps:
        raise Refused(f"it halves the picture {steps} times; --size {size} does not fit.")
    graph = Graph(channels=first.shape[1], size=size, noise=asked.noise or STILL)
    x = graph.drawing
    for i, place in enumerate(before):
        weight, bias = keys.need(f"model.{place}.weight"), keys.get(f"model.{place}.bias")
        if i == 0:
            edge = weight.shape[-1] // 2
            x = graph.conv(graph.pad(x, (edge,) * 4, "reflect"), weight, bias)
        else:
            x = graph.conv(x, weight, bias, stride=(2, 2), pads=(1, 1, 1, 1))
        x = graph.same("Relu", keys.norm(graph, x, f"model.{place + 1}", bias is not None))
    for place in blocks:
        x = graph.both("Add", x, block(keys, graph, x, f"model.{place}.conv_block"))
    for i, place in enumerate(after):
        weight, bias = keys.need(f"model.{place}.weight"), keys.get(f"model.{place}.bias")
        if i == steps:
            edge = weight.shape[-1] // 2
            x = graph.conv(graph.pad(x, (edge,) * 4, "reflect"), weight, bias)
        else:
            x = graph.conv_transpose(x, weight, bias, stride=(2, 2), pads=(1, 1, 1, 1), extra=(1, 1))
            x = graph.same("Relu", keys.norm(graph, x, f"model.{place + 1}", bias is not None))
    x = graph.same("Tanh", x)
    name = "Pix2PixHD, global generator" if high else "pytorch-CycleGAN-and-pix2pix, resnet"
    what = f"{name}, {len(blocks)} blocks, ngf {first.shape[0]}, {keys.norms()}"
    return report(keys, graph, x, asked, what, dropouts(graph, told=True))


def block(keys: Keys, graph: Graph, x: Value, at: str) -> Value:
    """[reflect,] conv 3, norm, relu, [dropout,] [reflect,] conv 3, norm. Where the numbers stand tells which
    of them there are.
    """
    found = [
        int(k[len(at) + 1 :].split(".")[0])
        for k in keys.state
        if k.startswith(at + ".") and k.endswith(".weight") and keys.state[k].ndim == 4
    ]
    if len(found) != 2:
        raise Refused(f"{at} has {len(found)} convolutions, wanted 2.")
    one, two = sorted(found)
    reflects, rest = one == 1, two - one - 3 - (one == 1)
    if one > 1 or rest not in (0, 1):
        raise Refused(f"{at} has its convolutions at {one} and {two}: no published block.")
    for place in (one, two):
        weight, bias = keys.need(f"{at}.{place}.weight"), keys.get(f"{at}.{place}.bias")
        if reflects:
            x = graph.conv(graph.pad(x, (1, 1, 1, 1), "reflect"), weight, bias)
        else:
            x = graph.conv(x, weight, bias, pads=(1, 1, 1, 1))
        x = keys.norm(graph, x, f"{at}.{place + 1}", bias is not None)
        if place == one:
            x = graph.same("Relu", x)
            x = graph.dropout(x, 0.5) if rest else x
    return x
