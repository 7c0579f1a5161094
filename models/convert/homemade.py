"""The state dict of a home-made U-Net in plain Sequentials -> its plan, where shapes leave one way.

Told by order, shapes and numbers of keys: what goes down and what up, strides (4 × 4 that must give back the
size), where norms stand, what is joined, whether activations come before convolutions or after. Whatever of
these is open is refused by the name of the key. Never told are slopes, the last activation, the order of what
is joined, and borders: built.py takes them as most write them, and says so.
"""

from dataclasses import dataclass, field

import numpy as np

from .keys import State
from .said import seen

LEAST, MOST = 3, 12  # levels
NESTED = 3  # wrappings before a generator's keys
ROLES = ("weight", "bias", "running_mean", "running_var", "num_batches_tracked")


class Unclear(Exception):
    """Why shapes leave more than one way, or none; half a sentence that names a key."""


@dataclass
class Layer:
    """A convolution and the norm behind it, by their keys without the last part."""

    at: str
    shape: tuple[int, ...]
    norm: str = ""  # empty: none

    @property
    def parent(self) -> str:
        return self.at.rpartition(".")[0]

    @property
    def halves(self) -> bool:
        """Or doubles: what 4 × 4 is for."""
        return self.shape[2:] == (4, 4)

    @property
    def index(self) -> int | None:
        """In its Sequential; None where it stands in none."""
        last = self.at.rpartition(".")[2]
        return int(last) if last.isdigit() else None


@dataclass
class Plan:
    down: list[Layer]
    up: list[Layer]
    last: list[Layer]  # convolutions that keep the size, behind all others
    joined: list[bool] = field(default_factory=list)  # with what went down, for each on the way up
    before: bool = False  # activations come before convolutions, not after


def homes(state: State, root: str = "", depth: int = 0) -> set[str]:
    """What stands before the keys of each home-made generator in it."""
    try:
        plan_of(state)
        return {root}
    except Unclear:
        if depth == NESTED:
            return set()
    inside: dict[str, State] = {}
    for key, value in state.items():
        head, dot, rest = key.partition(".")
        if dot:
            inside.setdefault(head + dot, {})[rest] = value
    return {found for head, part in inside.items() for found in homes(part, root + head, depth + 1)}


def plan_of(state: State) -> Plan:
    """Raises Unclear."""
    layers = layers_of(state)
    halved = [layer for layer in layers if layer.halves]
    depth = len(halved) // 2
    if len(halved) % 2 or not LEAST <= depth <= MOST or layers[: 2 * depth] != halved:
        other = next((layer for layer in layers if not layer.halves), None)
        stride = f"; the stride of {told(other)} is not told" if other else ""
        raise Unclear(
            f"it has {len(halved)} convolutions of 4 × 4, wanted as many down as up, {LEAST} or more{stride}"
        )
    plan = Plan(halved[:depth], halved[depth:], layers[2 * depth :])
    if not any(layer.norm for layer in layers):
        raise Unclear("it holds no norm, and instance norm leaves none behind")
    for layer in plan.last:
        if layer.shape[2] != layer.shape[3] or layer.shape[2] % 2 == 0:
            raise Unclear(f"the border of {told(layer)} is not told")
    connect(plan)
    plan.before = activated(layers)
    return plan


def layers_of(state: State) -> list[Layer]:
    """In the order of the file, which is that in which the layers were made."""
    parts: dict[str, dict[str, np.ndarray]] = {}
    for key, value in state.items():
        at, _, role = key.rpartition(".")
        if role not in ROLES:
            raise Unclear(f"{seen(key)} is of no convolution or norm")
        parts.setdefault(at, {})[role] = value
    layers: list[Layer] = []
    for at, roles in parts.items():
        weight, place = roles.get("weight"), Layer(at, ())
        if weight is not None and weight.ndim == 4:
            layers.append(Layer(at, weight.shape))
            continue
        if weight is None or weight.ndim != 1 or "bias" not in roles or not layers or layers[-1].norm:
            raise Unclear(f"{seen(at)} is neither a convolution nor the norm behind one")
        layer = layers[-1]
        layer.norm = at
        if place.parent != layer.parent or place.index is None or layer.index != place.index - 1:
            raise Unclear(f"what stands between {seen(layer.at)} and the norm {seen(at)} is not told")
    return layers


def connect(plan: Plan) -> None:
    """Follows the channels down and up; what goes up is joined where it takes as many more."""
    channels, given = plan.down[0].shape[1], []
    for layer in plan.down:
        if layer.shape[1] != channels:
            raise Unclear(f"{told(layer)} is given {channels} channels")
        channels = layer.shape[0]
        given.append(channels)
    given.pop()
    flat = len({layer.parent for layer in plan.up}) == 1
    for layer in plan.up:
        skip = given.pop() if plan.joined else 0
        wanted = layer.shape[0]
        if wanted not in (channels, channels + skip):
            raise Unclear(f"{told(layer)} is given {channels} channels, or {channels + skip} joined")
        joined = skip > 0 and wanted == channels + skip
        if flat and joined:
            raise Unclear(f"{told(layer)} takes more channels than its own Sequential gives it")
        if skip == channels and not joined and not flat:
            raise Unclear(f"whether something is added before {told(layer)} is not told")
        plan.joined.append(joined)
        channels = layer.shape[1]
    for layer in plan.last:
        if layer.shape[1] != channels:
            raise Unclear(f"{told(layer)} is given {channels} channels")
        channels = layer.shape[0]


def activated(layers: list[Layer]) -> bool:
    """Whether activations come first in their Sequentials: they leave gaps in the numbers of keys."""
    first: dict[bool, Layer] = {}
    for one, layer in zip([None, *layers], layers):
        if layer.index is None:
            if layer is not layers[-1] or layer.norm:
                raise Unclear(f"{seen(layer.at)} stands in no Sequential, so what follows it is not told")
        elif one is None or one.parent != layer.parent:
            if layer.index > 1 or (one is None and layer.index):
                raise Unclear(f"{layer.index} layers before {seen(layer.at)} leave no other trace")
            if one is not None:
                first.setdefault(layer.index == 1, layer)
        elif layer.index - (one.index or 0) not in ((3, 4) if one.norm else (2,)):
            # an activation, and a dropout behind a norm; without one it may be an instance norm, too
            raise Unclear(f"what stands between {seen(one.at)} and {seen(layer.at)} is not told")
    if len(first) == 2:
        raise Unclear(
            f"activations stand before {seen(first[True].at)}, and behind what is before "
            f"{seen(first[False].at)}"
        )
    return True in first


def told(layer: Layer) -> str:
    return f"{seen(layer.at)}.weight ({' × '.join(map(str, layer.shape))})"
