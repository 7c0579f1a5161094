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


class Joined(nn.Module):
    """Levels down and up as attributes, each a Sequential under one name; what goes up is joined to what went
    down.
    """

    def __init__(self, downs: list[str], ups: list[str]):
        super().__init__()
        self.downs, self.ups = downs, ups

    def wrapped(self, name: str, layers: list[nn.Module], under: str | None) -> None:
        inside: nn.Module = nn.Sequential(*layers)
        if under is not None:
            inside = nn.Module()
            inside.add_module(under, nn.Sequential(*layers))
        self.add_module(name, inside)

    def level(self, name: str, x: Tensor) -> Tensor:
        held = self.get_submodule(name)
        return (held if isinstance(held, nn.Sequential) else next(held.children()))(x)

    def forward(self, x: Tensor) -> Tensor:
        skips = []
        for name in self.downs:
            x = self.level(name, x)
            skips.append(x)
        skips.pop()
        for name in self.ups[:-1]:
            x = torch.cat([self.level(name, x), skips.pop()], 1)
        return self.level(self.ups[-1], x)


class CollectionGenerator(Joined):
    """aladdinpersson/Machine-Learning-Collection, Pix2Pix: Generator."""

    def __init__(self, inside: int = 3, features: int = 4):
        downs = ["initial_down", *(f"down{i}" for i in range(1, 7)), "bottleneck"]
        super().__init__(downs, [*(f"up{i}" for i in range(1, 8)), "final_up"])
        f = features
        reflect = nn.Conv2d(inside, f, 4, 2, 1, padding_mode="reflect")
        self.wrapped("initial_down", [reflect, nn.LeakyReLU(0.2)], None)
        for i, (a, b) in enumerate([(1, 2), (2, 4), (4, 8), (8, 8), (8, 8), (8, 8)], 1):
            conv = nn.Conv2d(f * a, f * b, 4, 2, 1, bias=False, padding_mode="reflect")
            self.wrapped(f"down{i}", [conv, nn.BatchNorm2d(f * b), nn.LeakyReLU(0.2)], "conv")
        self.wrapped("bottleneck", [nn.Conv2d(f * 8, f * 8, 4, 2, 1), nn.ReLU()], None)
        for i, (a, b) in enumerate([(8, 8), (16, 8), (16, 8), (16, 8), (16, 4), (8, 2), (4, 1)], 1):
            up = nn.ConvTranspose2d(f * a, f * b, 4, 2, 1, bias=False)
            more = [nn.Dropout(0.5)] if i <= 3 else []
            self.wrapped(f"up{i}", [up, nn.BatchNorm2d(f * b), nn.ReLU(), *more], "conv")
        self.wrapped("final_up", [nn.ConvTranspose2d(f * 2, inside, 4, 2, 1), nn.Tanh()], None)


class GanGenerator(Joined):
    """eriklindernoren/PyTorch-GAN, pix2pix: GeneratorUNet; 64 filters there."""

    def __init__(self, inside: int = 3, outside: int = 3, ngf: int = 4):
        super().__init__([f"down{i}" for i in range(1, 9)], [*(f"up{i}" for i in range(1, 8)), "final"])
        wide = [inside, *(ngf * n for n in (1, 2, 4, 8, 8, 8, 8, 8))]
        for i in range(1, 9):
            layers: list[nn.Module] = [nn.Conv2d(wide[i - 1], wide[i], 4, 2, 1, bias=False)]
            layers += [nn.InstanceNorm2d(wide[i])] if 1 < i < 8 else []
            layers += [nn.LeakyReLU(0.2), *([nn.Dropout(0.5)] if i >= 4 else [])]
            self.wrapped(f"down{i}", layers, "model")
        for i, (a, b) in enumerate([(8, 8), (16, 8), (16, 8), (16, 8), (16, 4), (8, 2), (4, 1)], 1):
            layers = [nn.ConvTranspose2d(ngf * a, ngf * b, 4, 2, 1, bias=False), nn.InstanceNorm2d(ngf * b)]
            layers += [nn.ReLU(), *([nn.Dropout(0.5)] if i <= 4 else [])]
            self.wrapped(f"up{i}", layers, "model")
        last = [
            nn.Upsample(scale_factor=2),
            nn.ZeroPad2d((1, 0, 1, 0)),
            nn.Conv2d(ngf * 2, outside, 4, padding=1),
        ]
        self.wrapped("final", [*last, nn.Tanh()], None)


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
