"""What glass lets through, and how it looks at its rims."""

from ball import FORM, INSIDE, MATERIALS, lightless, shade


def test_only_what_transmits_is_see_through() -> None:
    for name, values in MATERIALS.items():
        opacity = shade(values, (0.8, 0.9, 0.92))[3][INSIDE]
        if values["transmission"]:
            assert opacity.min() < 0.6, name
        else:
            assert opacity.min() == 1, f"{name} lets the canvas through: {opacity.min()}"


def test_glass_is_clearer_facing_than_at_its_rims() -> None:
    opacity = shade(MATERIALS["glass"], (0.8, 0.9, 0.92))[3]
    facing = FORM[2]
    middle, rim = opacity[INSIDE & (facing > 0.95)].mean(), opacity[INSIDE & (facing < 0.35)].mean()
    assert middle < rim - 0.2, f"{middle} in the middle, {rim} at the rim"


def test_the_rims_of_glass_are_darker_on_white_than_its_middle() -> None:
    for name in ("glass", "tinted_glass"):
        picture = shade(MATERIALS[name], (0.8, 0.9, 0.92), lightless("soft"))
        on_white = (picture[:3] * picture[3] + 1 - picture[3]).mean(0)
        middle, rim = on_white[INSIDE & (FORM[2] > 0.9)].mean(), on_white[INSIDE & (FORM[2] < 0.4)].mean()
        assert rim < middle - 0.1, f"{name}: {middle} in the middle, {rim} at the rim"


def test_dark_glass_hides_more_than_pale_glass() -> None:
    pale, dark = (
        shade(MATERIALS["glass"], c)[3][INSIDE].mean() for c in ((0.95, 0.97, 0.98), (0.1, 0.25, 0.12))
    )
    assert dark > pale + 0.1
