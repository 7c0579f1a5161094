"""A config -> what its card says goes in and comes out."""

from dataclasses import replace

from learning.channels import DRAWING, HINT, INTRINSIC, PICTURE, SQUARE, Channel, Square
from learning.config import Realize, Vanilla


def square_of(side: int) -> Square:
    """The model square with another side: margin and stroke in proportion, previews no larger."""
    scale = side / SQUARE.size
    margin, stroke = round(SQUARE.margin * scale), SQUARE.stroke * scale
    return replace(SQUARE, size=side, preview=min(side, SQUARE.preview), margin=margin, stroke=stroke)


def contract(
    config: Realize | Vanilla, side: int = SQUARE.size
) -> tuple[str, Square, tuple[Channel, ...], tuple[Channel, ...]]:
    """Kind, square, input and output channels. `side`: of a generator of form's square."""
    if isinstance(config, Realize):
        return "intrinsic", square_of(side), (*DRAWING, HINT) if config.hints else DRAWING, INTRINSIC
    names = ("lines",) if config.inside == 1 else "rgb"
    return "picture", config.square, tuple(Channel(name=name, range=(-1.0, 1.0)) for name in names), PICTURE
