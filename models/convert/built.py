"""A home-made U-Net's keys and plan -> the network, with what no key tells taken as most write it."""

from .graph import Graph
from .homemade import Layer, Plan, plan_of
from .keys import Keys, State
from .said import FOLD, Asked, Refused
from .writer import Value

LEAK = 0.2
SIDE = 256  # pixels, where nothing is asked: the paper's
TAKEN = (
    "its keys do not tell activations, the order of what is joined, borders and dropouts: taken are "
    "LeakyReLU 0.2 down, ReLU at the bottom and up, tanh at the end, [up, skip], zeros, none. If the picture "
    "is wrong, save it as TorchScript (torch.jit.trace) or ONNX (torch.onnx.export) where its code is."
)


def built(state: State, asked: Asked) -> tuple[Keys, Graph, Value, str]:
    """The keys, those left over in them; the network; its picture; and its name for people. Raises
    Unclear.
    """
    plan, keys = plan_of(state), Keys(state)
    depth = len(plan.down)
    size = asked.size or max(SIDE, 2**depth)
    if size % 2**depth:
        raise Refused(
            f"a U-Net of {depth} levels takes pixels in steps of {2**depth}; --size {size} does not fit."
        )
    wide, channels = plan.down[0].shape[:2]
    graph = Graph(channels=channels, size=size, noise=asked.noise or FOLD)
    x, skips = graph.drawing, []
    for level, layer in enumerate(plan.down):
        x = leaky(graph, x) if plan.before and level else x
        x = weighed(keys, graph, x, layer, plan)
        if not plan.before:
            x = leaky(graph, x) if level < depth - 1 else graph.same("Relu", x)
        skips.append(x)
    skips.pop()
    ups = [*plan.up, *plan.last]
    for layer, joined in zip(ups, [*plan.joined, *(False for _ in plan.last)]):
        if layer is not plan.up[0] and layer in plan.up:
            skip = skips.pop()
            x = graph.concat([x, skip]) if joined else x
        x = graph.same("Relu", x) if plan.before else x
        x = weighed(keys, graph, x, layer, plan)
        x = graph.same("Relu", x) if not plan.before and layer is not ups[-1] else x
    name = f"a U-Net of plain Sequentials, read by its shapes: {depth} levels, ngf {wide}, {keys.norms()}"
    return keys, graph, graph.same("Tanh", x), name


def leaky(graph: Graph, x: Value) -> Value:
    return graph.leaky(x, LEAK)


def weighed(keys: Keys, graph: Graph, x: Value, layer: Layer, plan: Plan) -> Value:
    """The convolution and its norm."""
    weight, bias = keys.need(f"{layer.at}.weight"), keys.get(f"{layer.at}.bias")
    if layer.halves:
        step = graph.conv if layer in plan.down else graph.conv_transpose
        x = step(x, weight, bias, stride=(2, 2), pads=(1, 1, 1, 1))
    else:
        edge = weight.shape[-1] // 2
        x = graph.conv(x, weight, bias, pads=(edge,) * 4)
    return keys.norm(graph, x, layer.norm, False) if layer.norm else x
