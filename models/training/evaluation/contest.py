"""Exported generators and rivals, held-out pairs -> the forms that they find, opened alike."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from data.pairs import Pairs
from evaluation.cases import group
from evaluation.evaluate import load_onnx
from evaluation.rivals import RIVALS, form
from learning.augment import sample
from learning.channels import SQUARE
from learning.validation import Model

KINDS = ("held-out seeds", "held-out families", "held-out meshes", "new views of meshes")
HOWS = ("", ", no silhouette")

# (a pair, a side, one of HOWS) -> [7, side, side] physical
Form = Callable[[dict[str, np.ndarray], int, str], np.ndarray]


@dataclass(frozen=True)
class Contestant:
    """A shipped network of form, and the side of the square it is given."""

    name: str
    form: Form
    side: int


def contestant(text: str) -> Contestant:
    """NAME=FILE.onnx or NAME=FILE.onnx@SIDE; one of RIVALS for a file."""
    name, _, place = text.partition("=")
    place, _, side = place.partition("@")
    rival = lambda pair, side, how: form(place, pair, side)
    return Contestant(
        name, rival if place in RIVALS else drawn(load_onnx(Path(place))), int(side) if side else SQUARE.size
    )


def drawn(model: Model) -> Form:
    """What a model makes of the clean drawing."""
    return lambda pair, side, how: model(clean(pair, side, how)[0][None])[0]


def chosen(pairs: Pairs, count: int) -> dict[str, list[int]]:
    """`count` pairs, as many of each group, spread over the shards."""
    members: dict[str, list[int]] = defaultdict(list)
    for i in range(len(pairs)):
        members[group(pairs.meta(i)) or KINDS[-1]].append(i)
    each = count // len(KINDS)
    return {
        kind: [members[kind][int(k)] for k in np.linspace(0, len(members[kind]) - 1, each)]
        for kind in KINDS
        if members[kind]
    }


def clean(pair: dict[str, np.ndarray], side: int, how: str) -> tuple[np.ndarray, np.ndarray]:
    """Drawing and truth at a side; `how`: one of HOWS."""
    return sample(pair, np.random.default_rng(0), None, known=how == "", side=side)


def enlarged(found: np.ndarray) -> np.ndarray:
    """[7, s, s] physical -> [7, 512, 512]."""
    planes = [
        cv2.resize(plane, (SQUARE.size, SQUARE.size), interpolation=cv2.INTER_LINEAR) for plane in found
    ]
    large = np.stack(planes)
    large[:3] /= np.maximum(np.linalg.norm(large[:3], axis=0), 1e-3)
    return large
