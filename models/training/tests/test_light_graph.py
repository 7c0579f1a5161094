"""The exported light graph says the same as the one here, strip by strip, within its ranges, and its card
keeps what was measured.
"""

import itertools
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from ball import LIGHT, MATERIALS, STUDIOS, shade

from export.light import LIMIT, NAMES, export, parity, practice, to_onnx
from light import card as light_card
from light.colour import linear_from_srgb, srgb_from_linear
from light.shading import CHANNELS, INTRINSIC, Light


@pytest.mark.parametrize("name", STUDIOS)
@pytest.mark.parametrize("material", MATERIALS)
def test_every_material_in_every_studio_stays_between_black_and_white(name: str, material: str) -> None:
    for colour in ((0, 0, 0), (1, 1, 0)):
        picture = shade(MATERIALS[material], colour, STUDIOS[name].vector())
        assert np.isfinite(picture).all()
        assert picture.min() >= 0 and picture.max() <= 1


def test_inputs_at_the_ends_of_their_ranges_give_no_nan() -> None:
    ends = [light_card.RANGES.get(channel, (0, 1)) for channel in CHANNELS]
    corners = np.array(list(itertools.product(*ends)), np.float32).T  # [channels, 2048]
    count = corners.shape[1]
    rng = np.random.default_rng(0)
    for x, y, z in (
        (0, 0, 1),
        (1, 0, 0),
        (-1, 0, 0),
        (0, 1, 0),
        (0, -1, 0),
        (0, 0, -1),
        (0, 0, 0),
        (-0.6, 0.6, 0.53),
    ):
        form = np.stack([np.full(count, v) for v in (x, y, z)] + list(rng.integers(0, 2, (4, count)))).astype(
            np.float32
        )
        base = rng.integers(0, 2, (3, count)).astype(np.float32)
        place = rng.integers(-1, 2, (2, count)).astype(np.float32)
        with torch.no_grad():
            maps = [torch.from_numpy(a)[None, :, None] for a in (form, base, corners, place)]
            picture = LIGHT(*maps, torch.from_numpy(STUDIOS["hard"].vector())[None]).numpy()
        assert np.isfinite(picture).all(), f"normal {x, y, z}"
        assert picture.min() >= 0 and picture.max() <= 1


def test_a_strip_is_lit_as_the_whole_is() -> None:
    inputs = practice(40, 24, seed=3)
    with torch.no_grad():
        whole = LIGHT(*(torch.from_numpy(inputs[name]) for name in NAMES))
        strip = LIGHT(
            *(
                torch.from_numpy(inputs[name] if name == "studio" else inputs[name][:, :, 16:24])
                for name in NAMES
            )
        )
    assert torch.equal(whole[:, :, 16:24], strip)


def test_colour_curves_stay_near_the_standard() -> None:
    x = torch.linspace(0, 1, 1001)
    linear = torch.where(x <= 0.04045, x / 12.92, ((x + 0.055) / 1.055) ** 2.4)
    assert (linear_from_srgb(x) - linear).abs().max() < 0.002
    assert (srgb_from_linear(linear) - x).abs().max() < 0.004


def test_exported_anew_the_card_keeps_what_was_measured_of_the_same_graph(tmp_path: Path) -> None:
    out = tmp_path / "light.onnx"
    card = tmp_path / "light.json"
    export(out, metrics={"mean": 1.5})
    export(out)
    assert json.loads(card.read_text())["metrics"] == {"mean": 1.5}
    out.write_bytes(b"another graph")
    export(out)
    assert json.loads(card.read_text())["metrics"] == {}


def test_what_is_exported_says_the_same_in_onnxruntime(tmp_path: Path) -> None:
    measured = export(tmp_path / "light.onnx", metrics={})
    assert measured["maxAbsError"] <= LIMIT
    card = json.loads((tmp_path / "light.json").read_text())
    assert [channel["name"] for channel in card["inputs"][0]["channels"]] == list(INTRINSIC)
    assert [channel["name"] for channel in card["inputs"][2]["channels"]] == list(CHANNELS)
    names = """ceramic matte_plastic glossy_plastic brushed_metal polished_metal glass wood fabric
        leather rubber paper concrete chrome gold copper tinted_glass
        liquid screen cardboard plaster"""
    assert {material["id"] for material in card["materials"]} >= set(names.split())
    assert (
        sum(entry["size"] for entry in card["studioVector"])
        == len(card["studios"][0]["vector"])
        == card["inputs"][4]["shape"][1]
    )


def test_a_graph_that_differs_is_refused() -> None:
    class Brighter(Light):
        def forward(self, *inputs: torch.Tensor) -> torch.Tensor:
            return super().forward(*inputs) * 1.01

    import onnxruntime

    session = onnxruntime.InferenceSession(
        to_onnx(LIGHT).SerializeToString(), providers=["CPUExecutionProvider"]
    )
    assert parity(Brighter().eval(), session) > LIMIT
