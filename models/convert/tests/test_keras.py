"""Keras models as .keras and .h5: what they paint, norms as Keras begins them, layers that are refused."""

import re
from pathlib import Path

import keras
import keras_models as models
import numpy as np
import pytest
from conftest import last
from keras import layers as L

from convert.convert import Choice, convert
from convert.said import Asked, Refused


@pytest.fixture(scope="module")
def tutorial():
    return models.seeded(models.tutorial())


@pytest.mark.parametrize("ending", [".keras", ".h5"])
def test_the_tutorials_generator_paints_as_the_tutorial_calls_it(agree, tmp_path, tutorial, ending):
    tutorial.save(tmp_path / f"generator{ending}")
    done = agree(tmp_path / f"generator{ending}", models.predict(tutorial), noise="fold")
    assert "tutorial" in done.found.what and done.found.outside == (-1.0, 1.0)
    copy = models.seeded(models.tutorial())
    assert agree(tmp_path / f"generator{ending}", last(models.still(copy))).found.noise == "still"


@pytest.mark.parametrize("ending", [".keras", ".h5"])
@pytest.mark.parametrize("build", [models.plain, models.mixture, models.gated])
def test_other_keras_models_paint_as_predict_does(agree, tmp_path, build, ending):
    model = models.seeded(build())
    model.save(tmp_path / f"a{ending}")
    assert agree(tmp_path / f"a{ending}", models.predict(model)).found.noise == "fold"


@pytest.mark.parametrize(("wide", "said"), [(3, True), (2, False)])
def test_an_average_that_hangs_on_keras_backend_is_said(agree, tmp_path, wide, said):
    down = [L.Conv2D(6, 3, padding="same"), L.AveragePooling2D(wide, 2, padding="same")]
    model = models.seeded(keras.Sequential([L.Input((32, 32, 1)), *down, L.Conv2DTranspose(3, 2, strides=2)]))
    model.save(tmp_path / "a.keras")
    notes = agree(tmp_path / "a.keras", models.predict(model)).found.notes
    assert any("where Keras ran on PyTorch" in note for note in notes) == said


def test_a_sequential_model_is_a_model_too(agree, tmp_path):
    model = models.seeded(
        keras.Sequential(
            [
                L.Input((32, 32, 1)),
                L.Conv2D(6, 3, padding="same"),
                L.BatchNormalization(),
                L.ReLU(6),
                L.Conv2D(3, 3, padding="same"),
            ]
        )
    )
    model.save(tmp_path / "a.keras")
    agree(tmp_path / "a.keras", models.predict(model))


def untouched(model: keras.Model) -> keras.Model:
    for weight in model.weights:
        if "moving_" in weight.path:
            weight.assign(np.full(weight.shape, float("variance" in weight.path)))
    return model


def written(model: keras.Model, path: Path) -> Path:
    """By its ending; without one a SavedModel, whose batch norms Keras 3 writes out in arithmetic."""
    model.save(path) if path.suffix else model.export(path, verbose=False)
    return path


@pytest.mark.parametrize("name", ["a.keras", "a.h5", "a"])
def test_statistics_as_keras_begins_them_give_way_to_the_pictures_own(agree, tmp_path, name):
    model = untouched(models.seeded(models.plain()))
    done = agree(written(model, tmp_path / name), last(models.still(model)))
    assert done.found.noise == "still" and "as before training" in " ".join(done.said)


def test_norms_written_out_in_arithmetic_do_as_they_are_asked(agree, tmp_path):
    model = models.seeded(models.plain())
    path = written(model, tmp_path / "a")
    agree(path, last(models.still(model)), noise="still")
    for weight in model.weights:
        if "bn_one/moving_" in weight.path:
            weight.assign(np.full(weight.shape, float("variance" in weight.path)))
    done = agree(written(model, tmp_path / "b"), models.predict(model))
    assert re.search(r"1 of its 2 batch norms hold .*bn_one", " ".join(done.said))


@pytest.mark.parametrize("parts", [{"scale": False}, {"center": False}, {"scale": False, "center": False}])
def test_norms_written_out_without_one_of_their_parts_are_seen(agree, tmp_path, parts):
    drawing = L.Input((32, 32, 1))
    x = L.BatchNormalization(**parts)(L.Conv2D(6, 4, strides=2, padding="same")(drawing))
    x = L.Conv2DTranspose(3, 4, strides=2, padding="same", activation="tanh")(x)
    model = models.seeded(keras.Model(drawing, x))
    path = written(model, tmp_path / "a")
    agree(path, models.predict(model))
    agree(path, last(models.still(model)), noise="still")


# refused


class Secret(keras.layers.Layer):
    def call(self, x):
        return x


@pytest.mark.parametrize(
    ("layer", "sentence"),
    [
        (lambda: L.Lambda(lambda x: x * 2), "Lambda.*which is code"),
        (lambda: Secret(name="mine"), "Secret .mine"),
        (lambda: L.LSTM(3), "LSTM"),
    ],
)
@pytest.mark.parametrize("ending", [".keras", ".h5"])
def test_layers_with_code_and_unknown_layers_are_refused_by_name(tmp_path, layer, sentence, ending):
    drawing = L.Input((16, 16, 3))
    one = layer()
    x = L.Conv2D(3, 3, padding="same")(drawing)
    x = (
        L.Reshape((16, 16, 3))(L.RepeatVector(256)(one(L.Reshape((256, 3))(x))))
        if isinstance(one, L.LSTM)
        else one(x)
    )
    keras.Model(drawing, x).save(tmp_path / f"a{ending}")
    with pytest.raises(Refused, match=sentence if not isinstance(one, L.LSTM) else "Reshape|LSTM"):
        convert(tmp_path / f"a{ending}", Asked(), Choice(name="a"))


def test_weights_alone_and_subclassed_models_are_refused(tmp_path):
    model = models.plain()
    model.save_weights(tmp_path / "a.weights.h5")
    with pytest.raises(Refused, match="weights alone"):
        convert(tmp_path / "a.weights.h5", Asked(), Choice(name="a"))

    class Own(keras.Model):
        def __init__(self) -> None:
            super().__init__()
            self.conv = L.Conv2D(3, 3, padding="same")

        def call(self, x):
            return self.conv(x)

    own = Own()
    own(np.zeros((1, 8, 8, 3), np.float32))
    own.save(tmp_path / "own.keras")
    with pytest.raises(Refused, match=r"Own|layers|shape"):
        convert(tmp_path / "own.keras", Asked(), Choice(name="a"))
