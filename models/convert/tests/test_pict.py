"""ml5's .pict files: pix2pix-tensorflow's weights as its export-checkpoint tool packs them, painted here as
its web demo does it (written again from its structure, in torch, whose convolutions are told apart from
TensorFlow's by the converter's own).
"""

import json
import struct
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from convert.convert import Choice, convert
from convert.said import Asked, Refused

DEPTH, NGF = 7, 2
OLD = (
    ("conv2d_transpose/kernel", "deconv/filter"),
    ("conv2d/kernel", "conv/filter"),
    ("batch_normalization/gamma", "batchnorm/scale"),
    ("batch_normalization/beta", "batchnorm/offset"),
)


def weights(channels: int = 3) -> dict[str, np.ndarray]:
    random = np.random.default_rng(5)
    wide = [NGF * min(8, 2**i) for i in range(DEPTH)]
    out = {}
    for level in range(1, DEPTH + 1):
        scope, inner = f"generator/encoder_{level}", channels if level == 1 else wide[level - 2]
        out[f"{scope}/conv2d/kernel"] = random.normal(0, 0.3, (4, 4, inner, wide[level - 1]))
        out[f"{scope}/conv2d/bias"] = random.normal(0, 0.1, wide[level - 1])
        scope, made = f"generator/decoder_{level}", 3 if level == 1 else wide[level - 2]
        out[f"{scope}/conv2d_transpose/kernel"] = random.normal(
            0, 0.3, (4, 4, made, wide[level - 1] * (1 if level == DEPTH else 2))
        )
        out[f"{scope}/conv2d_transpose/bias"] = random.normal(0, 0.1, made)
        for side, count in (("encoder", wide[level - 1]), ("decoder", made)):
            if level > 1:
                out[f"generator/{side}_{level}/batch_normalization/gamma"] = random.normal(1, 0.1, count)
                out[f"generator/{side}_{level}/batch_normalization/beta"] = random.normal(0, 0.1, count)
    return {name: out[name].astype(np.float32) for name in sorted(out)}


def packed(path: Path, arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Write a .pict; gives the weights as a reader of it has them, through 256 values."""
    flat = np.concatenate([a.reshape(-1) for a in arrays.values()])
    scale, mu = np.abs(flat).max(), 255
    edges = np.linspace(-1, 1, 257)
    points = (edges[:-1] + edges[1:]) / 2
    index = (np.sign(points) / mu * ((1 + mu) ** np.abs(points) - 1) * scale).astype(np.float32)
    codes = np.abs(flat[:, None] - index[None]).argmin(1).astype(np.uint8)
    shapes = json.dumps([{"name": n, "shape": list(a.shape)} for n, a in arrays.items()]).encode()
    path.write_bytes(
        b"".join(struct.pack(">L", len(part)) + part for part in (shapes, index.tobytes(), codes.tobytes()))
    )
    held, at = {}, 0
    for name, array in arrays.items():
        held[name] = index[codes[at : at + array.size]].reshape(array.shape)
        at += array.size
    return held


def demo(held: dict[str, np.ndarray]):
    """The web demo's model(): 0…1 in, 0…1 out."""
    get = lambda name: torch.from_numpy(held[name])
    norm = lambda x, scope: (
        F.instance_norm(
            x,
            None,
            None,
            get(f"{scope}/batch_normalization/gamma"),
            get(f"{scope}/batch_normalization/beta"),
            eps=1e-5,
        )
        if x.shape[2] > 1
        else get(f"{scope}/batch_normalization/beta").view(1, -1, 1, 1).expand(x.shape)
    )

    def run(x: np.ndarray) -> np.ndarray:
        y, layers = torch.from_numpy(x) * 2 - 1, []
        for level in range(1, DEPTH + 1):
            scope = f"generator/encoder_{level}"
            y = F.leaky_relu(y, 0.2) if level > 1 else y
            y = F.conv2d(
                y, get(f"{scope}/conv2d/kernel").permute(3, 2, 0, 1), get(f"{scope}/conv2d/bias"), 2, 1
            )
            y = norm(y, scope) if level > 1 else y
            layers.append(y)
        for level in range(DEPTH, 0, -1):
            scope = f"generator/decoder_{level}"
            y = F.relu(y if level == DEPTH else torch.cat([y, layers[level - 1]], 1))
            y = F.conv_transpose2d(
                y,
                get(f"{scope}/conv2d_transpose/kernel").permute(3, 2, 0, 1),
                get(f"{scope}/conv2d_transpose/bias"),
                2,
                1,
            )
            y = norm(y, scope) if level > 1 else y
        return ((torch.tanh(y) + 1) / 2).numpy()

    return run


@pytest.mark.parametrize("channels", [1, 3])
def test_a_pict_paints_as_the_web_demo_does(agree, tmp_path, channels):
    held = packed(tmp_path / "edges2things.pict", weights(channels))
    done = agree(tmp_path / "edges2things.pict", demo(held), low=0.0)
    assert ".pict" in done.found.what and done.card["input"]["paper"] == 1 and done.card["input"]["ink"] == 0


def test_names_of_the_first_versions_are_read_too(agree, tmp_path):
    old = {}
    for name, array in weights().items():
        if name.endswith("/bias"):
            continue
        for new, was in OLD:
            name = name.replace(new, was)
        old[name] = array
    held = packed(tmp_path / "a.pict", old)
    today = {n: np.zeros(a.shape, np.float32) for n, a in weights().items() if n.endswith("/bias")}
    for name, array in held.items():
        for new, was in OLD:
            name = name.replace(was, new)
        today[name] = array
    agree(tmp_path / "a.pict", demo(today), low=0.0)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda a: a.pop("generator/decoder_3/conv2d_transpose/kernel"),
            "decoder_3/conv2d_transpose/kernel is missing",
        ),
        (
            lambda a: a.update({"generator/extra": np.zeros(3, np.float32)}),
            "generator/extra belongs to no layer",
        ),
        (
            lambda a: a.update({"generator/encoder_2/conv2d/kernel": np.zeros((4, 4, 9, 4), np.float32)}),
            "wants 9 channels, it is given 2",
        ),
    ],
)
def test_weights_that_do_not_fit_are_refused_by_name(tmp_path, change, sentence):
    arrays = weights()
    change(arrays)
    packed(tmp_path / "a.pict", arrays)
    with pytest.raises(Refused, match=sentence):
        convert(tmp_path / "a.pict", Asked(), Choice(name="a"))


@pytest.mark.parametrize("keep", [200, 3000, 5000])
def test_a_truncated_pict_is_refused(tmp_path, keep):
    packed(tmp_path / "a.pict", weights())
    data = (tmp_path / "a.pict").read_bytes()
    (tmp_path / "a.pict").write_bytes(data[:keep])
    with pytest.raises(Refused, match="truncated"):
        convert(tmp_path / "a.pict", Asked(), Choice(name="a"))
