"""Generators under spectral norm and weight norm, whose weights stand in no state dict as they are used."""

from collections.abc import Callable

import numpy as np
import pytest
import torch
from published import UnetGenerator, seeded
from torch import nn
from torch_files import saved, source

from convert.reparametrized import with_plain_weights

NORMS: dict[str, Callable[[nn.Module], nn.Module]] = {
    "spectral": nn.utils.parametrizations.spectral_norm,
    "spectral, before PyTorch 1.9": nn.utils.spectral_norm,
    "weight": nn.utils.parametrizations.weight_norm,
    "weight, before PyTorch 2.0": nn.utils.weight_norm,
}


@pytest.mark.filterwarnings("ignore::FutureWarning")
@pytest.mark.parametrize("norm", NORMS)
def test_a_unet_under_a_norm_of_its_weights_paints_as_in_eval(agree, tmp_path, norm):
    network = seeded(UnetGenerator(3, downs=7))
    for layer in network.modules():
        if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d)):
            with torch.no_grad():
                layer.weight *= 3
            NORMS[norm](layer)
    with torch.no_grad():
        for _ in range(20):  # spectral norm finds its vectors in training
            network.train()(torch.rand(2, 3, 128, 128))
    agree(saved(network, tmp_path / "a.pth"), source(network.eval()), noise="fold")


def test_a_weight_stands_before_its_bias_and_what_does_not_fit_stays():
    kernel, one = np.ones((2, 3, 1, 1), np.float32), np.array([1, 0], np.float32)
    state = {"a.bias": one, "a.weight_orig": kernel, "a.weight_u": one}
    state |= {"a.weight_v": np.array([1, 0, 0], np.float32)}
    assert list(with_plain_weights(state)) == ["a.weight", "a.bias"]
    assert np.array_equal(with_plain_weights(state)["a.weight"], kernel)
    odd = state | {"a.weight_v": one}
    assert list(with_plain_weights(odd)) == list(odd)
    lone = {"b.weight_g": one, "c.weight": kernel}
    assert with_plain_weights(lone) == lone
