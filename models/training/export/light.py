"""light.py → models/light.onnx and models/light.json, run in onnxruntime against PyTorch before saying done.

    python -m export.light [--out ../light.onnx] [--metrics metrics.json]

The metrics are what evaluation/compare_light.py wrote; without them the card's stay, if the graph does.
"""

import argparse
import json
import warnings
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from export.graph import traced
from light import studio
from light.card import write_card
from light.materials_table import RANGES, materials
from light.shading import CHANNELS, Light

LIMIT = 1e-3  # largest absolute difference between PyTorch and ONNX Runtime
NAMES = ("intrinsic", "base", "material", "position", "studio")


def practice(height: int, width: int, *, seed: int) -> dict[str, np.ndarray]:
    """Inputs over the whole of every range: smooth normals, random colours, materials in blocks of 8 pixels,
    the soft set-up turned."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[1 : -1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    normal = np.stack([np.sin(3 * x), np.sin(4 * y), np.cos(2 * x * y) + 0.3]).astype(np.float32)
    normal /= np.linalg.norm(normal, axis=0)
    rest = rng.random((4, height, width), np.float32)
    rest[2] = 2 * rest[2] - 1  # height
    blocks = rng.random((len(CHANNELS), -(-height // 8), -(-width // 8)), np.float32)
    blocks = np.kron(blocks, np.ones((1, 8, 8), np.float32))[:, :height, :width]
    for i, channel in enumerate(CHANNELS):
        low, high = RANGES.get(channel, (0, 1))
        blocks[i] = low + (high - low) * blocks[i]
    vector = studio.load()["soft"].vector()
    vector[0:3] = rng.normal(size=3)
    return {
        "intrinsic": np.concatenate([normal, rest])[None],
        "base": rng.random((1, 3, height, width), np.float32),
        "material": blocks[None],
        "position": np.stack([x, y])[None],
        "studio": vector[None],
    }


def to_onnx(light: Light) -> onnx.ModelProto:
    """Opset 17; height and width stay open."""
    sample = practice(16, 16, seed=0)
    size = {2: "H", 3: "W"}
    with warnings.catch_warnings():
        # bounds become constants, as they should; parity() would tell
        warnings.simplefilter("ignore", torch.jit.TracerWarning)
        model = traced(
            light,
            tuple(torch.from_numpy(sample[name]) for name in NAMES),
            names=NAMES,
            outputs=("picture",),
            free={name: size for name in (*NAMES[:4], "picture")},
        )
    onnx.checker.check_model(model)
    return model


def parity(light: Light, session: onnxruntime.InferenceSession) -> float:
    """Largest absolute difference over three sizes, one of them a strip."""
    worst = 0.0
    for seed, (height, width) in enumerate(((64, 64), (17, 96), (200, 120))):
        inputs = practice(height, width, seed=seed)
        with torch.no_grad():
            wanted = light(*(torch.from_numpy(inputs[name]) for name in NAMES)).numpy()
        found = session.run(None, inputs)[0]
        assert found.shape == wanted.shape, f"onnxruntime gave {found.shape}, PyTorch {wanted.shape}"
        assert np.isfinite(wanted).all(), f"{height} × {width}: the graph gives values that are no numbers"
        worst = max(worst, float(np.abs(found - wanted).max()))
    return worst


def metrics_of(out: Path, graph: bytes) -> dict:
    """What the card beside `out` says of this very graph, which no material changes; {}: nothing."""
    card = out.with_suffix(".json")
    same = out.exists() and card.exists() and out.read_bytes() == graph
    return json.loads(card.read_text())["metrics"] if same else {}


def export(out: Path, *, metrics: dict | None = None) -> dict:
    """Write graph and card; returns the card's parity. Raises where ONNX Runtime and PyTorch differ."""
    materials()  # a row that is wrong is told at once, not after the graph
    light = Light().eval()
    model = to_onnx(light)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    worst = parity(light, session)
    assert worst <= LIMIT, f"onnxruntime and PyTorch differ by {worst:.2g}, at most {LIMIT:g} is allowed"
    graph = model.SerializeToString()
    metrics = metrics_of(out, graph) if metrics is None else metrics
    out.write_bytes(graph)
    measured = {
        "command": "cd models/training && python -m export.light",
        "maxAbsError": worst,
        "operators": len(model.graph.node),
    }
    write_card(out, studio.load(), metrics=metrics, parity=measured)
    return measured


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[2] / "light.onnx")
    parser.add_argument("--metrics", type=Path)
    arguments = parser.parse_args()
    metrics = json.loads(arguments.metrics.read_text()) if arguments.metrics else None
    print(
        arguments.out,
        arguments.out.stat().st_size if arguments.out.exists() else "",
        export(arguments.out, metrics=metrics),
    )
