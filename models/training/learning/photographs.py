"""Folders of images in the published formats -> drawings and pictures, as arrays."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, default_collate, get_worker_info

from learning.channels import PAPER
from learning.checkpoint import Facts
from learning.config import Config, Vanilla
from learning.folder import Folder, Place
from learning.gallery import trios
from learning.recipe import Recipe
from learning.validation import spaced


class Photographed:
    """A folder of drawings and pictures in the published formats; see learning/folder.py."""

    def __init__(self, path: Path, way: str):
        self.folder = Folder(path, way=way)

    def suit(self, config: Config) -> Vanilla:
        return self.folder.suit(painting(config))

    def stream(self, config: Config, *, seed: int, workers: int) -> Iterator[dict[str, Tensor]]:
        batches = Jittered(self.folder, painting(config), seed=seed)
        return iter(
            DataLoader(batches, batch_size=None, num_workers=workers, prefetch_factor=4 if workers else None)
        )

    def refresh(self) -> None:
        """A folder is read once: what is added to it later is of the next run."""

    def facts(self) -> Facts:
        name = self.folder.path.resolve().name
        return {"families": [name], "folder": f"{name}, {self.folder.way}", "pairs": len(self.folder.train)}

    def look(self, recipe: Recipe, sheet: Path) -> dict[str, float]:
        held = self.folder.held
        if not held:
            return {}
        config = painting(recipe.config)
        rows, differences = [], []
        for i in spaced(24, len(held)):
            drawing, truth = self.folder.pair(held[i])
            with torch.no_grad():
                guess = recipe.ema(drawn(drawing, config)[None].to(recipe.device))[0].float().cpu()
            made = ((guess.permute(1, 2, 0).numpy() + 1) * 127.5).round().clip(0, 255).astype(np.uint8)
            differences.append(np.abs(made.astype(int) - truth).mean())
            rows.append((drawing, made, truth))
        cv2.imwrite(str(sheet), trios(rows)[..., ::-1])
        return {"held all l1 of 255": round(float(np.mean(differences)), 3)}


def painting(config: Config) -> Vanilla:
    """The config of a network that paints. Raises AssertionError for any other."""
    assert isinstance(config, Vanilla), (
        "realize learns form, of which photographs say nothing: "
        "take --config painter (the same network, painting), classic or vanilla"
    )
    return config


def drawn(drawing: NDArray[np.uint8], config: Vanilla) -> Tensor:
    """uint8 RGB [S, S, 3] -> float32 [inside, S, S], −1…1 as it is: ink and paper are the drawing's
    (Folder.suit)."""
    planes = (
        drawing.transpose(2, 0, 1)
        if config.inside == 3
        else drawing.mean(2, keepdims=True).transpose(2, 0, 1)
    )
    return torch.from_numpy(np.ascontiguousarray(planes)).float() / 127.5 - 1


class Jittered(IterableDataset[dict[str, Tensor]]):
    """Endless batches as the paper makes them: mirrored by chance, enlarged, cropped back to the square."""

    def __init__(self, folder: Folder, config: Vanilla, *, seed: int):
        self.folder, self.config, self.seed = folder, config, seed

    def __iter__(self) -> Iterator[dict[str, Tensor]]:
        cv2.setNumThreads(0)
        worker = get_worker_info()
        rng = np.random.default_rng([self.seed, worker.id if worker else 0])
        places = self.folder.train
        while True:
            yield default_collate(
                [self.sample(places[int(rng.integers(len(places)))], rng) for _ in range(self.config.batch)]
            )

    def sample(self, place: Place, rng: np.random.Generator) -> dict[str, Tensor]:
        """Edges [C, 256, 256] and picture [3, 256, 256], float32 −1…1."""
        side = self.config.load
        drawing, picture = self.folder.pair(place, side)
        y, x = rng.integers(0, side - PAPER.size + 1, 2)
        flip = -1 if rng.random() < 0.5 else 1
        crop = lambda image: image[y : y + PAPER.size, x : x + PAPER.size][:, ::flip]
        target = torch.from_numpy(np.ascontiguousarray(crop(picture))).permute(2, 0, 1).float() / 127.5 - 1
        return {"edges": drawn(crop(drawing), self.config), "picture": target}
