"""A state dict whose weights are kept apart by spectral norm or weight norm -> the same with the weights as
the network uses them.

Spectral norm divides by uᵀWv, of the vectors that training kept beside the weight (Miyato et al., 2018);
weight norm is g · v / ‖v‖ (Salimans and Kingma, 2016). PyTorch keeps each under two kinds of keys.
"""

import numpy as np

from .keys import State

SPECTRAL = (
    ("weight_orig", "weight_u", "weight_v"),
    ("parametrizations.weight.original", "parametrizations.weight.0._u", "parametrizations.weight.0._v"),
)
WEIGHT = (
    ("weight_g", "weight_v"),
    ("parametrizations.weight.original0", "parametrizations.weight.original1"),
)


def with_plain_weights(state: State) -> State:
    """In the order of its layers, a weight before its bias. What does not fit together stays as it is."""
    weights: State = {}
    kept_apart: dict[str, str] = {}  # keys that make a weight, and their layer's prefix
    for kinds, made in ((SPECTRAL, spectral), (WEIGHT, weight_normed)):
        for names in kinds:
            for key in [key for key in state if key.endswith(f".{names[0]}") or key == names[0]]:
                prefix = key.removesuffix(names[0])
                keys = [prefix + name for name in names]
                weight = made(*(state[one] for one in keys)) if all(one in state for one in keys) else None
                if weight is not None:
                    weights[prefix] = weight
                    kept_apart.update(dict.fromkeys(keys, prefix))
    out: State = {}
    for key, value in state.items():
        prefix = kept_apart.get(key, key.removesuffix("bias"))
        if prefix in weights:
            out.setdefault(f"{prefix}weight", weights[prefix])
        if key not in kept_apart:
            out[key] = value
    return out


def spectral(kernel: np.ndarray, left: np.ndarray, right: np.ndarray) -> np.ndarray | None:
    """By its largest singular value. PyTorch takes a row for each channel of the output: axis 0, of a
    transposed convolution axis 1 (findings/torch-norms-by-other-channels.sh). Where both are as wide, the
    vectors are those of the way that they fit better.
    """
    values = []
    for axis in range(min(2, kernel.ndim)):
        rows = np.moveaxis(kernel, axis, 0).reshape(kernel.shape[axis], -1).astype(np.float64)
        if rows.shape == (left.size, right.size):
            values.append(abs(float(left.ravel() @ rows @ right.ravel())))
    largest = max(values, default=0.0)
    return (kernel / largest).astype(kernel.dtype) if largest > 0 else None


def weight_normed(size: np.ndarray, direction: np.ndarray) -> np.ndarray | None:
    """`size` has as many axes, all but the normed one of length 1; or none, for the whole."""
    if size.ndim not in (0, direction.ndim):
        return None
    others = tuple(i for i in range(direction.ndim) if size.ndim == 0 or size.shape[i] == 1)
    length = np.sqrt(np.square(direction.astype(np.float64)).sum(others, keepdims=True))
    if not (length > 0).all():
        return None
    return (direction * (size / length)).astype(direction.dtype)
