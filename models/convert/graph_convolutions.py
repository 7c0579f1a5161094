"""Convolutions, plain and transposed -> nodes of ONNX (onnx/docs/Operators.md: Conv, ConvTranspose)."""

import numpy as np

from .said import Refused
from .writer import Value, Writer, rank4, shown


class Convolutions(Writer):
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
