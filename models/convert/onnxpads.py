"""An ONNX model -> the same with the padding of dilated convolutions written out, where the file says SAME.

The rule is ONNX's own (Conv: auto_pad). ONNX Runtime has it but for dilated windows, which it refuses while
it paints (findings/onnxruntime-same-and-dilated.sh); PyTorch's former exporter writes them for "same". By
steps of 1 the padding hangs on the window alone; others, whose padding hangs on the map, stay as they are.
"""

from collections.abc import Sequence

import onnx
from onnx import helper

SAME = (b"SAME_UPPER", b"SAME_LOWER")


def padded(model: onnx.ModelProto) -> None:
    shapes = {tensor.name: list(tensor.dims) for tensor in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type != "Conv" or len(node.input) < 2:
            continue
        given = {a.name: helper.get_attribute_value(a) for a in node.attribute}
        kernel: Sequence[int] = given.get("kernel_shape") or shapes.get(node.input[1], [])[2:]
        dilations: Sequence[int] = given.get("dilations") or [1] * len(kernel)
        how, strides = given.get("auto_pad"), given.get("strides") or [1]
        if how not in SAME or not kernel or max(dilations) == 1 or max(strides) > 1:
            continue
        total = [(k - 1) * d for k, d in zip(kernel, dilations)]
        less, more = [t // 2 for t in total], [t - t // 2 for t in total]
        kept = [a for a in node.attribute if a.name not in ("auto_pad", "pads")]
        del node.attribute[:]
        node.attribute.extend(kept)
        pads = [*less, *more] if how == SAME[0] else [*more, *less]
        node.attribute.append(helper.make_attribute("pads", pads))
