"""A converted generator and what was decided -> its card, written into the ONNX file itself, so that one file
travels alone.

The schema is src/core/card.ts's, kind `picture`. The key in the file's metadata is `realize_card`.
"""

import json
import re

import onnx

from .said import Range

KEY = "realize_card"
FORMAT, VERSION = "realize-card", 1
COLOURS = ("r", "g", "b", "a")


def card(
    *,
    name: str,
    what: str,
    size: int,
    channels: int,
    depth: int,
    inside: Range,
    outside: Range,
    ink: str,
    colours: bool,
    margin: float,
    stroke: float,
    licence: str,
    noise: str,
    notes: list[str],
    parity: dict,
) -> dict:
    low, high = inside
    dark = ink == "dark"
    return {
        "format": FORMAT,
        "formatVersion": VERSION,
        "id": re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "model",
        "name": name,
        "version": "1",
        "kind": "picture",
        "licence": licence,
        "families": [],
        "intendedUse": f"Line art -> its picture, as this network was trained by others. Converted from: "
        f"{what}.",
        "knownFailures": notes,
        "input": {
            "tensor": "drawing",
            "size": size,
            "preview": size,
            "margin": margin,
            "stroke": stroke,
            "ink": low if dark else high,
            "paper": high if dark else low,
            "channels": [
                {"name": COLOURS[i] if colours else "lines", "range": [low, high]} for i in range(channels)
            ],
        },
        "output": {
            "tensor": "picture",
            "channels": [{"name": n, "range": list(outside)} for n in COLOURS[:depth]],
        },
        "training": {"recipe": f"by others; {what}"},
        "conversion": {"noise": noise},
        "parity": parity,
    }


def embed(model: onnx.ModelProto, found: dict) -> None:
    """Write the card into the model, in place of one that it may have."""
    kept = [p for p in model.metadata_props if p.key != KEY]
    del model.metadata_props[:]
    model.metadata_props.extend(kept)
    model.metadata_props.add(key=KEY, value=json.dumps(found, ensure_ascii=False))


def embedded(model: onnx.ModelProto) -> dict | None:
    text = next((p.value for p in model.metadata_props if p.key == KEY), None)
    return json.loads(text) if text is not None else None
