"""Norms -> nodes of ONNX: by the picture's own statistics, or by those of training, as `noise` says."""

import numpy as np

from .graph_maps import Maps
from .said import FOLD, STILL, Norm, Refused
from .writer import Value, shown


class Norms(Maps):
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

    def pixel_norm(
        self, x: Value, gamma: np.ndarray | None, beta: np.ndarray | None, epsilon: float
    ) -> Value:
        """Over the channels of each pixel."""
        over = lambda one: self.node("ReduceMean", [one.name], (1, *x.shape[2:]), axes=[1], keepdims=1)
        apart = self.both("Sub", x, over(x))
        variance = self.affine(over(self.both("Mul", apart, apart)), 1.0, epsilon)
        out = self.both("Div", apart, self.same("Sqrt", variance))
        if gamma is not None:
            out = self.constant("Mul", out, self.vector(gamma, x).reshape(1, -1, 1, 1))
        if beta is not None:
            out = self.constant("Add", out, self.vector(beta, x).reshape(1, -1, 1, 1))
        return out

    def vector(self, array: np.ndarray, x: Value) -> np.ndarray:
        if np.shape(array) != (x.channels,):
            raise Refused(f"a norm has {shown(array)} values for {x.channels} channels.")
        return array
