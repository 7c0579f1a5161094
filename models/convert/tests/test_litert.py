"""LiteRT files as TensorFlow's own converter writes them, float32, float16 and int8, beside what its
interpreter paints.
"""

from pathlib import Path

import keras
import keras_models as models
import numpy as np
import pytest
import tensorflow as tf
from conftest import CLOSE, last, noise
from keras import layers as L

from convert.convert import Choice, convert
from convert.said import Asked, Refused
from convert.trial import paint


def written(model: keras.Model, path: Path, how: str = "float32") -> Path:
    converter = tf.lite.TFLiteConverter.from_keras_model(model)
    if how != "float32":
        converter.optimizations = [tf.lite.Optimize.DEFAULT]
    if how == "float16":
        converter.target_spec.supported_types = [tf.float16]
    if how == "int8":
        _, *shape = model.input_shape
        random = np.random.default_rng(3)
        given = [random.uniform(-1, 1, (1, *shape)).astype(np.float32) for _ in range(8)]
        converter.representative_dataset = lambda: ([one] for one in given)
        converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS_INT8]
        converter.inference_input_type = converter.inference_output_type = tf.int8
    path.write_bytes(converter.convert())
    return path


def interpreter(path: Path):
    """What LiteRT paints; int8 in and out are given their values."""
    run = tf.lite.Interpreter(model_path=str(path))
    run.allocate_tensors()
    (given,), (made,) = run.get_input_details(), run.get_output_details()

    def network(x: np.ndarray) -> np.ndarray:
        scale, zero = given["quantization"]
        if scale:
            x = np.clip(np.round(x / scale + zero), -128, 127)
        run.set_tensor(given["index"], x.astype(given["dtype"]))
        run.invoke()
        y = run.get_tensor(made["index"]).astype(np.float32)
        scale, zero = made["quantization"]
        return (y - zero) * scale if scale else y

    return last(network)


def mixture() -> keras.Model:
    """Layers that LiteRT has operators of its own for."""
    drawing = L.Input((48, 48, 3))
    x = L.SeparableConv2D(6, 3, padding="same", activation="relu")(drawing)
    x = L.DepthwiseConv2D(3, padding="same", strides=2)(x)
    x = L.PReLU(shared_axes=[1, 2])(L.ZeroPadding2D(((1, 2), (0, 3)))(x))
    x = L.Conv2D(6, (4, 4), padding="valid", activation="relu6", dilation_rate=1)(x)
    x = keras.ops.pad(x, [[0, 0], [1, 1], [2, 2], [0, 0]], mode="reflect")
    x = L.Conv2D(6, (3, 5), padding="valid")(x)
    x = L.Add()(
        [L.Resizing(48, 48, interpolation="nearest")(x), L.UpSampling2D(2, interpolation="bilinear")(x)]
    )
    x = L.Multiply()([x, L.Conv2D(6, 3, padding="same", activation="sigmoid")(drawing)])
    return keras.Model(drawing, L.Conv2DTranspose(3, 5, padding="same", activation="tanh")(x * 0.5 - 0.1))


def enlarged() -> keras.Model:
    """A U-Net that enlarges by nearest pixels: Keras 3 has it written as a side more, repeated, and laid into
    rows and columns.
    """
    drawing = L.Input((64, 64, 1))
    wide = L.Conv2D(6, 4, strides=2, padding="same")(drawing)
    x = L.Conv2D(8, 4, strides=2, padding="same")(L.LeakyReLU(0.2)(wide))
    x = L.Conv2D(6, 3, padding="same", activation="relu")(L.UpSampling2D(2)(x))
    x = L.UpSampling2D(2, interpolation="nearest")(L.Concatenate()([x, wide]))
    return keras.Model(drawing, L.Conv2D(3, 3, padding="same", activation="tanh")(x))


