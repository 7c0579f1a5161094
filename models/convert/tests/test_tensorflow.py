"""SavedModel, tf.train.Checkpoint and frozen graphs. TensorFlow writes them here and paints the truth; the
converter reads them without it.
"""

import keras
import keras_models as models
import numpy as np
import pytest
import tensorflow as tf
from conftest import last
from keras import layers as L

from convert.convert import Choice, convert
from convert.said import Asked, Refused


@pytest.fixture(scope="module")
def tutorial():
    return models.seeded(models.tutorial())


@pytest.mark.parametrize("way", ["export", "saved_model.save"])
@pytest.mark.parametrize("build", [models.plain, models.ungrouped])
def test_a_saved_model_paints_as_its_signature_does(agree, tmp_path, build, way):
    model = models.seeded(build())
    model.export(tmp_path / "a", verbose=False) if way == "export" else tf.saved_model.save(
        model, tmp_path / "a"
    )
    assert "SavedModel" in agree(tmp_path / "a", models.predict(model)).found.what


def test_the_tutorials_saved_model_paints_as_its_signature_does(agree, tmp_path, tutorial):
    tf.saved_model.save(tutorial, tmp_path / "a")
    agree(tmp_path / "a", models.predict(tutorial))


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
    agree(tmp_path, models.predict(tutorial), noise="fold")


def weights(done) -> int:
    return sum(int(np.prod(tensor.dims)) for tensor in done.model.graph.initializer)


def test_the_tutorials_bottleneck_is_one_pixel_whose_norm_leaves_nothing_of_it(agree, tmp_path):
    model = models.seeded(models.tutorial(channels=1))
    tf.train.Checkpoint(generator=model).save(str(tmp_path / "ckpt"))
    whole = agree(tmp_path, models.predict(model), noise="fold")
    assert not any("bottleneck" in note for note in whole.found.notes)
    small = agree(tmp_path, last(models.still(model)))
    assert any("its bottleneck is one pixel" in note for note in small.found.notes)
    # Two kernels of 4 × 4 × 32 × 32; what comes up from the bottleneck is 32 maps of 2 × 2.
    assert weights(whole) - weights(small) > 2 * 4**2 * 32**2 - 32 * 2**2 - 1000
    noisy = convert(tmp_path, Asked(noise="keep"), Choice(name="a"))
    assert any(node.op_type == "RandomUniformLike" for node in noisy.model.graph.node)
    assert len([n for n in noisy.model.graph.node if n.op_type == "ConvTranspose"]) == 7


def test_a_frozen_graph_paints_as_its_session_does(agree, tmp_path):
    from tensorflow.python.framework.convert_to_constants import convert_variables_to_constants_v2

    model = models.seeded(models.plain())
    function = tf.function(lambda x: model(x, training=False)).get_concrete_function(
        tf.TensorSpec([1, 64, 64, 1], tf.float32)
    )
    graph = convert_variables_to_constants_v2(function).graph.as_graph_def()
    (tmp_path / "frozen.pb").write_bytes(graph.SerializeToString())
    assert "frozen" in agree(tmp_path / "frozen.pb", models.predict(model)).found.what


@pytest.mark.parametrize("mark", [b"{", b"[", b"<"])
def test_a_graph_whose_first_node_is_as_long_as_a_letter_of_json_or_html_is_a_graph(tmp_path, mark):
    graph = tf.compat.v1.GraphDef()
    node = graph.node.add(name="x", op="Placeholder")
    node.name = "x" * (ord(mark) - node.ByteSize() + 1)
    data = graph.SerializeToString()
    assert data.startswith(b"\n" + mark)
    (tmp_path / "frozen.pb").write_bytes(data)
    with pytest.raises(Refused, match="holds no convolution"):
        convert(tmp_path / "frozen.pb", Asked(), Choice(name="a"))


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
