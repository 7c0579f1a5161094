"""Scripts that divide by 255 (0…1) told apart from −1…1 and from 0…255, and ink on paper from paper on ink,
by what batch norm remembers; and what is said where nothing tells.
"""

import keras
import keras_models as models
import numpy as np
import pytest
from keras import layers as L

from convert.convert import Choice, convert
from convert.said import Asked


def scribbles(size: int, count: int = 12) -> np.ndarray:
    """Drawings [N, S, S] unlike the converter's own: strokes and loops at random, twice as wide."""
    random = np.random.default_rng(3)
    y, x = np.mgrid[0:size, 0:size] * (256 / size)
    out = []
    for _ in range(count):
        distance = np.full((size, size), 99.0)
        for _ in range(8):
            (cx, cy), (a, b) = random.uniform(60, 190, 2), random.uniform(10, 70, 2)
            distance = np.minimum(distance, np.abs(np.hypot((x - cx) / a, (y - cy) / b) - 1) * min(a, b))
            p, q = random.uniform(30, 220, 2), random.uniform(30, 220, 2)
            t = np.clip(((x - p[0]) * (q - p)[0] + (y - p[1]) * (q - p)[1]) / np.square(q - p).sum(), 0, 1)
            distance = np.minimum(distance, np.hypot(x - p[0] - t * (q - p)[0], y - p[1] - t * (q - p)[1]))
        out.append(np.clip(1.5 + 0.5 - distance, 0, 1))
    return np.stack(out).astype(np.float32)


def trained(low: float, high: float, ink: str, seed: int = 2):
    """A generator with a tanh at its end, as ambiguous as can be, whose norms saw drawings of that range."""
    keras.utils.set_random_seed(seed)
    model = models.plain(ending="tanh")
    on, off = (low, high) if ink == "dark" else (high, low)
    batch = (off + scribbles(64) * (on - off))[..., None]
    for layer in model.layers:
        if isinstance(layer, L.BatchNormalization):
            layer.momentum = 0.5
    for _ in range(12):
        model(batch, training=True)
    return model


@pytest.mark.parametrize(
    ("low", "high", "ink"),
    [(-1, 1, "dark"), (-1, 1, "light"), (0, 1, "light"), (0, 255, "dark"), (0, 255, "light")],
)
def test_batch_norm_tells_the_range_and_the_ink_it_was_trained_on(tmp_path, low, high, ink):
    trained(low, high, ink).save(tmp_path / "a.keras")
    done = convert(tmp_path / "a.keras", Asked(), Choice(name="a"))
    assert sum("measured" in line for line in done.said) == 2, done.said
    card = done.card["input"]
    assert card["channels"][0]["range"] == [low, high]
    assert (card["ink"], card["paper"]) == ((low, high) if ink == "dark" else (high, low))


def test_dark_ink_of_0_to_1_is_told_from_minus_1_to_1_more_often_than_not_and_never_mistaken(tmp_path):
    """The hard case: paper is 1 in both, and only how dark the ink is tells them apart."""
    ranges = []
    for seed in range(4):
        trained(0, 1, "dark", seed).save(tmp_path / "a.keras")
        done = convert(tmp_path / "a.keras", Asked(), Choice(name="a"))
        assert "ink: dark, measured" in done.said
        if any("input" in line and "measured" in line for line in done.said):
            ranges.append(done.card["input"]["channels"][0]["range"])
    assert len(ranges) >= 2 and all(found == [0, 1] for found in ranges), ranges


def test_where_nothing_tells_it_is_said_and_the_option_decides(tmp_path):
    models.plain(ending="tanh").save(tmp_path / "a.keras")
    done = convert(tmp_path / "a.keras", Asked(), Choice(name="a"))
    assert any("cannot tell" in line and "--range" in line for line in done.said)
    asked = convert(
        tmp_path / "a.keras", Asked(range=(0.0, 1.0), ink="light", out_range=(0.0, 1.0)), Choice(name="a")
    )
    assert (asked.card["input"]["ink"], asked.card["input"]["paper"]) == (1.0, 0.0)
    assert asked.card["output"]["channels"][0]["range"] == [0.0, 1.0]


def test_a_sigmoid_and_a_rescaling_tell_by_themselves(tmp_path):
    models.plain(ending="sigmoid").save(tmp_path / "a.keras")
    done = convert(tmp_path / "a.keras", Asked(), Choice(name="a"))
    assert (
        done.card["input"]["channels"][0]["range"]
        == done.card["output"]["channels"][0]["range"]
        == [0.0, 1.0]
    )
    models.plain(scale=1 / 255).save(tmp_path / "b.keras")
    done = convert(tmp_path / "b.keras", Asked(), Choice(name="b"))
    assert done.card["input"]["channels"][0]["range"] == [0.0, 255.0]
