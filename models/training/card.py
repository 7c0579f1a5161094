"""Facts about an exported generator -> its card, models/NAME.json: the only place for sizes, ranges and channel orders.

    {format: "realize-card", formatVersion: 1, id, name, version, kind: "intrinsic" | "picture",
     file, sha256, bytes, licence, families, intendedUse, knownFailures: [...],
     input:  {tensor, size, preview, margin, stroke, ink, paper, channels: [{name, range: [low, high], unknown?}]},
     output: {tensor, channels: [{name, range: [low, high]}]},
     training: {recipe, seeds, pairs, pictures, minutes, device, neverTrained: {families, meshes}},
     metrics: {command, …numbers}, parity: {command, fp32, int8, int8Degrees}}

Both tensors are float32 [1, channels, side, side], channels in the order of the list; side is `size`, or `preview` for a quarter of
the time where the two differ. margin and stroke are pixels at `size` and scale with the side.
TypeScript checks every field when it loads the model.
"""

import hashlib
import json
from pathlib import Path

from config import Channel, Square

FORMAT, FORMAT_VERSION = "realize-card", 1


def channels(listed: tuple[Channel, ...]) -> list[dict]:
    return [
        {"name": channel.name, "range": list(channel.range)}
        | ({} if channel.unknown is None else {"unknown": channel.unknown})
        for channel in listed
    ]


def write_card(
    onnx: Path,
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
) -> Path:
    """Write the card beside `onnx`, same stem; returns its path."""
    assert kind in ("intrinsic", "picture"), f"kind is intrinsic or picture, got {kind!r}"
    blob = onnx.read_bytes()
    card = {
        "format": FORMAT,
        "formatVersion": FORMAT_VERSION,
        "id": onnx.stem,
        "name": name,
        "version": version,
        "kind": kind,
        "file": onnx.name,
        "sha256": hashlib.sha256(blob).hexdigest(),
        "bytes": len(blob),
        "licence": licence,
        "families": families,
        "intendedUse": intended,
        "knownFailures": failures,
        "input": {
            "tensor": "drawing",
            "size": square.size,
            "preview": square.preview,
            "margin": square.margin,
            "stroke": square.stroke,
            "ink": square.ink,
            "paper": square.paper,
            "channels": channels(inputs),
        },
        "output": {"tensor": kind, "channels": channels(outputs)},
        "training": training,
        "metrics": metrics,
        "parity": parity,
    }
    path = onnx.with_suffix(".json")
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
