"""A pair's intrinsic maps, its parts' colours and materials, a studio -> the picture, uint8 RGB over white.

One function makes what the paper's networks learn, what ours is judged by, and, given our maps instead of the
true ones, our own picture: whoever is compared is lit alike. The ground and its shadow are left out: white is
white.
"""

from functools import lru_cache
from typing import TypedDict

import cv2
import numpy as np
import torch

from light.looks import Look, look
from light.shading import Light, without_relief
from light.studio import load

STUDIO = "soft"  # the panel's first: what a classic model, which cannot be told, always shows
SIDE = 256  # the paper's networks know no other


class Lighting(TypedDict, total=False):
    """What a case of a comparison tells `picture`."""

    grey: bool
    made_of: Look


@lru_cache
def light() -> Light:
    """The light graph in PyTorch, once."""
    return Light().eval()


@lru_cache
def studio_vector(name: str) -> torch.Tensor:
    """[1, N]; raises KeyError for a set-up that there is not."""
    return torch.from_numpy(load()[name].vector())[None]


def resized(plane: np.ndarray, side: int) -> np.ndarray:
    """[H, H] -> [side, side]: means on the way down, bilinear on the way up."""
    if plane.shape[-1] == side:
        return plane
    return cv2.resize(
        plane, (side, side), interpolation=cv2.INTER_AREA if plane.shape[-1] > side else cv2.INTER_LINEAR
    )


def stored_form(pair: dict[str, np.ndarray], side: int = SIDE) -> np.ndarray:
    """normal x, y, z (unit), occlusion, thickness of a stored pair: float32 [5, side, side]."""
    planes = [resized(plane, side) for plane in (*pair["normal"], pair["occlusion"], pair["thickness"])]
    form = np.stack(planes).astype(np.float32) / 255
    form[:3] = form[:3] * 2 - 1
    return unit(form)


def resized_colours(image: np.ndarray, side: int) -> np.ndarray:
    """[S, S, 3] -> [side, side, 3]."""
    return cv2.resize(image, (side, side), interpolation=cv2.INTER_AREA)


def form_of(guess: np.ndarray, side: int = SIDE) -> np.ndarray:
    """What `picture` takes as `form`, from a generator's intrinsic image [7, S, S]."""
    return unit(np.stack([resized(plane, side) for plane in guess[:5]]).astype(np.float32))


def unit(form: np.ndarray) -> np.ndarray:
    """Normals [3 and more, H, W] made one long, in place."""
    form[:3] /= np.maximum(np.sqrt((form[:3] ** 2).sum(0)), 1e-3)
    return form


def filled(part: np.ndarray) -> np.ndarray:
    """A pixel that is covered in part takes its neighbour's index, so that edges have a colour."""
    return np.where(part > 0, part, cv2.dilate(part, np.ones((3, 3), np.uint8)))


@torch.no_grad()
def picture(
    pair: dict[str, np.ndarray],
    *,
    studio: str = STUDIO,
    grey: bool = False,
    side: int = SIDE,
    form: np.ndarray | None = None,
    alpha: np.ndarray | None = None,
    made_of: Look | None = None,
) -> np.ndarray:
    """uint8 [3, side, side] RGB over white; `pair` as Pairs gives it, with its meta. Instead of the true
    `form` [5, side, side] and `alpha` [side, side], 0…1, a model's own may be given, and parts may be
    `made_of` something else. Only the object's pixels are lit: 10 ms at 256² on one thread."""
    drawn = made_of or look(pair, grey=grey)
    part = np.minimum(filled(pair["part"]), len(drawn.base) - 1)
    form = stored_form(pair, side) if form is None else form
    alpha = resized(pair["coverage"], side).astype(np.float32) / 255 if alpha is None else alpha
    shown = part if len(part) == side else cv2.resize(part, (side, side), interpolation=cv2.INTER_NEAREST)
    beyond = (alpha > 0) & (shown == 0)  # where a model sees the object and the truth has none
    if beyond.any() and part.any():
        part = nearest(part)
        shown = cv2.resize(part, (side, side), interpolation=cv2.INTER_NEAREST)
    y, x = np.nonzero((alpha > 0) & (shown > 0))
    white = np.full((3, side, side), 255, np.uint8)
    if not len(y):
        return white
    row = shown[y, x]
    # borders between parts are as smooth as the stored map allows
    base = drawn.base[row] if len(part) <= side else resized_colours(drawn.base[part], side)[y, x]
    column = lambda values: torch.from_numpy(np.ascontiguousarray(values, np.float32))[None, :, :, None]
    position = np.stack([(x + 0.5) / side * 2 - 1, 1 - (y + 0.5) / side * 2])
    rgba = light()(
        without_relief(column(form[:, y, x])), column(base.T), column(drawn.surface[row].T),
        column(position), studio_vector(studio),
    )[0, :, :, 0].numpy()  # fmt: skip
    cover = rgba[3] * alpha[y, x]
    white[:, y, x] = np.round((rgba[:3] * cover + 1 - cover) * 255)
    return white


def nearest(part: np.ndarray) -> np.ndarray:
    """Every pixel's nearest part."""
    _, label = cv2.distanceTransformWithLabels(
        (part == 0).astype(np.uint8), cv2.DIST_L2, 3, labelType=cv2.DIST_LABEL_PIXEL
    )
    names = np.zeros(label.max() + 1, part.dtype)
    names[label[part > 0]] = part[part > 0]
    return names[label]
