"""A state dict -> its arrays by key, each once, and the norms that its keys tell."""

import numpy as np

from .graph import Graph
from .said import Refused, seen
from .writer import Value

State = dict[str, np.ndarray]
EPSILON = 1e-5


class Keys:
    """The state dict; each key is taken once, so that what is left over can be named."""

    def __init__(self, state: State):
        self.state = state
        self.left = set(state)

    def get(self, key: str) -> np.ndarray | None:
        self.left.discard(key)
        return self.state.get(key)

    def need(self, key: str) -> np.ndarray:
        found = self.get(key)
        if found is None:
            raise Refused(f"the key {seen(key)} is missing.")
        return found

    def norm(self, graph: Graph, x: Value, prefix: str, biased: bool) -> Value:
        """Batch norm where its keys are; without keys, instance norm if the convolution before it has a bias
        (as published), else none. Instance norms of before PyTorch 0.4 kept running statistics that their own
        loader throws away: so does this.
        """
        weight, bias = self.get(f"{prefix}.weight"), self.get(f"{prefix}.bias")
        mean, variance = self.get(f"{prefix}.running_mean"), self.get(f"{prefix}.running_var")
        self.get(f"{prefix}.num_batches_tracked")
        if weight is None and bias is None:
            return graph.instance_norm(x, None, None, EPSILON) if biased or mean is not None else x
        if mean is None or variance is None:
            return graph.instance_norm(x, weight, bias, EPSILON)
        return graph.batch_norm(x, weight, bias, mean, variance, EPSILON, prefix)

    def done(self) -> None:
        if self.left:
            raise Refused(
                f"the key {seen(min(self.left))} belongs to no layer of this network ({len(self.left)} such "
                f"keys)."
            )

    def norms(self) -> str:
        """What the norms are, for people."""
        if any(
            k.endswith("running_mean") and k.replace("running_mean", "weight") in self.state
            for k in self.state
        ):
            return "batch norm"
        return "instance norm"
