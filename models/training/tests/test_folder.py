"""Pictures of one's own: every published layout is read, measured, learned from, exported and run."""

import json
import sys
from pathlib import Path

import cv2
import numpy as np
import onnxruntime
import pytest

from export import generator as export
from export.card import read_card
from learning import arguments, train
from learning.checkpoint import load_checkpoint
from learning.config import CLASSIC
from learning.folder import Folder


def pair(seed: int, *, colour: bool, light: bool) -> tuple[np.ndarray, np.ndarray]:
    """A drawn disc and the painted one, uint8 RGB [96, 96, 3]."""
    rng = np.random.default_rng(seed)
    centre, radius = tuple(int(v) for v in rng.integers(40, 56, 2)), int(rng.integers(16, 30))
    drawing = np.full((96, 96, 3), 255 if light else 0, np.uint8)
    pen = (200, 30, 30) if colour else (0, 0, 0) if light else (255, 255, 255)
    cv2.circle(drawing, centre, radius, pen, -1 if colour else 2)
    painted = np.full((96, 96, 3), 255, np.uint8)
    cv2.circle(painted, centre, radius, (40, 120, 60), -1)
    return drawing, painted


def save(path, image: np.ndarray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    assert cv2.imwrite(str(path), image[..., ::-1])


def lay(root, layout: str, count: int, **how) -> None:
    how = {"colour": False, "light": True} | how
    for i in range(count):
        a, b = pair(i, **how)
        split = "train" if i else "val"
        if layout == "beside":
            save(root / split / f"{i}.png", np.concatenate([a, b], 1))
        elif layout == "folders":
            save(root / "A" / split / f"{i}.png", a)
            save(root / "B" / split / f"{i}.jpg", b)
        elif layout == "cycle":
            save(root / f"{split}A" / f"{i}.png", a)
            save(root / f"{split}B" / f"{i}.png", b)
        else:
            save(root / f"{i}.png", np.concatenate([a, b], 1))


@pytest.mark.parametrize("layout", ["beside", "folders", "cycle", "loose"])
def test_every_published_layout_gives_the_same_pairs(tmp_path, layout):
    lay(tmp_path, layout, 6)
    folder = Folder(tmp_path)
    assert (len(folder.train), len(folder.held)) == (5, 1)
    drawing, painted = folder.pair(folder.held[0])
    a, b = (
        cv2.resize(image, (256, 256), interpolation=cv2.INTER_LINEAR)
        for image in pair(0, colour=False, light=True)
    )
    assert np.abs(drawing.astype(int) - a).max() == 0
    assert np.abs(painted.astype(int) - b).mean() < 4  # one layout stores it as JPEG


def test_the_direction_turns_a_pair_round(tmp_path):
    lay(tmp_path, "beside", 3)
    there, back = Folder(tmp_path), Folder(tmp_path, way="BtoA")
    assert np.array_equal(there.pair(there.train[0])[0], back.pair(back.train[0])[1])


def test_drawings_are_measured(tmp_path):
    lay(tmp_path / "ink", "beside", 8)
    lay(tmp_path / "chalk", "beside", 8, light=False)
    lay(tmp_path / "labels", "beside", 8, colour=True)
    suit = lambda name: Folder(tmp_path / name).suit(CLASSIC)
    ink, chalk, labels = suit("ink"), suit("chalk"), suit("labels")
    assert (ink.inside, ink.square.ink, ink.square.paper) == (1, -1.0, 1.0)
    assert (chalk.inside, chalk.square.ink, chalk.square.paper) == (1, 1.0, -1.0)
    assert labels.inside == 3
    assert 4.5 < ink.square.stroke < 8.5  # two or three of 96 pixels
    assert 20 < ink.square.margin < 64


def lonely(root: Path) -> None:
    save(root / "trainA" / "a.png", np.zeros((8, 8, 3), np.uint8))
    (root / "trainB").mkdir()


def broken(root: Path) -> None:
    (root / "train").mkdir()
    (root / "train" / "a.png").write_bytes(b"no image")


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda root: None, "no pairs"),
        (lambda root: save(root / "train" / "a.png", np.zeros((64, 64, 3), np.uint8)), "side by side"),
        (lonely, "no partner"),
        (broken, "cannot be read"),
    ],
)
def test_a_folder_that_will_not_do_is_told_by_name(tmp_path, spoil, says):
    spoil(tmp_path)
    with pytest.raises(AssertionError, match=says):
        folder = Folder(tmp_path)
        folder.pair(folder.train[0])


@pytest.mark.parametrize(("config", "how"), [("painter", {}), ("classic", {"colour": True})])
def test_a_folder_trains_exports_and_runs(tmp_path, monkeypatch, config, how):
    lay(tmp_path / "discs", "beside", 6, **how)
    run = tmp_path / "run"
    words = [
        "--config",
        config,
        "--data",
        str(tmp_path / "discs"),
        "--out",
        str(run),
        "--title",
        "Discs",
        "--batch",
        "2",
    ]
    train.train(arguments.parse([*words, "--minutes", "5", "--steps", "2", "--workers", "0"]))
    train.train(arguments.parse([*words, "--minutes", "5", "--steps", "3", "--workers", "0"]))  # goes on
    assert load_checkpoint(run)["steps"] == 3
    out = tmp_path / "discs.onnx"
    monkeypatch.setattr(
        sys, "argv", ["export.py", "--run", str(run), "--out", str(out), "--licence", "CC0-1.0"]
    )
    export.main()
    card = read_card(out.with_suffix(".json"))
    names = [channel["name"] for channel in card["input"]["channels"]]
    assert names == (["r", "g", "b"] if how else ["lines"])
    assert (card["name"], card["kind"], card["licence"], card["families"]) == (
        "Discs",
        "picture",
        "CC0-1.0",
        ["discs"],
    )
    assert (card["input"]["ink"], card["input"]["paper"]) == (-1.0, 1.0)
    session = onnxruntime.InferenceSession(str(out), providers=["CPUExecutionProvider"])
    inside = json.loads(session.get_modelmeta().custom_metadata_map["realize_card"])  # the file travels alone
    assert inside == {key: value for key, value in card.items() if key not in ("file", "sha256", "bytes")}
    paper = np.full((1, len(names), 256, 256), card["input"]["paper"], np.float32)
    picture = session.run(None, {"drawing": paper})[0]
    assert picture.shape == (1, 3, 256, 256) and np.abs(picture).max() <= 1


def test_form_cannot_be_learned_from_photographs(tmp_path):
    lay(tmp_path, "beside", 3)
    with pytest.raises(AssertionError, match="take --config painter"):
        train.train(
            arguments.parse(
                [
                    "--config",
                    "realize",
                    "--data",
                    str(tmp_path),
                    "--out",
                    str(tmp_path / "run"),
                    "--minutes",
                    "1",
                ]
            )
        )
