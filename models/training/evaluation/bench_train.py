"""Shards -> CPU time a picture of the training step of 7655ec0 and of today's, side by side, in one process.

    OMP_NUM_THREADS=1 python -m evaluation.bench_train --pairs PAIRS --cache CACHE

Before: `realize`, pairs read from shards, its loss and its critic. Now: `realize2` with its look, its loss
compiled, its critic as often; at 256² pairs are read from CACHE (data/cache.py). What counts is the CPU time
of the process, so that a busy machine changes little. A piece runs alone on one batch, there and back; the
critic's share is a mean over steps. `whole` is loader and step as they train; the ratio is of that.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor

from evaluation.pieces_before import BATCH, Batch, Pieces, back, before, leaf
from learning.config import REALIZE2, Realize
from learning.dataset import Stream
from learning.gradients import clip, gathered
from learning.realize import LIMIT, RealizeRecipe

SHARE = 0.5  # of the training: the critic has joined
GOAL = 0.35


def batches(config: Realize, side: int, pairs: Path, cache: Path) -> Iterator[Batch]:
    """All of one side."""
    return iter(Stream(pairs, replace(config, small=1 if side == 256 else 10**9), seed=1, cache=cache))


def now(side: int, pairs: Path, cache: Path, config: Realize, compiled: bool) -> Pieces:
    """The pieces of today's step, likewise."""
    config = replace(config, batch=BATCH[side], critic_from=0.0)
    stream = batches(config, side, pairs, cache)
    recipe = RealizeRecipe(config, torch.device("cpu"))
    if compiled:
        recipe.compile()
    batch = next(stream)
    drawing, stored = batch["drawing"], batch["truth"]
    look = (batch["material"], batch["colour"])

    def network() -> tuple[Tensor, Tensor]:
        with recipe.fast():
            raw, seen = recipe.observe(drawing)
        assert seen is not None  # realize2 has a second head
        (raw.float().sum() + seen.float().sum()).backward()
        return raw, seen

    raw, seen = (leaf(part) for part in network())

    def critic() -> None:
        fake, real = recipe.shown(drawing, raw.contiguous(), stored)
        back(recipe.contest(fake, real))
        recipe.judged(fake.detach(), real)

    def update() -> None:
        clip(gathered(recipe.generator.parameters()), LIMIT)
        recipe.generator_optimiser.step()
        recipe.follow()

    return {
        "loader": lambda: next(stream),
        "network": network,
        "loss": lambda: back(recipe.measure(raw.contiguous(), stored, (seen.contiguous(), *look))),
        "critic": critic,
        "update": update,
        "whole": lambda: recipe.step(next(stream), SHARE),
    }


def milliseconds(sides: tuple[Pieces, Pieces], rounds: int, batch: int) -> dict[str, tuple[float, float]]:
    """{piece: (before, now)} of CPU a picture, in turns; the first two rounds compile and do not count."""
    spent: dict[str, list[float]] = {name: [0.0, 0.0] for name in sides[0]}
    for turn in range(rounds + 2):
        for name, sums in spent.items():
            for which, pieces in enumerate(sides):
                began = time.process_time()
                pieces[name]()
                sums[which] += (time.process_time() - began) * (turn >= 2)
    return {name: (1e3 * a / rounds / batch, 1e3 * b / rounds / batch) for name, (a, b) in spent.items()}


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--pairs", type=Path, required=True, help="rendered pairs, whose train/ is read")
    parser.add_argument("--cache", type=Path, required=True, help="the maps of train/ at 256²")
    parser.add_argument(
        "--rounds", type=int, default=20, help="an even number: the critic steps every other time"
    )
    parser.add_argument("--sides", type=int, nargs="+", default=[256, 512])
    parser.add_argument(
        "--old-network", action="store_true", help="today's step with the network of 7655ec0 and its look"
    )
    parser.add_argument("--eager", action="store_true", help="today's step not compiled")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    old = Realize()
    config = REALIZE2
    if asked.old_network:
        config = replace(
            config, channels=old.channels, encoder=old.encoder, bottom=old.bottom, decoder=old.decoder
        )
    for side in asked.sides:
        torch.manual_seed(0)
        pairs = asked.pairs / "train"
        found = milliseconds(
            (before(side, pairs), now(side, pairs, asked.cache, config, not asked.eager)),
            asked.rounds,
            BATCH[side],
        )
        every = REALIZE2.critic_every
        found["critic"] = (found["critic"][0] / every, found["critic"][1] / every)
        print(f"{side}², batch {BATCH[side]}: CPU ms a picture   7655ec0      now")
        for name, (then, today) in found.items():
            print(f"{name:>39} {then:9.1f} {today:8.1f}")
        then, today = found["whole"]
        print(f"{'ratio':>39} {today / then:18.2f}   (goal {GOAL})", flush=True)


if __name__ == "__main__":
    main()
