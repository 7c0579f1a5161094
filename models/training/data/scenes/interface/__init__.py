# in: a random generator and a screen's width and height; out: image of what the screen shows (uint8 ids, 0 =
# nothing), as icons draw it.
from __future__ import annotations

import random

import numpy as np

from .glyphs import SIZE, emblem, numbers
from .handheld import apps, chart, chat, feed, lock, login, player
from .wide import board, code, desktop, document, film, video, window


def shown(rng: random.Random, width: float, height: float) -> np.ndarray:
    """A screen full of marks that suits its shape: tall, wide or nearly square."""
    longer = max(width, height)
    image = np.zeros((max(16, round(SIZE * height / longer)), max(16, round(SIZE * width / longer))), np.uint8)
    ratio = width / height
    tall, wide = (apps, apps, chat, feed, player, lock, chart, login), (window, window, board, code, video, film, desktop, document, chart)
    kind = rng.choice(tall if ratio < 0.85 else wide if ratio > 1.2 else (apps, chart, player, emblem, numbers))
    kind(image, rng)
    return image
