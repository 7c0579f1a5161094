"""A config and a batch -> one optimisation step, `step(batch, share) -> {term: value}`.

What all recipes share, and the paper's (Isola et al. 2017, arXiv 1611.07004). Ours: learning/realize.py.
"""

import copy
from collections.abc import Iterable
from functools import reduce
from typing import Any, Generic, TypeVar

import torch
from torch import Tensor, nn

from learning.checkpoint import Facts, as_plain
from learning.config import Config, Realize, Vanilla
from learning.muon import Muon
from networks.painter import Painter
from networks.pix2pix import Generator, Shape
from networks.vanilla import UNet256

C = TypeVar("C", Realize, Vanilla)
Net = TypeVar("Net", bound=nn.Module)
PARTS = ("generator", "critic", "ema", "generator_optimiser", "critic_optimiser")  # of a checkpoint


def build_generator(config: Config) -> nn.Module:
    """The config's network with fresh weights: drawing [B, C, S, S] -> [B, 7, S, S] raw, or [B, 3, S, S] in
    −1…1."""
    if isinstance(config, Realize):
        return Generator(**network(config))
    if config.ours:
        return Painter(
            inside=config.inside, ink=config.square.ink, paper=config.square.paper, **network(Realize())
        )
    return UNet256(width=config.width, inside=config.inside)


def network(config: Realize) -> Shape:
    """The sizes that both kinds of our network take from the config."""
    return Shape(
        fine=config.fine,
        channels=config.channels,
        encoder=config.encoder,
        bottom=config.bottom,
        decoder=config.decoder,
        look=len(config.materials) + 4 if config.materials else 0,  # a colour and the log of its spread
        hints=config.hints > 0,
    )


def placed(net: Net, device: torch.device) -> Net:
    """The same network on `device`, convolutions channels-last."""
    settings: dict[str, Any] = {"memory_format": torch.channels_last}  # torch's annotations of `to` lack it
    return net.to(device, **settings)


def total(terms: Iterable[Tensor]) -> Tensor:
    """Sum of at least one tensor, from the first to the last."""
    return reduce(torch.add, terms)


def rate(config: Config, share: float, step: int) -> float:
    """Learning rate, as a factor: warm-up, constant, then a straight line to 0 over the last `cooldown`."""
    warm = min(1.0, (step + 1) / config.warm) if isinstance(config, Realize) else 1.0
    return warm * max(0.0, min(1.0, (1 - share) / config.cooldown))


def set_rate(optimiser: torch.optim.Optimizer | Muon, value: float) -> None:
    """Learning rate of all the optimiser's groups."""
    for group in optimiser.param_groups:
        group["lr"] = value


class Recipe(Generic[C]):
    """Networks, optimisers and EMA of a run; `state` and `load` are its checkpoint."""

    generator_optimiser: torch.optim.Optimizer | Muon
    critic_optimiser: torch.optim.Optimizer

    def __init__(self, config: C, *, critic: nn.Module, device: torch.device):
        self.config: C = config
        self.device, self.steps = device, 0
        self.pictures = 0  # seen, by all processes together
        self.origin: Facts | None = None  # facts of the run whose weights this one began with
        self.generator = placed(build_generator(config), device)
        self.critic = placed(critic, device)
        self.ema = copy.deepcopy(self.generator).eval().requires_grad_(False)
        self.means: list[Tensor] = list(self.ema.state_dict().values())
        self.values: list[Tensor] = list(self.generator.state_dict().values())

    def compile(self) -> None:
        """torch.compile of both networks: a minute at the start."""
        self.generator.compile()
        self.critic.compile()

    def fast(self) -> torch.autocast:
        """Convolutions in bfloat16."""
        return torch.autocast(self.device.type, dtype=torch.bfloat16)

    def follow(self) -> None:
        """EMA of weights and of batch norm's statistics; short at the start, so that early sheets show
        something."""
        if not self.config.ema:
            self.ema.load_state_dict(self.generator.state_dict())
            return
        keep = min(self.config.ema, (1 + self.steps) / (20 + self.steps))
        pairs = [(m, v) for m, v in zip(self.means, self.values) if v.is_floating_point()]
        with torch.no_grad():
            torch._foreach_lerp_([m for m, _ in pairs], [v for _, v in pairs], 1 - keep)

    def state(self) -> dict[str, Any]:
        """Everything that the next start goes on with, as plain values and tensors."""
        about = {"config": as_plain(self.config), "steps": self.steps, "origin": self.origin}
        return about | {part: getattr(self, part).state_dict() for part in PARTS}

    def load(self, saved: dict[str, Any]) -> None:
        """`saved`: what `state` gave. Raises RuntimeError where another config's weights have other
        shapes."""
        for part in PARTS:
            getattr(self, part).load_state_dict(saved[part])
        self.steps, self.origin, self.pictures = saved["steps"], saved["origin"], saved["facts"]["pictures"]
