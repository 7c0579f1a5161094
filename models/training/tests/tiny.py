"""Synthetic pairs as Pairs gives them back, and a configuration small enough to train in a test."""

import numpy as np
from synthetic import pair as made

from data.packing import packed, unpacked
from learning.config import Realize

TINY = Realize(fine=4, channels=(8, 8, 16, 16, 16), critic=(8, 8), batch=2, crop=0.25, warm=1)


def pair(seed: int) -> dict[str, np.ndarray]:
    """As Pairs gives it back."""
    return unpacked(packed(made(seed)))


def look(maps: dict[str, np.ndarray]) -> dict:
    """Each part's material and colour, as a scene tells them."""
    count = int(maps["part"].max())
    return {"materials": ["matte_plastic"] * count, "colours": [[0.8, 0.3, 0.2]] * count}


def dyed(seed: int) -> dict:
    return {**pair(seed), "meta": look(pair(seed))}
