"""Dictionaries of tensors, or of arrays by name -> the state dict of one generator in them, out of what
trainers leave around it.

Looked for are generators, not names: dictionaries in dictionaries (netG_state_dict, G_A …) are walked, and
keys may have anything before them (module., _orig_mod., generator. …). What stands beside it, a discriminator
or an optimiser, is left.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch

from .keys import State
from .reparametrized import with_plain_weights
from .said import Asked, Refused, seen

DEEPEST = 4  # dictionaries inside dictionaries
SILENT = ("state_dict", "model_state_dict", "module", "_orig_mod")  # wrappings that name nothing


@dataclass(frozen=True)
class Wrapped:
    """One state dict in the file, and what it is called there; empty where nothing names it."""

    name: str
    state: State


def state_of(
    found: object, what: str, roots: Callable[[State], set[str]], asked: Asked
) -> tuple[Wrapped, list[str]]:
    """The generator, and the names of others beside it. `roots`: what stands before a generator's own keys,
    for each that a state dict holds.
    """
    if not isinstance(found, dict):
        raise Refused(f"{what} holds a {type(found).__name__}, wanted a dictionary of tensors.")
    held = list(dictionaries(found, ()))
    if not held:
        raise Refused(f"{what} holds no tensors (its keys: {seen(', '.join(map(str, list(found)[:5])))}).")
    known = [one for path, state in held for one in generators(path, state, roots(state))]
    if not known:
        path, state = held[0]
        return Wrapped(named(path, ""), bared(state)), []
    names = [one.name for one in known]
    if asked.key is None or names == [""]:
        return known[0], names[1:]
    wanted = next((one for one in known if one.name == asked.key), None)
    if wanted is None:
        there = ", ".join(name or "one without a name" for name in names)
        raise Refused(f"--key {seen(asked.key)}: the file holds {seen(there)}.")
    return wanted, [name for name in names if name != asked.key]


def generators(path: tuple[str, ...], state: State, roots: set[str]) -> Iterator[Wrapped]:
    """In the order of the file."""
    for key in state:
        for root in sorted(roots, key=len, reverse=True):
            if key.startswith(root):
                roots = roots - {root}
                yield Wrapped(named(path, root), below(state, root))


def below(state: State, root: str) -> State:
    return {key.removeprefix(root): value for key, value in state.items() if key.startswith(root)}


def bared(state: State) -> State:
    """Without what stands before every key: as DataParallel (module.) and torch.compile (_orig_mod.) save."""
    while root := re.match(r"(module|_orig_mod|netG)\.", next(iter(state))):
        if not all(key.startswith(root[0]) for key in state):
            break
        state = below(state, root[0])
    return state


def named(path: tuple[str, ...], root: str) -> str:
    return ".".join(part for part in (*path, *root.split(".")) if part and part not in SILENT)


def dictionaries(found: dict, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], State]]:
    """Every dictionary that holds tensors itself, outermost first, and where it stands."""
    state: State = {}
    for key, value in found.items():
        if isinstance(value, torch.Tensor):
            if value.is_quantized or value.is_sparse:
                raise Refused(f"the tensor {seen(key)} is quantised or sparse; save it as float32.")
            kept = value.detach()
            state[str(key)] = (kept.float() if kept.is_floating_point() else kept).numpy()
        elif isinstance(value, np.ndarray):
            state[str(key)] = value
    if any(value.ndim == 4 for value in state.values()):
        yield path, with_plain_weights(state)
    for key, value in found.items():
        if isinstance(value, dict) and len(path) < DEEPEST:
            yield from dictionaries(value, (*path, str(key)))
