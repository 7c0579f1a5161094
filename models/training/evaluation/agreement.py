"""How often a generator is right about parts, and how sure it is -> a report in markdown."""

from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np

from evaluation.difference import delta_e

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
