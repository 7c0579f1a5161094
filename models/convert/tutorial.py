"""tf.train.Checkpoint of the TensorFlow tutorial (PREFIX.index, PREFIX.data-…) -> its generator. The file
holds weights and their places in objects, no plan: the plan is the tutorial's, and every shape must agree
with it.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np

from . import affinelayer
from .bundle import Bundle
from .graph import Graph
from .said import KEEP, STILL, Asked, Found, Refused, seen
from .same import same
from .untrained import settled
from .writer import Value

LEAK = 0.3  # Keras's LeakyReLU() when nothing is said, as in the tutorial
BATCH_EPSILON, INSTANCE_EPSILON = 1e-3, 1e-5
ENDING = "/.ATTRIBUTES/VARIABLE_VALUE"


@dataclass
class Block:
    kernel: np.ndarray  # [4, 4, I, O] down, [4, 4, O, I] up
    more: dict[str, np.ndarray] = field(default_factory=dict)


def checkpoint(path: Path, asked: Asked) -> Found:
    """`path` is the .index file."""
    bundle = Bundle(path.with_suffix(""))
    if any(name.startswith("generator/encoder_1/") for name in bundle.entries):
        return affinelayer.checkpoint(bundle, asked)
    groups: dict[str, list[str]] = {}
    for name in bundle.entries:
        if name.endswith(ENDING) and "OPTIMIZER_SLOT" not in name and "optimizer" not in name.split("/")[0]:
            groups.setdefault(name.split("/")[0], []).append(name)
    found = {group: blocks(bundle, names) for group, names in groups.items()}
    if any(
        name.startswith(("_operations/", "layer_with_weights")) for name in bundle.entries
    ):  # the generator alone was saved
        found = {"generator": blocks(bundle, [n for names in groups.values() for n in names])}
    fitting = [group for group, each in found.items() if each and is_unet(each)]
    if not fitting:
        raise Refused(
            f"the checkpoint holds {seen(', '.join(sorted(groups)) or 'nothing')}; "
            "none of it is the tutorial's generator. Save the model whole (.keras)."
        )
    if asked.key is not None and asked.key not in fitting:
        raise Refused(f"--key {seen(asked.key)}: the checkpoint holds {seen(', '.join(fitting))}.")
    found_in = asked.key or ("generator" if "generator" in fitting else fitting[0])
    made = build(found[found_in], asked)
    made.key = found_in
    if len(fitting) > 1:
        made.notes.append(
            f"it holds {len(fitting)} generators ({', '.join(fitting)}); this is {found_in}, --key takes "
            f"another."
        )
    return made


def blocks(bundle: Bundle, names: list[str]) -> list[Block]:
    """Weights in the order of their places, a new block at each kernel."""
    out: list[Block] = []
    for name in sorted(names, key=natural):
        role = name.removesuffix(ENDING).rsplit("/", 1)[-1].lstrip("_")
        if role == "kernel" and len(bundle.entries[name].shape) == 4:
            out.append(Block(bundle[name]))
        elif out and role in ("gamma", "beta", "scale", "offset", "bias", "moving_mean", "moving_variance"):
            out[-1].more[{"scale": "gamma", "offset": "beta"}.get(role, role)] = bundle[name]
    return out


def natural(name: str) -> list[tuple[int, int, str]]:
    """Places by number; within a layer the kernel first."""
    first = re.sub(r"/_?kernel/", "/!kernel/", name)
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.split(r"(\d+)", first)]


def is_unet(each: list[Block]) -> bool:
    """2n - 1 … n down and n up, where what goes up joins what went down."""
    if len(each) < 6 or len(each) % 2:
        return False
    depth = len(each) // 2
    down, up = each[:depth], each[depth:]
    wide = [b.kernel.shape[3] for b in down]
    chained = all(a.kernel.shape[3] == b.kernel.shape[2] for a, b in pairwise(down))
    inner = [b.kernel.shape[3] for b in up]
    given = [wide[-1]] + [up[i].kernel.shape[2] + wide[depth - 2 - i] for i in range(depth - 1)]
    return chained and inner == given


def build(each: list[Block], asked: Asked) -> Found:
    depth = len(each) // 2
    size = asked.size or 2**depth
    if size % 2**depth:
        raise Refused(
            f"a generator of {depth} levels takes pixels in steps of {2**depth}; --size {size} does not fit."
        )
    noise = asked.noise or STILL
    graph = Graph(channels=each[0].kernel.shape[2], size=size, noise=noise)

    def norm(x: Value, block: Block) -> Value:
        more = block.more
        if "moving_mean" in more:
            return graph.batch_norm(
                x,
                more.get("gamma"),
                more.get("beta"),
                more["moving_mean"],
                more.get("moving_variance"),
                BATCH_EPSILON,
            )
        return (
            graph.instance_norm(x, more["gamma"], more.get("beta"), INSTANCE_EPSILON)
            if "gamma" in more
            else x
        )

    x, skips = graph.drawing, []
    for block in each[:depth]:
        pads = same((x.height, x.width), block.kernel.shape[:2], (2, 2))
        x = graph.conv(
            x, block.kernel.transpose(3, 2, 0, 1), block.more.get("bias"), stride=(2, 2), pads=pads
        )
        x = graph.leaky(norm(x, block), LEAK)
        skips.append(x)
    for level, block in enumerate(each[depth:]):
        pads = same((2 * x.height, 2 * x.width), block.kernel.shape[:2], (2, 2))
        x = graph.conv_transpose(
            x, block.kernel.transpose(3, 2, 0, 1), block.more.get("bias"), stride=(2, 2), pads=pads
        )
        if level == depth - 1:
            break
        x = norm(x, block)
        if level < 3:
            x = graph.dropout(x, 0.5)
        x = graph.concat([graph.same("Relu", x), skips[depth - 2 - level]])
    x = graph.same("Tanh", x)
    notes = ["a checkpoint holds weights alone; the plan is taken as the tutorial's."]
    if noise == STILL and asked.noise is None:
        notes.append(
            "norms use the picture's own statistics, as the tutorial calls its generator; --noise fold uses "
            "those of training."
        )
    notes += settled(graph, asked)
    if noise != KEEP:
        notes.append(f"{graph.dropouts} dropouts left out; --noise keep keeps them, as the tutorial does.")
    what = f"TensorFlow tutorial's generator, checkpoint, {depth} levels, {each[0].kernel.shape[3]} filters"
    probe = graph.probe()
    return Found(what=what, model=graph.close(x), noise=noise, outside=(-1.0, 1.0), probe=probe, notes=notes)