def pooled() -> keras.Model:
    """A U-Net that halves by pooling, over odd sides too, with the activations of small networks."""
    drawing = L.Input((50, 50, 3))
    wide = L.Conv2D(8, 3, padding="same", activation="gelu")(drawing)
    x = L.Conv2D(8, 3, padding="same", activation="hard_silu")(L.MaxPooling2D(3, 2, padding="same")(wide))
    x = L.Conv2D(12, 3, padding="same", activation="elu")(L.AveragePooling2D(3, 2, padding="same")(x))
    x = L.MaxPooling2D(2, 1)(L.AveragePooling2D((2, 3), 1, padding="same")(x))
    x = keras.ops.minimum(keras.ops.maximum(L.Conv2D(16, 2, padding="same")(x), -0.4), 0.6)
    x = L.Conv2D(8, 2, padding="same", activation="hard_tanh")(keras.ops.nn.depth_to_space(x, 2))
    x = L.Resizing(50, 50)(x)
    cut = [keras.ops.clip(x, 0, 1), L.Activation("hard_tanh")(x), L.Activation("relu6")(x * 9.0)]
    x = L.Concatenate()([*cut, wide])
    x = L.Activation(lambda y: keras.activations.gelu(y, approximate=True))(L.Conv2D(6, 1)(x))
    return keras.Model(drawing, L.Conv2D(3, 3, padding="same", activation="tanh")(x))


@pytest.mark.parametrize(
    ("build", "how"),
    [
        (lambda: models.tutorial(size=64), "float32"),
        (models.plain, "float32"),
        (models.plain, "float16"),
        (mixture, "float32"),
        (enlarged, "float32"),
        (enlarged, "float16"),
        (pooled, "float32"),
    ],
)
def test_a_generator_paints_as_litert_runs_it(agree, tmp_path, build, how):
    path = written(models.seeded(build()), tmp_path / "a.tflite", how)
    assert "LiteRT" in agree(path, interpreter(path)).found.what


def test_steps_wider_than_their_windows_paint_as_keras_does(agree, tmp_path):
    """Not as LiteRT does, whose default delegate reads nothing there (findings/litert-gaps-are-blank.sh)."""
    drawing = L.Input((48, 48, 3))
    x = L.Conv2D(6, 2, strides=4, padding="same", activation="relu")(drawing)
    x = L.Conv2DTranspose(3, 4, strides=4, padding="same", activation="tanh")(x)
    model = models.seeded(keras.Model(drawing, x))
    agree(written(model, tmp_path / "a.tflite"), last(lambda given: model(given, training=False)))


@pytest.mark.parametrize("build", [lambda: models.plain(ending="tanh"), enlarged])
def test_int8_paints_within_its_own_rounding(web, tmp_path, build):
    model = models.seeded(build())
    path = written(model, tmp_path / "a.tflite", "int8")
    done = convert(path, Asked(), Choice(name="a"))
    assert done.found.inside == (-1.0, 1.0) and done.found.outside == (-1.0, 1.0)
    drawing = noise(1, 64)
    truth = interpreter(path)(drawing)
    assert truth.max() <= 0.9922, "the largest that int8 holds of a tanh"
    picture = paint(done.model, [drawing])
    assert np.abs(picture - truth).mean() < 0.02, "half a dozen roundings to 255 values"
    assert np.abs(web.paint(done.model, drawing) - picture).max() <= CLOSE
    whole = last(lambda x: model(x, training=False))(drawing)
    assert np.abs(picture - whole).mean() < np.abs(truth - whole).mean(), "float32 between layers is nearer"


def test_what_is_no_generator_or_damaged_is_refused(tmp_path):
    drawing = L.Input((32, 32, 3))
    dense = keras.Model(drawing, L.Dense(3)(L.Flatten()(L.Conv2D(3, 3)(drawing))))
    with pytest.raises(Refused, match=r"operator .*made from a Keras model or SavedModel: give that"):
        convert(written(dense, tmp_path / "a.tflite"), Asked(), Choice(name="a"))
    path = written(models.seeded(models.plain()), tmp_path / "b.tflite")
    data = path.read_bytes()
    for share in (0.001, 0.3, 0.7):
        path.write_bytes(data[: int(len(data) * share)])
        with pytest.raises(Refused):
            convert(path, Asked(), Choice(name="a"))
    random = np.random.default_rng(0)
    for _ in range(24):
        bent = bytearray(data)
        for at in random.integers(8, len(data), 60):
            bent[at] = int(random.integers(256))
        path.write_bytes(bent)
        try:
            convert(path, Asked(), Choice(name="a"))
        except Refused as refusal:
            assert "\n" not in str(refusal)
