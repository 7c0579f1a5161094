"""Keras models as .keras, .h5, SavedModel and tf.train.Checkpoint; affinelayer's exported graph; frozen
graphs. TensorFlow writes them here and paints the truth; the converter reads them without it.
"""

import json
import re
from pathlib import Path

import keras
import keras_models as models
import numpy as np
import pytest
import tensorflow as tf
from conftest import last
from keras import layers as L

from convert.convert import Choice, convert
from convert.said import Asked, Refused

v1 = tf.compat.v1


@pytest.fixture(scope="module")
def tutorial():
    return models.seeded(models.tutorial())


def predict(model):
    return last(lambda x: model(x, training=False))


@pytest.mark.parametrize("ending", [".keras", ".h5"])
def test_the_tutorials_generator_paints_as_the_tutorial_calls_it(agree, tmp_path, tutorial, ending):
    tutorial.save(tmp_path / f"generator{ending}")
    done = agree(tmp_path / f"generator{ending}", predict(tutorial), noise="fold")
    assert "tutorial" in done.found.what and done.found.outside == (-1.0, 1.0)
    copy = models.seeded(models.tutorial())
    assert agree(tmp_path / f"generator{ending}", last(models.still(copy))).found.noise == "still"


@pytest.mark.parametrize("ending", [".keras", ".h5"])
@pytest.mark.parametrize("build", [models.plain, models.mixture])
def test_other_keras_models_paint_as_predict_does(agree, tmp_path, build, ending):
    model = models.seeded(build())
    model.save(tmp_path / f"a{ending}")
    assert agree(tmp_path / f"a{ending}", predict(model)).found.noise == "fold"


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
    agree(tmp_path / "a.keras", predict(model))


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
    done = agree(written(model, tmp_path / "b"), predict(model))
    assert re.search(r"1 of its 2 batch norms hold .*bn_one", " ".join(done.said))


@pytest.mark.parametrize("parts", [{"scale": False}, {"center": False}, {"scale": False, "center": False}])
def test_norms_written_out_without_one_of_their_parts_are_seen(agree, tmp_path, parts):
    drawing = L.Input((32, 32, 1))
    x = L.BatchNormalization(**parts)(L.Conv2D(6, 4, strides=2, padding="same")(drawing))
    x = L.Conv2DTranspose(3, 4, strides=2, padding="same", activation="tanh")(x)
    model = models.seeded(keras.Model(drawing, x))
    path = written(model, tmp_path / "a")
    agree(path, predict(model))
    agree(path, last(models.still(model)), noise="still")


@pytest.mark.parametrize("way", ["export", "saved_model.save"])
@pytest.mark.parametrize("build", [models.plain, models.ungrouped])
def test_a_saved_model_paints_as_its_signature_does(agree, tmp_path, build, way):
    model = models.seeded(build())
    model.export(tmp_path / "a", verbose=False) if way == "export" else tf.saved_model.save(
        model, tmp_path / "a"
    )
    assert "SavedModel" in agree(tmp_path / "a", predict(model)).found.what


def test_the_tutorials_saved_model_paints_as_its_signature_does(agree, tmp_path, tutorial):
    tf.saved_model.save(tutorial, tmp_path / "a")
    agree(tmp_path / "a", predict(tutorial))


class Instance(tf.Module):
    """The CycleGAN tutorial's instance norm, written out in operators, reflection padding and a leaky ReLU of
    its own.
    """

    def __init__(self) -> None:
        random = np.random.default_rng(3)
        draw = lambda *shape: tf.Variable(np.float32(random.normal(0, 0.3, shape)))
        self.one, self.two, self.scale, self.offset = draw(5, 5, 1, 8), draw(4, 4, 3, 8), draw(8), draw(8)

    @tf.function(input_signature=[tf.TensorSpec([None, 64, 64, 1], tf.float32)])
    def paint(self, x):
        x = tf.nn.conv2d(tf.pad(x, [[0, 0], [2, 2], [2, 2], [0, 0]], "REFLECT"), self.one, 2, "VALID")
        mean, variance = tf.nn.moments(x, [1, 2], keepdims=True)
        x = self.scale * (x - mean) * tf.math.rsqrt(variance + 1e-5) + self.offset
        x = tf.maximum(x, 0.2 * x)
        return tf.tanh(tf.nn.conv2d_transpose(x, self.two, [tf.shape(x)[0], 64, 64, 3], 2, "SAME"))


def test_a_network_of_bare_operators_is_converted_from_its_saved_model(agree, tmp_path):
    module = Instance()
    tf.saved_model.save(module, tmp_path / "a", signatures=module.paint)
    agree(tmp_path / "a", last(module.paint))


