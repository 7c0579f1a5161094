"""A file and what was asked -> an ONNX model with its card, tried on drawings before anybody says done."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx

from .bottleneck import without_bottleneck
from .card import card, embed
from .recognise import read
from .said import KEEP, LARGEST, Asked, Found, Range, Refused, seen
from .small import stored
from .trial import RANGES, drawings, fed, paint, trained_on

COMMAND = "python -m convert FILE"
THINNEST = 1.2  # pixels: at 1 and below resvg draws hairlines that are too heavy


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What the file does not hold: how the card shall name and feed it."""

    name: str
    small: str | None = None  # int8 or fp16
    margin: float | None = None  # pixels of the square
    stroke: float | None = None
    colours: bool = False  # the drawing's own colours go in, instead of its lines
    licence: str = "not stated"


@dataclass(frozen=True, kw_only=True)
class Done:
    model: onnx.ModelProto
    card: dict
    found: Found
    said: list[str]  # sentences for the person who asked


def convert(path: Path, asked: Asked, choice: Choice) -> Done:
    found = read(path, asked)
    if asked.key is not None and found.key != asked.key:
        raise Refused(f"--key {seen(asked.key)}: the file holds one generator; leave it out.")
    model, left_out = without_bottleneck(found.model)
    found.notes += left_out
    _, channels, size, _ = (d.dim_value for d in model.graph.input[0].type.tensor_type.shape.dim)
    if choice.colours and channels < 3:
        raise Refused(
            f"--colours: it takes {channels} input channel{'s' * (channels > 1)}; colours need 3 or 4."
        )
    depth = model.graph.output[0].type.tensor_type.shape.dim[1].dim_value
    said = [f"found: {found.what}; {channels} channel{'s' * (channels > 1)} in, {depth} out, {size} × {size}"]
    inside, ink, why = feeding(found, asked, channels, size)
    said += why
    low, high = inside
    values = (low, high) if ink == "dark" else (high, low)
    inputs = [fed(one, channels, *values) for one in drawings(size)]
    truth = paint(model, inputs)
    outside, why = leaving(found, asked, inside, truth)
    said += why
    said += [f"note: {note}" for note in found.notes]
    parity: dict = {"command": COMMAND}
    if choice.small:
        model = stored(model, choice.small)
        if found.noise == KEEP:
            said.append(f"{choice.small}: the dropout is random, so no error can be measured")
        else:
            apart = np.abs(paint(model, inputs) - truth) * 255 / (outside[1] - outside[0])
            parity |= {
                "stored": choice.small,
                "largestOf255": float(apart.max()),
                "meanOf255": float(apart.mean()),
            }
            said.append(
                f"{choice.small}: {apart.mean():.2f} of 255 mean error on three drawings, {apart.max():.1f} "
                f"at most"
            )
    made = card(
        name=choice.name,
        what=found.what,
        size=size,
        channels=channels,
        depth=depth,
        inside=inside,
        outside=outside,
        ink=ink,
        colours=choice.colours,
        margin=size * 24 / 256 if choice.margin is None else choice.margin,
        stroke=max(THINNEST, size * 1.5 / 256) if choice.stroke is None else choice.stroke,
        licence=choice.licence,
        noise=found.noise,
        notes=found.notes,
        parity=parity,
    )
    embed(model, made)
    if model.ByteSize() > LARGEST:
        raise Refused(
            f"the network has {model.ByteSize() / 1e9:.1f} GB, more than the {LARGEST / 1e9:.0f} GB of one "
            f"ONNX file."
        )
    return Done(model=model, card=made, found=found, said=said)


def shown(values: Range) -> str:
    return f"{values[0]:g}…{values[1]:g}".replace("-", "−")


def feeding(found: Found, asked: Asked, channels: int, size: int) -> tuple[Range, str, list[str]]:
    """Range and ink of the input: asked, told by the file, measured, or guessed and said so."""
    told = asked.range or found.inside
    range_told, ink_told = trained_on(found.probe, channels, size, (told,) if told else RANGES)
    said = []
    if asked.range:
        inside = asked.range
        said.append(f"input: {shown(inside)}, as asked")
    elif found.inside:
        inside = found.inside
        said.append(f"input: {shown(inside)}, by its own preprocessing")
    elif range_told:
        inside = range_told
        said.append(f"input: {shown(inside)}, measured: its batch norms remember drawings of that range")
    else:
        inside = (0.0, 1.0) if found.outside == (0.0, 1.0) else (-1.0, 1.0)
        said.append(
            f"input: taken as {shown(inside)}, which the file cannot tell; --range 0..1, -1..1 or 0..255 "
            f"decides"
        )
    if asked.ink:
        ink = asked.ink
        said.append(f"ink: {ink}, as asked")
    elif ink_told:
        ink = ink_told
        said.append(f"ink: {ink}, measured")
    else:
        ink = "dark"
        said.append("ink: taken as dark on light paper, which the file cannot tell; --ink light turns it")
    return inside, ink, said


def leaving(found: Found, asked: Asked, inside: Range, truth: np.ndarray) -> tuple[Range, list[str]]:
    """Range of the output. A tanh whose pictures never go below 0 was trained on 0…1, as scripts that only
    divide by 255 do.
    """
    if asked.out_range:
        return asked.out_range, [f"output: {shown(asked.out_range)}, as asked"]
    if found.outside == (-1.0, 1.0) and inside == (0.0, 1.0) and truth.min() > -0.1 and truth.max() > 0.2:
        return (0.0, 1.0), [
            "output: 0…1; its last layer could give −1…1, but its pictures of three drawings stay above 0"
        ]
    if found.outside:
        return found.outside, [f"output: {shown(found.outside)}, by its last layer"]
    return inside, [
        f"output: taken as {shown(inside)} like the input, which its last layer does not tell; --out-range "
        f"decides"
    ]
