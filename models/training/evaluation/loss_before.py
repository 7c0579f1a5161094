"""The loss of 7655ec0's training step, as it was."""

import torch
import torch.nn.functional as F
from torch import Tensor

from learning.config import Realize
from networks.pix2pix import physical


def over(values: Tensor, weight: Tensor) -> Tensor:
    """Mean of values [B, C, H, W] by weight [B, 1, H, W]."""
    return (values * weight).sum() / (weight.sum() * values.shape[1] + 1)


def slopes(guess: Tensor, truth: Tensor, weight: Tensor, step: int) -> Tensor:
    """Mean difference of the slopes over `step` pixels; steep places of the truth weigh half."""
    total = guess.new_zeros(())
    for axis in (2, 3):
        near = lambda x: x.narrow(axis, 0, x.shape[axis] - step)  # noqa: B023, of this axis and at once
        far = lambda x: x.narrow(axis, step, x.shape[axis] - step)  # noqa: B023
        wanted = far(truth) - near(truth)
        jump = wanted.abs().amax(1, keepdim=True) > 0.35
        smooth = far(weight) * near(weight) * torch.where(jump, 0.5, 1.0)
        total = total + over((far(guess) - near(guess) - wanted).abs(), smooth)
    return total


def graded(guess: Tensor, truth: Tensor, weight: Tensor) -> Tensor:
    """L1 and half of the cross-entropy of values 0…1."""
    entropy = F.binary_cross_entropy(guess.clamp(1e-4, 1 - 1e-4), truth, reduction="none")
    return over((guess - truth).abs() + 0.5 * entropy, weight)


def intrinsic_loss(guess: Tensor, truth: Tensor, weight: Tensor, config: Realize) -> dict[str, Tensor]:
    """`guess`, `truth` [B, 7, H, W] physical; `weight` [B, 1, H, W]."""
    n, m = guess[:, :3], truth[:, :3]
    coverage = guess[:, 6:].clamp(1e-4, 1 - 1e-4)
    steep = slopes(n, m, weight, 1) + slopes(n, m, weight, n.shape[-1] // 64)
    return {
        "normal": over((n - m).abs(), weight) * config.normal,
        "cosine": over(1 - (n * m).sum(1, keepdim=True), weight) * config.cosine,
        "gradient": steep * config.gradient,
        "occlusion": graded(guess[:, 3:4], truth[:, 3:4], weight) * config.occlusion,
        "thickness": graded(guess[:, 4:5], truth[:, 4:5], weight) * config.thickness,
        "shadow": graded(guess[:, 5:6], truth[:, 5:6], torch.ones_like(weight)) * config.shadow,
        "coverage": F.binary_cross_entropy(coverage, truth[:, 6:]) * config.coverage,
    }


def supervise(
    raw: Tensor, stored: Tensor, config: Realize
) -> tuple[Tensor, Tensor, Tensor, dict[str, Tensor]]:
    """Raw output and stored truth uint8 [B, 8, S, S] -> guess, truth, weight, loss terms."""
    values = stored.float() / 255
    normal = F.normalize(values[:, :3] * 2 - 1, dim=1, eps=1e-3)
    guess, truth, weight = physical(raw), torch.cat([normal, values[:, 3:7]], 1), values[:, 7:8]
    return guess, truth, weight, intrinsic_loss(guess, truth, weight, config)
