"""A PyTorch checkpoint -> a generator. torch.load(weights_only=True) and nothing more; the architecture is
read off keys and shapes.

Published networks: pytorch-CycleGAN-and-pix2pix (U-Nets of any depth, ResNet generators of any number of
blocks), Pix2PixHD's global generator, which has the ResNet's plan with more steps down and wider kernels, and
the two in sequential.py. Others are read by their shapes, where these leave one way (homemade.py).
"""

import pickle
import re
from pathlib import Path
from typing import Any

import torch

from .box import Box
from .built import TAKEN, built
from .graph import Graph
from .homemade import Unclear, homes
from .keys import Keys
from .said import KEEP, STILL, Asked, Found, Range, Refused, seen
from .sequential import COLLECTION, GAN, drawn
from .untrained import settled
from .wrappings import State, state_of
from .writer import Value

# what stands in the keys of each published network, and nowhere else
KNOWN = tuple(
    re.compile(rf"(.*?){own}")
    for own in (
        *(r"model\.model\.1\.model\.", r"model\.\d+\.conv_block\.", r"model\d+_\d+\.\d+\."),
        *(COLLECTION, GAN),
    )
)


def checkpoint(path: Path, asked: Asked) -> Found:
    return found_in(loaded(path), path.name, asked)


def found_in(held: object, what: str, asked: Asked) -> Found:
    """A generator in a dictionary of tensors or arrays, or in dictionaries of it."""
    taken, others = state_of(held, what, roots, asked)
    found = generator(taken.state, asked)
    if others:
        found.notes.insert(
            0,
            f"it holds {len(others) + 1} generators; this is {taken.name or 'the one without a name'}, and "
            f"--key takes another: {seen(', '.join(name for name in others if name))}.",
        )
    found.key = taken.name
    return found


def roots(state: State) -> set[str]:
    """What stands before a published generator's keys, for each one in a state dict; else before those of
    home-made ones.
    """
    return {match[1] for key in state for own in KNOWN if (match := own.match(key))} or homes(state)


def loaded(path: Path) -> object:
    with path.open("rb") as file:
        zipped = file.read(4) == b"PK\x03\x04"
    if zipped:
        Box(path)  # refuses bombs and paths that lead out, before torch reads it
    try:
        return torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        named = re.search(r"GLOBAL (\S+)", str(error)) or re.search(
            r"Unsupported (?:global|class|operand|operator)[^:]*:? (\S+)", str(error)
        )
        what = named[1] if named else None
        raise Refused(
            f"it is a pickle that wants to run {seen(what) if what else 'code'} while loading; only tensors "
            f"are read. Save the state dict alone."
        ) from error
    except Exception as error:  # torch raises many kinds for damaged files: none of them is a bug of ours
        raise Refused(
            f"it is a damaged or truncated PyTorch file ({seen(str(error) or type(error).__name__)})."
        ) from error


def generator(state: State, asked: Asked) -> Found:
    if any(re.match(r"model\.model\.1\.model\.", k) for k in state):
        return unet(state, asked)
    if any(re.match(r"model\d+_\d+\.", k) for k in state):
        key = next(k for k in state if re.match(r"model\d+_\d+\.", k))
        raise Refused(f"it is Pix2PixHD's local enhancer ({key}); only the global generator is converted.")
    if any(re.match(r"model\.\d+\.conv_block\.", k) for k in state):
        return resnet(state, asked)
    if any(re.match(own, k) for own in (COLLECTION, GAN) for k in state):
        keys, graph, picture, what = drawn(state, asked)
        return report(keys, graph, picture, asked, what, dropouts(graph, told=False))
    try:
        keys, graph, picture, what = built(state, asked)
    except Unclear as error:
        shown = ", ".join(list(state)[:3])
        raise Refused(
            f"its keys ({seen(shown)}) are of no published generator that is known here, and its shapes "
            f"leave it open ({error}): a state dict holds no plan; save it as TorchScript (torch.jit.trace) "
            f"or ONNX (torch.onnx.export) where its code is."
        ) from error
    return report(keys, graph, picture, asked, what, [TAKEN], inside=None)


