"""A run (or an exported .onnx) and held-out pairs -> errors as a table and as JSON, and a contact sheet.

    python evaluate.py --run /work/data/runs/realize --pairs /work/data/pairs/held --json metrics.json --sheet held.png
    python evaluate.py --onnx ../realize.onnx --pairs /work/data/pairs/held
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import onnxruntime
import torch

from augment import sample
from card import read_card
from config import SQUARE
from gallery import contact_sheet
from lit import SIDE, form_of, picture, resized
from pairs import Pairs
from pix2pix import physical
from recipe import build_generator

Model = Callable[[np.ndarray], np.ndarray]  # drawing [B, 2, S, S] -> intrinsic [B, 7, S, S]
LIT = 32  # pictures that are lit for comparison
FIELDS = ("degrees", "within 11°", "occlusion", "thickness", "shadow", "coverage IoU")


def load_run(run: Path) -> tuple[Model, dict]:
    saved = torch.load(run / "last.pt", map_location="cpu", weights_only=False)
    generator = build_generator(saved["config"])
    generator.load_state_dict(saved["ema"])
    return as_model(generator), saved["facts"]


def as_model(generator: torch.nn.Module) -> Model:
    generator.eval()

    def run(drawing: np.ndarray) -> np.ndarray:
        device = next(generator.parameters()).device
        with torch.no_grad():
            return physical(generator(torch.from_numpy(drawing).to(device))).cpu().numpy()

    return run


def load_onnx(path: Path) -> Model:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return lambda drawing: np.concatenate([session.run(None, {"drawing": one[None]})[0] for one in drawing])


def errors(guess: np.ndarray, truth: np.ndarray) -> dict[str, float]:
    """One picture: `guess` [7, S, S] physical, `truth` [8, S, S] uint8; form is judged on the object alone."""
    value = truth.astype(np.float32) / 255
    sure = truth[7] == 255
    normal = value[:3] * 2 - 1
    normal /= np.maximum(np.linalg.norm(normal, axis=0), 1e-3)
    degrees = np.degrees(np.arccos(np.clip((guess[:3] * normal).sum(0), -1, 1)))[sure]
    mine, real = guess[6] > 0.5, truth[6] > 127
    return {
        "degrees": float(degrees.mean()),
        "within 11°": float((degrees < 11.25).mean()),
        "occlusion": float(np.abs(guess[3] - value[3])[sure].mean()),
        "thickness": float(np.abs(guess[4] - value[4])[sure].mean()),
        "shadow": float(np.abs(guess[5] - value[5]).mean()),
        "coverage IoU": float((mine & real).sum() / max(1, (mine | real).sum())),
    }


def group(meta: dict) -> str:
    """Where a held-out picture belongs in the table."""
    if "+" in meta["family"]:
        return "several objects"
    if meta["family"].startswith("mesh:"):
        return "unseen mesh" if meta["held"] == "mesh" else "seen mesh, new view"
    return meta["family"]


def measure(model: Model, pairs: Pairs, which: list[int], *, batch: int = 8, side: int = SQUARE.size) -> dict[str, dict[str, float]]:
    """{group: {field: mean}} with the silhouette known and, under 'all, no silhouette', without it."""
    found: dict[str, list[dict[str, float]]] = defaultdict(list)
    for start in range(0, len(which), batch):
        chunk = which[start : start + batch]
        loaded = [pairs[i] for i in chunk]
        for known in (True, False):
            samples = [sample(pair, np.random.default_rng(0), None, known=known, side=side) for pair in loaded]
            guesses = model(np.stack([drawing for drawing, _ in samples]))
            for i, guess, (_, truth) in zip(chunk, guesses, samples):
                if not (truth[7] == 255).any():
                    continue
                row = errors(guess, truth)
                if not known:
                    found["all, no silhouette"].append(row)
                    continue
                meta = pairs.meta(i)
                found["all"].append(row)
                found["all meshes" if "mesh:" in meta["family"] else "all families"].append(row)
                found[group(meta)].append(row)
    return {
        name: {"pictures": len(rows)} | {field: float(np.mean([row[field] for row in rows])) for field in FIELDS}
        for name, rows in sorted(found.items())
    }


def measure_lit(model: Model, pairs: Pairs, which: list[int], *, side: int = SQUARE.size) -> float:
    """Mean difference of the lit pictures on the object, sRGB steps of 255, silhouette known."""
    found = []
    for i in which:
        pair = pairs[i]
        drawing, truth = sample(pair, np.random.default_rng(0), None, side=side)
        if (truth[7] == 255).any():
            apart = np.abs(picture(pair, form=form_of(model(drawing[None])[0])).astype(float) - picture(pair))
            found.append(apart[:, resized(pair["coverage"], SIDE) == 255].mean())
    return float(np.mean(found))


def table(result: dict[str, dict[str, float]]) -> str:
    head = f"{'':24}{'pictures':>9}" + "".join(f"{field:>14}" for field in FIELDS)
    rows = [
        f"{name:24}{row['pictures']:9}" + "".join(f"{row[field]:14.3f}" for field in FIELDS) for name, row in result.items()
    ]
    return "\n".join([head, *rows])


def spaced(count: int, of: int) -> list[int]:
    """`count` indices spread evenly over `of`: the same pictures in every run over the same data."""
    return sorted({int(i) for i in np.linspace(0, of - 1, min(count, of))})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--run", type=Path)
    which.add_argument("--onnx", type=Path)
    parser.add_argument("--pairs", type=Path, required=True, help="folder of held-out shards")
    parser.add_argument("--count", type=int, default=10**9)
    parser.add_argument("--side", type=int, help="of the square, instead of the card's; 256 for previews")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--sheet", type=Path)
    asked = parser.parse_args()
    torch.set_num_threads(1)  # two spin against each other when the machine is busy
    model = load_run(asked.run)[0] if asked.run else load_onnx(asked.onnx)
    side = asked.side or (SQUARE.size if asked.run else read_card(asked.onnx.with_suffix(".json"))["input"]["size"])
    pairs = Pairs(asked.pairs)
    chosen = spaced(asked.count, len(pairs))
    result = measure(model, pairs, chosen, side=side)
    print(table(result))
    few = spaced(LIT, len(pairs))
    lit = measure_lit(model, pairs, few, side=side)
    print(f"lit in their own materials: {lit:.2f} of 255 apart, {len(few)} pictures")
    if asked.json:
        source = "--run RUN" if asked.run else "--onnx models/realize.onnx"
        command = f"python models/training/evaluate.py {source} --pairs PAIRS/held --count {len(chosen)}"
        asked.json.write_text(json.dumps({"command": command, "held": result, "lit difference of 255": lit}, indent=2, ensure_ascii=False) + "\n")
    if asked.sheet:
        cv2.imwrite(str(asked.sheet), contact_sheet(model, pairs, spaced(24, len(pairs)))[..., ::-1])


if __name__ == "__main__":
    main()
