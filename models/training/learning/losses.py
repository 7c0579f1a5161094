"""Intrinsic image and its truth -> the terms of the generator's loss. Images are [B, C, S, S]."""

import torch
import torch.nn.functional as F
from torch import Tensor

from learning.config import Realize


def over(values: Tensor, weight: Tensor) -> Tensor:
    """Mean of `values` [B, C, H, W] where `weight` [B, 1, H, W] says."""
    return (values * weight).sum() / (weight.sum() * values.shape[1] + 1)


def ends(values: Tensor, axis: int, step: int) -> tuple[Tensor, Tensor]:
    """All but the first `step` rows along `axis`, and all but the last."""
    count = values.shape[axis] - step
    return values.narrow(axis, step, count), values.narrow(axis, 0, count)


def slopes(guess: Tensor, truth: Tensor, weight: Tensor, step: int) -> Tensor:
    """L1 on differences `step` pixels apart: flat faces must be flat, bends must bend where they do.
    Where the truth jumps (a crease, another part) any side of the jump by a pixel is as good: counted
    less."""
    total = guess.new_zeros(())
    for axis in (2, 3):
        (a, b), (c, d), (v, w) = (ends(values, axis, step) for values in (guess, truth, weight))
        wanted = c - d
        smooth = v * w * torch.where(wanted.abs().amax(1, keepdim=True) > 0.35, 0.5, 1.0)
        total = total + over((a - b - wanted).abs(), smooth)
    return total


def graded(guess: Tensor, truth: Tensor, weight: Tensor) -> Tensor:
    """For a value in 0…1, mostly 0 or 1: L1 alone settles on the median, so cross-entropy asks for the
    mean."""
    entropy = F.binary_cross_entropy(guess.clamp(1e-4, 1 - 1e-4), truth, reduction="none")
    return over((guess - truth).abs() + 0.5 * entropy, weight)


def intrinsic_loss(guess: Tensor, truth: Tensor, weight: Tensor, config: Realize) -> dict[str, Tensor]:
    """`guess`, `truth` [B, 7, H, W] physical; `weight` [B, 1, H, W]: 1 on the object, less on its rim."""
    n, m = guess[:, :3], truth[:, :3]
    coverage = guess[:, 6:].clamp(1e-4, 1 - 1e-4)
    return {
        "normal": over((n - m).abs(), weight) * config.normal,
        "cosine": over(1 - (n * m).sum(1, keepdim=True), weight) * config.cosine,
        "gradient": (slopes(n, m, weight, 1) + slopes(n, m, weight, n.shape[-1] // 64)) * config.gradient,
        "occlusion": graded(guess[:, 3:4], truth[:, 3:4], weight) * config.occlusion,
        "thickness": graded(guess[:, 4:5], truth[:, 4:5], weight) * config.thickness,
        "shadow": graded(guess[:, 5:6], truth[:, 5:6], torch.ones_like(weight)) * config.shadow,
        "coverage": F.binary_cross_entropy(coverage, truth[:, 6:]) * config.coverage,
    }


def angle(guess: Tensor, truth: Tensor) -> Tensor:
    """Degrees between unit normals [B, 3, H, W] -> [B, H, W]."""
    return torch.rad2deg(torch.acos((guess * truth).sum(1).clamp(-1, 1)))
