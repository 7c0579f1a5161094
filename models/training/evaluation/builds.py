"""A build of the program (a folder with src, models and node_modules) and drawings -> their pictures, by the
program's own command line.

Two builds are compared by their light, so both get the same lamps, the same numbers of materials and no
grain: `levelled` writes today's into a build's card."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import cv2
import numpy as np

from evaluation.layers import SIDE, drawing

GRAIN = ("bump", "mottle", "weave")


def levelled(models: Path, light: dict) -> None:
    """light.json in the build's folder of models with the lamps and materials of the card `light`; no grain,
    no texture."""
    path = models / "light.json"
    card = json.loads(path.read_text())
    size = max(entry["at"] + entry["size"] for entry in card["studioVector"])
    lamps = {entry["id"]: entry for entry in light["studios"]}
    for entry in card["studios"]:
        entry["vector"] = lamps[entry["id"]]["vector"][:size]
    numbers = {entry["id"]: entry["values"] for entry in light["materials"]}
    for entry in card["materials"]:
        entry.pop("texture", None)
        for name in entry["values"]:
            entry["values"][name] = 0 if name in GRAIN else numbers[entry["id"]][name]
    path.write_text(json.dumps(card))


def pictures(
    build: Path, paths: Sequence[Path], scratch: Path, *, model: str
) -> Iterator[tuple[Path, np.ndarray, float]]:
    """Of each path-traced file that the build takes, all under one set-up: what it makes of its drawing,
    float32 [256, 256, 3] sRGB on white on the file's own grid, and on how much of it a part wears what its
    layer says."""
    (studio,) = {str(np.load(path)["studio"]) for path in paths}
    for path in paths:
        (scratch / f"{path.stem}.svg").write_text(drawing(path))
    files = [str(scratch / f"{path.stem}.svg") for path in paths]
    words = ["--light", studio, "--model", model, "--size", str(SIDE), "--no-shadow", "--json"]
    command = ["node", "--no-warnings", "src/cli/run.mjs", *files, "--out-dir", str(scratch), *words]
    done = subprocess.run(command, cwd=build, capture_output=True, text=True, check=False)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines, done.stderr[-2000:]
    of = {path.stem: path for path in paths}
    for line in lines:
        worn = sum(part["share"] for part in line["parts"] if part["material"] == named(part))
        yield of[Path(line["file"]).stem], placed(Path(line["out"]), line["box"]), worn


def named(part: dict) -> str:
    """The material that a layer of layers.py is called after."""
    return part["name"].replace(" ", "_")


def placed(png: Path, box: dict[str, float]) -> np.ndarray:
    """The picture of `box` (units of the drawing) on the drawing's grid: float32 [256, 256, 3] on white."""
    made = cv2.imread(str(png), cv2.IMREAD_UNCHANGED).astype(np.float32) / 255
    white = made[..., 2::-1] * made[..., 3:] + 1 - made[..., 3:]
    across, down = box["width"] / made.shape[1], box["height"] / made.shape[0]
    # between middles of pixels: x of the grid = box.x + (column + ½) · across − ½
    place = np.array([[across, 0, box["x"] + across / 2 - 0.5], [0, down, box["y"] + down / 2 - 0.5]])
    shown = cv2.warpAffine(white, place, (SIDE, SIDE), flags=cv2.INTER_LINEAR, borderValue=(1, 1, 1))
    return cv2.resize(shown, (SIDE // 2, SIDE // 2), interpolation=cv2.INTER_AREA)
