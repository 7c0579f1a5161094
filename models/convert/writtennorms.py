"""The nodes of a TensorFlow graph, an addition among them -> the batch norm that it ends, or none.

Keras 3 writes no operator of batch norm but its arithmetic, as tf.nn.batch_normalization does
(tensorflow/python/ops/nn_impl.py): y = x · s + (beta − mean · s), s = gamma / √(variance + epsilon).
"""

from dataclasses import dataclass

from .nodes import Node

ADD = ("Add", "AddV2")


@dataclass(frozen=True, kw_only=True)
class Written:
    """References to its parts; gamma and beta are None where it has none."""

    x: str
    mean: str
    variance: str
    epsilon: str
    gamma: str | None
    beta: str | None
    name: str


def written_norm(nodes: dict[str, Node], end: Node) -> Written | None:
    def of(reference: str, *ops: str) -> Node | None:
        """The node that gives it, where it is one of these operators with as many inputs as they take."""
        node = nodes.get(reference.split(":", maxsplit=1)[0])
        taken = 1 if ops in (("Rsqrt",), ("Neg",)) else 2
        return node if node is not None and node.op in ops and len(node.inputs) == taken else None

    if end.op not in ADD or len(end.inputs) != 2:
        return None
    scaled = of(end.inputs[0], "Mul")
    if scaled is None:
        return None
    x, scale = scaled.inputs
    root, gamma = of(scale, "Rsqrt"), None
    if root is None and (product := of(scale, "Mul")):
        root, gamma = of(product.inputs[0], "Rsqrt"), product.inputs[1]
    spread = of(root.inputs[0], *ADD) if root else None
    shifted, beta = of(end.inputs[1], "Mul"), None
    if shifted is not None:
        negated = of(shifted.inputs[0], "Neg")
        mean = negated.inputs[0] if negated else None
    elif (difference := of(end.inputs[1], "Sub")) and (shifted := of(difference.inputs[1], "Mul")):
        beta, mean = difference.inputs[0], shifted.inputs[0]
    if spread is None or shifted is None or mean is None or shifted.inputs[1] != scale:
        return None
    variance, epsilon = spread.inputs
    layer = end.name.rpartition("/")[0].removesuffix("/batchnorm") or end.name
    return Written(x=x, mean=mean, variance=variance, epsilon=epsilon, gamma=gamma, beta=beta, name=layer)
