"""What was asked, what a reader found, and the one way to say no."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnx

KEEP, STILL, FOLD = "keep", "still", "fold"
LARGEST = 2_000_000_000  # bytes of weights: what fits into one ONNX file

Range = tuple[float, float]


class Refused(Exception):
    """One sentence for the person who asked: what stands in the file, and what was wanted."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The command line. None: not asked, so the file decides."""

    noise: str | None = None
    size: int | None = None  # pixels of the square's side
    range: Range | None = None  # of the input's values
    out_range: Range | None = None
    ink: str | None = None  # "dark" or "light"
    key: str | None = None  # which of several generators in one file


@dataclass(kw_only=True)
class Norm:
    """One batch norm as trained: what its input looked like then. `at`: that input's name in the graph."""

    at: str
    mean: np.ndarray  # [C]
    variance: np.ndarray  # [C]
    name: str = ""  # as the file calls it; empty where it does not


@dataclass(kw_only=True)
class Found:
    """A generator read from a file. `model`: float32 [1, C, S, S] -> [1, D, S, S], tensors `drawing` and
    `picture`.
    """

    what: str  # what was recognised, for people
    model: onnx.ModelProto
    noise: str  # what was done: keep, still or fold
    inside: Range | None = None  # None: the file does not tell
    outside: Range | None = None
    probe: tuple[onnx.ModelProto, list[Norm]] | None = (
        None  # the network up to its first batch norms, to measure what it was trained on
    )
    key: str = ""  # which of several generators in the file this is; empty where it has one, or no name
    notes: list[str] = field(default_factory=list)


Reader = Callable[[Path, Asked], Found]


def seen(text: object) -> str:
    """What a file says, short and on one line, for a sentence."""
    line = " ".join(str(text).split())
    return line if len(line) <= 80 else line[:77] + "…"
