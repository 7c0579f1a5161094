"""Rendered shards, or a folder of images -> what a run learns from and is looked at by.

Two classes with one face: `suit` the config, `stream` batches, `refresh`, `facts` for the card, `look` at
held-out pairs.
"""

from collections.abc import Iterator
from pathlib import Path

import cv2
from torch import Tensor

from data.pairs import Pairs
from learning.channels import SQUARE
from learning.checkpoint import Facts
from learning.config import Config
from learning.dataset import loader
from learning.gallery import contact_sheet, painted
from learning.recipe import Recipe
from learning.validation import as_model, measure, spaced, told
from learning.vanilla_recipe import VanillaRecipe
from networks.pix2pix import Generator

HELD = 200  # pictures that a look measures


class Rendered:
    """Shards in PAIRS/train and PAIRS/held. Those that appear while training runs are taken in.
    `cache` (data/cache.py): the maps of PAIRS/train at the side of previews."""

    def __init__(self, path: Path, cache: Path | None = None):
        self.cache = cache
        self.path, self.pairs, self.held = path, Pairs(path / "train"), Pairs(path / "held")

    def suit(self, config: Config) -> Config:
        return config

    def stream(self, config: Config, *, seed: int, workers: int) -> Iterator[dict[str, Tensor]]:
        return loader(self.path / "train", config, seed=seed, workers=workers, cache=self.cache)

    def refresh(self) -> None:
        self.pairs.refresh()

    def facts(self) -> Facts:
        return pairs_facts(self.pairs)

    def look(self, recipe: Recipe, sheet: Path) -> dict[str, float]:
        """Held-out error of the EMA, and pictures to look at."""
        if not len(self.held):
            return {}
        if isinstance(recipe, VanillaRecipe):
            image, l1 = painted(recipe.ema, self.held, spaced(24, len(self.held)))
            cv2.imwrite(str(sheet), image[..., ::-1])
            return {"held all l1 of 255": round(l1, 3)}
        model = as_model(recipe.ema)
        config, which = recipe.config, spaced(HELD, len(self.held))
        side = SQUARE.preview if config.small == 1 else SQUARE.size  # what it is trained for
        result = measure(model, self.held, which, side=side)
        cv2.imwrite(str(sheet), contact_sheet(model, self.held, spaced(20, len(self.held)))[..., ::-1])
        degrees = {name: row["degrees"] for name, row in result.items() if name.startswith("all")}
        if config.materials:
            assert isinstance(recipe.ema, Generator)  # what its config builds
            degrees["material"] = told(recipe.ema, self.held, which, config)
        return {f"held {name}": round(value, 3) for name, value in degrees.items()}


def pairs_facts(pairs: Pairs) -> Facts:
    """What a card says about the pairs that were trained on."""
    metas = [pairs.meta(i) for i in range(len(pairs))]
    families = sorted({"mesh" if "mesh:" in meta["family"] else meta["family"] for meta in metas})
    seeds = [meta["seed"] for meta in metas]
    return {
        "families": [family for family in families if "+" not in family],
        "seeds": [min(seeds), max(seeds)],
        "pairs": len(metas),
    }
