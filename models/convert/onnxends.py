"""An ONNX network of any layout -> the same behind the tensors `drawing` and `picture`, one square picture a
time, float32 [1, C, S, S].
"""

import math

import onnx
from onnx import TensorProto, helper

from .said import Asked, Refused, seen
from .writer import IR, MOST, WIDEST


def sides(value: onnx.ValueInfoProto) -> list[int]:
    """0 where a side is free."""
    if not value.type.HasField("tensor_type") or not value.type.tensor_type.HasField("shape"):
        raise Refused(f"its tensor {seen(value.name)} has no shape.")
    return [d.dim_value for d in value.type.tensor_type.shape.dim]


def adapted(model: onnx.ModelProto, asked: Asked, latest_ir: int) -> onnx.ModelProto:
    """One input, one output, float32, [1, C, S, S]: transposes and casts are added where the file counts
    otherwise.
    """
    graph = model.graph
    held = {t.name for t in graph.initializer}
    inputs = [i for i in graph.input if i.name not in held]
    if len(inputs) != 1 or not graph.output:
        raise Refused(
            f"it takes {len(inputs)} inputs and gives {len(graph.output)} outputs; wanted one drawing and "
            f"one picture."
        )
    given, made = inputs[0], graph.output[0]
    shape = sides(given)
    if len(shape) != 4:
        raise Refused(
            f"its input {seen(given.name)} has {len(shape)} sides, wanted four: picture, channels, height, "
            f"width."
        )
    last = shape[1] not in (1, 2, 3, 4) and shape[3] in (1, 2, 3, 4)
    channels = shape[3] if last else shape[1]
    if not 1 <= channels <= 4:
        raise Refused(f"its input {seen(given.name)} has the shape {shape}; wanted 1 to 4 channels.")
    height, width = (shape[1], shape[2]) if last else (shape[2], shape[3])
    size = height or width or asked.size or 256
    if (height or size) != (width or size) or size > WIDEST or shape[0] > 1:
        raise Refused(f"its input {seen(given.name)} has the shape {shape}; wanted one square picture.")
    kind = given.type.tensor_type.elem_type
    if kind not in (TensorProto.FLOAT, TensorProto.FLOAT16, TensorProto.DOUBLE):
        raise Refused(
            f"its input {seen(given.name)} is {TensorProto.DataType.Name(kind)}, wanted real numbers."
        )
    inner, outer = "given.of.file", "made.of.file"
    for node in graph.node:
        node.input[:] = [inner if n == given.name else n for n in node.input]
        node.input[:] = [outer if n == made.name else n for n in node.input]
        node.output[:] = [outer if n == made.name else n for n in node.output]
    before, after = [], []
    at = "drawing"
    if last:
        before.append(helper.make_node("Transpose", [at], ["drawing.last"], perm=[0, 2, 3, 1]))
        at = "drawing.last"
    before.append(
        helper.make_node("Cast", [at], [inner], to=kind)
        if kind != TensorProto.FLOAT
        else helper.make_node("Identity", [at], [inner])
    )
    whole = onnx.ModelProto()
    whole.CopyFrom(model)
    del whole.graph.node[:], whole.graph.input[:], whole.graph.output[:], whole.graph.value_info[:]
    square = helper.make_tensor_value_info("drawing", TensorProto.FLOAT, [1, channels, size, size])
    whole.graph.input.append(square)
    whole.graph.node.extend(before + list(graph.node))
    whole.graph.output.append(helper.make_empty_tensor_value_info(outer))
    try:
        known = onnx.shape_inference.infer_shapes(whole, data_prop=True)
    except Exception as error:  # the inferencer throws bare C++ errors
        raise Refused(f"its shapes do not fit together ({seen(error)}).") from error
    for value in known.graph.value_info:
        count = (
            math.prod(max(n, 1) for n in sides(value))
            if value.type.HasField("tensor_type") and value.type.tensor_type.HasField("shape")
            else 0
        )
        if count > MOST:
            raise Refused(
                f"its tensor {seen(value.name)} has {count / 1e6:.0f} million values, more memory than a "
                f"plugin has."
            )
    found = next((o for o in known.graph.output if o.name == outer), None)
    result = sides(found) if found is not None and found.type.HasField("tensor_type") else []
    if not result or not all(result):
        result = sides(made)
    if len(result) != 4:
        raise Refused(f"its output {seen(made.name)} has {len(result)} sides, wanted four.")
    back = result[1] not in (1, 3, 4) and result[3] in (1, 3, 4)
    depth = result[3] if back else result[1]
    pixels = (result[1], result[2]) if back else (result[2], result[3])
    if depth not in (1, 3, 4) or any(n not in (0, size) for n in pixels):
        raise Refused(
            f"its output {seen(made.name)} has the shape {result}; wanted a picture of {size} × {size} with "
            f"1, 3 or 4 channels."
        )
    at = outer
    if kind != TensorProto.FLOAT:
        after.append(helper.make_node("Cast", [at], ["made.float"], to=TensorProto.FLOAT))
        at = "made.float"
    if back:
        after.append(helper.make_node("Transpose", [at], ["made.first"], perm=[0, 3, 1, 2]))
        at = "made.first"
    if depth == 1:
        after.append(helper.make_node("Concat", [at] * 3, ["picture"], axis=1))
    else:
        after.append(helper.make_node("Identity", [at], ["picture"]))
    whole.graph.node.extend(after)
    del whole.graph.output[:]
    whole.graph.output.append(
        helper.make_tensor_value_info("picture", TensorProto.FLOAT, [1, max(depth, 3), size, size])
    )
    whole.ir_version = min(whole.ir_version, latest_ir) or IR
    return whole


def last_op(model: onnx.ModelProto) -> str:
    """The operator that makes the picture, behind what only moves it."""
    made = {name: node for node in model.graph.node for name in node.output}
    at = "picture"
    while at in made and made[at].op_type in ("Identity", "Transpose", "Cast", "Concat"):
        at = made[at].input[0]
    return made[at].op_type if at in made else ""
