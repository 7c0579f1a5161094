"""Generators, held-out pairs, path-traced pictures -> one table in markdown, the same as JSON, and a contact sheet.

    python compare.py --model shipped=../realize.onnx --model vanilla=DATA/runs/vanilla --model classic=../classic.onnx \\
        --pairs DATA/pairs/held --truth DATA/truth --encoder DATA/runs/encoder --bench bench.json --json table.json --sheet table.jpg

Everybody gets the same drawings. A generator of kind `intrinsic` gets the silhouette besides, as in the product, where the drawing
has it; `NAME, lines alone` is the same file without it. Its form is lit by the light graph with the truth's materials and colours,
which the product reads from the drawing. A generator of kind `picture` gets the edges, as published, and shows the studio it
was trained in. It cannot know the fills: the columns "fills given" set each part's mean colour to the truth's, for all alike.
A picture model has no alpha: what is not white is taken for the object; the row `truth` says what that measure and the
Chamfer distance make of the true picture itself.
"""

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import torch

import metrics
from augment import sample
from contestants import SPOILT, Contestant, Made, open_contestant
from dataset import is_mesh
from distribution import c2st, kid
from encoder import Encoder, chosen, ours, strangers
from evaluate import errors
from gallery import side_by_side
from lit import SIDE, STUDIO, picture, resized
from pairs import Pairs
from report import markdown, verdict
from traced import traced_pair

GROUPS = {"held-out seeds": 0.36, "held-out families": 0.24, "held-out meshes": 0.2, "path-traced": 0.2}  # share of the pictures
TRUTH, LIGHT, ALONE = "truth", "true form, our light", ", lines alone"
FEWEST = 12  # pictures in a group whose distribution is judged
ROWS = {"held-out seeds": 5, "held-out families": 4, "held-out meshes": 4, "path-traced": 3}  # on the sheet


@dataclass
class Case:
    """One held-out object: its drawing's pair, its true picture and how it was lit."""

    group: str
    name: str
    pair: dict
    truth: np.ndarray  # uint8 [3, 256, 256]
    light: dict  # for lit.picture

    def __post_init__(self) -> None:
        near = np.minimum(self.pair["contour"], self.pair["crease"])  # print is no part of the picture
        self.drawn = cv2.erode(near, np.ones((3, 3), np.uint8)) if near.shape[0] > SIDE else near
        self.drawn = cv2.resize(self.drawn, (SIDE, SIDE), interpolation=cv2.INTER_NEAREST) <= 12
        self.part = cv2.resize(self.pair["part"], (SIDE, SIDE), interpolation=cv2.INTER_NEAREST)
        self.coverage = resized(self.pair["coverage"], SIDE)


def group(meta: dict) -> str | None:
    """None: a new view of a mesh that was trained on."""
    if meta["held"] == "seed":
        return None if is_mesh(meta) else "held-out seeds"
    return {"family": "held-out families", "mesh": "held-out meshes"}[meta["held"]]


def cases(held: Path, truth: Path | None, count: int, *, grey: bool) -> Iterator[Case]:
    """The same pictures in every run over the same data; shards that join change few of them."""
    pairs = Pairs(held)
    members: dict[str, list[int]] = defaultdict(list)
    for i in chosen(pairs, len(pairs)):
        if name := group(pairs.meta(i)):
            members[name].append(i)
    for name, share in GROUPS.items():
        for i in members[name][: round(count * share)]:
            pair = pairs[i]
            if (pair["coverage"] == 255).any():
                yield Case(name, pair["meta"]["family"], pair, picture(pair, grey=grey), {"grey": grey})
    found = 0
    for path in sorted(truth.glob("[0-9]*.npz")) if truth and not grey else []:
        with np.load(path) as held_file:  # the one studio that a picture model knows; a mesh may have been trained on
            if str(held_file["studio"]) != STUDIO or "mesh:" in str(held_file["family"]) or found >= round(count * GROUPS["path-traced"]):
                continue
        found += 1
        pair, traced, made_of = traced_pair(path)
        yield Case("path-traced", pair["meta"]["family"], pair, traced, {"made_of": made_of})


