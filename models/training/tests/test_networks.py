"""The networks on tiny tensors: the paper's own sizes and norms, and what folding keeps."""

import numpy as np
import torch
from tiny import dyed

from learning.config import Vanilla
from learning.painted import edges_and_picture
from learning.recipes import build_recipe
from networks.blocks import Rise
from networks.pix2pix import physical
from networks.vanilla import PatchGAN70, UNet256, norm


def test_vanilla_is_the_papers_network_and_trains():
    count = lambda net: sum(p.numel() for p in net.parameters())
    assert (
        count(UNet256(inside=3)) == 54_414_531 + 4_928
    )  # the well-known count leaves out the biases before batch norm
    assert PatchGAN70()(torch.zeros(1, 4, 256, 256)).shape == (1, 1, 30, 30)
    config = Vanilla(width=4)
    recipe = build_recipe(config, torch.device("cpu"))
    batch = {
        name: tensor[None]
        for name, tensor in edges_and_picture(dyed(1), np.random.default_rng(0), config).items()
    }
    first = recipe.step(batch, 0.0)
    for _ in range(5):
        last = recipe.step(batch, 0.0)
    assert last["l1"] < first["l1"]


def test_instance_norm_is_the_papers_batch_norm_at_batch_1():
    torch.manual_seed(0)
    x, ours, papers = torch.randn(1, 6, 5, 5), norm(6), torch.nn.BatchNorm2d(6).train()
    assert torch.allclose(ours(x), papers(x), atol=1e-6)


def test_folding_keeps_what_a_rise_computes():
    torch.manual_seed(0)
    rise = Rise(6, 5, normed=True)
    x = torch.randn(4, 6, 8, 8)
    for _ in range(5):
        rise(x)
    rise.eval()
    wanted = rise(x)
    rise.fold()
    assert torch.allclose(rise(x), wanted, atol=1e-5)
    assert torch.allclose(
        physical(torch.randn(1, 7, 4, 4))[:, :3].norm(dim=1), torch.ones(1, 4, 4), atol=1e-3
    )
