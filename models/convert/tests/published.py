"""The published PyTorch generators, written again from their structure, with their own names of keys, so that
a state dict saved here has the keys of a state dict saved there. Sources of checkpoints for the tests; the
converter does not read this file.
"""

import torch
from torch import Tensor, nn


def normed(norm: str, width: int) -> nn.Module:
    if norm == "batch":
        return nn.BatchNorm2d(width)
    return nn.InstanceNorm2d(width) if norm == "instance" else nn.Identity()


class SkipBlock(nn.Module):
    """pytorch-CycleGAN-and-pix2pix: down, the block inside, up; what came in is joined to what goes out."""

    def __init__(
        self,
        outer: int,
        inner: int,
        *,
        given: int | None = None,
        inside: nn.Module | None = None,
        outermost: bool = False,
        norm: str,
        dropout: bool = False,
    ):
        super().__init__()
        self.outermost = outermost
        bias = norm == "instance"
        down = nn.Conv2d(outer if given is None else given, inner, 4, 2, 1, bias=bias)
        if inside is None:
            layers = [
                nn.LeakyReLU(0.2, True),
                down,
                nn.ReLU(True),
                nn.ConvTranspose2d(inner, outer, 4, 2, 1, bias=bias),
                normed(norm, outer),
            ]
        elif outermost:
            layers = [down, inside, nn.ReLU(True), nn.ConvTranspose2d(inner * 2, outer, 4, 2, 1), nn.Tanh()]
        else:
            layers = [nn.LeakyReLU(0.2, True), down, normed(norm, inner), inside, nn.ReLU(True)]
            layers += [nn.ConvTranspose2d(inner * 2, outer, 4, 2, 1, bias=bias), normed(norm, outer)]
            layers += [nn.Dropout(0.5)] if dropout else []
        self.model = nn.Sequential(*layers)

    def forward(self, x: Tensor) -> Tensor:
        if self.outermost:
            return self.model(x)
        return torch.cat([x, self.model(x)], 1)


class UnetGenerator(nn.Module):
    """`downs` 7 is unet_128, 8 is unet_256."""

    def __init__(
        self,
        inside: int = 3,
        outside: int = 3,
        *,
        downs: int = 7,
        ngf: int = 4,
        norm: str = "batch",
        dropout: bool = True,
    ):
        super().__init__()
        block = SkipBlock(ngf * 8, ngf * 8, norm=norm)
        for _ in range(downs - 5):
            block = SkipBlock(ngf * 8, ngf * 8, inside=block, norm=norm, dropout=dropout)
        for times in (4, 2, 1):
            block = SkipBlock(ngf * times, ngf * times * 2, inside=block, norm=norm)
        self.model = SkipBlock(outside, ngf, given=inside, inside=block, outermost=True, norm=norm)

    def forward(self, x: Tensor) -> Tensor:
        return self.model(x)


class ResnetBlock(nn.Module):
    def __init__(self, width: int, *, norm: str, dropout: bool, padding: str, bias: bool):
        super().__init__()
        layers: list[nn.Module] = []
        for second in (False, True):
            layers += [nn.ReflectionPad2d(1)] if padding == "reflect" else []
            layers += [
                nn.Conv2d(width, width, 3, padding=0 if padding == "reflect" else 1, bias=bias),
                normed(norm, width),
            ]
            if not second:
                layers += [nn.ReLU(True)] + ([nn.Dropout(0.5)] if dropout else [])
        self.conv_block = nn.Sequential(*layers)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.conv_block(x)


class ResnetGenerator(nn.Module):
    """resnet_6blocks and resnet_9blocks; with 3 or 4 steps down and biases it is Pix2PixHD's global
    generator.
    """

    def __init__(
        self,
        inside: int = 3,
        outside: int = 3,
        *,
        ngf: int = 4,
        blocks: int = 6,
        steps: int = 2,
        norm: str = "batch",
        dropout: bool = True,
        padding: str = "reflect",
        bias: bool | None = None,
    ):
        super().__init__()
        bias = norm == "instance" if bias is None else bias
        layers: list[nn.Module] = [
            nn.ReflectionPad2d(3),
            nn.Conv2d(inside, ngf, 7, bias=bias),
            normed(norm, ngf),
            nn.ReLU(True),
        ]
        for i in range(steps):
            wide = ngf * 2**i
            layers += [nn.Conv2d(wide, wide * 2, 3, 2, 1, bias=bias), normed(norm, wide * 2), nn.ReLU(True)]
        wide = ngf * 2**steps
        layers += [
            ResnetBlock(wide, norm=norm, dropout=dropout, padding=padding, bias=bias) for _ in range(blocks)
        ]
        for i in range(steps):
            wide = ngf * 2 ** (steps - i)
            layers += [
                nn.ConvTranspose2d(wide, wide // 2, 3, 2, 1, output_padding=1, bias=bias),
                normed(norm, wide // 2),
                nn.ReLU(True),
            ]
        layers += [nn.ReflectionPad2d(3), nn.Conv2d(ngf, outside, 7), nn.Tanh()]
        self.model = nn.Sequential(*layers)

    def forward(self, x: Tensor) -> Tensor:
        return self.model(x)


def seeded(network: nn.Module, seed: int = 0) -> nn.Module:
    """Weights large enough that every layer shows in the picture, and statistics as if trained."""
    torch.manual_seed(seed)
    for module in network.modules():
        if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
            nn.init.normal_(module.weight, 0.0, 0.15)
            if module.bias is not None:
                nn.init.normal_(module.bias, 0.0, 0.1)
        elif isinstance(module, nn.BatchNorm2d):
            nn.init.normal_(module.weight, 1.0, 0.1)
            nn.init.normal_(module.bias, 0.0, 0.1)
            assert module.running_mean is not None and module.running_var is not None
            module.running_mean.normal_(0.0, 0.2)
            module.running_var.uniform_(0.5, 1.5)
    return network


def as_tested(network: nn.Module) -> nn.Module:
    """As the published test script runs it, dropout aside: batch norm by the picture's own statistics."""
    network.train()
    for module in network.modules():
        if isinstance(module, nn.Dropout):
            module.eval()
        if isinstance(module, nn.BatchNorm2d):  # so that running statistics stay what they are
            module.momentum = 0.0
    return network
