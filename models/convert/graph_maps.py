"""Layers without weights, or with a slope or constant -> nodes of ONNX: arithmetic, pads, pooling, sizes."""

from typing import Any

import numpy as np
from onnx import TensorProto

from .said import KEEP, Refused
from .writer import Value, Writer


class Maps(Writer):
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
        dilation: tuple[int, int] = (1, 1),
    ) -> Value:
        """MaxPool or AveragePool; padding counts as nothing. `dilation`: of the former alone."""
        height, width = (
            (n + before + after - (k - 1) * d - 1) // s + 1
            for n, before, after, k, d, s in zip(
                (x.height, x.width), pads[:2], pads[2:], kernel, dilation, stride
            )
        )
        how = {"kernel_shape": kernel, "strides": stride, "pads": pads}
        spread = {"dilations": dilation} if dilation != (1, 1) else {}
        return self.node(op, [x.name], (x.channels, height, width), **how, **spread)

    def resize(
        self, x: Value, height: int, width: int, mode: str, corners: str, by: tuple[float, ...] = ()
    ) -> Value:
        """mode nearest or linear; corners as ONNX calls them: half_pixel, asymmetric, align_corners.
        `by`: the factors, where samples lie by them and not by the sizes.
        """
        sizes = ["", self.ints(1, x.channels, height, width)]
        how = [self.weight(np.array([1, 1, *by], np.float32), "scale")] if by else sizes
        floor = "floor" if corners == "asymmetric" else "round_prefer_floor"
        more = {"nearest_mode": floor} if mode == "nearest" else {}
        shape, place = (x.channels, height, width), {"coordinate_transformation_mode": corners}
        return self.node("Resize", [x.name, "", *how], shape, mode=mode, **place, **more)

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
