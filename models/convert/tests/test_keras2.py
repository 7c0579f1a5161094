"""Files of Keras 2, which wrote most of those that people have: other descriptions, other names of weights,
fused batch norms.
"""

import numpy as np
import pytest
import tensorflow as tf
import tf_keras
from conftest import last
from tf_keras import layers as L


def block(layer, dropout: bool, rectifier) -> tf_keras.Sequential:
    made = tf_keras.Sequential([layer, L.BatchNormalization()])
    if dropout:
        made.add(L.Dropout(0.5))
    made.add(rectifier)
    return made


@pytest.fixture(scope="module")
def generator() -> tf_keras.Model:
    """The tutorial's, as models.tutorial() is in Keras 3."""
    drawing = L.Input((128, 128, 3))
    wide = [4 * min(8, 2**i) for i in range(7)]
    how = {"strides": 2, "padding": "same", "use_bias": False}
    first = tf_keras.Sequential([L.Conv2D(wide[0], 4, **how), L.LeakyReLU()])
    x, skips = drawing, []
    for i, filters in enumerate(wide):
        x = (block(L.Conv2D(filters, 4, **how), False, L.LeakyReLU()) if i else first)(x)
        skips.append(x)
    for i, filters in enumerate(reversed(wide[:-1])):
        x = L.Concatenate()([block(L.Conv2DTranspose(filters, 4, **how), i < 3, L.ReLU())(x), skips[5 - i]])
    model = tf_keras.Model(drawing, L.Conv2DTranspose(3, 4, strides=2, padding="same", activation="tanh")(x))
    random = np.random.default_rng(0)
    for weight in model.weights:
        positive = "gamma" in weight.name or "variance" in weight.name
        weight.assign(
            random.uniform(0.6, 1.4, weight.shape) if positive else random.normal(0, 0.15, weight.shape)
        )
    return model


@pytest.mark.parametrize("way", [".h5", ".keras", "SavedModel", "checkpoint"])
def test_a_generator_of_keras_2_paints_as_it_does_there(agree, tmp_path, generator, way):
    if way == "checkpoint":
        tf.train.Checkpoint(generator=generator, generator_optimizer=tf_keras.optimizers.Adam()).save(
            str(tmp_path / "ckpt")
        )
        given = tmp_path
    else:
        given = tmp_path / ("a" if way == "SavedModel" else f"a{way}")
        generator.save(given, save_format="tf" if way == "SavedModel" else way[1:])
    done = agree(given, last(lambda x: generator(x, training=False)), noise="fold")
    assert ("SavedModel" if way == "SavedModel" else "tutorial") in done.found.what


def test_a_saved_models_fused_norms_can_use_the_pictures_own_statistics(agree, tmp_path, generator):
    generator.save(tmp_path / "a", save_format="tf")
    copy = tf_keras.models.clone_model(generator)
    copy.set_weights(generator.get_weights())
    for made in copy.layers:
        for layer in getattr(made, "layers", [made]):
            if isinstance(layer, L.Dropout):
                layer.rate = 0.0
    agree(tmp_path / "a", last(lambda x: copy(x, training=True)), noise="still")


@pytest.mark.parametrize("ending", [".h5", ".keras"])
def test_hard_sigmoid_is_as_steep_as_keras_2_has_it(agree, tmp_path, ending):
    """A sixth in Keras 3, a fifth before (findings/keras-hard-sigmoid-by-version.sh)."""
    layers = [L.Conv2D(6, 3, padding="same"), L.Conv2D(3, 3, padding="same", activation="hard_sigmoid")]
    model = tf_keras.Sequential([L.Input((16, 16, 1)), *layers])
    model.set_weights([np.random.default_rng(0).normal(0, 0.4, w.shape) for w in model.weights])
    model.save(tmp_path / f"a{ending}")
    agree(tmp_path / f"a{ending}", last(lambda x: model(x, training=False)))
