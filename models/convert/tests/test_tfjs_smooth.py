"""What enlarges smoothly in TensorFlow.js. tfjs/smooth was saved, and its picture painted, by TensorFlow.js 4
(tfjs/make.mjs).
"""

import json

import numpy as np
import tensorflow as tf
from conftest import HERE

from convert.convert import Choice, convert
from convert.said import Asked
from convert.trial import paint

SMOOTH = HERE / "tfjs" / "smooth"


def stored(name: str, channels: int) -> np.ndarray:
    return np.fromfile(SMOOTH / name, "<f4").reshape(1, 16, 16, channels).transpose(0, 3, 1, 2).copy()


def test_what_is_enlarged_smoothly_lies_where_the_writer_of_the_file_has_it(web, tmp_path):
    """As findings/tfjs-enlarges-aside.sh: the file says which of the two wrote it."""
    drawing, picture = stored("in", 1), stored("out", 3)
    done = convert(SMOOTH, Asked(), Choice(name="a"))
    for found in (paint(done.model, [drawing]), web.paint(done.model, drawing)):
        assert np.abs(found - picture).max() <= 1e-3

    (tmp_path / "weights.bin").write_bytes((SMOOTH / "weights.bin").read_bytes())
    described = json.loads((SMOOTH / "model.json").read_text())
    described["modelTopology"]["keras_version"] = "2.15.0"
    (tmp_path / "model.json").write_text(json.dumps(described))
    of_keras = convert(tmp_path, Asked(), Choice(name="a"))
    numbers = np.fromfile(SMOOTH / "weights.bin", "<f4")
    x = drawing.transpose(0, 2, 3, 1)
    for kernel, bias, stride in (
        (numbers[:27].reshape(3, 3, 1, 3), numbers[27:30], 2),
        (numbers[30:111].reshape(3, 3, 3, 3), numbers[111:], 1),
    ):
        x = tf.tanh(tf.nn.conv2d(tf.image.resize(x, (16, 16)), kernel, stride, "SAME") + bias)
    assert np.abs(paint(of_keras.model, [drawing]) - np.array(x).transpose(0, 3, 1, 2)).max() <= 1e-3
