"""Generators, held-out pairs, path-traced pictures -> one table in markdown, the same as JSON, and a contact
sheet.

    python -m evaluation.compare --model shipped=../realize.onnx --model vanilla=DATA/runs/vanilla \\
        --model classic=../classic.onnx \\
        --pairs DATA/pairs/held --truth DATA/truth --encoder DATA/runs/encoder \\
        --bench bench.json --json table.json --sheet table.jpg

Everybody gets the same drawings. A generator of kind `intrinsic` gets the silhouette besides, as in the
product, where the drawing has it; `NAME, lines alone` is the same file without it. Its form is lit by the
light graph with the truth's materials and colours, which the product reads from the drawing. A generator of
kind `picture` gets the edges, as published, and shows the studio it was trained in. It cannot know the fills:
the columns "fills given" set each part's mean colour to the truth's, for all alike. A picture model has no
alpha: what is not white is taken for the object; the row `truth` says what that measure and the Chamfer
distance make of the true picture itself. `--model inflate` and `--model extrude`: what drawing programs make
of the parts (rivals.py), lit as ours is.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence

import cv2
import numpy as np
import torch

from evaluation.cases import Case, cases
from evaluation.contestants import SPOILT, Contestant, Made
from evaluation.encoder import ours
from evaluation.named import arguments, contestant
from evaluation.report import markdown, verdict
from evaluation.rival_contestants import RivalContestant
from evaluation.stranger import strangers
from evaluation.tally import Tally
from learning.augment import sample
from learning.gallery import side_by_side
from light.lit import SIDE, picture, resized

LIGHT = "true form, our light"
ROWS = {"held-out seeds": 5, "held-out families": 4, "held-out meshes": 4, "path-traced": 3}  # on the sheet


def compare(
    models: Sequence[Contestant | RivalContestant], found: Iterator[Case], tally: Tally, *, spoilt: int
) -> list[tuple[str, dict[str, np.ndarray]]]:
    """The first of `models` is ours. `spoilt`: pictures a group (held-out seeds and families) that are drawn
    badly as well."""
    mine = models[0]
    assert isinstance(mine, Contestant), f"{mine.name} has no lines to show, wanted a network first"
    strips: list[tuple[str, dict[str, np.ndarray]]] = []
    seen: dict[str, int] = defaultdict(int)
    for case in found:
        seen[case.group] += 1
        tally.add_truth(case)
        sides = {model.square.size for model in models}
        truths = {side: sample(case.pair, np.random.default_rng(0), None, side=side)[1] for side in sides}
        bad = case.group in ("held-out seeds", "held-out families") and seen[case.group] <= spoilt
        strip = {}
        for variant in (None, *(SPOILT if bad else ())):
            for model in models:
                if variant is not None and isinstance(model, RivalContestant):
                    continue
                began = time.process_time()
                made = model.make(case.pair, truths[model.square.size], variant=variant, **case.light)
                tally.seconds[model.name] += time.process_time() - began
                tally.add(case, model.name, made, variant)
                if variant is None and model.silhouette:
                    strip[model.name] = made.picture
        if case.group == "path-traced":
            lit = picture(case.pair, **case.light)
            tally.add(case, LIGHT, Made(lit, case.coverage > 127, None, truths[mine.square.size]), None)
        if seen[case.group] <= ROWS[case.group]:
            drawing = np.repeat(
                (255 - 255 * resized(mine.lines(case.pair, None), SIDE)).astype(np.uint8)[None], 3, 0
            )
            first = strip.pop(mine.name)  # beside the truth
            strips.append(
                (
                    f"{case.group}: {case.name.replace('mesh:', '')}",
                    {"drawing": drawing, **strip, mine.name: first, "truth": case.truth},
                )
            )
        print(f"\r{sum(seen.values())} pictures", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return strips


def main() -> None:
    asked = arguments(__doc__).parse_args()
    torch.set_num_threads(1)
    cv2.setNumThreads(0)
    began = time.time()
    models = [model for text in asked.model for model in contestant(text)]
    encoders = {"ours": ours(asked.encoder)} if asked.encoder else {}
    if stranger := strangers():
        encoders["stranger"] = stranger
    tally = Tally(encoders)
    strips = compare(
        models, cases(asked.pairs, asked.truth, asked.count, grey=asked.grey), tally, spoilt=asked.spoilt
    )
    table = tally.result()
    result = {
        "command": "cd models/training && python -m evaluation.compare "
        + " ".join(f"--model {text}" for text in asked.model)
        + f" --count {asked.count}",
        "table": table,
        "cost": [row for m in models if m.silhouette for row in m.costs()],
        "bench": json.loads(asked.bench.read_text()) if asked.bench else None,
        "seconds": {
            "wall": round(time.time() - began),
            "cpu": {name: round(value, 1) for name, value in tally.seconds.items()},
        },
        "verdicts": [
            verdict(tally.rows, table, m.name, asked.against)
            for m in models
            if m.name.startswith(models[0].name)
        ],
    }
    text = markdown(result)
    print(text)
    if asked.json:
        asked.json.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n")
    if asked.markdown:
        asked.markdown.write_text(text)
    if asked.sheet:
        cv2.imwrite(str(asked.sheet), side_by_side(strips)[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 90])


if __name__ == "__main__":
    main()
