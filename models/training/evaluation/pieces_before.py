"""The pieces of 7655ec0's training step, to be timed one by one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor

from evaluation.loss_before import supervise
from evaluation.step_before import StepBefore, batches_before
from learning.config import Realize

BATCH = {256: 16, 512: 4}
Batch = dict[str, Tensor]
Pieces = dict[str, Callable[[], object]]


def back(terms: dict[str, Tensor]) -> None:
    """Gradients of the terms' sum."""
    torch.stack(list(terms.values())).sum().backward()


def leaf(raw: Tensor) -> Tensor:
    """The same numbers, where gradients end."""
    return raw.detach().requires_grad_()


def before(side: int, pairs: Path) -> Pieces:
    """The pieces of 7655ec0's step on shards, of batches of one side."""
    config = Realize(batch=BATCH[side])
    stream, step = batches_before(pairs, config, side), StepBefore(config)
    batch = next(stream)
    drawing, stored = batch["drawing"], batch["truth"]
    raw = leaf(step.forward(drawing))
    truth, weight = (part.detach() for part in supervise(raw, stored, config)[1:3])

    guess = leaf(supervise(raw, stored, config)[0])

    def critic() -> None:
        terms, fake, real = step.contest(drawing, guess, truth, weight)
        back(terms)
        step.judged(fake.detach(), real)

    return {
        "loader": lambda: next(stream),
        "network": lambda: step.forward(drawing).float().sum().backward(),
        "loss": lambda: back(supervise(raw, stored, config)[3]),
        "critic": critic,
        "update": step.renew,
        "whole": lambda: step.step(next(stream)),
    }
