"""In: materials.json, studios.json, the exported light graph. Out: its card, models/light.json.

    {format: "realize-light", formatVersion: 1, id, name, version, file, sha256, bytes, licence,
     inputs:  [{tensor, shape, channels: [{name, range, meaning?}]}], output: {tensor, shape, channels},
     studioVector: [{name, at, size, meaning}], directions: [[x, y, z positions], …],
     defaultMaterial, stopWords, materials: [{id, name, stuff, words, turns, yields?, colour?: sRGB,
     texture?: {pattern, size, depth, tone}, values: {channel: number}}], defaultStudio, studios: [{id, name,
     vector, shadow: {strength, colour, towards, size}}], detail, metrics, parity}

A material's `values` fill the channels of the tensor `material` wherever its part is seen. In layer names
`stuff` are words for the material itself ("oak"), `words` those for things that are made of it ("table"),
which yield to the former; all in lower case and without accents. "holz-" is also the beginning of a longer
word, "-glas" its end; Chinese and Japanese signs count within a word. `stopWords` hold such a word and
mean none of them ("paper plane"). With `yields` only a layer's own name names the material, and any other
in that name goes before it (a wine glass is no wine). `colour` is what it looks like where the drawing
gives no colour. `texture` is laid on by src/core/texture, before the light: one repeat of the `pattern` is
`size` of all that is drawn, rises by `depth` repeats, and changes the colour by `tone`. A shadow falls away
from `towards`, the set-up's key light, whose half width is `size` (tangent units).
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from light.materials_table import MATERIALS, RANGES, materials
from light.shading import CHANNELS, INTRINSIC
from light.studio import BOX, BOXES, K, Studio

FORMAT, FORMAT_VERSION, VERSION = "realize-light", 1, "0.2.0"
SIZE = ["H", "W"]
FORM_RANGES = {"normal.x": (-1, 1), "normal.y": (-1, 1), "normal.z": (-1, 1), "height": (-1, 1)}
MEANINGS = {
    "height": "distance from the plane of the drawing in units of `position` (1 = half the model square), "
    "positive towards the viewer; 0 where it is not known",
    "visibility": "how much of the key light, box 0, is seen from here past other parts: 1 = all, "
    "0 = in full shadow; box 0's diffuse and specular light are multiplied with it; 1 where it is not known",
}
DETAIL = (
    "bump, mottle, grain_x and grain_y make surface detail from `position`: "
    "frequencies in cycles per half model square. "
    "A material with turns = true has a direction (wood): "
    "for a part that is taller than wide swap grain_x and grain_y and negate anisotropy."
)


def layout() -> list[dict]:
    """What stands where in the studio vector."""
    entries: list[dict] = []
    for i in range(BOXES):
        for name, size, meaning in (
            ("direction", 3, "towards the light, camera space, any length"),
            ("half_width", 1, "tangent units: 1 = 45 degrees"),
            ("half_height", 1, "tangent units"),
            ("radiance", 3, "linear RGB"),
        ):
            entries.append({"name": f"box{i}.{name}", "size": size, "meaning": meaning})
    for name, size, meaning in (
        ("ambient_top", 3, "linear RGB from above"),
        ("ambient_bottom", 3, "linear RGB from below"),
        ("horizon", 1, "how dark the band at eye level is, 0…1"),
        (
            "exposure",
            1,
            "what the light is multiplied with: a dull face that looks at the viewer keeps its colour",
        ),
        ("tent", 1, "how much of a room with a bright wall metal is shown, 0…1"),
        ("bars", BOXES, "half width of the cross that makes a box a window, tangent units; 0 = none"),
        ("nearness", 1, "1 / the distance of lights and room, in units of position; 0 = at infinity"),
    ):
        entries.append({"name": name, "size": size, "meaning": meaning})
    at = 0
    for entry in entries:
        entry["at"] = at
        at += entry["size"]
    assert at == K, f"the layout has {at} numbers, the vector {K}"
    return entries


PLAIN: Mapping[str, tuple[float, float]] = {}


def unit(names: tuple[str, ...], ranges: Mapping[str, tuple[float, float]] = PLAIN) -> list[dict]:
    """Entries of the card for these channels, 0…1 where `ranges` says nothing."""
    meaning = lambda name: {"meaning": MEANINGS[name]} if name in MEANINGS else {}
    return [{"name": name, "range": list(ranges.get(name, (0, 1))), **meaning(name)} for name in names]


def cast(light: Studio) -> dict:
    """What the shadow on the ground needs to know."""
    key = light.key()
    size = (key.half_width * key.half_height) ** 0.5
    return {**light.shadow, "towards": [round(float(x), 4) for x in key.axes()[2]], "size": round(size, 4)}


def write_card(onnx: Path, studios: dict[str, Studio], *, metrics: dict, parity: dict) -> Path:
    """Write the card beside `onnx`; returns its path."""
    blob = onnx.read_bytes()
    default, listed = materials()
    card = {
        "format": FORMAT,
        "formatVersion": FORMAT_VERSION,
        "id": onnx.stem,
        "name": "Studio light",
        "version": VERSION,
        "file": onnx.name,
        "sha256": hashlib.sha256(blob).hexdigest(),
        "bytes": len(blob),
        "licence": "MIT",
        "intendedUse": "Lights an intrinsic image with the colours and materials of a drawing. "
        "Per pixel: it may be run in strips.",
        "inputs": [
            {
                "tensor": "intrinsic",
                "shape": [1, len(INTRINSIC), *SIZE],
                "channels": unit(INTRINSIC, FORM_RANGES),
            },
            {"tensor": "base", "shape": [1, 3, *SIZE], "channels": unit(("r", "g", "b"))},
            {"tensor": "material", "shape": [1, len(CHANNELS), *SIZE], "channels": unit(CHANNELS, RANGES)},
            {
                "tensor": "position",
                "shape": [1, 2, *SIZE],
                "channels": unit(("x", "y"), {"x": (-1, 1), "y": (-1, 1)}),
            },
            {"tensor": "studio", "shape": [1, K], "channels": []},
        ],
        "output": {"tensor": "picture", "shape": [1, 4, *SIZE], "channels": unit(("r", "g", "b", "opacity"))},
        "studioVector": layout(),
        "directions": [[i * BOX, i * BOX + 1, i * BOX + 2] for i in range(BOXES)],
        "defaultMaterial": default,
        "stopWords": json.loads(MATERIALS.read_text())["stopWords"],
        "materials": listed,
        "detail": DETAIL,
        "defaultStudio": "soft",
        "studios": [
            {
                "id": s.name,
                "name": s.title,
                "vector": [round(float(x), 6) for x in s.vector()],
                "shadow": cast(s),
            }
            for s in studios.values()
        ],
        "metrics": metrics,
        "parity": parity,
    }
    path = onnx.with_suffix(".json")
    path.write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n")
    return path
