"""Shards on disk -> an endless stream of batches. Shards that appear while training runs are taken in."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, default_collate, get_worker_info

from data.cache import Cache
from data.pairs import Pairs
from learning.augment import finished, posed
from learning.channels import SQUARE
from learning.config import Config, Realize, Vanilla
from learning.look import labels
from learning.painted import edges_and_picture

REFRESH = 60  # batches between two looks for new shards
FEW = 400  # pairs of a family from which on it counts in full


def is_mesh(meta: dict[str, Any]) -> bool:
    """Pictures of several objects are named NAME+NAME; one mesh among them makes it a mesh picture."""
    return "mesh:" in meta["family"]


class Mixture:
    """Draws indices: procedural families and meshes in the wished share, whatever the numbers on disk.
    Families come equally often, those with few pairs yet (under FEW) less so.
    `least`: side of the maps at least."""

    def __init__(self, pairs: Pairs | Cache, share: float, least: int = 0):
        self.pairs, self.share, self.least = pairs, share, least
        self.families: dict[str, list[int]] = {}
        self.meshes: list[int] = []
        self.taken = 0
        self.take()

    def take(self) -> None:
        """What `pairs` has gained since."""
        start, self.taken = self.taken, len(self.pairs)
        for i in range(start, self.taken):
            if self.pairs.side(i) < self.least:
                continue
            meta = self.pairs.meta(i)
            if is_mesh(meta):
                self.meshes.append(i)
            else:
                self.families.setdefault(meta["family"].split("+")[0], []).append(i)

    def draw(self, rng: np.random.Generator) -> int:
        """Index of a pair; raises AssertionError where there is none of the wanted side."""
        assert self.families or self.meshes, f"no pairs of side {self.least} or more in {self.pairs.folder}"
        group = self.meshes
        if self.families and (not self.meshes or rng.random() < self.share):
            groups = list(self.families.values())
            weight = np.array([min(len(group), FEW) for group in groups], float)
            group = groups[rng.choice(len(groups), p=weight / weight.sum())]
        return group[int(rng.integers(len(group)))]


class Stream(IterableDataset[dict[str, Tensor]]):
    """Endless batches of augmented samples; every rank and worker has its own random stream.
    `cache`: where previews come from, if not from the shards."""

    def __init__(self, folder: Path, config: Config, *, seed: int, cache: Path | None = None):
        self.folder, self.config, self.seed, self.cache = folder, config, seed, cache

    def __iter__(self) -> Iterator[dict[str, Tensor]]:
        cv2.setNumThreads(0)
        worker = get_worker_info()
        rng = np.random.default_rng([self.seed, worker.id if worker else 0])
        pairs = Pairs(self.folder)
        previews: Pairs | Cache = Cache(self.cache) if self.cache else pairs
        everything = Mixture(previews, self.config.families)
        # old pairs of side 256 serve previews alone
        sharp = Mixture(pairs, self.config.families, SQUARE.size)
        for number in itertools.count():
            if number % REFRESH == REFRESH - 1:
                pairs.refresh()
                previews.refresh()
                everything.take()
                sharp.take()
            count, config = range(self.config.batch), self.config
            if isinstance(config, Vanilla):
                batch = [edges_and_picture(previews[everything.draw(rng)], rng, config) for _ in count]
            else:
                preview = number % config.small == config.small - 1
                mixture, side = (everything, SQUARE.preview) if preview else (sharp, SQUARE.size)
                batch = [
                    line_art_and_form(mixture.pairs[mixture.draw(rng)], rng, config, side) for _ in count
                ]
            yield default_collate(batch)


def line_art_and_form(
    pair: dict[str, Any], rng: np.random.Generator, config: Realize, side: int
) -> dict[str, Tensor]:
    """drawing float32 [2, side, side], with hints [3, side, side], and truth uint8 [8, side, side] of an
    augmented pair; for a config with materials their labels as well (learning/look.py)."""
    moved = posed(pair, rng, config.augment, side)
    drawing, truth = finished(moved, rng, config.augment, hints=config.hints)
    found = {"drawing": drawing, "truth": truth}
    if config.materials:
        found["material"], found["colour"] = labels(moved["part"], pair["meta"], config.materials)
    return {name: torch.from_numpy(value) for name, value in found.items()}


def loader(
    folder: Path, config: Config, *, seed: int, workers: int, cache: Path | None = None
) -> Iterator[dict[str, Tensor]]:
    """Endless batches of the shards in `folder`, from `workers` processes (0: from this one)."""
    return iter(
        DataLoader(
            Stream(folder, config, seed=seed, cache=cache),
            batch_size=None,  # the stream makes whole batches: all pictures of one have the same side
            num_workers=workers,
            prefetch_factor=4 if workers else None,
        )
    )
