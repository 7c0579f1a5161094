"""A PyTorch checkpoint -> a generator. torch.load(weights_only=True) and nothing more; the architecture is
read off keys and shapes.

Published networks are known by their keys: those of pytorch-CycleGAN-and-pix2pix (unet.py, resnet.py),
Pix2PixHD's global generator (resnet.py) and the two in sequential.py. Others are read by their shapes, where
these leave one way (homemade.py).
"""

import pickle
import re
from pathlib import Path

import torch

from .box import Box
from .built import TAKEN, built
from .homemade import Unclear, homes
from .report import dropouts, report
from .resnet import resnet
from .said import Asked, Found, Refused, seen
from .sequential import COLLECTION, GAN, drawn
from .unet import unet
from .wrappings import State, state_of

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
        if "Unsupported operand" in str(error):  # of a protocol that came after what PyTorch writes by itself
            raise Refused(
                f"{path.name} is a pickle in a form that PyTorch reads only by running it; open it where it "
                f"was made, and save its state dict by torch.save alone, without a pickle_protocol."
            ) from error
        named = re.search(r"GLOBAL (\S+)", str(error)) or re.search(
            r"Unsupported (?:global|class|operator)[^:\n]*:? (\S+)", str(error)
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
