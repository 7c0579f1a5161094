"""TensorFlow's operators on shapes: numbers by then, or the moving, cutting, joining and resizing of maps."""

from typing import Any

import numpy as np

from .arithmetic import bounded
from .attributes import TYPES
from .convolutions import around
from .graph import Graph
from .nodes import Node
from .registry import array, channels_last, op, sides, value
from .same import two
from .things import Context, Repeated, Thing
from .writer import Value


@op("Cast")
def cast(walk: Context, node: Node, things: list[Thing]) -> Thing:
    (x,) = things
    kind = node.attributes.get("DstT", 1)
    if isinstance(x, np.ndarray):
        return x.astype(TYPES[kind])
    if kind not in (1, 2, 14, 19):
        raise ValueError("no real numbers any more")
    return x


@op("Shape")
def shape(walk: Context, node: Node, things: list[Thing]) -> Thing:
    (x,) = things
    if isinstance(x, Repeated):
        return np.array([*sides(x.value)[: x.axis + 1], x.times, *sides(x.value)[x.axis + 1 :]], np.int32)
    return np.array(sides(x) if isinstance(x, Value) else array(x).shape, np.int32)


@op("StridedSlice")
def strided_slice(walk: Context, node: Node, things: list[Thing]) -> Thing:
    x, begin, end, step = things[0], *(array(t).tolist() for t in things[1:4])
    masks = {
        k: int(node.attributes.get(k, 0))
        for k in ("begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask", "shrink_axis_mask")
    }
    parts: list[Any] = []
    for i, (b, e, s) in enumerate(zip(begin, end, step)):
        bit = 1 << i
        if masks["ellipsis_mask"] & bit:
            parts.append(Ellipsis)
        elif masks["new_axis_mask"] & bit:
            parts.append(None)
        elif masks["shrink_axis_mask"] & bit:
            parts.append(b)
        else:
            parts.append(
                slice(None if masks["begin_mask"] & bit else b, None if masks["end_mask"] & bit else e, s)
            )
    if isinstance(x, np.ndarray):
        return np.asarray(x[tuple(parts)])
    return cut(walk.graph, value(x), parts)


def cut(graph: Graph, x: Value, parts: list[Any]) -> Value:
    """x[:, a:b, c:d, e:f] of [N, H, W, C]; whole steps only."""
    if Ellipsis in parts:
        at = parts.index(Ellipsis)
        parts = parts[:at] + [slice(None)] * (4 - len(parts) + 1) + parts[at + 1 :]
    parts = parts + [slice(None)] * (4 - len(parts))
    if len(parts) != 4 or any(not isinstance(p, slice) or (p.step or 1) != 1 for p in parts):
        raise ValueError("a cut that is no window")
    (n0, n1), (top, bottom), (left, right), (first, last) = (
        p.indices(n)[:2] for p, n in zip(parts, sides(x))
    )
    if (n0, n1) != (0, 1):
        raise ValueError("a cut of the batch")
    if (top, bottom, left, right) != (0, x.height, 0, x.width):
        x = graph.pad(x, (-top, -left, bottom - x.height, right - x.width))
    return x if (first, last) == (0, x.channels) else graph.slice(x, first, last)


@op("Slice")
def window(walk: Context, node: Node, things: list[Thing]) -> Thing:
    x, begin, size = things[0], array(things[1]).tolist(), array(things[2]).tolist()
    parts = [slice(b, None if n < 0 else b + n) for b, n in zip(begin, size)]
    return np.asarray(x[tuple(parts)]) if isinstance(x, np.ndarray) else cut(walk.graph, value(x), parts)


@op("Pack")
def pack(walk: Context, node: Node, things: list[Thing]) -> Thing:
    return np.stack([array(t) for t in things], int(node.attributes.get("axis", 0)))


@op("ConcatV2", "Concat")
def concat(walk: Context, node: Node, things: list[Thing]) -> Thing:
    axis, parts = (things[-1], things[:-1]) if node.op == "ConcatV2" else (things[0], things[1:])
    at = int(array(axis))
    if all(isinstance(p, np.ndarray) for p in parts):
        return np.concatenate([array(p) for p in parts], at)
    if at not in (3, -1):
        raise ValueError("joins something other than channels")
    return walk.graph.concat([value(p) for p in parts])


@op("Split")
def split(walk: Context, node: Node, things: list[Thing]) -> list[Thing]:
    at, x, count = int(array(things[0])), value(things[1]), int(node.attributes["num_split"])
    if at not in (3, -1) or x.channels % count:
        raise ValueError("splits something other than channels")
    each = x.channels // count
    return [walk.graph.slice(x, i * each, (i + 1) * each) for i in range(count)]


@op("Pad", "PadV2", "MirrorPad")
def pad(walk: Context, node: Node, things: list[Thing]) -> Thing:
    x, pads = value(things[0]), array(things[1])
    if pads.shape != (4, 2) or pads[0].any() or pads[3].any():
        raise ValueError("pads something other than the border")
    around_it = (pads[1, 0], pads[2, 0], pads[1, 1], pads[2, 1])
    if node.op == "MirrorPad" and node.attributes.get("mode") != b"REFLECT":
        raise ValueError("mirrors the border itself")
    fill = float(array(things[2])) if node.op == "PadV2" else 0.0
    return walk.graph.pad(x, around_it, "reflect" if node.op == "MirrorPad" else "constant", fill)


