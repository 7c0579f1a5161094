"""Facts about an exported generator -> its card, models/NAME.json: the only place for sizes, ranges and
channel orders.

    {format: "realize-card", formatVersion: 1, id, name, version, kind: "intrinsic" | "picture",
     file, sha256, bytes, licence, families, intendedUse, knownFailures: [...],
     input:  {tensor, size, preview, glance?, margin, stroke, ink, paper, channels: [{name,
     range: [low, high], unknown?, values?}]}, output: {tensor, channels: [{name, range: [low, high]}]},
     look?: {tensor, cell, channels: [{name, range: [low, high]}]},
     training: {recipe, seeds, pairs, pictures, minutes, device, neverTrained: {families, meshes}},
     metrics: {command, …numbers}, parity: {command, fp32, int8, int8Degrees}}

`look`, where there is one, is a second output, a value for each cell × cell pixels, whatever the side. The
other tensors are float32 [1, channels, side, side], channels in the order of the list; side is `size`, or
`preview` for a quarter of the time where the two differ. `glance`, where there is one, is the side of a
second glance, at the mirrored drawing (networks/mirrored.py); drafts have none. margin and stroke are pixels
at `size` and scale with the side. TypeScript checks every field when it loads the model.

All but file, sha256 and bytes also stands in the ONNX file itself, so that it can travel alone: metadata
`realize_card`, as models/convert/card.py writes it.
"""

import hashlib
import json
from pathlib import Path

import onnx

from learning.channels import Channel, Square
from networks.pix2pix import LOOK_CELL

KEY = "realize_card"
FORMAT, FORMAT_VERSION = "realize-card", 1


def channels(listed: tuple[Channel, ...]) -> list[dict]:
    """As the card has them."""
    return [
        {"name": channel.name, "range": list(channel.range)}
        | ({} if channel.unknown is None else {"unknown": channel.unknown})
        | ({} if channel.values is None else {"values": dict(channel.values)})
        for channel in listed
    ]


def embed(path: Path, found: dict) -> None:
    """Write a card into the ONNX file, in place of one that it may have."""
    model = onnx.load(path)
    kept = [entry for entry in model.metadata_props if entry.key != KEY]
    del model.metadata_props[:]
    model.metadata_props.extend(kept)
    model.metadata_props.add(key=KEY, value=json.dumps(found, ensure_ascii=False))
    onnx.save(model, path)


def write_card(
    network: Path,
    *,
    name: str,
    licence: str,
    version: str,
    kind: str,
    square: Square,
    inputs: tuple[Channel, ...],
    outputs: tuple[Channel, ...],
    families: list[str],
    intended: str,
    failures: list[str],
    training: dict,
    metrics: dict,
    parity: dict,
    look: tuple[Channel, ...] | None = None,
    glance: int | None = None,
) -> Path:
    """Write the card into the ONNX file `network` and beside it, same stem; returns the path beside it."""
    assert kind in ("intrinsic", "picture"), f"kind is intrinsic or picture, got {kind!r}"
    names = {
        "format": FORMAT,
        "formatVersion": FORMAT_VERSION,
        "id": network.stem,
        "name": name,
        "version": version,
        "kind": kind,
    }
    facts: dict[str, object] = {
        "licence": licence,
        "families": families,
        "intendedUse": intended,
        "knownFailures": failures,
        "input": {
            "tensor": "drawing",
            "size": square.size,
            "preview": square.preview,
            **({} if glance is None else {"glance": glance}),
            "margin": square.margin,
            "stroke": square.stroke,
            "ink": square.ink,
            "paper": square.paper,
            "channels": channels(inputs),
        },
        "output": {"tensor": kind, "channels": channels(outputs)},
    }
    if look:
        facts["look"] = {"tensor": "look", "cell": LOOK_CELL, "channels": channels(look)}
    facts |= {
        "training": training,
        "metrics": metrics,
        "parity": parity,
    }
    embed(network, names | facts)
    blob = network.read_bytes()
    card = (
        names | {"file": network.name, "sha256": hashlib.sha256(blob).hexdigest(), "bytes": len(blob)} | facts
    )
    path = network.with_suffix(".json")
    path.write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n")
    return path


def read_card(path: Path) -> dict:
    """Read a card and check that it belongs to the file beside it."""
    card = json.loads(path.read_text())
    found = (card.get("format"), card.get("formatVersion"))
    assert found == (FORMAT, FORMAT_VERSION), f"{path}: wanted {FORMAT} {FORMAT_VERSION}, found {found}"
    sha = hashlib.sha256((path.parent / card["file"]).read_bytes()).hexdigest()
    assert sha == card["sha256"], f"{path}: {card['file']} has sha256 {sha}, the card says {card['sha256']}"
    return card
