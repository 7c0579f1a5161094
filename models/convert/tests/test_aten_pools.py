"""PyTorch's pooling with what it can be asked for, in TorchScript and in .pt2 archives."""

from typing import Any

import pytest
import torch
from published import seeded
from torch import nn
from torch_files import source

POOLS = {
    "plain": nn.MaxPool2d(2),
    "ceil": nn.MaxPool2d(3, 2, 1, ceil_mode=True),
    "ceil that adds nothing": nn.MaxPool2d(2, 2, 1, ceil_mode=True),
    "wide ceil": nn.MaxPool2d(5, 3, ceil_mode=True),
    "two sides": nn.MaxPool2d((3, 5), (2, 3), (1, 0), ceil_mode=True),
    "dilated": nn.MaxPool2d(3, 1, 1, dilation=2),
    "dilated ceil": nn.MaxPool2d(3, 2, 1, dilation=2, ceil_mode=True),
    "mean": nn.AvgPool2d(3, 2, 1),
    "mean, ceil": nn.AvgPool2d(3, 2, 1, ceil_mode=True),
    "mean, wide ceil": nn.AvgPool2d(5, 3, ceil_mode=True),
    "sum of each window": nn.AvgPool2d(3, 2, 1, divisor_override=1),
    "by a divisor, ceil": nn.AvgPool2d(3, 2, ceil_mode=True, divisor_override=5),
    "mean of what is there": nn.AvgPool2d(3, 2, 1, ceil_mode=True, count_include_pad=False),
}


def network(pool: nn.Module, size: int) -> nn.Module:
    layers: list[Any] = [nn.Conv2d(1, 6, 3, padding=1), pool]
    return seeded(
        nn.Sequential(*layers, nn.Upsample(size=(size, size), mode="bilinear"), nn.Conv2d(6, 3, 1))
    ).eval()


@pytest.mark.parametrize("size", [31, 32])
@pytest.mark.parametrize("name", POOLS)
def test_a_pooling_paints_as_torch_runs_it(agree, tmp_path, name, size):
    one, drawing = network(POOLS[name], size), torch.rand(1, 1, size, size)
    torch.jit.trace(one, drawing).save(str(tmp_path / "a.pt"))
    agree(tmp_path / "a.pt", source(one))
    torch.export.save(torch.export.export(one, (drawing,)), tmp_path / "a.pt2")
    agree(tmp_path / "a.pt2", source(one))
