"""A finished run and what a smaller U-Net makes of a batch -> two more terms of the smaller one's loss.

Distillation of outputs and of intermediate features (Romero et al. 2015, FitNets, arXiv 1412.6550). The
bridges between the two widths are orthogonal and fixed: a learned bridge would be a part of the run that no
checkpoint knows of.
"""

from functools import reduce
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from learning.checkpoint import summary
from learning.config import Vanilla
from networks.vanilla import UNet256


def widths(net: UNet256) -> list[int]:
    """Channels of the decoder's features, as `UNet256.paint` gives them back."""
    layers = [layer for up in net.up[4:-1] for layer in up.modules() if isinstance(layer, nn.ConvTranspose2d)]
    return [layer.out_channels for layer in layers]


class Teacher:
    """The wider network with its dropout off: the student learns from what it paints for certain."""

    def __init__(self, net: UNet256, student: UNet256, saved: dict[str, Any]):
        """`net` has the weights of the checkpoint `saved` and lies where `student` does."""
        self.net, self.student, self.facts = net.eval().requires_grad_(False), student, summary(saved)
        self.bridges: list[nn.Module] = []
        device = next(student.parameters()).device
        for mine, theirs in zip(widths(student), widths(net)):
            bridge = nn.Conv2d(theirs, mine, 1, bias=False).to(device)
            with torch.random.fork_rng(devices=[]):
                torch.manual_seed(theirs)
                nn.init.orthogonal_(bridge.weight.flatten(1))
            self.bridges.append(bridge.requires_grad_(False))

    def terms(
        self, edges: Tensor, guess: Tensor, features: list[Tensor], config: Vanilla
    ) -> dict[str, Tensor]:
        """Edges [B, C, 256, 256], the student's picture [B, 3, 256, 256] and its decoder's features -> the
        two terms."""
        with torch.no_grad(), torch.autocast(edges.device.type, dtype=torch.bfloat16):
            wanted, theirs = self.net.paint(edges)
            theirs = [F.instance_norm(bridge(x)) for bridge, x in zip(self.bridges, theirs)]
        apart = [(F.instance_norm(a.float()) - b.float()).abs().mean() for a, b in zip(features, theirs)]
        mean = reduce(torch.add, apart) / len(theirs)
        return {
            "taught": (guess - wanted.float()).abs().mean() * config.taught,
            "features": mean * config.features,
        }
