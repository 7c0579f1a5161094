"""What light does to a ball of 48 pixels and to flat faces: highlights, colours, textures, shadows."""

import numpy as np
import pytest
import torch
from ball import FORM, INSIDE, LIGHT, MATERIALS, SIDE, STUDIOS, luminance, shade

from evaluation.compare_light import PALETTE
from evaluation.difference import delta_e
from evaluation.truths import EXPOSURE
from light import studio
from light.shading import CHANNELS, FLAT, INTRINSIC


def test_metal_tints_its_highlight_and_plastic_does_not() -> None:
    gold = (0.9, 0.65, 0.2)
    dim = STUDIOS["soft"].vector()
    dim[EXPOSURE] = 0.2  # below the filmic knee: colours stay as lit
    tint = {}
    for name, values in (("metal", MATERIALS["polished_metal"]), ("lacquer", MATERIALS["glossy_plastic"])):
        black = shade(values, gold, dim) if name == "metal" else shade(values, (0, 0, 0), dim)
        row, column = np.unravel_index(luminance(black).argmax(), INSIDE.shape)
        red, _, blue = black[:3, row, column]
        tint[name] = red / blue
    assert tint["metal"] > 1.8, tint
    assert tint["lacquer"] == pytest.approx(1, abs=0.12), tint


def test_a_mid_lit_matte_surface_keeps_the_colour_of_the_drawing() -> None:
    colour = np.array([0xE4, 0x57, 0x2E]) / 255
    picture = shade(MATERIALS["matte_plastic"], tuple(colour))
    middle = picture[:3, SIDE // 2 - 4 : SIDE // 2 + 4, SIDE // 2 - 4 : SIDE // 2 + 4].mean((1, 2))
    assert np.abs(middle - colour).max() < 0.05, f"{middle} for {colour}"


def test_what_faces_the_viewer_has_the_drawn_colour_and_black_stays_black() -> None:
    face = np.array([0, 0, 1, 1, 0.3, *FLAT], np.float32).reshape(7, 1, 1)
    for name in ("satin_plastic", "matte_plastic", "rubber", "paper", "plaster"):
        values = {**MATERIALS[name], "bump": 0, "mottle": 0}
        surface = np.array([values[channel] for channel in CHANNELS], np.float32).reshape(-1, 1, 1)
        for code in PALETTE + ("E3562F", "0A0A0A"):
            colour = np.array([int(code[i : i + 2], 16) / 255 for i in (0, 2, 4)])
            maps = (face, colour.reshape(3, 1, 1), surface, np.zeros((2, 1, 1)), STUDIOS["soft"].vector())
            with torch.no_grad():
                lit = LIGHT(*(torch.from_numpy(np.asarray(a, np.float32))[None] for a in maps))
            found = lit[0, :3, 0, 0].numpy().astype(np.float64)
            assert delta_e(found, colour) < 5, f"{name}: {code} becomes {found}"
            assert code != "0A0A0A" or found.max() < 0.19, f"{name}: {found}"  # L 20 is 0.188


def test_a_lit_screen_shines_in_a_dark_corner_and_in_no_light_at_all() -> None:
    colour = (0.2, 0.5, 0.9)
    lit = shade(MATERIALS["screen"], colour)
    FORM[3] = 0.1
    try:
        corner, ceramic = shade(MATERIALS["screen"], colour), shade(MATERIALS["ceramic"], colour)
    finally:
        FORM[3] = 1
    night = shade(
        MATERIALS["screen"],
        colour,
        np.where(np.arange(studio.K) == EXPOSURE, 0, STUDIOS["soft"].vector()).astype(np.float32),
    )
    middle = INSIDE & (FORM[2] > 0.8)
    for name, picture in (("corner", corner), ("night", night)):
        assert np.abs(picture[:3, middle] - lit[:3, middle]).mean() < 0.08, name
    assert ceramic[:3, middle].mean() < corner[:3, middle].mean() - 0.15


def test_texture_stays_on_the_surface_when_the_light_turns() -> None:
    turned = STUDIOS["soft"].vector()
    turned[0:3] *= (-1, 1, 1)
    middle = INSIDE & (FORM[2] > 0.75)
    for name in ("wood", "concrete"):
        rough = MATERIALS[name]
        plain = {**rough, "bump": 0.0, "mottle": 0.0}
        marks = []
        for vector in (STUDIOS["soft"].vector(), turned):
            marks.append(
                np.log(
                    (shade(rough, (0.6, 0.45, 0.3), vector)[1] / shade(plain, (0.6, 0.45, 0.3), vector)[1])[
                        middle
                    ]
                )
            )
        assert np.corrcoef(marks)[0, 1] > 0.6, name


def test_a_closed_cavity_is_darker_but_never_black() -> None:
    open_ = shade(MATERIALS["ceramic"], (0.9, 0.5, 0.4))
    FORM[3] = 0.3
    try:
        closed = shade(MATERIALS["ceramic"], (0.9, 0.5, 0.4))
    finally:
        FORM[3] = 1
    assert 0.1 < closed[:3][:, INSIDE].mean() < open_[:3][:, INSIDE].mean() - 0.05


@pytest.mark.parametrize("name", ["polished_metal", "brushed_metal"])
def test_metal_beside_what_lies_on_it_is_darker_but_never_black_where_it_turns_away(name: str) -> None:
    rim = INSIDE & (FORM[2] < 0.35)
    visibility = INTRINSIC.index("visibility")
    bright = luminance(shade(MATERIALS[name], (0.91, 0.44, 0.32)))[rim]
    FORM[3], FORM[visibility] = 0.4, 0
    try:
        beside = luminance(shade(MATERIALS[name], (0.91, 0.44, 0.32)))[rim]
    finally:
        FORM[3], FORM[visibility] = 1, 1
    assert beside.min() > 0.12, beside.min()
    assert beside.mean() < bright.mean() - 0.1, (beside.mean(), bright.mean())


def test_the_shadow_of_another_part_hides_the_key_light_and_nothing_else() -> None:
    visibility = INTRINSIC.index("visibility")
    for name in ("rubber", "glossy_plastic", "polished_metal"):
        keyless = STUDIOS["hard"].vector()
        keyless[5:8] = 0
        FORM[visibility] = 0
        try:
            hidden = shade(MATERIALS[name], (0.8, 0.5, 0.3), STUDIOS["hard"].vector())
        finally:
            FORM[visibility] = 1
        assert np.abs(hidden - shade(MATERIALS[name], (0.8, 0.5, 0.3), keyless)).max() < 1e-5, name
        lit = shade(MATERIALS[name], (0.8, 0.5, 0.3), STUDIOS["hard"].vector())
        assert luminance(lit).sum() > 1.01 * luminance(hidden).sum(), name
