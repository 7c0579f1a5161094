"""Weights and gradients -> one step: convolutions inside the network by Muon, everything else by AdamW.

Muon (Jordan 2024, kellerjordan.github.io/posts/muon): momentum, made orthogonal by Newton-Schulz iterations;
its length is AdamW's (Liu et al. 2025, arXiv 2502.16982), so that both take the same rate.
"""

from collections.abc import Iterable
from typing import Any

import torch
from torch import nn

from learning.gradients import matrix

DECAY = 0.03  # of the weights that Muon steps, times the rate


class Muon:
    """Two optimisers of PyTorch that look like one. `inner`: weights [O, I, H, W], seen as matrices
    [O, H * W * I]; `others`: biases, norms and the convolutions at both ends."""

    def __init__(
        self,
        inner: Iterable[nn.Parameter],
        others: Iterable[nn.Parameter],
        *,
        lr: float,
        betas: tuple[float, float],
    ):
        self.inner = list(inner)
        self.matrices = [nn.Parameter(matrix(weight.data)) for weight in self.inner]
        self.muon = torch.optim.Muon(self.matrices, lr=lr, weight_decay=DECAY, adjust_lr_fn="match_rms_adamw")
        self.adam = torch.optim.AdamW(others, lr=lr, betas=betas, weight_decay=1e-4, fused=True)

    @property
    def param_groups(self) -> list[dict[str, Any]]:
        """Of both, to set their rate."""
        return [*self.muon.param_groups, *self.adam.param_groups]

    def zero_grad(self, set_to_none: bool = True) -> None:
        """Of the weights that backward fills."""
        for weight in self.inner:
            weight.grad = None
        self.adam.zero_grad(set_to_none)

    def step(self) -> None:
        """Both; the matrices lie where the weights lie."""
        for weight, flat in zip(self.inner, self.matrices):
            flat.grad = None if weight.grad is None else matrix(weight.grad)
        self.muon.step()
        self.adam.step()

    def state_dict(self) -> dict[str, Any]:
        """Of both."""
        return {"muon": self.muon.state_dict(), "adam": self.adam.state_dict()}

    def load_state_dict(self, saved: dict[str, Any]) -> None:
        """`saved`: what `state_dict` gave."""
        self.muon.load_state_dict(saved["muon"])
        self.adam.load_state_dict(saved["adam"])
