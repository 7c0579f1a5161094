"""A scene's colours by lot become what such things mostly have; its own stuff keeps what it is."""

import numpy as np

from learning.natural import JITTER, TYPICAL, natural

BODY, TRIM, PALE = [0.1, 0.8, 0.3], [0.7, 0.1, 0.6], [0.9, 0.9, 0.88]
CAR = {
    "family": "car",
    "materials": ["glossy_plastic", "rubber", "matte_plastic", "glossy_plastic"],
    "colours": [TRIM, [0.4, 0.2, 0.5], PALE, BODY],
}
# the body is the largest, then what is pale, then the trim
PART = np.repeat(np.array([1, 2, 3, 3, 4, 4, 4, 0], np.uint8), 2)[None].repeat(4, 0)


def near(colour: list[float], wanted: str) -> bool:
    exact = np.array(list(bytes.fromhex(wanted[1:]))) / 255
    return bool(np.abs(np.array(colour) - exact).max() <= 2 * JITTER + 1e-6)


def test_the_largest_colours_become_typical_and_stuff_its_own() -> None:
    body, trim = TYPICAL["car"]
    found = natural(CAR, PART, np.random.default_rng(0))["colours"]
    assert near(found[3], body)
    assert near(found[0], trim)
    assert near(found[1], "#23262a"), "tyres are black"
    assert found[2] == PALE, "what is pale and small stays"


def test_soles_are_white_and_leaves_stay_green() -> None:
    rng = np.random.default_rng(0)
    part = np.array([[1, 2, 2]], np.uint8)
    shoe = {"family": "shoe", "materials": ["rubber", "fabric"], "colours": [[0.1, 0.1, 0.1], BODY]}
    assert near(natural(shoe, part, rng)["colours"][0], "#f4f1ea")
    leaf = [0.2, 0.6, 0.2]
    plant = {"family": "plant", "materials": ["ceramic", "matte_plastic"], "colours": [BODY[::-1], leaf]}
    assert natural(plant, part, rng)["colours"][1] == leaf


def test_an_unknown_family_stays_as_it_is() -> None:
    mesh = CAR | {"family": "mesh:car"}
    assert natural(mesh, PART, np.random.default_rng(0)) is mesh
