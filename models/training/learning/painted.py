"""Pairs -> lines and the picture that light makes of them, as the paper's networks learn."""

from typing import Any

import cv2
import numpy as np
import torch
from torch import Tensor

from data.pairs import LINE_SCALE
from learning.channels import PAPER, SQUARE
from learning.config import Vanilla
from learning.natural import natural
from light.lit import picture


def mirrored(pair: dict[str, Any]) -> dict[str, Any]:
    """All maps turned over, before they are lit: a mirrored picture would be lit from the other side."""
    turned = {
        name: value[..., ::-1] if isinstance(value, np.ndarray) else value for name, value in pair.items()
    }
    normal = turned["normal"].copy()
    normal[0] = 255 - normal[0]
    return turned | {"normal": normal}


def edges(pair: dict[str, np.ndarray], side: int) -> np.ndarray:
    """All lines as the paper's edges: float32 [side, side], ink 1, paper 0, PAPER.stroke wide at
    PAPER.size."""
    away = np.minimum.reduce([pair[name] for name in ("contour", "crease", "mark")]).astype(np.float32)
    stored = len(away)
    reach = PAPER.stroke * stored / PAPER.size / 2 + 0.5
    ink = np.clip(reach - away / LINE_SCALE * stored / SQUARE.size, 0, 1)
    return cv2.resize(ink, (side, side), interpolation=cv2.INTER_AREA if stored > side else cv2.INTER_LINEAR)


def edges_and_picture(pair: dict[str, Any], rng: np.random.Generator, config: Vanilla) -> dict[str, Tensor]:
    """The paper's pair: edges [1, 256, 256] and RGB [3, 256, 256], −1…1; mirrored, enlarged, cropped back."""
    if rng.random() < 0.5:
        pair = mirrored(pair)
    if config.natural and rng.random() < config.natural:
        pair = pair | {"meta": natural(pair["meta"], pair["part"], rng)}
    size = (config.load, config.load)
    rgb = cv2.resize(picture(pair).transpose(1, 2, 0), size, interpolation=cv2.INTER_LINEAR)
    y, x = rng.integers(0, config.load - PAPER.size + 1, 2)
    crop = lambda image: np.ascontiguousarray(image[y : y + PAPER.size, x : x + PAPER.size])
    ink = torch.from_numpy(crop(edges(pair, config.load)))[None]
    target = torch.from_numpy(crop(rgb)).permute(2, 0, 1).float() / 127.5 - 1
    return {"edges": PAPER.paper + (PAPER.ink - PAPER.paper) * ink, "picture": target}
