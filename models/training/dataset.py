"""Shards on disk -> an endless stream of batches. Shards that appear while training runs are taken in."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from augment import sample
from config import SQUARE, Realize, Vanilla
from pairs import Pairs

REFRESH = 400  # samples between two looks for new shards


def is_mesh(meta: dict) -> bool:
    """Pictures of several objects are named NAME+NAME; one mesh among them makes it a mesh picture."""
    return "mesh:" in meta["family"]


class Mixture:
    """Draws indices: procedural families and meshes in the wished share, whatever the numbers on disk."""

    def __init__(self, pairs: Pairs, share: float):
        self.pairs, self.share = pairs, share
        self.groups: tuple[list[int], list[int]] = ([], [])
        self.take(0)

    def take(self, start: int) -> None:
        for i in range(start, len(self.pairs)):
            self.groups[is_mesh(self.pairs.meta(i))].append(i)

    def refresh(self) -> None:
        before = len(self.pairs)
        self.pairs.refresh()
        self.take(before)

    def draw(self, rng: np.random.Generator) -> int:
        families, meshes = self.groups
        assert families or meshes, f"no pairs in {self.pairs.folder}"
        group = families if families and (not meshes or rng.random() < self.share) else meshes
        return group[int(rng.integers(len(group)))]


class Stream(IterableDataset):
    """Endless augmented samples; every rank and worker has its own random stream."""

    def __init__(self, folder: Path, config: Realize | Vanilla, *, seed: int):
        self.folder, self.config, self.seed = folder, config, seed

    def __iter__(self) -> Iterator[dict[str, Tensor]]:
        cv2.setNumThreads(0)
        worker = get_worker_info()
        rng = np.random.default_rng([self.seed, worker.id if worker else 0])
        mixture = Mixture(Pairs(self.folder), self.config.families)
        count = 0
        while True:
            count += 1
            if count % REFRESH == 0:
                mixture.refresh()
            pair = mixture.pairs[mixture.draw(rng)]
            if isinstance(self.config, Vanilla):
                yield edges_and_picture(pair, rng, self.config)
            else:
                drawing, truth = sample(pair, rng, self.config.augment)
                yield {"drawing": torch.from_numpy(drawing), "truth": torch.from_numpy(truth)}


def edges_and_picture(pair: dict[str, np.ndarray], rng: np.random.Generator, config: Vanilla) -> dict[str, Tensor]:
    """The paper's pair: edges [1, 256, 256] and RGB [3, 256, 256], −1…1; enlarged, cropped back, mirrored.
    Edges are white on black, one pixel thin, as its HED edges are."""
    assert "picture" in pair, f"vanilla learns RGB: pairs need 'picture' [3, 256, 256], these have {sorted(pair)}"
    away = np.minimum.reduce([pair[name] for name in ("contour", "crease", "mark")])
    edges = np.clip(1.0 - away.astype(np.float32) / 16, 0, 1) * 255
    image = np.concatenate([edges[None], pair["picture"]]).transpose(1, 2, 0).astype(np.float32)
    image = cv2.resize(image, (config.load, config.load), interpolation=cv2.INTER_LINEAR)
    y, x = rng.integers(0, config.load - SQUARE.size + 1, 2)
    image = image[y : y + SQUARE.size, x : x + SQUARE.size]
    if rng.random() < 0.5:
        image = image[:, ::-1]
    tensor = torch.from_numpy(np.ascontiguousarray(image.transpose(2, 0, 1))) / 127.5 - 1
    return {"edges": tensor[:1], "picture": tensor[1:]}


def loader(folder: Path, config: Realize | Vanilla, *, seed: int, workers: int) -> Iterator[dict[str, Tensor]]:
    return iter(
        DataLoader(
            Stream(folder, config, seed=seed),
            batch_size=config.batch,
            num_workers=workers,
            prefetch_factor=4 if workers else None,
        )
    )
