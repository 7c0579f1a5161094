"""A run's folder -> its checkpoint, and a config as plain values and back.

Files hold plain values alone, so that renamed or moved classes never make a run unreadable. Older files hold
the pickled dataclasses of learning/config.py; they are read as well, and nothing else that pickle could run
is.
"""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from learning.channels import Square
from learning.config import Augment, Config, Realize, Vanilla

Facts = dict[str, Any]  # what a run's card says about its training
KINDS: dict[str, type[Realize] | type[Vanilla]] = {"realize": Realize, "vanilla": Vanilla}
ORIGIN = ("recipe", "pairs", "pictures", "minutes")  # facts that another run's card repeats


def as_plain(config: Config) -> dict[str, Any]:
    """A config -> the values of all its fields and its `kind`, a key of KINDS."""
    return {"kind": "realize" if isinstance(config, Realize) else "vanilla"} | asdict(config)


def from_plain(values: dict[str, Any]) -> Config:
    """What `as_plain` gave -> the config. Raises TypeError for a field that the class doesn't have."""
    fields = {name: value for name, value in values.items() if name != "kind"}
    nested: dict[str, type[Augment] | type[Square]] = {"augment": Augment, "square": Square}
    fields |= {name: make(**fields[name]) for name, make in nested.items() if name in fields}
    return KINDS[values["kind"]](**fields)


def load_checkpoint(run: Path, device: torch.device | str = "cpu") -> dict[str, Any]:
    """`run`/last.pt -> `config` (a Config), `facts`, `steps`, `origin` and the state of each part of the
    recipe. Tensors lie on `device`. Raises pickle.UnpicklingError where the file holds anything but these."""
    with torch.serialization.safe_globals([Realize, Vanilla, Augment, Square]):
        saved: dict[str, Any] = torch.load(run / "last.pt", map_location=device, weights_only=True)
    if isinstance(saved["config"], dict):
        saved["config"] = from_plain(saved["config"])
    return saved


def summary(saved: dict[str, Any]) -> Facts:
    """What the card of a run says that began with, or was taught by, this checkpoint."""
    return {key: saved["facts"][key] for key in ORIGIN}
