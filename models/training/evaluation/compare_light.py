"""In: path-traced pictures (light/truth.py, SEED.npz). Out: how far the light graph
is from them, in ΔE00 per material and set-up, and a sheet.

    python -m evaluation.compare_light --truth /work/data/truth [--sheet light.png] [--out metrics.json]
    [--count 300]

Both pictures go through the product's own exposure and curve and lie on white. Grain is off on both sides.
This is the graph alone, given the true form: what the product does besides is in compare_builds.py. Counted
is what lies wholly inside the object. `baseColour` needs no truth: the drawing's colour against matte plastic
facing the viewer, over a palette."""

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from evaluation.difference import delta_e
from evaluation.truths import Truth, developed, on_white, read
from light import studio
from light.materials_table import materials
from light.shading import CHANNELS, Light, without_relief

SHOWN = 60  # pictures on the sheet
PALETTE = (
    "E4572E",
    "3A86FF",
    "F4F1EA",
    "2B2B2E",
    "F2B84B",
    "6A994E",
    "8EC9E8",
    "B07A4A",
    "C7517A",
    "7A7A80",
    "FFFFFF",
    "6C4AB6",
)


def shaded(light: Light, truth: Truth) -> np.ndarray:
    """The light graph's picture, [256, 256, 3] sRGB on white. Only the object's pixels are lit, packed into
    one row."""
    where = torch.from_numpy(truth.part > 0)
    with torch.no_grad():
        lit = (
            light(*(m[:, :, where][:, :, None] for m in truth.inputs[:4]), truth.inputs[4])[0, :, 0].numpy().T
        )
    picture = np.ones((*truth.part.shape, 3), np.float32)
    picture[truth.part > 0] = on_white(lit[:, :3], lit[:, 3:])
    return picture


def base_colour(light: Light) -> dict[str, float]:
    """ΔE00 between a drawing's colour and matte plastic of it that faces the viewer, per set-up."""
    values = next(m["values"] for m in materials()[1] if m["id"] == "matte_plastic")
    flat = without_relief(torch.tensor([[0.0, 0.0, 1.0, 1.0, 0.2]]).reshape(1, 5, 1, 1))
    surface = torch.tensor([[values[c] if c in CHANNELS[:6] else 0.0 for c in CHANNELS]]).reshape(1, -1, 1, 1)
    found = {}
    for name, entry in studio.load().items():
        apart = []
        for code in PALETTE:
            colour = np.array([int(code[i : i + 2], 16) / 255 for i in (0, 2, 4)], np.float32)
            inputs = (
                flat,
                torch.from_numpy(colour).reshape(1, 3, 1, 1),
                surface,
                torch.zeros(1, 2, 1, 1),
                torch.from_numpy(entry.vector())[None],
            )
            with torch.no_grad():
                apart.append(
                    float(
                        delta_e(
                            light(*inputs)[0, :3, 0, 0].numpy().astype(np.float64), colour.astype(np.float64)
                        )
                    )
                )
        found[name] = round(float(np.mean(apart)), 2)
    return found


def compare(folder: Path, *, count: int, sheet: Path | None) -> dict:
    """Mean ΔE00 by material, by set-up and of all; raises AssertionError if the folder holds no picture."""
    light = Light().eval()
    paths = sorted(folder.glob("[0-9][0-9][0-9][0-9].npz"))[:count]
    assert paths, f"no SEED.npz in {folder}"
    by_material: dict[str, list[np.ndarray]] = defaultdict(list)
    by_studio: dict[str, list[np.ndarray]] = defaultdict(list)
    cells: list[np.ndarray] = []
    for path in paths:
        truth = read(path)
        wanted, found = developed(truth), shaded(light, truth)
        apart = np.zeros(truth.part.shape)
        apart[truth.part > 0] = delta_e(wanted[truth.part > 0], found[truth.part > 0])
        by_studio[truth.studio].append(apart[truth.inside])
        for k, name in enumerate(truth.materials):
            by_material[name].append(apart[truth.inside & (truth.part == k + 1)])
        if not sheet or len(cells) == SHOWN:
            continue
        heat = np.repeat((1 - apart / 40).clip(0, 1)[..., None], 3, 2)
        cells.append(np.concatenate([wanted, found, heat], 1))
    if sheet:
        save(cells, sheet)
    mean = lambda lists: {
        name: round(float(np.concatenate(rows).mean()), 2)
        for name, rows in sorted(lists.items())
        if sum(map(len, rows))
    }
    everything = np.concatenate([row for rows in by_studio.values() for row in rows])
    return {
        "command": f"cd models/training && python -m evaluation.compare_light --truth {folder}",
        "pictures": len(paths),
        "deltaE00": round(float(everything.mean()), 2),
        "median": round(float(np.median(everything)), 2),
        "byMaterial": mean(by_material),
        "byStudio": mean(by_studio),
        "baseColour": base_colour(light),
    }


def save(cells: list[np.ndarray], path: Path, *, columns: int = 3) -> None:
    """Truth, ours, difference (black = ΔE 40), `columns` of them a row."""
    cells = cells + [np.ones_like(cells[0])] * (-len(cells) % columns)
    rows = [np.concatenate(cells[i : i + columns], 1) for i in range(0, len(cells), columns)]
    Image.fromarray((np.concatenate(rows) * 255 + 0.5).clip(0, 255).astype(np.uint8)).save(path)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--truth", type=Path, required=True)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    metrics = compare(arguments.truth, count=arguments.count, sheet=arguments.sheet)
    print(json.dumps(metrics, indent=2))
    if arguments.out:
        arguments.out.write_text(json.dumps(metrics, indent=2) + "\n")
