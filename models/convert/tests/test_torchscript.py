"""TorchScript archives, traced and scripted, of the published generators and of others: read as text, never
run.
"""

import numpy as np
import pytest
import torch
from published import ResnetGenerator, UnetGenerator, as_tested, seeded
from torch import Tensor, nn
from torch_files import source

from convert.convert import Choice, convert
from convert.said import Asked, Refused


@pytest.mark.parametrize("way", ["traced", "scripted"])
@pytest.mark.parametrize("kind", ["unet", "resnet"])
def test_a_generator_paints_as_torch_runs_it(agree, tmp_path, way, kind):
    network = seeded(UnetGenerator(3, downs=7) if kind == "unet" else ResnetGenerator(1, blocks=6)).eval()
    if way == "traced":
        script = torch.jit.trace(network, torch.zeros(1, 3 if kind == "unet" else 1, 128, 128))
        script.save(str(tmp_path / "a.pt"))
        done = agree(tmp_path / "a.pt", source(network))  # the trace says 128 itself
    else:
        torch.jit.script(network).save(str(tmp_path / "a.pt"))
        done = agree(tmp_path / "a.pt", source(network), size=128)
    assert "TorchScript" in done.found.what and done.found.noise == "fold"


def test_own_statistics_stay_where_the_trace_has_them_or_are_asked(agree, tmp_path):
    network = as_tested(seeded(UnetGenerator(3, downs=7)))
    torch.jit.trace(network, torch.zeros(1, 3, 128, 128), check_trace=False).save(str(tmp_path / "a.pt"))
    assert agree(tmp_path / "a.pt", source(network)).found.noise == "still"
    network.eval()
    torch.jit.trace(network, torch.zeros(1, 3, 128, 128)).save(str(tmp_path / "b.pt"))
    agree(tmp_path / "b.pt", source(as_tested(network)), noise="still")


class Stranger(nn.Module):
    """Not published: upsampling, group norm, pixel shuffle, a residual, arithmetic with numbers, a branch on
    its own settings.
    """

    def __init__(self) -> None:
        super().__init__()
        self.down = nn.Sequential(nn.Conv2d(1, 8, 3, 2, 1), nn.GroupNorm(2, 8), nn.SiLU(), nn.MaxPool2d(2))
        self.mid = nn.Conv2d(8, 8, 3, padding=1, groups=2)
        self.up = nn.Sequential(
            nn.Upsample(scale_factor=2), nn.Conv2d(8, 12, 1), nn.PixelShuffle(2), nn.PReLU(3)
        )
        self.grey = False

    def forward(self, x: Tensor) -> Tensor:
        y = self.down(x * 2 - 1)
        y = torch.relu(self.mid(y) + y)
        if self.grey:
            return y
        return torch.clamp(torch.sigmoid(self.up(y)) * 1.2 - 0.1, 0.0, 1.0)


def test_an_unpublished_network_of_known_operators_is_converted_too(agree, tmp_path):
    network = seeded(Stranger()).eval()
    torch.jit.trace(network, torch.zeros(1, 1, 64, 64)).save(str(tmp_path / "a.pt"))
    agree(tmp_path / "a.pt", source(network))


@pytest.mark.parametrize("factor", [2, 1.7, 0.4, (1.7, 1.5)])
def test_what_is_enlarged_by_a_fraction_lies_where_torch_puts_it(agree, tmp_path, factor):
    layers = [nn.Upsample(scale_factor=factor, mode="bilinear"), nn.Upsample(size=(48, 48), mode="bilinear")]
    network = seeded(nn.Sequential(nn.Conv2d(1, 6, 3, padding=1), *layers, nn.Conv2d(6, 3, 1))).eval()
    drawing = torch.rand(1, 1, 48, 48)
    torch.jit.trace(network, drawing).save(str(tmp_path / "a.pt"))
    agree(tmp_path / "a.pt", source(network))
    torch.export.save(torch.export.export(network, (drawing,)), tmp_path / "a.pt2")
    agree(tmp_path / "a.pt2", source(network))


class Branching(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(1, 3, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        if bool(x.mean() > 0):
            x = x * 2
        return self.conv(x)


class Looping(Branching):
    def forward(self, x: Tensor) -> Tensor:
        for _ in range(10):
            x = torch.tanh(x)
        return self.conv(x)


class Writing(Branching):
    def forward(self, x: Tensor) -> Tensor:
        return self.conv(torch.from_file("/etc/passwd", False, 100)[0] * x)


class Sorting(Branching):
    def forward(self, x: Tensor) -> Tensor:
        return self.conv(torch.sort(x, 1)[0])


@pytest.mark.parametrize(
    ("network", "sentence"),
    [
        (Branching, "control flow|mean"),
        (Looping, "for loop"),
        (Writing, "aten::from_file"),
        (Sorting, "aten::sort"),
    ],
)
def test_control_flow_and_unknown_operators_are_refused_by_name(tmp_path, network, sentence):
    torch.jit.script(network()).save(str(tmp_path / "a.pt"))
    with pytest.raises(Refused, match=sentence):
        convert(tmp_path / "a.pt", Asked(size=64), Choice(name="a"))


def test_torch_jit_load_is_never_called(tmp_path, monkeypatch):
    network = seeded(UnetGenerator(3, downs=7)).eval()
    torch.jit.trace(network, torch.zeros(1, 3, 128, 128)).save(str(tmp_path / "a.pt"))

    def never(*_: object, **__: object) -> None:
        raise AssertionError("the file's own program was loaded")

    monkeypatch.setattr(torch.jit, "load", never)
    monkeypatch.setattr(torch, "load", never)
    assert np.isfinite(convert(tmp_path / "a.pt", Asked(), Choice(name="a")).model.ByteSize())