def test_the_tutorials_checkpoint_holds_its_generator(agree, tmp_path, tutorial):
    optimiser = keras.optimizers.Adam(2e-4, beta_1=0.5)
    other = keras.Sequential([L.Input((32, 32, 6)), L.Conv2D(4, 4), L.BatchNormalization(), L.Conv2D(1, 4)])
    saver = tf.train.Checkpoint(generator_optimizer=optimiser, generator=tutorial, discriminator=other)
    saver.save(str(tmp_path / "ckpt"))
    copy = models.seeded(models.tutorial())
    for given in (tmp_path, tmp_path / "ckpt-1.index", tmp_path / "checkpoint"):
        done = agree(given, last(models.still(copy)))
        assert "tutorial" in done.found.what
    agree(tmp_path, predict(tutorial), noise="fold")


# affinelayer's pix2pix-tensorflow, export mode: TensorFlow 1 graph mode, written again from its structure.


def weights_of(scope: str, name: str, shape: list[int], mean: float = 0.0, deviation: float = 0.1):
    with v1.variable_scope(scope):
        seed = sum(map(ord, scope + name))
        return v1.get_variable(
            name,
            shape,
            tf.float32,
            v1.random_normal_initializer(mean, deviation, seed=seed),
            use_resource=False,
        )


def affinelayer(batch, ngf: int, depth: int, *, dropout: bool, separable: bool = False):
    def lrelu(x, a):
        x = tf.identity(x)
        return (0.5 * (1 + a)) * x + (0.5 * (1 - a)) * tf.abs(x)

    def norm(x, scope):
        width = x.shape[3]
        gamma = weights_of(scope + "/batch_normalization", "gamma", [width], 1.0)
        beta = weights_of(scope + "/batch_normalization", "beta", [width])
        return v1.nn.fused_batch_norm(x, gamma, beta, epsilon=1e-5, is_training=True)[0]

    def conv(x, out, scope):
        if separable:
            scope += "/separable_conv2d"
            deep, point = (
                weights_of(scope, "depthwise_kernel", [4, 4, x.shape[3], 1], 0.0, 0.4),
                weights_of(scope, "pointwise_kernel", [1, 1, x.shape[3], out], 0.0, 0.4),
            )
            return v1.nn.separable_conv2d(x, deep, point, [1, 2, 2, 1], "SAME")
        kernel = weights_of(scope + "/conv2d", "kernel", [4, 4, x.shape[3], out])
        return tf.nn.bias_add(
            v1.nn.conv2d(x, kernel, strides=[1, 2, 2, 1], padding="SAME"),
            weights_of(scope + "/conv2d", "bias", [out]),
        )

    def deconv(x, out, scope):
        if separable:
            scope += "/separable_conv2d"
            x = v1.image.resize_nearest_neighbor(x, [x.shape[1] * 2, x.shape[2] * 2])
            deep, point = (
                weights_of(scope, "depthwise_kernel", [4, 4, x.shape[3], 1], 0.0, 0.4),
                weights_of(scope, "pointwise_kernel", [1, 1, x.shape[3], out], 0.0, 0.4),
            )
            return v1.nn.separable_conv2d(x, deep, point, [1, 1, 1, 1], "SAME")
        kernel = weights_of(scope + "/conv2d_transpose", "kernel", [4, 4, out, x.shape[3]])
        shape = tf.shape(x)
        size = tf.stack([shape[0], shape[1] * 2, shape[2] * 2, out])
        y = v1.nn.conv2d_transpose(x, kernel, size, [1, 2, 2, 1], "SAME")
        y.set_shape([1, x.shape[1] * 2, x.shape[2] * 2, out])
        return tf.nn.bias_add(y, weights_of(scope + "/conv2d_transpose", "bias", [out]))

    wide = [ngf * min(8, 2**i) for i in range(depth)]
    found = [conv(batch * 2 - 1, wide[0], "generator/encoder_1")]
    for i in range(1, depth):
        scope = f"generator/encoder_{i + 1}"
        found.append(norm(conv(lrelu(found[-1], 0.2), wide[i], scope), scope))
    x = found[-1]
    for level in range(depth, 0, -1):
        scope = f"generator/decoder_{level}"
        x = tf.nn.relu(x if level == depth else tf.concat([x, found[level - 1]], 3))
        if level == 1:
            return (tf.tanh(deconv(x, 3, scope)) + 1) / 2
        x = norm(deconv(x, wide[level - 2], scope), scope)
        if dropout and level >= depth - 2:
            x = v1.nn.dropout(x, keep_prob=0.5)


