"""Exported generators and held-out pairs -> their errors side by side, in markdown.

    python -m evaluation.beside --model shipped=../realize.onnx --model new=/work/data/new/realize.onnx@256 \\
        --pairs /work/data/pairs/held --count 160

NAME=FILE.onnx@SIDE: the side of the square that it is given, 512 where none is said. `inflate` or `extrude`
in the file's place: what drawing programs make of the parts (evaluation.rivals). All are judged at 512²: what
a smaller side finds is enlarged (bilinear). The same pictures for all, in the groups of
docs/comparison.md (seeds, families and meshes that no training shows) and new views of meshes that it does;
with the silhouette and without. `--sheet FILE.jpg`: three of each group, lit in their true materials.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

import cv2
import numpy as np

from data.pairs import Pairs
from evaluation.contest import HOWS, KINDS, Contestant, chosen, clean, contestant, enlarged
from learning.channels import SQUARE
from learning.gallery import side_by_side
from learning.validation import FIELDS, errors
from light.lit import SIDE, form_of, picture

SHOWN = 3
Rows = dict[
    tuple[str, str, str], list[dict[str, float]]
]  # by contestant, group and whether lines stand alone


def beside(
    contestants: Iterable[Contestant], pairs: Pairs, which: dict[str, list[int]], told: Callable[[], None]
) -> Rows:
    """Errors of every picture that shows an object; `told` is called after each."""
    found: Rows = defaultdict(list)
    for kind, indices in which.items():
        for i in indices:
            pair = pairs[i]
            for how in HOWS:
                truth = clean(pair, SQUARE.size, how)[1]
                if not (truth[7] == 255).any():
                    continue
                for one in contestants:
                    row = errors(enlarged(one.form(pair, one.side, how)), truth)
                    for name in ("all", kind):
                        found[one.name, name, how].append(row)
            told()
    return found


def sheet(contestants: list[Contestant], pairs: Pairs, which: dict[str, list[int]]) -> np.ndarray:
    """RGB [H, W, 3]: drawing, what each makes of it, truth; SHOWN pictures of each group."""
    strips = []
    for kind, indices in which.items():
        for k in np.linspace(0, len(indices) - 1, SHOWN):
            pair, meta = pairs[indices[int(k)]], pairs.meta(indices[int(k)])
            lines = (255 - 255 * clean(pair, SIDE, "")[0][0]).astype(np.uint8)
            tiles = {"drawing": np.repeat(lines[None], 3, 0)}
            for one in contestants:
                tiles[one.name] = picture(pair, form=form_of(one.form(pair, one.side, "")))
            name = meta["family"].replace("mesh:", "")
            strips.append((f"{kind}: {name}", tiles | {"truth": picture(pair)}))
    return side_by_side(strips, across=1)


def table(rows: Rows, names: list[str]) -> str:
    """In markdown; a group's rows stand under each other."""
    lines = [f"| pictures | model | {' | '.join(FIELDS)} |", f"| --- | --- |{' --- |' * len(FIELDS)}"]
    for how in HOWS:
        for kind in ("all", *KINDS):
            for name in names:
                found = rows.get((name, kind, how))
                if found:
                    means = " | ".join(f"{np.mean([row[field] for row in found]):.3f}" for field in FIELDS)
                    lines.append(f"| {kind}{how} ({len(found)}) | {name} | {means} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", action="append", required=True, help="NAME=FILE.onnx[@SIDE]")
    parser.add_argument("--pairs", type=Path, required=True, help="folder of held-out shards")
    parser.add_argument("--count", type=int, default=160)
    parser.add_argument("--sheet", type=Path)
    asked = parser.parse_args()
    contestants = [contestant(text) for text in asked.model]
    pairs = Pairs(asked.pairs)
    which = chosen(pairs, asked.count)
    tick = lambda: print(".", end="", file=sys.stderr, flush=True)
    rows = beside(contestants, pairs, which, tick)
    print(f"\n{table(rows, [one.name for one in contestants])}")
    if asked.sheet:
        cv2.imwrite(
            str(asked.sheet), sheet(contestants, pairs, which)[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 88]
        )


if __name__ == "__main__":
    main()
