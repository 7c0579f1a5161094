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
    begun = recipe.generator.state_dict()
    for name, value in begun.items():
        if name in saved["ema"]:
            old = grown(saved["ema"][name], value)
            begun[name] = old if old.shape == value.shape else value
    for net in (recipe.generator, recipe.ema):
        net.load_state_dict(begun)
    if type(saved["config"]) is type(recipe.config):
        recipe.critic.load_state_dict(saved["critic"])


def from_head_start(recipe: Recipe, saved: dict[str, Any], name: str) -> None:
    """The same network throughout, but for hints that it may gain. What it has seen counts on."""
    wanted = recipe.config.materials if isinstance(recipe.config, Realize) else ()
    assert saved["materials"] == wanted, f"{name} tells {saved['materials']} apart, wanted {wanted}"
    theirs, mine = renamed(saved["ema"]), recipe.generator.state_dict()
    begun = {name: value for name, value in mine.items() if name.startswith("gate.")}
    begun |= {name: grown(old, mine[name]) if name in mine else old for name, old in theirs.items()}
    for net in (recipe.generator, recipe.ema):
        net.load_state_dict(begun)
    recipe.pictures = saved["pictures"]
    recipe.origin = {"recipe": name, "pictures": saved["pictures"]}


def grown(old: Tensor, new: Tensor) -> Tensor:
    """`old`, as a convolution of more inputs where `new` is one: it hears nothing of them at first, and the
    network begins as good as the other was."""
    if not fits(old, new):
        return old
    wider = torch.zeros_like(new)
    wider[:, : old.shape[1]] = old
    return wider


def fits(old: Tensor, new: Tensor) -> bool:
    """Whether `new` is the same convolution with more inputs."""
    if old.ndim != 4 or new.ndim != 4:
        return False
    return old.shape[0] == new.shape[0] and old.shape[1] < new.shape[1]
