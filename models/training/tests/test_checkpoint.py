"""A config -> a checkpoint of plain values, and back; files of earlier versions, which pickled the config,
are read as well."""

import pickle
from collections import OrderedDict
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from learning.channels import Square
from learning.checkpoint import as_plain, from_plain, load_checkpoint
from learning.config import CONFIGS, Augment, Config, Realize, Vanilla

MINE = (
    Realize(name="own", augment=Augment(rotate=3.0)),
    Vanilla(name="own", square=Square(size=256, stroke=2.5)),
)


@pytest.mark.parametrize("config", [*CONFIGS.values(), *MINE])
def test_a_config_comes_back_from_plain_values(config: Config) -> None:
    plain = as_plain(config)
    assert type(plain) is dict and from_plain(plain) == config


def test_a_field_that_no_config_has_is_refused() -> None:
    with pytest.raises(TypeError, match="unheard"):
        from_plain(as_plain(Realize()) | {"unheard": 1})


@pytest.mark.parametrize("config", [replace(Realize(), batch=3), Vanilla(square=Square(stroke=2.5))])
def test_old_and_new_files_are_read(config: Config, tmp_path: Path) -> None:
    weights = OrderedDict(weight=torch.ones(2))
    for stored in (config, as_plain(config)):
        torch.save({"config": stored, "ema": weights, "facts": {"minutes": 1.5}}, tmp_path / "last.pt")
        saved = load_checkpoint(tmp_path)
        assert saved["config"] == config and saved["facts"] == {"minutes": 1.5}
        assert torch.equal(saved["ema"]["weight"], weights["weight"])


def test_a_file_that_would_run_code_is_refused(tmp_path: Path) -> None:
    torch.save({"config": Path("x")}, tmp_path / "last.pt")
    with pytest.raises(pickle.UnpicklingError, match="weights_only"):
        load_checkpoint(tmp_path)
