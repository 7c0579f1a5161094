"""What set-ups throw on things: a window's cross, and what tells one from another."""

import itertools

import numpy as np
import pytest
import torch
from ball import FORM, INSIDE, LIGHT, MATERIALS, STUDIOS, centre, luminance, shade

from evaluation.difference import delta_e
from light.shading import CHANNELS, FLAT


def test_a_flat_face_is_brighter_near_the_key_light() -> None:
    row = np.zeros((1, 9), np.float32)
    form = np.stack([row, row, row + 1, row + 1, row + 0.3, row, row + 1])
    surface = np.stack([row + MATERIALS["paper"][channel] * (channel == "roughness") for channel in CHANNELS])
    place = np.stack([np.linspace(-1, 1, 9, dtype=np.float32)[None], row])
    near, far = STUDIOS["soft"].vector(), STUDIOS["soft"].vector()
    far[-1] = 0
    maps = (form, np.stack([row + 0.5] * 3), surface, place)
    with torch.no_grad():
        falling, even = (
            LIGHT(*(torch.from_numpy(a)[None] for a in (*maps, vector)))[0, 1, 0].numpy()
            for vector in (near, far)
        )
    assert (np.diff(falling) < 0).all(), falling  # the key light stands at the left
    assert falling[4] == pytest.approx(even[4], abs=1e-3)
    assert np.ptp(even) < 0.02
    assert np.ptp(falling) > 0.15


def test_a_window_shows_its_cross_in_gloss_and_not_in_matte() -> None:
    entry = STUDIOS["window"]
    panes = entry.vector()
    whole = panes.copy()
    whole[33:36] = 0
    missing = {}
    for name in ("ceramic", "rubber"):
        black = {**MATERIALS[name], "sheen": 0}  # which shows what is mirrored, and no shadow of the bars
        missing[name] = np.abs(shade(black, (0, 0, 0), whole) - shade(black, (0, 0, 0), panes))[:3].max()
    assert missing["ceramic"] > 0.1 and missing["rubber"] < 0.05, missing


def test_every_set_up_can_be_told_from_every_other_on_matte_things() -> None:
    ball, rest = FORM.copy(), np.array([0, 0, 1, 1, 0.3, *FLAT], np.float32)
    face = np.broadcast_to(rest[:, None, None], FORM.shape)
    for colour in ((0.93, 0.9, 0.84), (0.9, 0.42, 0.3), (0.2, 0.5, 0.7)):
        pictures = {}
        for name, entry in STUDIOS.items():
            shown = []
            for form in (ball, face):
                FORM[:] = form
                try:
                    shown.append(shade(MATERIALS["matte_plastic"], colour, entry.vector())[:3][:, INSIDE].T)
                finally:
                    FORM[:] = ball
            pictures[name] = np.concatenate(shown).astype(np.float64)
        for one, other in itertools.combinations(pictures, 2):
            apart = delta_e(pictures[one], pictures[other]).mean()
            assert apart > 4, f"{colour}: {one} and {other} differ by {apart:.1f}"


def test_a_window_throws_its_cross_on_a_flat_face() -> None:
    row = np.zeros((1, 60), np.float32)
    form = np.stack([row, row, row + 1, row + 1, row + 0.3, row, row + 1])
    surface = np.stack([row + MATERIALS["paper"][channel] * (channel == "roughness") for channel in CHANNELS])
    place = np.stack([np.linspace(-1, 1, 60, dtype=np.float32)[None], row + 0.7])
    whole = STUDIOS["window"].vector()
    whole[33:36] = 0
    with torch.no_grad():
        bars, open_ = (
            LIGHT(
                *(
                    torch.from_numpy(a)[None]
                    for a in (form, row + np.full((3, 1, 1), 0.5, np.float32), surface, place, v)
                )
            )
            for v in (STUDIOS["window"].vector().astype(np.float32), whole)
        )
    left = (bars / open_)[0, 1, 0].numpy()
    assert left.min() < 0.85 * left.max()
    assert (left > 0.95 * left.max()).mean() > 0.5


def test_turning_a_light_moves_its_highlight() -> None:
    places = []
    for x in (-0.6, 0.6):
        vector = STUDIOS["hard"].vector()
        vector[0:3] = (x, 0.5, 0.6)
        vector[5 + 8 : 8 + 8] = vector[5 + 16 : 8 + 16] = 0  # the other two boxes are put out
        picture = luminance(shade(MATERIALS["glossy_plastic"], (0, 0, 0), vector))
        places.append(centre(np.maximum(picture - 0.9 * picture.max(), 0)))
    assert places[0][0] < -0.1 and places[1][0] > 0.1, places
    assert places[0][1] > 0.05 and places[1][1] > 0.05, places
