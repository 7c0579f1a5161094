"""Raw output of the generator and the stored truth -> the terms of its loss; images are [B, C, S, S].

L1 and cosine on unit normals, L1 on the slopes of their error, cross-entropy from logits on all that lies
in 0…1. Written to be compiled: no tensor is laid out anew, so give it contiguous ones.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

from learning.config import Realize
from networks.pix2pix import SPREAD

JUMP = 0.35  # a step of a normal's component between two pixels that is a crease or another part
NOTHING = 255  # in a map of materials: no label here


def unit(normal: Tensor) -> Tensor:
    """Raw [B, 3, H, W] -> length 1, as networks.pix2pix.physical makes it."""
    return normal * torch.rsqrt(normal.square().sum(1, keepdim=True) + 1e-6)


def over(values: Tensor, weight: Tensor) -> Tensor:
    """Mean of `values` [B, C, H, W] where `weight` [B, 1, H, W] says."""
    return (values.sum(1, keepdim=True) * weight).sum() / (weight.sum() * values.shape[1] + 1)


def slopes(error: Tensor, truth: Tensor, weight: Tensor, step: int) -> Tensor:
    """L1 on differences `step` pixels apart: flat faces must be flat, bends must bend where they do.
    Where the truth jumps any side of the jump by a pixel is as good: counted half."""
    total = error.new_zeros(())
    for axis in (2, 3):
        near = lambda x: x.narrow(axis, 0, x.shape[axis] - step)  # noqa: B023, of this axis and at once
        far = lambda x: x.narrow(axis, step, x.shape[axis] - step)  # noqa: B023
        jump = (far(truth) - near(truth)).abs().amax(1, keepdim=True) > JUMP
        smooth = far(weight) * near(weight) * torch.where(jump, 0.5, 1.0)
        total = total + over((far(error) - near(error)).abs(), smooth)
    return total


def form_terms(raw: Tensor, stored: Tensor, config: Realize) -> dict[str, Tensor]:
    """`raw` [B, 7, S, S]; `stored` uint8 [B, 8, S, S] as learning/augment.py makes it, its last plane the
    weight: all of it on the object, less on the rim around it."""
    raw, truth = raw.float(), stored.float() * (1 / 255)
    weight = truth[:, 7:8]
    n, m = unit(raw[:, :3]), F.normalize(truth[:, :3] * 2 - 1, dim=1, eps=1e-3)
    error = n - m
    steep = slopes(error, m, weight, 1) + slopes(error, m, weight, raw.shape[-1] // 64)

    def graded(channel: int, where: Tensor) -> Tensor:
        """Mostly 0 or 1: L1 alone settles on the median, cross-entropy asks for the mean."""
        guess, wanted = raw[:, channel : channel + 1], truth[:, channel : channel + 1]
        value = F.binary_cross_entropy_with_logits(guess, wanted, reduction="none") * config.entropy
        if config.absolute:
            value = value + (guess.sigmoid() - wanted).abs() * config.absolute
        return over(value, where)

    return {
        "normal": over(error.abs(), weight) * config.normal,
        "cosine": over(1 - (n * m).sum(1, keepdim=True), weight) * config.cosine,
        "gradient": steep * config.gradient,
        "occlusion": graded(3, weight) * config.occlusion,
        "thickness": graded(4, weight) * config.thickness,
        "shadow": graded(5, torch.ones_like(weight)) * config.shadow,
        "coverage": F.binary_cross_entropy_with_logits(raw[:, 6], truth[:, 6]) * config.coverage,
    }


def look_terms(seen: Tensor, material: Tensor, colour: Tensor, config: Realize) -> dict[str, Tensor]:
    """What it is made of: `seen` [B, M + 4, s, s] are logits of M materials, a colour's and the log of its
    spread (Laplace); `material` uint8 [B, s, s] with NOTHING where none is known; `colour` [B, 3, s, s]."""
    count = len(config.materials)
    seen, known = seen.float(), (material < NOTHING).float()
    chance = F.log_softmax(seen[:, :count], 1)
    right = chance.gather(1, material.clamp(max=count - 1).long()[:, None])[:, 0]
    apart = (seen[:, count : count + 3].sigmoid() - colour).abs().sum(1)
    spread = seen[:, count + 3].clamp(*SPREAD)
    some = known.sum() + 1
    return {
        "material": -(right * known).sum() / some * config.material,
        "colour": ((apart * torch.exp(-spread) + 3 * spread) * known).sum() / some * config.colour,
    }
