"""A run's folder, or a head start's file -> its weights by their names; weights -> a head start's file."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from learning.checkpoint import Facts, load_checkpoint
from learning.config import CLASSIC, REALIZE2, REALIZE2_HINTS, Realize, Vanilla

HEAD_START = {"g.": "", "head.": "look."}  # prefixes of a head start's keys -> ours


def opened(run: Path) -> tuple[Realize | Vanilla, dict[str, Tensor], Facts]:
    """Config, EMA weights and what its card says of the training. A head start without classes is one of
    classic. Raises AssertionError for one whose look has other classes than Realize 2."""
    if run.is_dir():
        saved = load_checkpoint(run)
        return saved["config"], saved["ema"], saved["facts"]
    started: dict[str, Any] = torch.load(run, map_location="cpu", weights_only=True)
    if started["materials"] == ():
        told = {"recipe": f"{CLASSIC.name}: adversarial + L1, EMA", "pictures": started["pictures"]}
        return CLASSIC, renamed(started["ema"]), told
    assert started["materials"] == REALIZE2.materials, f"{run}: its look tells {started['materials']} apart"
    facts = {"recipe": f"{REALIZE2.name}: L1, EMA", "pictures": started["pictures"]}
    return REALIZE2_HINTS if started.get("hints") else REALIZE2, renamed(started["ema"]), facts


def renamed(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """Keys of a head start -> those of networks.pix2pix.Generator."""
    found = {}
    for key, value in state.items():
        prefix = next(prefix for prefix in HEAD_START if key.startswith(prefix))
        found[HEAD_START[prefix] + key.removeprefix(prefix)] = value
    return found


def save_head_start(
    file: Path,
    weights: dict[str, Tensor],
    pictures: int,
    *,
    hints: bool = False,
    materials: tuple[str, ...] = REALIZE2.materials,
) -> None:
    """`weights` (names of networks.pix2pix.Generator, or classic's) -> `file`, as float16. `pictures`: so
    many they have seen; `hints`: whether the network takes them; `materials`: the classes of its look, of
    classic none."""
    # "" begins every name: it is asked last.
    ours = sorted(HEAD_START.items(), key=lambda pair: -len(pair[1]))
    ema = {}
    for name, value in weights.items():
        prefix, own = next(pair for pair in ours if name.startswith(pair[1]))
        ema[prefix + name.removeprefix(own)] = value.half() if value.is_floating_point() else value
    about = {"materials": materials, "pictures": pictures, "hints": hints}
    torch.save({"ema": ema} | about, file)
