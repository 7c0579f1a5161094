"""What PyTorch's operators are given: activations that may change in place, and plain values."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from .pickled import Object
from .said import Refused
from .writer import Value


@dataclass
class Cell:
    """One activation; in-place operators change it for everybody who holds it."""

    value: Value


def plain(x: Any) -> Any:
    if isinstance(x, (Cell, Object, np.ndarray)):
        raise Refused("the TorchScript program decides by what it computed; control flow is not converted.")
    return x


def twice(x: Any) -> tuple[int, int]:
    values = x if isinstance(x, (list, tuple)) else [x]
    return (int(values[0]), int(values[-1]))
