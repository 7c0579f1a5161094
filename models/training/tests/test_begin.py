"""The head starts in the checkout -> runs that go on from them."""

from pathlib import Path

import pytest
import torch

from learning.begin import begin_from
from learning.config import CONFIGS
from learning.recipes import build_recipe

STARTS = Path(__file__).parent.parent / "head-start"


@pytest.mark.parametrize(
    ("config", "file", "least"),
    [("classic", "classic.pt", 200_000), ("realize2-hints", "realize2.pt", 752_336)],
)
def test_a_run_goes_on_from_its_head_start(config: str, file: str, least: int):
    recipe = build_recipe(CONFIGS[config], torch.device("cpu"))
    fresh = [value.clone() for value in recipe.generator.state_dict().values()]
    begin_from(recipe, STARTS / file)
    assert recipe.pictures >= least
    begun = recipe.generator.state_dict()
    moved = [not torch.equal(old, new) for old, new in zip(fresh, begun.values(), strict=True)]
    weights = [one for one, new in zip(moved, begun.values()) if new.ndim > 1]
    assert all(weights)
    assert all(torch.equal(new, recipe.ema.state_dict()[name]) for name, new in begun.items())


def test_a_head_start_of_another_network_is_refused():
    with pytest.raises((AssertionError, RuntimeError)):
        begin_from(build_recipe(CONFIGS["classic"], torch.device("cpu")), STARTS / "realize2.pt")
