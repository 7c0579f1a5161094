"""affinelayer's pix2pix-tensorflow, export mode, in TensorFlow 1: written again from its structure."""

import json

import tensorflow as tf
from conftest import last

v1 = tf.compat.v1


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
