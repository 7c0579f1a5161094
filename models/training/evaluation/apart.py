"""Pictures of builds beside path-traced ones -> per pixel how far apart they are, and a table of it."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from evaluation.difference import delta_e_lab, lab
from evaluation.truths import Truth

KEYS = ("apart", "given", "lighter", "chroma", "varies", "true")
Row = dict[str, np.ndarray]  # per pixel that counts
Member = tuple[Path, np.ndarray | None]  # a file, and which of its pixels that count; None: all


def row(truth: Truth, wanted: np.ndarray, found: np.ndarray) -> Row:
    """Of the pixels that count: KEYS and their part. `given` is ΔE00 with each part's mean set to the
    truth's, `varies` and `true` the standard deviation of L in the pixel's part."""
    a, b = lab(wanted[truth.inside]), lab(found[truth.inside])
    part = truth.part[truth.inside] - 1
    levelled, varies, true = b.copy(), np.zeros(len(part)), np.zeros(len(part))
    for k in np.unique(part):
        of = part == k
        levelled[of] += a[of].mean(0) - b[of].mean(0)
        varies[of], true[of] = b[of, 0].std(), a[of, 0].std()
    chroma = np.hypot(b[:, 1], b[:, 2]) - np.hypot(a[:, 1], a[:, 2])
    return {
        "apart": delta_e_lab(a, b), "given": delta_e_lab(a, levelled), "lighter": b[:, 0] - a[:, 0],
        "chroma": chroma, "varies": varies, "true": true, "part": part,
    }  # fmt: skip


def groups_of(truths: dict[Path, Truth], parts: dict[Path, np.ndarray]) -> dict[str, list[Member]]:
    """All, each material, and without glass all and each set-up: no drawing tells what stands behind glass.
    `parts`: the part of each pixel that counts."""
    groups: dict[str, list[Member]] = {"all": [(path, None) for path in truths]}
    stuff = {path: np.array(truth.materials)[parts[path]] for path, truth in truths.items()}
    opaque = {path: (path, found != "glass") for path, found in stuff.items()}
    groups["all but glass"] = list(opaque.values())
    for path, truth in truths.items():
        groups.setdefault(f"{truth.studio}, but glass", []).append(opaque[path])
    for path, found in stuff.items():
        for one in sorted(set(found)):
            groups.setdefault(str(one), []).append((path, found == one))
    return {name: [m for m in members if m[1] is None or m[1].any()] for name, members in groups.items()}


def table(rows: dict[str, dict[Path, Row]], truths: dict[Path, Truth]) -> str:
    """Markdown: means of KEYS over all pixels that count, by set-up and material; of ΔE00 the last build's
    beside the first's too."""
    names = list(rows)
    drawn = {path: truth for path, truth in truths.items() if all(path in rows[name] for name in names)}
    parts = {path: rows[names[0]][path]["part"] for path in drawn}
    head = ["pictures", *names, "ratio", *(f"{name}, fills given" for name in names), "ratio"]
    head += ["lighter by", "more coloured by", "L varies by (truth)"]
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    for group, members in groups_of(drawn, parts).items():
        mean = [gathered(rows[name], members) for name in names]
        cells = []
        for key in ("apart", "given"):
            cells += [f"{one[key]:.2f}" for one in mean] + [f"{mean[-1][key] / max(mean[0][key], 1e-9):.2f}"]
        cells += [", ".join(f"{one[key]:+.1f}" for one in mean) for key in ("lighter", "chroma")]
        cells += [", ".join(f"{one['varies']:.1f}" for one in mean) + f" ({mean[0]['true']:.1f})"]
        lines.append(f"| {group} ({len(members)}) | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def gathered(rows: dict[Path, Row], members: Sequence[Member]) -> dict[str, float]:
    """The members' means of KEYS, each pixel counting alike."""
    some = [(rows[path], slice(None) if where is None else where) for path, where in members]
    return {key: float(np.concatenate([row[key][where] for row, where in some]).mean()) for key in KEYS}
