"""The model square, and the names and ranges of what goes into and comes out of networks."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Square:
    """The model square. These numbers reach TypeScript through the card alone (export/card.py);
    at another side margin and stroke scale with it."""

    size: int = 512  # pixels of the square's side
    preview: int = 256  # the same network on half the side: a quarter of the time
    margin: int = 48  # paper around the drawing's box: its longer side is size - 2 * margin
    stroke: float = 3.0  # canonical line width in pixels
    ink: float = 1.0
    paper: float = 0.0
    unknown: float = 0.5  # silhouette value everywhere when the drawing has strokes only


@dataclass(frozen=True, kw_only=True)
class Channel:
    """One channel of a tensor: its name and the values it may take; `unknown` marks absent knowledge.
    `values`: by name, where it takes but a few."""

    name: str
    range: tuple[float, float]
    unknown: float | None = None
    values: Mapping[str, float] | None = None


DRAWING = (
    Channel(name="lines", range=(0.0, 1.0)),
    Channel(name="silhouette", range=(0.0, 1.0), unknown=0.5),
)
HINTS = {"hollow": 1, "flat": 2, "round": 3}
# the third of networks that take hints; mostly empty
HINT = Channel(name="hint", range=(0.0, 3.0), unknown=0.0, values=HINTS)
INTRINSIC = (
    Channel(name="normal.x", range=(-1.0, 1.0)),
    Channel(name="normal.y", range=(-1.0, 1.0)),
    Channel(name="normal.z", range=(-1.0, 1.0)),
    Channel(name="occlusion", range=(0.0, 1.0)),
    Channel(name="thickness", range=(0.0, 1.0)),
    Channel(name="shadow", range=(0.0, 1.0)),
    Channel(name="coverage", range=(0.0, 1.0)),
)


def look_channels(materials: tuple[str, ...]) -> tuple[Channel, ...]:
    """Of the second head: probabilities of the materials, a base colour (sRGB) and how far it may be off."""
    found = [Channel(name=f"material.{material}", range=(0.0, 1.0)) for material in materials]
    found += [Channel(name=f"colour.{name}", range=(0.0, 1.0)) for name in "rgb"]
    return (*found, Channel(name="colour.spread", range=(0.0, 7.4)))


SQUARE = Square()
# The paper's: white on black, thin; at 1.0 resvg draws curves thicker than straight lines
PAPER = Square(size=256, preview=256, margin=24, stroke=1.5, ink=1.0, paper=-1.0)
PICTURE = tuple(Channel(name=name, range=(-1.0, 1.0)) for name in "rgb")