@op("Reshape")
def reshape(walk: Context, node: Node, things: list[Thing]) -> Thing:
    x, goal = things[0], array(things[1]).tolist()
    if isinstance(x, np.ndarray):
        return x.reshape(goal)
    if isinstance(x, Repeated):
        held = x.value
        height, width = (
            held.height * (x.times if x.axis == 1 else 1),
            held.width * (x.times if x.axis == 2 else 1),
        )
        if len(goal) != 4 or any(n not in (-1, m) for n, m in zip(goal, (1, height, width, held.channels))):
            raise ValueError("a new shape for a map")
        return walk.graph.resize(held, height, width, "nearest", "asymmetric")
    found = value(x)
    wanted = [now if n == -1 else n for n, now in zip(goal, sides(found))]
    if len(goal) == 4 and wanted == sides(found):
        return found
    raise ValueError("a new shape for a map")


@op("Squeeze", "ExpandDims", "Transpose", "Tile", "GatherV2", "Unpack")
def arranged(walk: Context, node: Node, things: list[Thing]) -> Thing:
    """Of constants; and of maps, where together they repeat rows or columns."""
    if node.op == "ExpandDims" and isinstance(things[0], Value) and int(array(things[1])) in (2, 3):
        return Repeated(things[0], int(array(things[1])) - 1, 1)
    if node.op == "Tile" and isinstance(things[0], Repeated):
        held, times = things[0], [int(n) for n in array(things[1])]
        if len(times) != 5 or any(n != 1 for i, n in enumerate(times) if i != held.axis + 1):
            raise ValueError("repeats something other than rows or columns")
        return Repeated(held.value, held.axis, times[held.axis + 1])
    arrays = [array(t) for t in things]
    if node.op == "Squeeze":
        axes = tuple(node.attributes.get("squeeze_dims") or node.attributes.get("axis") or ())
        return np.squeeze(arrays[0], axes or None)
    if node.op == "ExpandDims":
        return np.expand_dims(arrays[0], int(arrays[1]))
    if node.op == "Transpose":
        return arrays[0].transpose(arrays[1])
    if node.op == "Tile":
        bounded(np.array(arrays[0].shape) * arrays[1])
        return np.tile(arrays[0], arrays[1])
    if node.op == "GatherV2":
        return np.take(arrays[0], arrays[1], axis=int(arrays[2]))
    return list(arrays[0])  # type: ignore[return-value]


@op("Mean")
def mean(walk: Context, node: Node, things: list[Thing]) -> Thing:
    x, axes = things[0], array(things[1])
    keep = bool(node.attributes.get("keep_dims", False))
    if isinstance(x, np.ndarray):
        return np.asarray(x.mean(tuple(np.atleast_1d(axes)), keepdims=keep))
    if sorted(int(a) % 4 for a in np.atleast_1d(axes)) != [1, 2] or not keep:
        raise ValueError("a mean over something other than the pixels, kept as a map")
    return walk.graph.mean(value(x))


@op("MaxPool", "AvgPool")
def pool(walk: Context, node: Node, things: list[Thing]) -> Thing:
    channels_last(node)
    x, kernel, stride = value(things[0]), two(node.attributes["ksize"]), two(node.attributes["strides"])
    pads = around(node, (x.height, x.width), kernel, stride, (1, 1))
    return walk.graph.pool(
        "MaxPool" if node.op == "MaxPool" else "AveragePool", x, kernel=kernel, stride=stride, pads=pads
    )


@op("ResizeNearestNeighbor", "ResizeBilinear")
def resize(walk: Context, node: Node, things: list[Thing]) -> Thing:
    x, (height, width) = value(things[0]), (int(n) for n in array(things[1]))
    half, corners = node.attributes.get("half_pixel_centers"), node.attributes.get("align_corners")
    nearest = node.op == "ResizeNearestNeighbor"
    if nearest and not corners and height % x.height == 0 and width % x.width == 0:
        how = "asymmetric"  # whole factors: every rule gives the same pixels
    elif corners:
        how = "align_corners"
    elif nearest and half:
        raise ValueError("enlarges by a fraction")
    else:
        how = "half_pixel" if half else "asymmetric"
    return walk.graph.resize(x, height, width, "nearest" if nearest else "linear", how)


@op("DepthToSpace")
def depth_to_space(walk: Context, node: Node, things: list[Thing]) -> Thing:
    x, block = value(things[0]), int(node.attributes["block_size"])
    if block < 1 or x.channels % block**2:
        raise ValueError("does not divide the channels")
    return walk.graph.node(
        "DepthToSpace",
        [x.name],
        (x.channels // block**2, x.height * block, x.width * block),
        blocksize=block,
        mode="DCR",
    )
