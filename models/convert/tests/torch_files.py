"""What PyTorch's users keep, a state dict or a whole trainer, as a file; and what a network paints."""

from pathlib import Path

import numpy as np
import torch
from torch import nn


def source(network: torch.nn.Module):
    def run(x: np.ndarray) -> np.ndarray:
        with torch.no_grad():
            return network(torch.from_numpy(x)).numpy()

    return run


def saved(network: torch.nn.Module, path: Path, **how) -> Path:
    torch.save({k: v.cpu() for k, v in network.state_dict().items()}, path, **how)
    return path


def discriminator() -> nn.Module:
    """A PatchGAN, as every trainer keeps one beside the generator."""
    layers = [nn.Conv2d(6, 4, 4, 2, 1), nn.LeakyReLU(0.2), nn.Conv2d(4, 8, 4, 2, 1), nn.BatchNorm2d(8)]
    one = nn.Module()
    one.model = nn.Sequential(*layers, nn.Conv2d(8, 1, 4, 1, 1))
    return one


class Trainer(nn.Module):
    """What a LightningModule's state dict looks like: generator, discriminator and losses in one."""

    def __init__(self, generator: nn.Module) -> None:
        super().__init__()
        self.discriminator, self.generator = discriminator(), generator
        self.register_buffer("real_label", torch.tensor(1.0))
