"""Layers, one call each -> ONNX, opset 17, one picture [1, C, H, W] a time. Every reader writes its network
through this one door.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .said import FOLD, KEEP, LARGEST, STILL, Norm, Refused
from .tidy import tidy

OPSET, IR = 17, 8
WIDEST = 16_384  # channels or pixels of a side: beyond it a shape is a mistake or an attack
MOST = 1 << 28  # values of one activation


@dataclass(frozen=True)
class Value:
    """One activation [1, channels, height, width]."""

    name: str
    channels: int
    height: int
    width: int

    @property
    def shape(self) -> tuple[int, int, int, int]:
        return (1, self.channels, self.height, self.width)


class Graph:
    """`noise` says what becomes of batch norm and dropout: keep (own statistics, random), still (own
    statistics), fold (as trained).
    """

    def __init__(self, *, channels: int, size: int, noise: str):
        assert noise in (KEEP, STILL, FOLD), f"noise is keep, still or fold, got {noise!r}"
        if not 1 <= channels <= 4:
            raise Refused(f"the network takes {channels} input channels; a drawing has 1 to 4.")
        self.noise = noise
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.norms: list[Norm] = []
        self.bytes = 0
        self.unfolded = 0  # norms that hold no running statistics though fold was asked
        self.settled = 0  # norms that the file itself runs with the statistics of training
        self.dropouts = 0
        self.drawing = Value("drawing", channels, size, size)

    # weights and nodes

    def weight(self, array: np.ndarray, role: str = "weight") -> str:
        array = np.asarray(array, order="C")  # ascontiguousarray would give a number a side
        if array.dtype.kind == "f":
            array = array.astype(np.float32)
            if not np.isfinite(array).all():
                raise Refused(
                    f"its weights hold NaN or infinity ({role}, {' × '.join(map(str, array.shape))})."
                )
        self.bytes += array.nbytes
        if self.bytes > LARGEST:
            raise Refused(
                f"its weights are larger than {LARGEST / 1e9:.0f} GB, the most that one ONNX file holds."
            )
        name = f"{role}.{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(array, name))
        return name

    def ints(self, *values: int) -> str:
        return self.weight(np.array(values, np.int64), "shape")

    def node(self, op: str, inputs: list[str], shape: tuple[int, int, int], **attributes: Any) -> Value:
        channels, height, width = (int(n) for n in shape)
        if min(channels, height, width) < 1:
            raise Refused(
                f"{op} would give {channels} channels of {height} × {width} pixels; is --size right?"
            )
        if max(channels, height, width) > WIDEST or channels * height * width > MOST:
            raise Refused(
                f"{op} would give {channels} channels of {height} × {width} pixels, more than a plugin can "
                f"hold."
            )
        name = f"{op.lower()}.{len(self.nodes)}"
        self.nodes.append(helper.make_node(op, inputs, [name], name=name, **attributes))
        return Value(name, channels, height, width)

    # layers with weights

    def conv(
        self,
        x: Value,
        weight: np.ndarray,  # [O, I / groups, k, k]
        bias: np.ndarray | None = None,
        *,
        stride: tuple[int, int] = (1, 1),
        pads: tuple[int, int, int, int] = (0, 0, 0, 0),  # top, left, bottom, right
        dilation: tuple[int, int] = (1, 1),
        groups: int = 1,
    ) -> Value:
        out, inner, high, wide = rank4(weight, "a convolution's weight")
        if groups < 1 or inner * groups != x.channels:
            raise Refused(
                f"a convolution's weight {shown(weight)} wants {inner * groups} channels, it is given "
                f"{x.channels}."
            )
        height = (x.height + pads[0] + pads[2] - dilation[0] * (high - 1) - 1) // stride[0] + 1
        width = (x.width + pads[1] + pads[3] - dilation[1] * (wide - 1) - 1) // stride[1] + 1
        inputs = [x.name, self.weight(weight), *self.bias(bias, out)]
        return self.node(
            "Conv",
            inputs,
            (out, height, width),
            kernel_shape=[high, wide],
            strides=stride,
            pads=pads,
            dilations=dilation,
            group=groups,
        )

    def conv_transpose(
        self,
        x: Value,
        weight: np.ndarray,  # [I, O / groups, k, k]
        bias: np.ndarray | None = None,
        *,
        stride: tuple[int, int] = (1, 1),
        pads: tuple[int, int, int, int] = (0, 0, 0, 0),
        extra: tuple[int, int] = (0, 0),  # output padding
        dilation: tuple[int, int] = (1, 1),
        groups: int = 1,
    ) -> Value:
        inner, out, high, wide = rank4(weight, "a transposed convolution's weight")
        if inner != x.channels:
            raise Refused(
                f"a transposed convolution's weight {shown(weight)} wants {inner} channels, it is given "
                f"{x.channels}."
            )
        height = (x.height - 1) * stride[0] - pads[0] - pads[2] + dilation[0] * (high - 1) + 1 + extra[0]
        width = (x.width - 1) * stride[1] - pads[1] - pads[3] + dilation[1] * (wide - 1) + 1 + extra[1]
        inputs = [x.name, self.weight(weight), *self.bias(bias, out * groups)]
        return self.node(
            "ConvTranspose",
            inputs,
            (out * groups, height, width),
            kernel_shape=[high, wide],
            strides=stride,
            pads=pads,
            output_padding=extra,
            dilations=dilation,
            group=groups,
        )

    def bias(self, bias: np.ndarray | None, out: int) -> list[str]:
        if bias is None:
            return []
        if bias.shape != (out,):
            raise Refused(f"a bias has the shape {shown(bias)}, wanted {out}.")
        return [self.weight(bias, "bias")]

    def batch_norm(
        self,
        x: Value,
        gamma: np.ndarray | None,
        beta: np.ndarray | None,
        mean: np.ndarray | None,
        variance: np.ndarray | None,
        epsilon: float,
        name: str = "",
    ) -> Value:
        """By the picture's own statistics; by those of training when noise is fold and the file has them."""
        if mean is None or variance is None:
            self.unfolded += self.noise == FOLD
            return self.instance_norm(x, gamma, beta, epsilon)
        for array in (mean, variance):
            self.vector(array, x)
        self.norms.append(Norm(at=x.name, mean=np.asarray(mean), variance=np.asarray(variance), name=name))
        if self.noise != FOLD:
            return self.instance_norm(x, gamma, beta, epsilon)
        gamma = np.ones(x.channels, np.float32) if gamma is None else self.vector(gamma, x)
        beta = np.zeros(x.channels, np.float32) if beta is None else self.vector(beta, x)
        inputs = [x.name, *(self.weight(a, "norm") for a in (gamma, beta, mean, variance))]
        return self.node("BatchNormalization", inputs, x.shape[1:], epsilon=float(epsilon))

    def own_statistics(self) -> None:
        """Every batch norm written with the statistics of training becomes one by the picture's own."""
        for node in self.nodes:
            if node.op_type == "BatchNormalization":
                node.op_type = "InstanceNormalization"
                del node.input[3:]
        self.noise = STILL

    def instance_norm(
        self, x: Value, gamma: np.ndarray | None, beta: np.ndarray | None, epsilon: float
    ) -> Value:
        gamma = np.ones(x.channels, np.float32) if gamma is None else self.vector(gamma, x)
        beta = np.zeros(x.channels, np.float32) if beta is None else self.vector(beta, x)
        inputs = [x.name, self.weight(gamma, "norm"), self.weight(beta, "norm")]
        return self.node("InstanceNormalization", inputs, x.shape[1:], epsilon=float(epsilon))

    def group_norm(
        self, x: Value, groups: int, gamma: np.ndarray | None, beta: np.ndarray | None, epsilon: float
    ) -> Value:
        """InstanceNormalization over groups of channels laid out as one long row each."""
        if groups < 1 or x.channels % groups:
            raise Refused(f"a group norm of {groups} groups does not divide {x.channels} channels.")
        rows = self.node("Reshape", [x.name, self.ints(1, groups, -1, 1)], (groups, 1, 1))
        ones, zeros = np.ones(groups, np.float32), np.zeros(groups, np.float32)
        flat = self.node(
            "InstanceNormalization",
            [rows.name, self.weight(ones, "norm"), self.weight(zeros, "norm")],
            (groups, 1, 1),
            epsilon=float(epsilon),
        )
        out = self.node("Reshape", [flat.name, self.ints(*x.shape)], x.shape[1:])
        if gamma is not None:
            out = self.constant("Mul", out, self.vector(gamma, x).reshape(1, -1, 1, 1))
        if beta is not None:
            out = self.constant("Add", out, self.vector(beta, x).reshape(1, -1, 1, 1))
        return out

    def vector(self, array: np.ndarray, x: Value) -> np.ndarray:
        if np.shape(array) != (x.channels,):
            raise Refused(f"a norm has {shown(array)} values for {x.channels} channels.")
        return array

    # layers without

    def same(self, op: str, x: Value, **attributes: Any) -> Value:
        """An elementwise operator of one input."""
        return self.node(op, [x.name], x.shape[1:], **attributes)

    def leaky(self, x: Value, slope: float) -> Value:
        return self.same("LeakyRelu", x, alpha=float(slope))

    def prelu(self, x: Value, slope: np.ndarray) -> Value:
        slope = np.asarray(slope, np.float32).reshape(-1)
        if slope.size not in (1, x.channels):
            raise Refused(f"a PReLU has {slope.size} slopes for {x.channels} channels.")
        return self.node("PRelu", [x.name, self.weight(slope.reshape(-1, 1, 1), "slope")], x.shape[1:])

    def clip(self, x: Value, low: float | None, high: float | None) -> Value:
        bound = lambda v: "" if v is None else self.weight(np.array(v, np.float32), "bound")
        return self.node("Clip", [x.name, bound(low), bound(high)], x.shape[1:])

    def dropout(self, x: Value, rate: float) -> Value:
        """Random with keep, else nothing."""
        self.dropouts += 1
        if self.noise != KEEP or rate == 0:
            return x
        if not 0 < rate < 1:
            raise Refused(f"a dropout has the rate {rate}, wanted 0…1.")
        # not ONNX's own Dropout: ONNX Runtime leaves that out, whatever its training input says
        chance = self.node("RandomUniformLike", [x.name], x.shape[1:])
        kept = self.node(
            "GreaterOrEqual", [chance.name, self.weight(np.array(rate, np.float32), "rate")], x.shape[1:]
        )
        mask = self.node("Cast", [kept.name], x.shape[1:], to=TensorProto.FLOAT)
        return self.both("Mul", self.affine(x, 1 / (1 - rate), 0.0), mask)

    def pad(
        self, x: Value, pads: tuple[int, int, int, int], mode: str = "constant", value: float = 0.0
    ) -> Value:
        """Top, left, bottom, right; negative ones crop. Modes constant, reflect, edge."""
        top, left, bottom, right = (int(p) for p in pads)
        if mode == "reflect" and not (max(top, bottom) < x.height and max(left, right) < x.width):
            raise Refused(
                f"it reflects {max(pads)} pixels of a map of {x.height} × {x.width}; is --size large enough?"
            )
        inputs = [x.name, self.ints(0, 0, top, left, 0, 0, bottom, right)]
        if mode == "constant":
            inputs.append(self.weight(np.array(value, np.float32), "value"))
        return self.node(
            "Pad", inputs, (x.channels, x.height + top + bottom, x.width + left + right), mode=mode
        )

    def concat(self, values: list[Value]) -> Value:
        first = values[0]
        for value in values:
            if (value.height, value.width) != (first.height, first.width):
                raise Refused(
                    f"it joins maps of {first.height} × {first.width} and {value.height} × {value.width} "
                    f"pixels; is --size right?"
                )
        return self.node(
            "Concat",
            [v.name for v in values],
            (sum(v.channels for v in values), first.height, first.width),
            axis=1,
        )

    def both(self, op: str, a: Value, b: Value) -> Value:
        """An elementwise operator of two inputs, the smaller spread over the larger."""
        shape = []
        for one, two in zip(a.shape, b.shape):
            if one != two and 1 not in (one, two):
                raise Refused(f"{op} of {a.shape} and {b.shape}: the shapes do not fit.")
            shape.append(max(one, two))
        return self.node(op, [a.name, b.name], (shape[1], shape[2], shape[3]))

    def constant(self, op: str, x: Value, array: np.ndarray | np.floating, *, first: bool = False) -> Value:
        """`x op array`, or `array op x`; the array broadcasts against [1, C, H, W]."""
        array = np.asarray(array, np.float32)
        try:
            shape = np.broadcast_shapes(x.shape, array.shape)
        except ValueError:
            raise Refused(f"{op} of {x.shape} and a constant {array.shape}: the shapes do not fit.") from None
        if len(shape) != 4 or shape[0] != 1:
            raise Refused(f"{op} of {x.shape} and a constant {array.shape}: that is no picture any more.")
        names = [x.name, self.weight(array, "constant")]
        return self.node(op, names[::-1] if first else names, shape[1:])

    def affine(self, x: Value, scale: float, offset: float) -> Value:
        """x · scale + offset."""
        if scale != 1:
            x = self.constant("Mul", x, np.float32(scale))
        return x if offset == 0 else self.constant("Add", x, np.float32(offset))

    def mean(self, x: Value, op: str = "ReduceMean") -> Value:
        """Over height and width."""
        return self.node(op, [x.name], (x.channels, 1, 1), axes=[2, 3], keepdims=1)

    def pool(
        self,
        op: str,
        x: Value,
        *,
        kernel: tuple[int, int],
        stride: tuple[int, int],
        pads: tuple[int, int, int, int],
    ) -> Value:
        """MaxPool or AveragePool; padding counts as nothing."""
        height = (x.height + pads[0] + pads[2] - kernel[0]) // stride[0] + 1
        width = (x.width + pads[1] + pads[3] - kernel[1]) // stride[1] + 1
        return self.node(
            op, [x.name], (x.channels, height, width), kernel_shape=kernel, strides=stride, pads=pads
        )

    def resize(self, x: Value, height: int, width: int, mode: str, corners: str) -> Value:
        """mode nearest or linear; corners as ONNX calls them: half_pixel, asymmetric, align_corners."""
        inputs = [x.name, "", "", self.ints(1, x.channels, height, width)]
        nearest = (
            {"nearest_mode": "floor" if corners == "asymmetric" else "round_prefer_floor"}
            if mode == "nearest"
            else {}
        )
        return self.node(
            "Resize",
            inputs,
            (x.channels, height, width),
            mode=mode,
            coordinate_transformation_mode=corners,
            **nearest,
        )

    def shuffle(self, x: Value, block: int) -> Value:
        """Torch's pixel shuffle: channels to pixels."""
        if block < 1 or x.channels % (block * block):
            raise Refused(f"a pixel shuffle of {block} does not divide {x.channels} channels.")
        return self.node(
            "DepthToSpace",
            [x.name],
            (x.channels // block**2, x.height * block, x.width * block),
            blocksize=block,
            mode="CRD",
        )

    def slice(self, x: Value, first: int, last: int) -> Value:
        """Channels first…last - 1."""
        inputs = [x.name, self.ints(first), self.ints(last), self.ints(1)]
        return self.node("Slice", inputs, (last - first, x.height, x.width))

    # the end

    def probe(self) -> tuple[onnx.ModelProto, list[Norm]] | None:
        """The network up to the inputs of its first two batch norms; None where no norm has statistics."""
        norms = self.norms[:2]
        if not norms:
            return None
        outputs = [helper.make_tensor_value_info(n.at, TensorProto.FLOAT, None) for n in norms]
        return tidy(self.model(self.nodes, outputs), fold=False), norms

    def model(self, nodes: list[onnx.NodeProto], outputs: list[onnx.ValueInfoProto]) -> onnx.ModelProto:
        drawing = helper.make_tensor_value_info("drawing", TensorProto.FLOAT, list(self.drawing.shape))
        graph = helper.make_graph(nodes, "generator", [drawing], outputs, initializer=self.weights)
        return helper.make_model(
            graph,
            opset_imports=[helper.make_opsetid("", OPSET)],
            producer_name="realize-convert",
            ir_version=IR,
        )

    def close(self, picture: Value) -> onnx.ModelProto:
        """The model, checked; a grey picture becomes three equal channels."""
        x = self.drawing
        if (picture.height, picture.width) != (x.height, x.width):
            raise Refused(
                f"it makes {picture.height} × {picture.width} pixels of {x.height} × {x.width}; wanted as "
                f"many as went in."
            )
        if picture.name == x.name or not any(n.op_type in ("Conv", "ConvTranspose") for n in self.nodes):
            raise Refused("it holds no convolution, so it is no picture-to-picture network.")
        if picture.channels == 1:
            picture = self.concat([picture] * 3)
        if picture.channels not in (3, 4):
            raise Refused(f"its output has {picture.channels} channels; a picture has 1, 3 or 4.")
        nodes = [*self.nodes, helper.make_node("Identity", [picture.name], ["picture"], name="picture")]
        return tidy(
            self.model(
                nodes, [helper.make_tensor_value_info("picture", TensorProto.FLOAT, list(picture.shape))]
            )
        )


def rank4(weight: np.ndarray, what: str) -> tuple[int, int, int, int]:
    if np.ndim(weight) != 4:
        raise Refused(f"{what} has the shape {shown(weight)}, wanted four numbers.")
    return weight.shape


def shown(array: np.ndarray) -> str:
    return " × ".join(map(str, np.shape(array))) or "one"
