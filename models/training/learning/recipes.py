"""A config -> its recipe."""

import torch

from learning.config import Realize, Vanilla
from learning.realize import RealizeRecipe
from learning.vanilla_recipe import VanillaRecipe


def build_recipe(config: Realize | Vanilla, device: torch.device) -> RealizeRecipe | VanillaRecipe:
    """Networks with fresh weights on `device`, and how they learn."""
    return RealizeRecipe(config, device) if isinstance(config, Realize) else VanillaRecipe(config, device)
