"""In: path-traced pictures (light/truth.py, --layered), builds of the program. Out: how far each build's
pictures are from them, in ΔE00, side by side, and a sheet.

    for build in 7655ec0 main; do mkdir /tmp/$build; git archive $build | tar -x -C /tmp/$build;
        ln -s $PWD/node_modules /tmp/$build/; done                                        (in the root)
    python -m evaluation.compare_builds --truth /work/data/truth-parts --build 7655ec0=/tmp/7655ec0 \\
        --build today=/tmp/main --work /tmp/pictures --form given --markdown table.md --sheet light-parts.jpg

--form given: the generator answers with the true form, so that what is compared is all that a build makes of
it: relief, shadows, occlusion and light (evaluation/answers.py). --form found: each build's own generator.
Builds are copies: their light.json is written over (evaluation/builds.py), models/given.* is added. Pictures
that are in --work stay. Counted is what lies wholly inside one part, as in compare_light.py.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from evaluation.answers import NAME, give
from evaluation.apart import Row, row, table
from evaluation.builds import levelled, pictures
from evaluation.truths import Truth, developed, read

FORMS = {"given": NAME, "found": "realize"}
LIGHT = Path(__file__).resolve().parents[2] / "light.json"
SHOWN = 24  # pictures on the sheet


def made(builds: dict[str, Path], paths: Sequence[Path], work: Path, form: str) -> None:
    """WORK/BUILD/FORM/SEED.png of all files, by set-up."""
    by_studio = defaultdict(list)
    for path in paths:
        by_studio[str(np.load(path)["studio"])].append(path)
    light = json.loads(LIGHT.read_text())
    for name, build in builds.items():
        levelled(build / "models", light)
        target = work / name / form
        scratch = target / "own"
        scratch.mkdir(parents=True, exist_ok=True)
        for some in by_studio.values():
            left = [path for path in some if not (target / f"{path.stem}.png").exists()]
            if not left:
                continue
            if form == "given":
                give(build / "models", left)
            for path, picture, worn in pictures(build, left, scratch, model=FORMS[form]):
                print(f"{name}, {path.stem}: {worn:.2f} of it wears what its layers say", flush=True)
                pixels = (picture * 255 + 0.5).clip(0, 255).astype(np.uint8)
                cv2.imwrite(str(target / f"{path.stem}.png"), pixels[..., ::-1])


def sheet(work: Path, builds: Sequence[str], form: str, truths: dict[Path, Truth]) -> np.ndarray:
    """BGR: drawing, each build, truth; two scenes a row."""
    tiles = []
    step = max(1, len(truths) // SHOWN)
    for path in list(truths)[::step][:SHOWN]:
        strip = [flat(path)]
        strip += [cv2.imread(str(work / name / form / f"{path.stem}.png")) for name in builds]
        strip.append((developed(truths[path])[..., ::-1] * 255 + 0.5).clip(0, 255).astype(np.uint8))
        tiles.append(np.hstack(strip))
    tiles += [np.full_like(tiles[0], 255)] * (len(tiles) % 2)
    return np.vstack([np.hstack(tiles[k : k + 2]) for k in range(0, len(tiles), 2)])


def flat(path: Path) -> np.ndarray:
    """The drawing's fills, BGR [256, 256, 3]."""
    held = np.load(path)
    fills = np.vstack([[1, 1, 1], held["colour"]])[held["fine_part"]][..., ::-1]
    return cv2.resize((fills * 255).astype(np.uint8), (256, 256), interpolation=cv2.INTER_AREA)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--truth", type=Path, required=True)
    parser.add_argument("--build", action="append", required=True, help="NAME=FOLDER, the older first")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--form", choices=sorted(FORMS), default="given")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--markdown", type=Path)
    parser.add_argument("--sheet", type=Path)
    asked = parser.parse_args()
    builds = {name: Path(folder) for name, folder in (one.split("=", 1) for one in asked.build)}
    paths = sorted(asked.truth.glob("[0-9][0-9][0-9][0-9].npz"))[: asked.count]
    assert paths, f"no SEED.npz in {asked.truth}"
    made(builds, paths, asked.work, asked.form)
    truths = {path: read(path) for path in paths}
    rows: dict[str, dict[Path, Row]] = {name: {} for name in builds}
    for path, truth in truths.items():
        wanted = developed(truth)
        for name in builds:
            picture = cv2.imread(str(asked.work / name / asked.form / f"{path.stem}.png"))
            if picture is not None:
                rows[name][path] = row(truth, wanted, picture[..., ::-1] / 255)
    found = table(rows, truths)
    print(found)
    if asked.markdown:
        asked.markdown.write_text(found + "\n")
    if asked.sheet:
        cv2.imwrite(str(asked.sheet), sheet(asked.work, list(builds), asked.form, truths))


if __name__ == "__main__":
    main()