def report(
    keys: Keys,
    graph: Graph,
    picture: Value,
    asked: Asked,
    what: str,
    notes: list[str],
    *,
    inside: Range | None = (-1.0, 1.0),
) -> Found:
    keys.done()
    notes = notes + settled(graph, asked)
    probe = graph.probe()
    model = graph.close(picture)
    return Found(
        what=what,
        model=model,
        noise=graph.noise,
        inside=inside,
        outside=(-1.0, 1.0),
        probe=probe,
        notes=notes,
    )


def unet(state: State, asked: Asked) -> Found:
    """Level 0 outermost: conv, then the level below, then convtranspose; a norm after each but the first and
    last, and the innermost's first.
    """
    keys = Keys(state)
    prefixes = ["model.model"]
    while any(k.startswith(f"{prefixes[-1]}.{1 if len(prefixes) == 1 else 3}.model.") for k in state):
        prefixes.append(f"{prefixes[-1]}.{1 if len(prefixes) == 1 else 3}.model")
    depth = len(prefixes)
    if depth < 3:
        raise Refused(f"it is a U-Net of {depth} levels; wanted 3 or more.")
    if depth > 12:
        raise Refused(f"it is a U-Net of {depth} levels; wanted 12 at most.")
    first = keys.need("model.model.0.weight")
    if first.ndim != 4:
        raise Refused(f"model.model.0.weight has the shape {first.shape}, wanted four numbers.")
    size = asked.size or 2**depth
    if size % 2**depth:
        raise Refused(
            f"a U-Net of {depth} levels takes pixels in steps of {2**depth}; --size {size} does not fit."
        )
    graph = Graph(channels=first.shape[1], size=size, noise=asked.noise or STILL)
    halved: Any = {"stride": (2, 2), "pads": (1, 1, 1, 1)}
    x, skips = graph.drawing, []
    for level, at in enumerate(prefixes):
        inner = level == depth - 1
        place = 0 if level == 0 else 1
        if level:
            x = graph.leaky(
                x, 0.2
            )  # in place in the original, which changes nothing: ReLU comes next on that way too
        bias = keys.get(f"{at}.{place}.bias")
        x = graph.conv(x, keys.need(f"{at}.{place}.weight"), bias, **halved)
        if 0 < level < depth - 1:
            x = keys.norm(graph, x, f"{at}.{place + 1}", bias is not None)
        if not inner:
            skips.append(x)
    for level in reversed(range(depth)):
        at, place = prefixes[level], 3 if level in (0, depth - 1) else 5
        x = graph.same("Relu", x)
        bias = keys.get(f"{at}.{place}.bias")
        x = graph.conv_transpose(x, keys.need(f"{at}.{place}.weight"), bias, **halved)
        if level == 0:
            break
        x = keys.norm(graph, x, f"{at}.{place + 1}", bias is not None)
        if 4 <= level < depth - 1:  # as published, between the widest levels
            x = graph.dropout(x, 0.5)
        x = graph.concat([skips[level - 1], x])
    x = graph.same("Tanh", x)
    what = f"pytorch-CycleGAN-and-pix2pix, unet_{2**depth}, ngf {first.shape[0]}, {keys.norms()}"
    return report(keys, graph, x, asked, what, dropouts(graph, told=False))


def dropouts(graph: Graph, *, told: bool) -> list[str]:
    if not graph.dropouts:
        return []
    where = (
        "as the file's keys show"
        if told
        else "a state dict does not say whether it was trained with dropout; taken as published"
    )
    if graph.noise == KEEP:
        return [f"{graph.dropouts} dropouts are random ({where})."]
    return [f"{graph.dropouts} dropouts left out ({where}); --noise keep keeps them."]


