"""A ball of 48 pixels, every material and set-up of the card -> its picture by the light graph, for the
tests of light.
"""

import numpy as np
import torch

from light import card as light_card
from light import studio
from light.shading import CHANNELS, FLAT, Light

SIDE = 48
torch.set_num_threads(1)
LIGHT = Light().eval()
STUDIOS = studio.load()
DEFAULT, LISTED = light_card.materials()
MATERIALS = {material["id"]: material["values"] for material in LISTED}


def sphere() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """intrinsic [7, S, S], position [2, S, S], inside [S, S] of a ball that fills 80 % of the square."""
    g = (np.arange(SIDE) + 0.5) / SIDE * 2 - 1
    x, y = np.meshgrid(g, -g)
    nx, ny = x / 0.8, y / 0.8
    rest = 1 - nx * nx - ny * ny
    inside = rest > 0.01
    nz = np.sqrt(np.maximum(rest, 0.01))
    relief = [np.full_like(x, value) for value in FLAT]
    intrinsic = np.stack([nx, ny, nz, np.ones_like(x), nz * 0.8, *relief]).astype(np.float32)
    intrinsic[:2] *= inside
    intrinsic[2][~inside] = 1
    return intrinsic, np.stack([x, y]).astype(np.float32), inside


FORM, POSITION, INSIDE = sphere()


def shade(
    material: dict[str, float], colour: tuple[float, float, float], vector: np.ndarray | None = None
) -> np.ndarray:
    """[4, S, S] picture of the ball."""
    vector = STUDIOS["soft"].vector() if vector is None else vector
    plane = np.ones((SIDE, SIDE), np.float32)
    base = np.stack([plane * c for c in colour])
    maps = np.stack([plane * material[channel] for channel in CHANNELS])
    with torch.no_grad():
        return LIGHT(
            *(torch.from_numpy(a.astype(np.float32))[None] for a in (FORM, base, maps, POSITION, vector))
        )[0].numpy()


def lightless(name: str) -> np.ndarray:
    """The set-up without its boxes: nothing is mirrored but the room."""
    vector = STUDIOS[name].vector()
    for box in range(studio.BOXES):
        vector[studio.BOX * box + 5 : studio.BOX * (box + 1)] = 0
    return vector


def luminance(picture: np.ndarray) -> np.ndarray:
    return np.where(INSIDE, picture[:3].mean(0), 0)


def centre(weight: np.ndarray) -> np.ndarray:
    """Where the weight lies: x, y."""
    return (POSITION * weight).sum((1, 2)) / weight.sum()
