"""One of the forms of drawing programs (rivals.py) -> something that draws, as a generator does
(contestants.py)."""

from dataclasses import dataclass
from typing import Unpack

import numpy as np

from evaluation.contestants import Made
from evaluation.rivals import form
from learning.channels import SQUARE, Square
from light.lit import SIDE, Lighting, form_of, picture, resized


@dataclass(frozen=True)
class RivalContestant:
    """One of `rivals.RIVALS`, lit as ours is. It is given the parts, so that lines drawn badly do not touch
    it, and it has no network to count."""

    name: str
    square: Square = SQUARE
    kind: str = "rival"
    silhouette: bool = True

    def costs(self) -> list[dict]:
        """None: what such a program costs is not known."""
        return []

    def make(
        self, pair: dict, truth: np.ndarray, *, variant: str | None = None, **light: Unpack[Lighting]
    ) -> Made:
        """As Contestant's, of the clean drawing alone."""
        assert variant is None, f"{self.name} is not given the lines, wanted no {variant}"
        guess = form(self.name, pair, self.square.size)
        alpha = resized(pair["coverage"], SIDE) / np.float32(255)
        shown = picture(pair, form=form_of(guess), alpha=alpha, **light)
        return Made(shown, alpha > 0.5, guess, truth, tells=("degrees", "within 11°"))
