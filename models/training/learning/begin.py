"""A new recipe, and another run or a head start -> the recipe with its EMA weights; its optimiser is new."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from learning.checkpoint import load_checkpoint, summary
from learning.config import Realize
from learning.recipe import Recipe
from learning.weights import renamed


def begin_from(recipe: Recipe, source: Path) -> None:
    """`source`: the folder of a run, or a head start's file {ema, materials, pictures}. Raises AssertionError
    for a head start whose look has other classes, RuntimeError for one of another shape."""
    if source.is_dir():
        from_run(recipe, load_checkpoint(source, recipe.device))
    else:
        saved = torch.load(source, map_location=recipe.device, weights_only=True)
        from_head_start(recipe, saved, source.name)


def from_run(recipe: Recipe, saved: dict[str, Any]) -> None:
    """Its EMA weights where shapes agree; a convolution that has gained inputs keeps its old ones."""
    recipe.origin = summary(saved)
    theirs, mine = saved["ema"], recipe.generator.state_dict()
    with torch.no_grad():
        for name, value in mine.items():
            old = theirs.get(name)
            if old is not None and old.shape == value.shape:
                value.copy_(old)
            elif old is not None and fits(old, value):
                value[:, : old.shape[1]] = old
    recipe.ema.load_state_dict(recipe.generator.state_dict())
    if type(saved["config"]) is type(recipe.config):
        recipe.critic.load_state_dict(saved["critic"])


def from_head_start(recipe: Recipe, saved: dict[str, Any], name: str) -> None:
    """The same network throughout. What it has seen counts on."""
    wanted = recipe.config.materials if isinstance(recipe.config, Realize) else ()
    assert saved["materials"] == wanted, f"{name} tells {saved['materials']} apart, wanted {wanted}"
    for net in (recipe.generator, recipe.ema):
        net.load_state_dict(renamed(saved["ema"]))
    recipe.pictures = saved["pictures"]
    recipe.origin = {"recipe": name, "pictures": saved["pictures"]}


def fits(old: Tensor, new: Tensor) -> bool:
    """Whether `new` is the same convolution with more inputs."""
    if old.ndim != 4 or new.ndim != 4:
        return False
    return old.shape[0] == new.shape[0] and old.shape[1] < new.shape[1]
