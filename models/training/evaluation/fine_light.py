"""A form at 2048 with its parts -> what the light graph makes of it, developed like the truth."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from evaluation.enlarge import softened
from evaluation.fine import STUDIO

EXPOSURE = 31  # its place in the studio's vector; all before it is light


def vector(rendered: np.ndarray) -> np.ndarray:
    """The set-up as the graph takes it today; what it was rendered with must be the same light."""
    from light import studio

    light = studio.load()[STUDIO].vector()
    assert np.allclose(light[: EXPOSURE + 1], rendered[: EXPOSURE + 1]), (
        f"the set-up {STUDIO} has changed since: render again"
    )
    return light


def lit(form: np.ndarray, part: np.ndarray, held: Mapping[str, np.ndarray], place: np.ndarray) -> np.ndarray:
    """The light graph's picture [H, W, 3], sRGB; form [5, H, W], part [H, W], place [2, H, W] in the square,
    -1..1."""
    import torch

    from light.shading import CHANNELS, Light, without_relief

    colour, shader = (
        np.vstack([np.ones(3), held["colour"]]),
        np.pad(held["shader"], ((1, 0), (0, len(CHANNELS) - held["shader"].shape[1]))),
    )
    planes = [form, colour[part].transpose(2, 0, 1), shader[part].transpose(2, 0, 1), place]
    light = vector(held["light"])
    with torch.no_grad():
        inputs = [torch.from_numpy(np.ascontiguousarray(plane, np.float32))[None] for plane in planes]
        picture = Light().eval()(without_relief(inputs[0]), *inputs[1:], torch.from_numpy(light)[None])
    return softened(picture[0, :3].permute(1, 2, 0).numpy(), part)


def developed(picture: np.ndarray, exposure: float) -> tuple[np.ndarray, np.ndarray]:
    """Scene-linear, premultiplied [H, W, 4] to sRGB [H, W, 3] by the product's curve, and alpha [H, W, 1]."""
    import torch

    from light.colour import filmic, srgb_from_linear

    alpha = picture[..., 3:].clip(0, 1)
    straight = picture[..., :3] / np.maximum(picture[..., 3:], 1e-3) * exposure
    return srgb_from_linear(filmic(torch.from_numpy(straight).permute(2, 0, 1)[None]))[0].permute(
        1, 2, 0
    ).numpy().clip(0, 1), alpha