def resnet(state: State, asked: Asked) -> Found:
    """Reflect 3, conv 7, norm; n × (conv by 2, norm); blocks; n × (convtranspose by 2, norm); reflect 3, conv
    7, tanh.
    """
    keys = Keys(state)
    places = sorted(
        {int(m[1]) for k in state if (m := re.match(r"model\.(\d+)\.weight$", k)) and state[k].ndim == 4}
    )
    blocks = sorted({int(m[1]) for k in state if (m := re.match(r"model\.(\d+)\.conv_block\.", k))})
    before, after = [p for p in places if p < blocks[0]], [p for p in places if p > blocks[-1]]
    if len(before) < 2 or len(after) != len(before) or blocks != list(range(blocks[0], blocks[-1] + 1)):
        raise Refused(
            f"its convolutions stand at {places} and its blocks at {blocks}: no published ResNet generator."
        )
    first, steps = keys.need(f"model.{before[0]}.weight"), len(before) - 1
    high = steps >= 3  # Pix2PixHD goes down three or four times, the ResNets of Pix2Pix twice
    size = asked.size or (512 if high else 256)
    if size % 2**steps:
        raise Refused(f"it halves the picture {steps} times; --size {size} does not fit.")
    graph = Graph(channels=first.shape[1], size=size, noise=asked.noise or STILL)
    x = graph.drawing
    for i, place in enumerate(before):
        weight, bias = keys.need(f"model.{place}.weight"), keys.get(f"model.{place}.bias")
        if i == 0:
            edge = weight.shape[-1] // 2
            x = graph.conv(graph.pad(x, (edge,) * 4, "reflect"), weight, bias)
        else:
            x = graph.conv(x, weight, bias, stride=(2, 2), pads=(1, 1, 1, 1))
        x = graph.same("Relu", keys.norm(graph, x, f"model.{place + 1}", bias is not None))
    for place in blocks:
        x = graph.both("Add", x, block(keys, graph, x, f"model.{place}.conv_block"))
    for i, place in enumerate(after):
        weight, bias = keys.need(f"model.{place}.weight"), keys.get(f"model.{place}.bias")
        if i == steps:
            edge = weight.shape[-1] // 2
            x = graph.conv(graph.pad(x, (edge,) * 4, "reflect"), weight, bias)
        else:
            x = graph.conv_transpose(x, weight, bias, stride=(2, 2), pads=(1, 1, 1, 1), extra=(1, 1))
            x = graph.same("Relu", keys.norm(graph, x, f"model.{place + 1}", bias is not None))
    x = graph.same("Tanh", x)
    name = "Pix2PixHD, global generator" if high else "pytorch-CycleGAN-and-pix2pix, resnet"
    what = f"{name}, {len(blocks)} blocks, ngf {first.shape[0]}, {keys.norms()}"
    return report(keys, graph, x, asked, what, dropouts(graph, told=True))


def block(keys: Keys, graph: Graph, x: Value, at: str) -> Value:
    """[reflect,] conv 3, norm, relu, [dropout,] [reflect,] conv 3, norm. Where the numbers stand tells which
    of them there are.
    """
    found = [
        int(k[len(at) + 1 :].split(".")[0])
        for k in keys.state
        if k.startswith(at + ".") and k.endswith(".weight") and keys.state[k].ndim == 4
    ]
    if len(found) != 2:
        raise Refused(f"{at} has {len(found)} convolutions, wanted 2.")
    one, two = sorted(found)
    reflects, rest = one == 1, two - one - 3 - (one == 1)
    if one > 1 or rest not in (0, 1):
        raise Refused(f"{at} has its convolutions at {one} and {two}: no published block.")
    for place in (one, two):
        weight, bias = keys.need(f"{at}.{place}.weight"), keys.get(f"{at}.{place}.bias")
        if reflects:
            x = graph.conv(graph.pad(x, (1, 1, 1, 1), "reflect"), weight, bias)
        else:
            x = graph.conv(x, weight, bias, pads=(1, 1, 1, 1))
        x = keys.norm(graph, x, f"{at}.{place + 1}", bias is not None)
        if place == one:
            x = graph.same("Relu", x)
            x = graph.dropout(x, 0.5) if rest else x
    return x
