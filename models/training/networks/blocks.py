"""What the generators are made of: convolutions with batch norm, residual blocks, context, the way up."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class Convolution(nn.Sequential):
    """Convolution, batch norm, ReLU. Batch norm folds into the convolution at export;
    InstanceNorm would wash out blank areas, which are most of a line drawing."""

    def __init__(self, inside: int, outside: int, *, stride: int = 1, active: bool = True):
        layers = [nn.Conv2d(inside, outside, 3, stride, 1, bias=False), nn.BatchNorm2d(outside)]
        super().__init__(*layers, *([nn.ReLU(inplace=True)] if active else []))

    @property
    def norm(self) -> nn.BatchNorm2d:
        """Its batch norm; folded at export it has none."""
        norm = self[1]
        assert isinstance(norm, nn.BatchNorm2d), "the batch norm is folded"
        return norm


class Residual(nn.Module):
    """Two convolutions added to what comes in, [B, width, H, W]."""

    def __init__(self, width: int):
        super().__init__()
        first, second = Convolution(width, width), Convolution(width, width, active=False)
        self.body = nn.Sequential(first, second)
        nn.init.constant_(second.norm.weight, 0.2)  # blocks start near the identity

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(x + self.body(x))


class Context(nn.Module):
    """Adds what the whole square says (mean and 1 × 1) to every place: a wall knows it is a house's."""

    def __init__(self, width: int):
        super().__init__()
        self.squeeze = nn.Conv2d(width, width // 2, 1)
        self.excite = nn.Conv2d(width // 2, width, 1)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.excite(F.relu(self.squeeze(x.mean((2, 3), keepdim=True))))


def bias_of(convolution: nn.Conv2d) -> Tensor:
    """The bias [C] of a convolution that has one."""
    assert convolution.bias is not None, "this convolution has no bias"
    return convolution.bias


class Rise(nn.Module):
    """Doubles the side: 1 × 1 convolution and shuffle. ICNR start: the four phases agree, no checkerboard.
    `norm` acts after the shuffle, so that the phases share it; `fold` puts it into the convolution."""

    def __init__(self, inside: int, outside: int, *, normed: bool):
        super().__init__()
        self.convolution = nn.Conv2d(inside, outside * 4, 1)
        self.norm = nn.BatchNorm2d(outside) if normed else nn.Identity()
        one = torch.empty(outside, inside, 1, 1)
        nn.init.kaiming_normal_(one, nonlinearity="linear")
        with torch.no_grad():
            self.convolution.weight.copy_(one.repeat_interleave(4, 0))
            bias_of(self.convolution).zero_()

    def forward(self, x: Tensor) -> Tensor:
        return self.norm(F.pixel_shuffle(self.convolution(x), 2))

    @torch.no_grad()
    def fold(self) -> None:
        """Batch norm into the convolution before it, for export."""
        if isinstance(self.norm, nn.BatchNorm2d):
            norm, convolution = self.norm, self.convolution
            assert norm.running_var is not None and norm.running_mean is not None, (
                "batch norm without statistics"
            )
            scale = norm.weight / (norm.running_var + norm.eps).sqrt()
            shift = norm.bias - norm.running_mean * scale
            convolution.weight.mul_(scale.repeat_interleave(4)[:, None, None, None])
            bias_of(convolution).mul_(scale.repeat_interleave(4)).add_(shift.repeat_interleave(4))
            self.norm = nn.Identity()
