"""A run -> what its card says of how it was trained."""

import argparse

from learning.checkpoint import Facts
from learning.photographs import Photographed
from learning.recipe import Recipe
from learning.supply import Rendered
from learning.vanilla_recipe import VanillaRecipe


def facts(
    recipe: Recipe, asked: argparse.Namespace, supply: Rendered | Photographed, minutes: float, world: int
) -> Facts:
    """What the card says about the training."""
    config, device = recipe.config, recipe.device.type
    seen = config.batch * world
    threads = "" if device == "cuda" else f", {asked.threads} thread each"
    earlier = {"begunFrom": recipe.origin} if recipe.origin else {}
    if isinstance(recipe, VanillaRecipe) and recipe.teacher:
        earlier["taughtBy"] = recipe.teacher.facts
    own = {
        "version": asked.version,
        "recipe": f"{config.name}: adversarial + L1, EMA; seed {asked.seed}, {recipe.steps} steps of {seen}",
        "pictures": recipe.pictures,
        "minutes": round(minutes, 1),
        "device": f"{world} × {device}{threads}",
    }
    return earlier | supply.facts() | own
