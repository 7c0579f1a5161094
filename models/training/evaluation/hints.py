"""A generator that takes hints, and held-out pairs -> its errors without any and with those of the truth.

    python -m evaluation.hints --onnx ../realize.onnx --pairs /work/data/pairs/held --count 100
    python -m evaluation.hints --run /work/data/train5 --pairs /work/data/pairs/held --count 100

Hints of the truth: flat, round or hollow on every part that is so clearly (learning/hints.py). Degrees on
whole objects, on the parts that have a hint, by what it says; and on round parts that are turned inside out
and said to be hollow, where the same lines have the other form.
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from data.pairs import Pairs
from evaluation.contest import chosen
from evaluation.evaluate import load_onnx, load_run
from export.card import read_card
from learning.augment import finished, posed
from learning.channels import HINTS, SQUARE
from learning.hints import kinds, of_truth, turned
from learning.validation import Model

NAMES = {value: name for name, value in HINTS.items()}
ALL, HINTED, TURNED = "objects", "parts with a hint", "round parts turned inside out"
Gains = dict[str, list[tuple[float, float]]]  # by what is judged: degrees without hints, and with


def degrees(guess: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """[S, S] between the normals of `guess` [7, S, S] physical and of `truth` uint8 [8, S, S]."""
    normal = truth[:3].astype(np.float32) / 127.5 - 1
    normal /= np.maximum(np.linalg.norm(normal, axis=0), 1e-3)
    return np.degrees(np.arccos(np.clip((guess[:3] * normal).sum(0), -1, 1)))


def gains(model: Model, pair: dict, *, side: int, known: bool) -> Gains:
    """Of one pair; empty where the truth gives no hint. `known`: with its silhouette."""
    rng = np.random.default_rng(0)
    found: Gains = defaultdict(list)
    moved = posed(pair, rng, None, side)
    hint = of_truth(moved)
    if not hint.any():
        return found
    drawing, truth = finished(moved, rng, None, known=known)
    told = lambda plane: model(np.concatenate([drawing, plane[None]])[None])[0]
    without = told(np.zeros_like(hint))

    def judge(name: str, guess: np.ndarray, form: np.ndarray, where: np.ndarray) -> None:
        where = where & (form[7] == 255)
        if where.any():
            before, after = (float(degrees(one, form)[where].mean()) for one in (without, guess))
            found[name].append((before, after))

    guess = told(hint)
    judge(ALL, guess, truth, np.ones_like(hint, bool))
    judge(HINTED, guess, truth, hint > 0)
    for value, name in NAMES.items():
        judge(name, guess, truth, hint == value)
    bent = np.flatnonzero(kinds(moved) == HINTS["round"])
    if len(bent):
        largest = max(bent, key=lambda number: (moved["part"] == number).sum())
        where = moved["part"] == largest
        other = {**moved, "normal": turned(moved["normal"], where)}
        hollow = np.where(where, HINTS["hollow"], 0).astype(np.float32)
        judge(TURNED, told(hollow), finished(other, rng, None, known=known)[1], where)
    return found


def table(rows: dict[str, Gains]) -> str:
    """`rows`: by how drawings are shown. In markdown, means over pictures."""
    lines = ["| judged | drawn | pictures | without hints | with hints | gain |", f"|{' --- |' * 6}"]
    for how, found in rows.items():
        for name in (ALL, HINTED, *NAMES.values(), TURNED):
            if found[name]:
                before, after = np.mean(found[name], 0)
                numbers = f"{before:.2f}° | {after:.2f}° | {before - after:.2f}°"
                lines.append(f"| {name} | {how} | {len(found[name])} | {numbers} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--run", type=Path, help="a run's folder, or a head start's file")
    which.add_argument("--onnx", type=Path)
    parser.add_argument("--pairs", type=Path, required=True, help="folder of held-out shards")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--side", type=int, help="of the square; left out: the card's, a run's previews")
    asked = parser.parse_args()
    side = asked.side or SQUARE.preview
    if asked.run:
        model, _ = load_run(asked.run)
    else:
        model = load_onnx(asked.onnx)
        side = asked.side or read_card(asked.onnx.with_suffix(".json"))["input"]["size"]
    pairs = Pairs(asked.pairs)
    rows: dict[str, Gains] = {"lines and silhouette": defaultdict(list), "lines alone": defaultdict(list)}
    for indices in chosen(pairs, asked.count).values():
        for i in indices:
            for how, known in zip(rows, (True, False)):
                for name, values in gains(model, pairs[i], side=side, known=known).items():
                    rows[how][name] += values
            print(".", end="", file=sys.stderr, flush=True)
    print(f"\n{table(rows)}")


if __name__ == "__main__":
    main()
