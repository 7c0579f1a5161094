"""A shipped .onnx with its card, or a run's folder -> something that draws: the same call for every kind of
generator.

Kind `intrinsic` gets lines and silhouette, and its form is lit as the truth is; kind `picture` gets the lines
alone and paints by itself, as published. Drawings are those of the model's own card: its side, stroke, ink
and paper.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Unpack

import numpy as np
import onnx

from evaluation.cost import cost
from evaluation.metrics import not_white
from evaluation.opening import from_onnx, from_run
from export.card import read_card
from learning.augment import CLEAN
from learning.channels import SQUARE, Square
from learning.config import Augment
from learning.strokes import draw
from learning.warp import still
from light.lit import SIDE, Lighting, form_of, picture, resized

# What happens to the lines, everything else staying in place
STEADY = Augment(
    clean=0, stroke=(1, 1), wobble=0, gaps=0, overshoots=0, doubled=0, stray=0, hard=0, crease_loss=0, marks=1
)
SPOILT = {
    "width": replace(STEADY, stroke=(0.5, 2.0)),
    "wobble": replace(STEADY, wobble=1, doubled=0.3),
    "dropped": replace(STEADY, gaps=1, crease_loss=1),
    "stray": replace(STEADY, stray=1, overshoots=1),
}


@dataclass
class Made:
    """What a model makes of one drawing."""

    picture: np.ndarray  # uint8 [3, 256, 256] over white
    mask: np.ndarray  # [256, 256] bool, where the object is
    intrinsic: np.ndarray | None  # [7, S, S] physical
    truth: np.ndarray  # uint8 [8, S, S], at the model's side
    tells: tuple[str, ...] = ("degrees", "within 11°", "occlusion", "thickness")  # of its form


@dataclass
class Contestant:
    """Something that makes a picture of a drawing, and what its drawings are like."""

    name: str
    kind: str  # intrinsic or picture
    square: Square
    network: Callable[[np.ndarray], np.ndarray]  # [1, C, S, S] -> [1, C, S, S]
    graph: Callable[[], onnx.ModelProto]
    id: str  # of its card, or its config's name
    bytes: int | None = None  # of the file that is shipped
    silhouette: bool = True  # given to an intrinsic model, as the product does

    def costs(self) -> list[dict]:
        """At its side and at the preview's."""
        rows = []
        for side in sorted({self.square.size, self.square.preview}, reverse=True):
            found = cost(self.graph(), side=side)
            rows.append(
                {
                    "model": self.name,
                    "id": self.id,
                    "side": side,
                    "parameters": found.parameters,
                    "macs": found.macs,
                    "bytes": self.bytes,
                }
            )
        return rows

    def lines(self, pair: dict, variant: str | None) -> np.ndarray:
        """[S, S], 0…1. A spoilt drawing is made once, at the full side, and reduced: every model gets the
        same."""
        side = self.square.size if variant is None else SQUARE.size
        maps = still(pair, side)
        wider = (
            self.square.stroke / self.square.size - SQUARE.stroke / SQUARE.size
        )  # this card's stroke against the canonical one
        for name in ("contour", "crease", "mark"):
            maps[name] = maps[name] - np.float32(wider * side / 2)
        seed = [int(pair["meta"]["seed"]) % 2**32, 0 if variant is None else 1 + list(SPOILT).index(variant)]
        drawn = draw(maps, np.random.default_rng(seed), CLEAN if variant is None else SPOILT[variant])
        return resized(drawn, self.square.size)

    def make(
        self, pair: dict, truth: np.ndarray, *, variant: str | None = None, **light: Unpack[Lighting]
    ) -> Made:
        """`truth` uint8 [8, S, S] at this model's side (augment.sample); `light`: what lit.picture is told
        besides."""
        lines = self.lines(pair, variant)
        lines = self.square.paper + (self.square.ink - self.square.paper) * lines
        if self.kind == "picture":
            rgb = self.network(lines[None, None].astype(np.float32))[0]
            painted = np.stack(
                [resized(plane, SIDE) for plane in ((rgb + 1) * 127.5).round().clip(0, 255).astype(np.uint8)]
            )
            return Made(painted, not_white(painted), None, truth)
        unknown = np.full_like(lines, SQUARE.unknown)
        drawing = np.stack([lines, truth[6] / np.float32(255) if self.silhouette else unknown])
        guess = self.network(drawing[None].astype(np.float32))[0]
        # with a silhouette the drawing itself is the picture's alpha; without one, what the network takes for
        # the object
        alpha = (
            resized(pair["coverage"], SIDE) / np.float32(255) if self.silhouette else resized(guess[6], SIDE)
        )
        alpha = np.where(alpha < 0.02, 0, alpha)
        return Made(picture(pair, form=form_of(guess), alpha=alpha, **light), alpha > 0.5, guess, truth)


def open_contestant(name: str, path: Path, *, side: int | None = None) -> Contestant:
    """`path`: an .onnx whose card lies beside it, or a run's folder. `side`: another than the card's, where
    the graph allows it."""
    if path.is_dir():
        kind, square, network, graph, ident = from_run(path)
    else:
        card = read_card(path.with_suffix(".json"))
        given = {field: card["input"][field] for field in ("size", "margin", "stroke", "ink", "paper")}
        kind, square = card["kind"], Square(preview=card["input"].get("preview", given["size"]), **given)
        network, graph, ident = from_onnx(path), lambda: onnx.load(path), card["id"]
    if side and side != square.size:
        scale = side / square.size
        square = replace(
            square, size=side, preview=side, margin=round(square.margin * scale), stroke=square.stroke * scale
        )
    return Contestant(
        name, kind, square, network, graph, ident, None if path.is_dir() else path.stat().st_size
    )
