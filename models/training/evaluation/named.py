"""NAME=FILE, NAME=RUN or a rival's name, as the command line says it -> a contestant; and what else the
comparison is told there."""

import argparse
from dataclasses import replace
from pathlib import Path

from evaluation.contestants import Contestant, open_contestant
from evaluation.rival_contestants import RivalContestant
from evaluation.rivals import RIVALS

ALONE = ", lines alone"


def contestant(text: str) -> list[Contestant | RivalContestant]:
    """NAME=PATH or NAME=PATH@SIDE; an intrinsic model enters a second time, without its silhouette. One of
    RIVALS stands alone."""
    if text in RIVALS:
        return [RivalContestant(text)]
    name, _, place = text.partition("=")
    place, _, side = place.partition("@")
    assert name and place, f"--model {text}: wanted NAME=PATH or NAME=PATH@SIDE"
    first = open_contestant(name, Path(place), side=int(side) if side else None)
    if first.kind == "picture":
        return [first]
    return [first, replace(first, name=name + ALONE, silhouette=False)]


def arguments(description: str) -> argparse.ArgumentParser:
    """Those of evaluation/compare.py."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--model",
        action="append",
        required=True,
        help="NAME=PATH[@SIDE], an .onnx with its card or a run's folder; ours first",
    )
    parser.add_argument("--against", default="vanilla", help="the model that the first one is to beat")
    parser.add_argument("--pairs", type=Path, required=True, help="folder of held-out shards")
    parser.add_argument("--truth", type=Path, help="folder of path-traced pictures")
    parser.add_argument("--encoder", type=Path, help="run of evaluation/encoder.py")
    parser.add_argument("--bench", type=Path, help="JSON of `npm run bench -- networks --json FILE`")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--spoilt", type=int, default=16)
    parser.add_argument(
        "--grey", action="store_true", help="every part in one grey plastic, for truth and ours"
    )
    parser.add_argument("--json", type=Path)
    parser.add_argument("--markdown", type=Path)
    parser.add_argument("--sheet", type=Path)
    return parser
