"""An ONNX file from a stranger -> a generator, or why it is none. What it holds is looked through first."""

import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, numpy_helper

from .external import inside
from .onnxends import adapted, last_op
from .onnxnorms import settle
from .onnxpads import padded
from .said import LARGEST, Asked, Found, Refused, seen

LOOPS = ("Loop", "If", "Scan", "SequenceMap")
DOMAINS = ("", "ai.onnx")
# what the plugin's ONNX Runtime Web runs: the same file as src/core/models/fit.ts reads
RUN = json.loads(
    (Path(__file__).resolve().parents[2] / "src" / "core" / "models" / "opsets.json").read_text()
)
OLDEST, NEWEST, LATEST_IR = RUN["oldest"], RUN["newest"], RUN["ir"]
MOST = 20_000  # nodes


def onnx_file(path: Path, asked: Asked) -> Found:
    if path.stat().st_size > LARGEST:
        raise Refused(f"it is larger than {LARGEST / 1e9:.0f} GB, the most that one ONNX file holds.")
    try:
        model = onnx.load_from_string(path.read_bytes())
    except Exception as error:  # the parser's own errors differ by version of protobuf
        raise Refused(f"it begins as an ONNX file but is damaged or truncated ({seen(error)}).") from error
    check(inside(model, path))
    noise, notes = settle(model, asked, opset(model))
    notes += drawn_by_lot(model) + lost_slopes(model)
    padded(model)
    model = adapted(model, asked, LATEST_IR)
    try:
        onnx.checker.check_model(model)
    except onnx.checker.ValidationError as error:
        raise Refused(f"it is no valid ONNX ({seen(str(error).splitlines()[0])}).") from error
    last = last_op(model)
    outside = {"Tanh": (-1.0, 1.0), "Sigmoid": (0.0, 1.0)}.get(last)
    return Found(
        what=f"ONNX, opset {opset(model)}, {len(model.graph.node)} nodes",
        model=model,
        noise=noise,
        outside=outside,
        notes=notes,
    )


def drawn_by_lot(model: onnx.ModelProto) -> list[str]:
    """What is said of a network that is given its noise by itself."""
    found = sorted({n.op_type for n in model.graph.node if n.op_type.startswith("Random")})
    if not found:
        return []
    return [f"it draws random numbers ({', '.join(found)}): pictures of one drawing differ from run to run."]


def lost_slopes(model: onnx.ModelProto) -> list[str]:
    """What is said of leaky ReLUs whose slope is none, as paddle2onnx 2.1 writes them
    (findings/paddle2onnx-forgets-slopes.sh).
    """
    leaky = [n for n in model.graph.node if n.op_type == "LeakyRelu"]
    slopes = [a.f for n in leaky for a in n.attribute if a.name == "alpha"]
    found = [slope for slope in slopes if not 1e-6 < abs(slope) < 100]
    if not found:
        return []
    return [
        f"{len(found)} of its leaky ReLUs have a slope of {found[0]:.2g}, which its exporter may have lost, "
        f"as paddle2onnx does; most networks have 0.2 or 0.01."
    ]


def opset(model: onnx.ModelProto) -> int:
    return max((o.version for o in model.opset_import if o.domain in DOMAINS), default=0)


def check(model: onnx.ModelProto) -> None:
    graph = model.graph
    if not OLDEST <= opset(model) <= NEWEST:
        raise Refused(f"it is written for opset {opset(model)}; wanted {OLDEST} to {NEWEST}.")
    if len(graph.node) > MOST:
        raise Refused(f"it has {len(graph.node)} nodes, more than {MOST}.")
    if model.functions:
        raise Refused(f"it holds functions of its own ({seen(model.functions[0].name)}); inline them first.")
    convolves = False
    for node in graph.node:
        if node.domain not in DOMAINS:
            raise Refused(
                f"it holds the operator {seen(node.domain)}::{seen(node.op_type)}, which only its own "
                f"program knows."
            )
        if node.op_type in LOOPS or any(
            a.type in (onnx.AttributeProto.GRAPH, onnx.AttributeProto.GRAPHS) for a in node.attribute
        ):
            raise Refused(
                f"it holds {seen(node.op_type)} ({seen(node.name)}); loops and branches are not taken over."
            )
        if not onnx.defs.has(node.op_type):
            raise Refused(
                f"it holds the operator {seen(node.op_type)} ({seen(node.name)}), which ONNX does not know."
            )
        convolves = convolves or node.op_type in ("Conv", "ConvTranspose")
    if not convolves:
        raise Refused("it holds no convolution, so it is no picture-to-picture network.")
    for tensor in graph.initializer:
        if tensor.data_type in (TensorProto.FLOAT, TensorProto.FLOAT16, TensorProto.DOUBLE):
            try:
                array = numpy_helper.to_array(tensor)
            except (ValueError, TypeError) as error:
                raise Refused(f"its weights {seen(tensor.name)} are damaged ({seen(error)}).") from error
            if not np.isfinite(array).all():
                raise Refused(f"its weights hold NaN or infinity ({seen(tensor.name)}).")
    if graph.sparse_initializer:
        raise Refused("its weights are sparse; save them dense.")
