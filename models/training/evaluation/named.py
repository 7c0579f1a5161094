"""NAME=FILE, NAME=RUN or a rival's name, as the command line says it -> a contestant."""

from dataclasses import replace
from pathlib import Path

from evaluation.contestants import Contestant, RivalContestant, open_contestant
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
