"""A generator with a look, and held-out seeds -> how often it is right about what parts are made of, how well
its certainty is calibrated, and how far its colours are off.

    python -m evaluation.look --onnx ../realize.onnx --pairs /work/data/pairs/held --count 300

Families as they were trained, seeds that were not. What the cells of a part say is averaged (src/core/form/
look.ts does the same). Parts that are smaller than LEAST of the object are left out: they have no cell of
their own. The table of thresholds is what the product's own is taken from.
"""

import argparse
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime

from data.pairs import Pairs
from evaluation.contest import chosen
from evaluation.difference import delta_e
from export.card import read_card
from learning.augment import finished, posed
from learning.config import SQUARE

LEAST = 0.004
THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
SPREADS = (7.4, 0.3, 0.25, 0.2, 0.15, 0.1)
WANTED = 0.85  # share of what is used that shall be right


@dataclass
class Seen:
    """One part: what the look says, and what is true."""

    family: str
    chances: np.ndarray  # [M]
    colour: np.ndarray  # [3], sRGB 0…1
    spread: float
    material: str
    true_colour: np.ndarray


def pooled(look: np.ndarray, part: np.ndarray) -> dict[int, np.ndarray]:
    """`look` [C, s, s], `part` uint8 [S, S] -> {number of a part: mean of its pixels' cells [C]}, without
    parts that are too small."""
    cell = part.shape[0] // look.shape[1]
    wide = look.repeat(cell, 1).repeat(cell, 2)
    drawn = (part > 0).sum()
    return {
        int(number): wide[:, part == number].mean(1)
        for number in np.unique(part[part > 0])
        if (part == number).sum() >= LEAST * drawn
    }


def seen(
    session: onnxruntime.InferenceSession, card: dict, pairs: Pairs, i: int, *, known: bool, side: int
) -> list[Seen]:
    """The parts of one pair, drawn cleanly. `known`: with its silhouette; otherwise lines alone."""
    names = [channel["name"] for channel in card["look"]["channels"]]
    materials = [name.removeprefix("material.") for name in names if name.startswith("material.")]
    pair, rng = pairs[i], np.random.default_rng(0)
    moved = posed(pair, rng, None, side)
    drawing = finished(moved, rng, None, known=known)[0]
    look = session.run([card["look"]["tensor"]], {"drawing": drawing[None]})[0][0]
    meta = pair["meta"]
    found = []
    for number, values in pooled(look, moved["part"]).items():
        material = meta["materials"][number - 1]
        if material in materials:
            found.append(
                Seen(
                    meta["family"],
                    values[: len(materials)],
                    values[len(materials) : -1],
                    float(values[-1]),
                    material,
                    np.array(meta["colours"][number - 1]),
                )
            )
    return found


def right(one: Seen, materials: list[str]) -> bool:
    """Whether the likeliest material is the part's own."""
    return materials[int(one.chances.argmax())] == one.material


def report(rows: list[Seen], materials: list[str]) -> str:
    """The tables, in markdown."""
    [(commonest, count)] = Counter(row.material for row in rows).most_common(1)
    of_family: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        of_family[row.family][row.material] += 1
    hits = np.array([right(row, materials) for row in rows])
    sure = np.array([row.chances.max() for row in rows])
    best = sum(counter.most_common(1)[0][1] for counter in of_family.values()) / len(rows)
    lines = [
        f"{len(rows)} parts: material right on {hits.mean():.1%}; chance {1 / len(materials):.1%}, "
        f"the commonest ({commonest}) {count / len(rows):.1%}, told the family and its commonest {best:.1%}",
        "",
        "| certainty from | parts used | right | what it says, on average |",
        "| --- | --- | --- | --- |",
    ]
    for least in THRESHOLDS:
        used = sure >= least
        if used.any():
            means = f"{hits[used].mean():.1%} | {sure[used].mean():.1%}"
            lines.append(f"| {least:.2f} | {used.mean():.1%} | {means} |")
    enough = [least for least in np.unique(sure) if hits[sure >= least].mean() >= WANTED]
    if enough:
        lines.append(
            f"\n{WANTED:.0%} of what is used is right from a certainty of {enough[0]:.3f} on: "
            f"{(sure >= enough[0]).mean():.1%} of parts"
        )
    lines += ["", "| material | parts | found | of what is called so, right |", "| --- | --- | --- | --- |"]
    for material in materials:
        true = np.array([row.material == material for row in rows])
        called = np.array([materials[int(row.chances.argmax())] == material for row in rows])
        if true.any():
            precise = f"{hits[called].mean():.1%}" if called.any() else "–"
            lines.append(f"| {material} | {true.sum()} | {hits[true].mean():.1%} | {precise} |")
    wanted = np.stack([row.true_colour for row in rows])
    guessed = np.stack([row.colour for row in rows])
    spread = np.array([row.spread for row in rows])
    apart = delta_e(guessed, wanted)
    mean = delta_e(np.broadcast_to(np.median(wanted, 0), wanted.shape), wanted)
    lines += [
        "",
        "| spread up to | parts | colour off, ΔE00 | one colour for all | L1 a channel | what it says |",
    ]
    lines.append("| --- | --- | --- | --- | --- | --- |")
    for most in SPREADS:
        used = spread <= most
        if used.any():
            l1 = np.abs(guessed - wanted)[used].mean()
            lines.append(
                f"| {most} | {used.mean():.1%} | {apart[used].mean():.1f} | {mean[used].mean():.1f} "
                f"| {l1:.3f} | {spread[used].mean():.3f} |"
            )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True, help="folder of held-out shards")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--side", type=int, default=SQUARE.preview, help="of the square")
    parser.add_argument("--lines-alone", action="store_true", help="without silhouettes")
    asked = parser.parse_args()
    card, pairs = read_card(asked.onnx.with_suffix(".json")), Pairs(asked.pairs)
    assert "look" in card, f"{asked.onnx} has no look"
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(asked.onnx), options, providers=["CPUExecutionProvider"])
    which = chosen(pairs, 4 * asked.count)["held-out seeds"]
    rows = [
        row
        for i in which
        for row in seen(session, card, pairs, i, known=not asked.lines_alone, side=asked.side)
    ]
    names = [channel["name"] for channel in card["look"]["channels"]]
    print(report(rows, [name[9:] for name in names if name.startswith("material.")]))


if __name__ == "__main__":
    main()
