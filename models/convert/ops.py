"""Every operator of TensorFlow's that is converted: OPS, filled by the three files that hold them."""

from . import arithmetic, convolutions, shapes  # noqa: F401 - each enters its operators in the table
from .registry import OPS

__all__ = ["OPS"]