class Tally:
    """Rows and features, by (group, drawing, model)."""

    def __init__(self, encoders: dict[str, Encoder]):
        self.encoders = encoders
        self.rows: dict[tuple[str, str, str], list[dict[str, float]]] = defaultdict(list)
        self.features: dict[tuple[str, str, str], dict[str, list[np.ndarray]]] = defaultdict(lambda: defaultdict(list))
        self.seconds: dict[str, float] = defaultdict(float)

    def add(self, case: Case, model: str, made: Made, variant: str | None) -> None:
        began = time.process_time()
        at = (case.group, variant or "clean", model)
        row = metrics.judged(made.picture, case.truth, case.part, case.coverage)
        row |= metrics.outlined(made.picture, made.mask, case.coverage, case.drawn)
        if made.intrinsic is not None:
            form = errors(made.intrinsic, made.truth)
            row |= {name: form[name] for name in ("degrees", "within 11°", "occlusion", "thickness")}
        self.rows[at].append(row)
        self.seconds["metrics"] += time.process_time() - began
        if variant is None:
            self.encode(at, "", made.picture)
            self.encode(at, ", fills given", metrics.with_fills(made.picture, case.truth, case.part))

    def encode(self, at: tuple[str, str, str], how: str, image: np.ndarray) -> None:
        began = time.process_time()
        for name, encoder in self.encoders.items():
            self.features[at][name + how].append(encoder(image))
        self.seconds["encoders"] += time.process_time() - began

    def add_truth(self, case: Case) -> None:
        at = (case.group, "clean", TRUTH)
        self.rows[at].append(metrics.outlined(case.truth, metrics.not_white(case.truth), case.coverage, case.drawn))
        self.encode(at, "", case.truth)

    def result(self) -> list[dict]:
        """One entry for each group, drawing and model: means of all columns."""
        found = []
        for (name, variant, model), rows in self.rows.items():
            columns = {column: float(np.mean([row[column] for row in rows if column in row])) for column in dict.fromkeys(c for row in rows for c in row)}
            entry = {"group": name, "drawing": variant, "model": model, "pictures": len(rows), **columns}
            if model != TRUTH and variant == "clean" and len(rows) >= FEWEST:
                for encoder, made in self.features[name, variant, model].items():
                    true = np.stack(self.features[name, "clean", TRUTH][encoder.split(",")[0]])
                    entry[f"KID {encoder}"], entry[f"KID {encoder} ±"] = kid(np.stack(made), true)
                    entry[f"C2ST {encoder}"] = c2st(np.stack(made), true)
            found.append(entry)
        return found


def compare(models: list[Contestant], found: Iterator[Case], tally: Tally, *, spoilt: int) -> list[tuple[str, dict[str, np.ndarray]]]:
    """`spoilt`: pictures a group (held-out seeds and families) that are drawn badly as well."""
    strips, seen = [], defaultdict(int)
    for case in found:
        seen[case.group] += 1
        tally.add_truth(case)
        truths = {side: sample(case.pair, np.random.default_rng(0), None, side=side)[1] for side in {m.square.size for m in models}}
        bad = case.group in ("held-out seeds", "held-out families") and seen[case.group] <= spoilt
        strip = {}
        for variant in (None, *(SPOILT if bad else ())):
            for model in models:
                began = time.process_time()
                made = model.make(case.pair, truths[model.square.size], variant=variant, **case.light)
                tally.seconds[model.name] += time.process_time() - began
                tally.add(case, model.name, made, variant)
                if variant is None:
                    strip[model.name] = made.picture
        if case.group == "path-traced":
            lit = picture(case.pair, **case.light)
            tally.add(case, LIGHT, Made(lit, case.coverage > 127, None, truths[models[0].square.size]), None)
        if seen[case.group] <= ROWS[case.group]:
            drawing = np.repeat((255 - 255 * resized(models[0].lines(case.pair, None), SIDE)).astype(np.uint8)[None], 3, 0)
            strips.append((f"{case.group}: {case.name}", {"drawing": drawing, **strip, "truth": case.truth}))
        print(f"\r{sum(seen.values())} pictures", end="", flush=True)
    print("\r", end="")
    return strips


def contestant(text: str) -> list[Contestant]:
    """NAME=PATH or NAME=PATH@SIDE; an intrinsic model enters a second time, without its silhouette."""
    name, _, place = text.partition("=")
    place, _, side = place.partition("@")
    assert name and place, f"--model {text}: wanted NAME=PATH or NAME=PATH@SIDE"
    first = open_contestant(name, Path(place), side=int(side) if side else None)
    if first.kind == "picture":
        return [first]
    return [first, replace(first, name=name + ALONE, silhouette=False)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", action="append", required=True, help="NAME=PATH[@SIDE], of an .onnx with its card or of a run's folder; ours first")
    parser.add_argument("--against", default="vanilla", help="the model that the first one is to beat")
    parser.add_argument("--pairs", type=Path, required=True, help="folder of held-out shards")
    parser.add_argument("--truth", type=Path, help="folder of path-traced pictures")
    parser.add_argument("--encoder", type=Path, help="run of encoder.py")
    parser.add_argument("--bench", type=Path, help="JSON of `npm run bench -- networks --json FILE`")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--spoilt", type=int, default=16)
    parser.add_argument("--grey", action="store_true", help="every part in one grey plastic, for truth and ours")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--markdown", type=Path)
    parser.add_argument("--sheet", type=Path)
    asked = parser.parse_args()
    torch.set_num_threads(1)
    cv2.setNumThreads(0)
    began = time.time()
    models = [model for text in asked.model for model in contestant(text)]
    encoders = {"ours": ours(asked.encoder)} if asked.encoder else {}
    if stranger := strangers():
        encoders["stranger"] = stranger
    tally = Tally(encoders)
    strips = compare(models, cases(asked.pairs, asked.truth, asked.count, grey=asked.grey), tally, spoilt=asked.spoilt)
    result = {
        "command": "python models/training/compare.py " + " ".join(f"--model {text}" for text in asked.model) + f" --count {asked.count}",
        "table": tally.result(),
        "cost": [row for m in models if m.silhouette for row in m.costs()],
        "bench": json.loads(asked.bench.read_text()) if asked.bench else None,
        "seconds": {"wall": round(time.time() - began), "cpu": {name: round(value, 1) for name, value in tally.seconds.items()}},
    }
    result["verdicts"] = [verdict(tally.rows, result["table"], m.name, asked.against) for m in models if m.name.startswith(models[0].name)]
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