def exported(folder, *, separable: bool = False, size: int = 256, ngf: int = 2):
    """Export as the script does; gives what the network paints without dropout, [N, C, H, W]."""
    depth = size.bit_length() - 1
    with tf.Graph().as_default(), v1.Session() as session:
        text = v1.placeholder(tf.string, [1])
        image = tf.image.decode_png(tf.io.decode_base64(text[0]))
        image = v1.cond(tf.equal(tf.shape(image)[2], 4), lambda: image[:, :, :3], lambda: image)
        image = v1.cond(
            tf.equal(tf.shape(image)[2], 1), lambda: tf.image.grayscale_to_rgb(image), lambda: image
        )
        image = tf.image.convert_image_dtype(image, tf.float32)
        image.set_shape([size, size, 3])
        out = affinelayer(tf.expand_dims(image, 0), ngf, depth, dropout=True, separable=separable)
        data = tf.image.encode_png(tf.image.convert_image_dtype(out, tf.uint8)[0])
        v1.add_to_collection(
            "outputs", json.dumps({"output": tf.convert_to_tensor([tf.io.encode_base64(data)]).name})
        )
        session.run(v1.global_variables_initializer())
        saver = v1.train.Saver()
        saver.export_meta_graph(filename=str(folder / "export.meta"))
        saver.save(session, str(folder / "export"), write_meta_graph=False)
        values = {v.op.name: session.run(v) for v in v1.global_variables()}
    graph = tf.Graph()
    with graph.as_default():
        batch = v1.placeholder(tf.float32, [1, size, size, 3])
        truth = affinelayer(batch, ngf, depth, dropout=False, separable=separable)
        assign = [v1.assign(v, values[v.op.name]) for v in v1.global_variables()]
    session = v1.Session(graph=graph)
    session.run(assign)
    return last(lambda x: session.run(truth, {batch: x})), values


def test_affinelayers_exported_graph_is_cut_where_the_network_begins_and_ends(agree, tmp_path):
    source, _ = exported(tmp_path)
    for given in (tmp_path, tmp_path / "export.meta"):
        done = agree(given, source, low=0.0)
        assert "affinelayer" in done.found.what
        assert (done.found.inside, done.found.outside) == ((0.0, 1.0), (0.0, 1.0))


def test_affinelayers_separable_export_is_read_from_its_graph_and_refused_from_its_names(agree, tmp_path):
    source, _ = exported(tmp_path, separable=True, size=64)
    agree(tmp_path / "export.meta", source, low=0.0, size=64)
    with pytest.raises(Refused, match="separable_conv"):
        convert(tmp_path / "export.index", Asked(), Choice(name="a"))


def test_affinelayers_checkpoint_without_a_graph_is_read_by_names(agree, tmp_path):
    source, _ = exported(tmp_path, size=128)
    agree(tmp_path / "export.index", source, low=0.0)


def test_a_frozen_graph_paints_as_its_session_does(agree, tmp_path):
    from tensorflow.python.framework.convert_to_constants import convert_variables_to_constants_v2

    model = models.seeded(models.plain())
    function = tf.function(lambda x: model(x, training=False)).get_concrete_function(
        tf.TensorSpec([1, 64, 64, 1], tf.float32)
    )
    graph = convert_variables_to_constants_v2(function).graph.as_graph_def()
    (tmp_path / "frozen.pb").write_bytes(graph.SerializeToString())
    assert "frozen" in agree(tmp_path / "frozen.pb", predict(model)).found.what


@pytest.mark.parametrize("mark", [b"{", b"[", b"<"])
def test_a_graph_whose_first_node_is_as_long_as_a_letter_of_json_or_html_is_a_graph(tmp_path, mark):
    graph = v1.GraphDef()
    node = graph.node.add(name="x", op="Placeholder")
    node.name = "x" * (ord(mark) - node.ByteSize() + 1)
    data = graph.SerializeToString()
    assert data.startswith(b"\n" + mark)
    (tmp_path / "frozen.pb").write_bytes(data)
    with pytest.raises(Refused, match="holds no convolution"):
        convert(tmp_path / "frozen.pb", Asked(), Choice(name="a"))


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


class Running(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([1, 8, 8, 1], tf.float32)])
    def paint(self, x):
        return tf.py_function(lambda y: y, [x], tf.float32)


class Looping(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([1, 8, 8, 3], tf.float32)])
    def paint(self, x):
        weight = tf.ones([3, 3, 3, 3])
        return tf.while_loop(
            lambda y: tf.reduce_sum(y) < 9, lambda y: [tf.nn.conv2d(y, weight, 1, "SAME")], [x]
        )[0]


@pytest.mark.parametrize(("module", "sentence"), [(Running, "EagerPyFunc.*runs code"), (Looping, "While")])
def test_saved_models_with_code_or_loops_are_refused_by_the_operators_name(tmp_path, module, sentence):
    one = module()
    tf.saved_model.save(one, tmp_path / "a", signatures=one.paint)
    with pytest.raises(Refused, match=sentence):
        convert(tmp_path / "a", Asked(), Choice(name="a"))


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
