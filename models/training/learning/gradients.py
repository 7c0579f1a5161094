"""Gradients of a step -> their mean over all processes, no longer than a limit.

All are seen as flat vectors in the order in which they lie in memory.
"""

from collections.abc import Iterable

import torch
import torch.distributed as dist
from torch import Tensor, nn


def flat(tensor: Tensor) -> Tensor:
    """A view [N] in the order of memory, channels-last too; a tensor laid out otherwise is an error."""
    return tensor.view(-1) if tensor.is_contiguous() else tensor.permute(0, 2, 3, 1).view(-1)


def matrix(tensor: Tensor) -> Tensor:
    """A view [O, H * W * I] of a convolution's weights [O, I, H, W], or of their gradient."""
    return flat(tensor).view(len(tensor), -1)


def gathered(parameters: Iterable[nn.Parameter]) -> list[Tensor]:
    """Flat views of the gradients there are."""
    return [flat(parameter.grad) for parameter in parameters if parameter.grad is not None]


def average(views: list[Tensor]) -> None:
    """Mean over the processes, if there are several, in one exchange."""
    if not dist.is_initialized():
        return
    vector = torch.cat(views)
    dist.all_reduce(vector)
    vector /= dist.get_world_size()
    torch._foreach_copy_(views, list(vector.split([len(view) for view in views])))


def clip(views: list[Tensor], limit: float) -> float:
    """Scale all down together to the length `limit`; returns the length they had."""
    length = float(torch.stack(torch._foreach_norm(views)).norm())
    if length > limit:
        torch._foreach_mul_(views, limit / (length + 1e-6))
    return length
