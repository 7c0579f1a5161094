"""The light graph on a ball of 48 pixels: what light does, what glass lets through, and that the exported
graph says the same."""

import itertools
import json
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

sys.path.insert(0, str(Path(__file__).parent.parent))

from evaluation.compare_light import EXPOSURE, PALETTE
from evaluation.difference import delta_e
from export.light import LIMIT, NAMES, export, parity, practice, to_onnx
from light import card as light_card
from light import studio
from light.colour import linear_from_srgb, srgb_from_linear
from light.rig import NEAREST, Rig, charted, mirrored
from light.shading import CHANNELS, FLAT, INTRINSIC, Light

SIDE = 48
torch.set_num_threads(1)
LIGHT = Light().eval()
STUDIOS = studio.load()
DEFAULT, LISTED = light_card.materials()
MATERIALS = {material["id"]: material["values"] for material in LISTED}


def sphere() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """intrinsic [7, S, S], position [2, S, S], inside [S, S] of a ball that fills 80 % of the square."""
    g = (np.arange(SIDE) + 0.5) / SIDE * 2 - 1
    x, y = np.meshgrid(g, -g)
    nx, ny = x / 0.8, y / 0.8
    rest = 1 - nx * nx - ny * ny
    inside = rest > 0.01
    nz = np.sqrt(np.maximum(rest, 0.01))
    relief = [np.full_like(x, value) for value in FLAT]
    intrinsic = np.stack([nx, ny, nz, np.ones_like(x), nz * 0.8, *relief]).astype(np.float32)
    intrinsic[:2] *= inside
    intrinsic[2][~inside] = 1
    return intrinsic, np.stack([x, y]).astype(np.float32), inside


FORM, POSITION, INSIDE = sphere()


def shade(
    material: dict[str, float], colour: tuple[float, float, float], vector: np.ndarray | None = None
) -> np.ndarray:
    """[4, S, S] picture of the ball."""
    vector = STUDIOS["soft"].vector() if vector is None else vector
    plane = np.ones((SIDE, SIDE), np.float32)
    base = np.stack([plane * c for c in colour])
    maps = np.stack([plane * material[channel] for channel in CHANNELS])
    with torch.no_grad():
        return LIGHT(
            *(torch.from_numpy(a.astype(np.float32))[None] for a in (FORM, base, maps, POSITION, vector))
        )[0].numpy()


def lightless(name: str) -> np.ndarray:
    """The set-up without its boxes: nothing is mirrored but the room."""
    vector = STUDIOS[name].vector()
    for box in range(studio.BOXES):
        vector[studio.BOX * box + 5 : studio.BOX * (box + 1)] = 0
    return vector


def luminance(picture: np.ndarray) -> np.ndarray:
    return np.where(INSIDE, picture[:3].mean(0), 0)


def centre(weight: np.ndarray) -> np.ndarray:
    """Where the weight lies: x, y."""
    return (POSITION * weight).sum((1, 2)) / weight.sum()


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


def test_dark_glass_hides_more_than_pale_glass() -> None:
    pale, dark = (
        shade(MATERIALS["glass"], c)[3][INSIDE].mean() for c in ((0.95, 0.97, 0.98), (0.1, 0.25, 0.12))
    )
    assert dark > pale + 0.1


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


def test_a_closed_cavity_is_darker_but_never_black() -> None:
    open_ = shade(MATERIALS["ceramic"], (0.9, 0.5, 0.4))
    FORM[3] = 0.3
    try:
        closed = shade(MATERIALS["ceramic"], (0.9, 0.5, 0.4))
    finally:
        FORM[3] = 1
    assert 0.1 < closed[:3][:, INSIDE].mean() < open_[:3][:, INSIDE].mean() - 0.05


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


def test_the_first_box_is_the_one_that_lights_what_faces_the_viewer() -> None:
    for name, entry in STUDIOS.items():
        forward = [sum(box.radiance) * box.solid_angle() * max(0.0, box.axes()[2][2]) for box in entry.boxes]
        assert forward[0] == max(forward), f"{name}: {forward}"


def test_the_rig_throws_the_light_that_the_studio_radiates() -> None:
    rng = np.random.default_rng(0)
    r = rng.normal(size=(120_000, 3))
    r /= np.linalg.norm(r, axis=1, keepdims=True)
    for name, entry in STUDIOS.items():
        rig = {key: value.numpy() for key, value in Rig()(torch.from_numpy(entry.vector())[None]).items()}
        radiance = entry.radiance(r)
        for normal in np.array(
            [(0, 0, 1), (-0.5, 0.5, 0.71), (0.6, 0.3, 0.74), (0.5, -0.5, 0.71), (0, 1, 0)]
        ):
            truth = (4 * radiance * np.maximum(r @ normal, 0)[:, None]).mean(0) * entry.vector()[EXPOSURE]
            cosine = rig["towards"][:, :, 0, 0] @ normal
            thrown = cosine + np.sqrt(cosine**2 + rig["penumbra"].ravel())
            boxes = rig["irradiance"][:, :, 0, 0] @ (thrown * [1 / NEAREST, 1, 1])
            ours = boxes + rig["diffuse_mean"].ravel() + rig["diffuse_slope"].ravel() * normal[1]
            assert ours == pytest.approx(truth, rel=0.22), f"{name}, normal {normal}"


def test_no_light_is_seen_behind_its_back() -> None:
    # a chart has one point that it cannot show; with bumps a whole face once glittered with it
    for entry in STUDIOS.values():
        rig = Rig()(torch.from_numpy(entry.vector())[None])
        away = torch.from_numpy(
            np.random.default_rng(0).normal(scale=0.1, size=(1, 3, 1, 500)).astype(np.float32)
        )
        for box in range(3):
            for length in (0.98, 1.0, 1.05, 1.4):  # mirrored views are not quite unit vectors, and shifted
                r = -length * torch.nn.functional.normalize(
                    rig["towards"][box].reshape(1, 3, 1, 1) + away, dim=1
                )
                assert mirrored(*charted(r, rig["axes"]), rig)[:, box].max() == 0


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
