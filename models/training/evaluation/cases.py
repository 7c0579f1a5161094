"""Held-out pairs and path-traced pictures -> the cases of the comparison, in four groups: what was drawn and
what it truly looks like."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from data.pairs import Pairs
from evaluation.lessons import chosen
from evaluation.traced import traced_pair
from learning.dataset import is_mesh
from light.lit import SIDE, STUDIO, Lighting, picture, resized

GROUPS = {
    "held-out seeds": 0.36,
    "held-out families": 0.24,
    "held-out meshes": 0.2,
    "path-traced": 0.2,
}  # share of the pictures
STROKE = 12  # stored steps: a drawn line is this wide to either side


@dataclass
class Case:
    """One held-out object: its drawing's pair, its true picture and how it was lit."""

    group: str
    name: str
    pair: dict
    truth: np.ndarray  # uint8 [3, 256, 256]
    light: Lighting

    def __post_init__(self) -> None:
        near = np.minimum(self.pair["contour"], self.pair["crease"])  # print is no part of the picture
        self.drawn = cv2.erode(near, np.ones((3, 3), np.uint8)) if near.shape[0] > SIDE else near
        self.drawn = cv2.resize(self.drawn, (SIDE, SIDE), interpolation=cv2.INTER_NEAREST) <= STROKE
        self.part = cv2.resize(self.pair["part"], (SIDE, SIDE), interpolation=cv2.INTER_NEAREST)
        self.coverage = resized(self.pair["coverage"], SIDE)


def group(meta: dict) -> str | None:
    """None: a new view of a mesh that was trained on."""
    if meta["held"] == "seed":
        return None if is_mesh(meta) else "held-out seeds"
    return {"family": "held-out families", "mesh": "held-out meshes"}[meta["held"]]


def cases(held: Path, truth: Path | None, count: int, *, grey: bool) -> Iterator[Case]:
    """The same pictures in every run over the same data; shards that join change few of them."""
    pairs = Pairs(held)
    members: dict[str, list[int]] = defaultdict(list)
    for i in chosen(pairs, len(pairs)):
        if name := group(pairs.meta(i)):
            members[name].append(i)
    for name, share in GROUPS.items():
        for i in members[name][: round(count * share)]:
            pair = pairs[i]
            if (pair["coverage"] == 255).any():
                yield Case(name, pair["meta"]["family"], pair, picture(pair, grey=grey), {"grey": grey})
    found = 0
    for path in sorted(truth.glob("[0-9]*.npz")) if truth and not grey else []:
        with np.load(
            path
        ) as held_file:  # the one studio that a picture model knows; a mesh may have been trained on
            if (
                str(held_file["studio"]) != STUDIO
                or "mesh:" in str(held_file["family"])
                or found >= round(count * GROUPS["path-traced"])
            ):
                continue
        found += 1
        pair, traced, made_of = traced_pair(path)
        yield Case("path-traced", pair["meta"]["family"], pair, traced, {"made_of": made_of})
