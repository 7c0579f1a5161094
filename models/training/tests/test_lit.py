"""One function makes every picture of the comparison: over white, in the parts' colours, alike for truth and
guess."""

import numpy as np
import pytest
from synthetic import pair

from data.packing import packed, unpacked
from light.lit import form_of, picture, resized, stored_form


def small(plane: np.ndarray) -> np.ndarray:
    return resized(plane, 256)


def told(seed: int, material: str = "matte_plastic") -> dict:
    maps = unpacked(packed(pair(seed)))
    count = int(maps["part"].max())
    return {**maps, "meta": {"materials": [material] * count, "colours": [[0.8, 0.2, 0.1]] * count}}


def test_a_picture_lies_on_white_and_has_its_parts_colours():
    one = told(3)
    made = picture(one)
    assert made.shape == (3, 256, 256) and made.dtype == np.uint8
    assert (made[:, small(one["coverage"]) == 0] == 255).all()
    red, green, blue = made[:, small(one["coverage"]) == 255].astype(float).mean(1)
    assert red > green + 60 and green > blue


def test_grey_takes_colour_and_material_away():
    made = picture(told(3, "polished_metal"), grey=True)
    assert np.abs(made.astype(int) - made.mean(0)).max() < 12
    assert (made == picture(told(3, "rubber"), grey=True)).all()


def test_the_true_form_given_as_a_guess_is_the_true_picture():
    one = told(5)
    guess = np.concatenate([stored_form(one), np.zeros((2, 256, 256), np.float32)])
    same = picture(one, form=form_of(guess), alpha=small(one["coverage"]) / 255).astype(int)
    assert np.abs(same - picture(one)).max() <= 1  # its normals are made one long once more, and rounded
    flat = guess.copy()
    flat[:3] = np.array([0, 0, 1])[:, None, None]
    assert (
        np.abs(picture(one, form=form_of(flat)).astype(int) - picture(one))[
            :, small(one["coverage"]) == 255
        ].mean()
        > 3
    )


def test_paint_outside_the_true_object_has_its_nearest_colour():
    one = told(3)
    everywhere = picture(one, alpha=np.ones((256, 256), np.float32))
    assert (everywhere.min(0) < 250).mean() > 0.99


def test_says_what_a_pair_lacks():
    silent: dict = {**pair(0), "meta": {"family": "ball"}}
    with pytest.raises(AssertionError, match="each part's materials"):
        picture(silent)
    with pytest.raises(AssertionError, match="has no \\['cheese'\\]"):
        picture(told(3, "cheese"))
