# A path-traced file goes through the whole program: as a drawing, as the generator's answer, and back on its
# own grid.
from __future__ import annotations

import json
import re
from pathlib import Path

import cv2
import numpy as np
import onnx
import onnxruntime
import pytest

from evaluation import answers, builds, layers

MODELS = Path(__file__).resolve().parents[2]


def stored(path: Path, part: np.ndarray) -> Path:
    """A file of light/truth.py, as far as drawings and answers read it: level, but for part 2, which
    leans."""
    cover = (part > 0).astype(np.uint8) * 255
    y, x = np.nonzero(part)
    side = max(np.ptp(x) + 1, np.ptp(y) + 1) * 512 / 416
    middle = (x.min() + x.max() + 1) / 2, (y.min() + y.max() + 1) / 2
    normal = np.zeros((3, 512, 512), np.uint8)
    normal[:] = np.array([127, 127, 255]).reshape(3, 1, 1)
    normal[:, part == 2] = np.array([[204], [127], [229]])
    np.savez(
        path, fine_part=part, fine_coverage=cover, fine_normal=normal, order=np.array([0, 1]),
        colour=np.array([[1, 0, 0], [0, 0, 1]], np.float32), material=np.array(["glass", "matte_plastic"]),
        square=np.array([*middle, side / 2]), studio="soft",
        **{key: np.full((256, 256), 128, np.uint8) for key in ("occlusion", "thickness", "shadow")},
    )  # fmt: skip
    return path


def label_on_a_box() -> np.ndarray:
    part = np.zeros((512, 512), np.uint8)
    part[100:300, 50:450] = 1
    part[150:250, 100:200] = 2
    return part


def test_a_layer_goes_on_under_what_lies_upon_it(tmp_path):
    svg = layers.drawing(stored(tmp_path / "0000.npz", label_on_a_box()))
    below, above = re.findall(r'<path id="([^"]+)" fill="([^"]+)" fill-rule="evenodd" d="([^"]+)"', svg)
    assert below[:2] == ("glass", "#ff0000") and above[:2] == ("matte plastic", "#0000ff")
    assert below[2].count("M") == 1  # no hole for the label
    x, y = np.array(re.findall(r"([\d.]+) ([\d.]+)", above[2]), float).T
    assert (x.min(), x.max(), y.min(), y.max()) == pytest.approx((100, 200, 150, 250), abs=0.1)


def test_the_generator_answers_with_the_maps_of_what_it_is_shown(tmp_path):
    wide, tall = label_on_a_box(), label_on_a_box().T
    paths = [stored(tmp_path / f"{k:04d}.npz", part) for k, part in enumerate((wide, tall))]
    (tmp_path / "realize.json").write_text((MODELS / "realize.json").read_text())
    answers.give(tmp_path, paths)
    card = json.loads((tmp_path / "given.json").read_text())
    assert card["input"]["size"] == 512 and "look" not in card
    session = onnxruntime.InferenceSession(
        onnx.load(tmp_path / "given.onnx").SerializeToString(), providers=["CPUExecutionProvider"]
    )
    for k, path in enumerate(paths):
        cover = np.zeros((len(card["input"]["channels"]), 512, 512), np.float32)
        # the box's longer side is 416 of the square's 512, in its middle
        cover[1, 152:360, 48:464] = 1
        shown = cover if k == 0 else cover.transpose(0, 2, 1)
        (answer,) = session.run(None, {card["input"]["tensor"]: np.ascontiguousarray(shown[None])})
        assert np.abs(answer[0] - answers.maps_of(path)).max() < 2e-3
        assert (answer[0, 6] > 0.5).sum() == pytest.approx(208 * 416, rel=0.01)
        leaning = answer[0, 0] > 0.3
        assert leaning.sum() == pytest.approx((100 * 1.04) ** 2, rel=0.05)


def test_a_picture_lies_where_its_box_says(tmp_path):
    made = np.zeros((100, 200, 4), np.uint8)
    made[..., 1:] = 255  # opaque, no blue
    cv2.imwrite(str(tmp_path / "picture.png"), made)
    shown = builds.placed(tmp_path / "picture.png", {"x": 100, "y": 200, "width": 200, "height": 100})
    blue = shown[..., 2]
    assert (blue < 0.5).sum() == 100 * 50 and (blue[100:150, 50:150] < 0.01).all()


def test_builds_are_given_the_same_lamps_and_no_grain(tmp_path):
    light = json.loads((MODELS / "light.json").read_text())
    earlier = json.loads(json.dumps(light))
    earlier["studioVector"] = [e for e in earlier["studioVector"] if e["name"] != "nearness"]
    for studio in earlier["studios"]:
        studio["vector"] = [0.0] * 36
    (tmp_path / "light.json").write_text(json.dumps(earlier))
    builds.levelled(tmp_path, light)
    card = json.loads((tmp_path / "light.json").read_text())
    assert [s["vector"] for s in card["studios"]] == [s["vector"][:36] for s in light["studios"]]
    assert all(m["values"]["bump"] == 0 and "texture" not in m for m in card["materials"])
