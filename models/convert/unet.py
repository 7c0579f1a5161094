"""The state dict of pytorch-CycleGAN-and-pix2pix's U-Net, of any depth -> a generator.

Its levels lie in one another (model.model.1.model.3.model …): how many there are is read off the keys.
"""

from typing import Any

from .graph import Graph
from .keys import Keys, State
from .report import dropouts, report
from .said import STILL, Asked, Found, Refused


def unet(state: State, asked: Asked) -> Found:
    """Level 0 outermost: conv, then the level below, then convtranspose; a norm after each but the first and
    last, and the innermost's first.
    """
    keys = Keys(state)
    prefixes = ["model.model"]
    while any(k.startswith(f"{prefixes[-1]}.{1 if len(prefixes) == 1 else 3}.model.") for k in state):
        prefixes.append(f"{prefixes[-1]}.{1 if len(prefixes) == 1 else 3}.model")
    depth = len(prefixes)
    if depth < 3:
        raise Refused(f"it is a U-Net of {depth} levels; wanted 3 or more.")
    if depth > 12:
        raise Refused(f"it is a U-Net of {depth} levels; wanted 12 at most.")
    first = keys.need("model.model.0.weight")
    if first.ndim != 4:
        raise Refused(f"model.model.0.weight has the shape {first.shape}, wanted four numbers.")
    size = asked.size or 2**depth
    if size % 2**depth:
        raise Refused(
            f"a U-Net of {depth} levels takes pixels in steps of {2**depth}; --size {size} does not fit."
        )
    graph = Graph(channels=first.shape[1], size=size, noise=asked.noise or STILL)
    halved: Any = {"stride": (2, 2), "pads": (1, 1, 1, 1)}
    x, skips = graph.drawing, []
    for level, at in enumerate(prefixes):
        inner = level == depth - 1
        place = 0 if level == 0 else 1
        if level:  # in place in the original, which changes nothing: ReLU comes next on that way too
            x = graph.leaky(x, 0.2)
        bias = keys.get(f"{at}.{place}.bias")
        x = graph.conv(x, keys.need(f"{at}.{place}.weight"), bias, **halved)
        if 0 < level < depth - 1:
            x = keys.norm(graph, x, f"{at}.{place + 1}", bias is not None)
        if not inner:
            skips.append(x)
    for level in reversed(range(depth)):
        at, place = prefixes[level], 3 if level in (0, depth - 1) else 5
        x = graph.same("Relu", x)
        bias = keys.get(f"{at}.{place}.bias")
        x = graph.conv_transpose(x, keys.need(f"{at}.{place}.weight"), bias, **halved)
        if level == 0:
            break
        x = keys.norm(graph, x, f"{at}.{place + 1}", bias is not None)
        if 4 <= level < depth - 1:  # as published, between the widest levels
            x = graph.dropout(x, 0.5)
        x = graph.concat([skips[level - 1], x])
    x = graph.same("Tanh", x)
    what = f"pytorch-CycleGAN-and-pix2pix, unet_{2**depth}, ngf {first.shape[0]}, {keys.norms()}"
    return report(keys, graph, x, asked, what, dropouts(graph, told=False))
