# in: a radius; out: the back of a case, engraved.
from __future__ import annotations

import random

import cv2
import numpy as np

from ..curves import ellipse
from ..faces import BACK
from ..interface.glyphs import SIZE
from ..marks import mark, word
from ..palette import metal
from ..slabs import slab
from ..subject import Decal, Part
from .dials import pixel, ray


def back(rng: random.Random, r: float, y: float) -> tuple[Part, Decal]:
    """The lid on the wrist's side, with an engraving around or within it."""
    image, c = np.zeros((SIZE, SIZE), np.uint8), SIZE // 2
    if rng.random() < 0.5:
        for k in range(rng.choice((6, 8, 12, 24))):
            a = ray(15 * k)
            cv2.line(image, pixel(c + c * 0.95 * a), pixel(c + c * 0.8 * a), 1, 8)
    if rng.random() < 0.6:
        cv2.circle(image, (c, c), round(0.6 * c), 1, 5)
    spot = np.zeros((round(0.5 * c), round(0.9 * c)), np.uint8)
    word(spot, rng, ink=2)
    image[c - spot.shape[0] // 2 : c - spot.shape[0] // 2 + spot.shape[0], c - spot.shape[1] // 2 : c - spot.shape[1] // 2 + spot.shape[1]] = spot
    lid = slab("back", ellipse(2 * r, 2 * r, 72), 0.04, (0, y - 0.01, 0), BACK, 0.012)
    return Part("back", lid, "brushed_metal", metal(rng)), mark((0, y + 0.03, 0), 1.8 * r, 1.8 * r, image, BACK, 0.01)
