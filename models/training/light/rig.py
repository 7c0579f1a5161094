"""In: the studio vector [1, 37]. Out: the small tensors that light/shading.py multiplies pixels with,
exposure already in them.

Also the two ways in which a rectangle of light is seen: sharp or blurred by a surface's lobe, and as the
light that it throws.
"""

import torch
from torch import Tensor, nn
from torch.nn.functional import conv2d

from light.colour import between
from light.studio import BOX, BOXES

COAT_SPREAD = 0.06  # half width of the lobe of lacquer and glass, in the chart's units (about radians)
NEAREST = 4.0  # of the key light what is nearest to it gets at most so many times what the middle gets
SOFT = 0.12
CROSS = (-0.14, -0.22)  # the middle of that cross, beside the middle of the square
CRISP = 14.0  # how fast a pane is seen beside a window's bar, per unit of the chart


def per_box(x: Tensor) -> Tensor:
    """[BOXES] to stand before [B, C, H, W]."""
    return x.reshape(1, BOXES, 1, 1)


def rgb(x: Tensor) -> Tensor:
    """[3] to stand before [B, C, H, W]."""
    return x.reshape(1, 3, 1, 1)


class Rig(nn.Module):
    """The set-up's vector -> boxes, sky and exposure as tensors that shading reads."""

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("nearest", torch.tensor([[NEAREST], [1.0], [1.0]]))

    def forward(self, studio: Tensor) -> dict[str, Tensor]:
        box = studio[:, : BOXES * BOX].reshape(BOXES, BOX)
        rest = studio[0, BOXES * BOX :]
        bar = rest[9:12, None]  # tangent units; 0 = none
        d = box[:, 0:3]
        d = d / d.square().sum(1, keepdim=True).sqrt()
        u = torch.cat([d[:, 2:3], torch.zeros_like(d[:, :1]), -d[:, 0:1]], 1)  # (0, 1, 0) × d
        u = u / u.square().sum(1, keepdim=True).sqrt().clamp(min=1e-4)
        v = torch.cat(
            [d[:, 1:2] * u[:, 2:3], d[:, 2:3] * u[:, 0:1] - d[:, 0:1] * u[:, 2:3], -d[:, 1:2] * u[:, 0:1]], 1
        )
        panes_of_key = torch.cat([u[:1], v[:1]])
        half = box[:, 3:5]  # tangent units
        chart = 2 * ((1 + half.square()).sqrt() - 1) / half  # tan(angle) → 2 tan(angle / 2)
        narrow = chart.clamp(max=COAT_SPREAD)
        area = half[:, 0:1] * half[:, 1:2]
        solid = 4 * torch.atan(area / (1 + half.square().sum(1, keepdim=True)).sqrt())  # steradians
        cosine = 1 - solid / (2 * torch.pi)  # of the cap with the same solid angle
        panes = (1 - bar / half).prod(1, keepdim=True)  # what a window's cross leaves of the light
        slim = half.amin(1, keepdim=True).square()  # (tangent of the smaller half angle)²
        exposure, dark = rest[7:8], rest[6:7]
        radiance = box[:, 5:8] * exposure  # [box, rgb]
        mean, slope = 0.5 * exposure * (rest[0:3] + rest[3:6]), 0.5 * exposure * (rest[0:3] - rest[3:6])
        return {
            # what `charted` divides: 10 u, 10 v, 5 d; [9, 3, 1, 1]
            "axes": torch.cat([10 * u, 10 * v, 5 * d], 0)[:, :, None, None],
            "towards": d[:, :, None, None],  # [3, 3, 1, 1]
            "half_u": per_box(chart[:, 0]),
            "half_v": per_box(chart[:, 1]),
            "gain_u": per_box(0.5 / chart[:, 0]),
            "gain_v": per_box(0.5 / chart[:, 1]),
            "per_area": per_box(1 / (chart[:, 0] * chart[:, 1])),
            "coat_u": per_box((chart + COAT_SPREAD)[:, 0]),
            "coat_v": per_box((chart + COAT_SPREAD)[:, 1]),
            "coat_gain_u": per_box(0.5 / narrow[:, 0]),
            "coat_gain_v": per_box(0.5 / narrow[:, 1]),
            "radiance": radiance.T[:, :, None, None],  # [rgb, box, 1, 1]
            # E / π of a cap whose middle is overhead, halved for thrown() below; the key light's at its
            # nearest
            "irradiance": (
                radiance * panes * solid * (1 + cosine) / (4 * torch.pi) * self.get_buffer("nearest")
            ).T[:, :, None, None],
            "penumbra": per_box(0.25 * slim / (1 + slim)),
            "bar": per_box(torch.where(bar > 0, bar, torch.tensor(-10.0))),
            "tent": rest[8:9].reshape(1, 1, 1, 1),
            # how near a place is to the key light, and how far from the cross that a window throws, whose
            # edges are SOFT half model squares wide; [3, 3, 1, 1] and [3]
            "falls": torch.cat(
                [NEAREST ** (-1 / 3) * d[:1], panes_of_key / (SOFT * rest[12:13].clamp(min=1e-2))]
            )[:, :, None, None],
            "falls_at": torch.tensor([NEAREST ** (-1 / 3), CROSS[0] / SOFT, CROSS[1] / SOFT]),
            "bars": (torch.where(bar > 0, 0.5 * bar, torch.tensor(-10.0)) / SOFT)[:1].reshape(1, 1, 1, 1),
            "nearness": rest[12:13].reshape(1, 1, 1, 1),
            "mean": rgb(mean),
            "slope": rgb(slope),
            "dark": dark.reshape(1, 1, 1, 1),
            # the same ambient through a cosine lobe: exact without the dark band, within 6 % with it
            "diffuse_mean": rgb(mean * (1 - 0.5 * dark)),
            "diffuse_slope": rgb(slope * (2 / 3) * (1 - 0.23 * dark)),
        }


def charted(r: Tensor, axes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Directions [1, 3, H, W], of a length up to 1.5 → distance from each box's middle across and up, and how
    far it is from being behind (below 0 = behind, 1 or more = not) [1, 3, H, W]. The chart is stereographic
    round each middle, 2 sin / (1 + cos): angles stay angles, for sharp and for rough lobes. 1.05, not 1:
    nothing is divided by zero."""
    u, v, d = conv2d(r, axes).split([3, 3, 3], 1)
    d = torch.maximum(d + 5.25, torch.tensor(0.25))
    return (u / d).abs(), (v / d).abs(), d - 0.5


def inside(u: Tensor, v: Tensor, before: Tensor, cross: Tensor) -> Tensor:
    """1 within all four edges, 0 beyond one, straight between."""
    return between(torch.minimum(torch.minimum(u, v), torch.minimum(before, cross)), 0.0, 1.0)


def seen(
    u: Tensor, v: Tensor, before: Tensor, rig: dict[str, Tensor], along: Tensor, across: Tensor
) -> Tensor:
    """How much of each box is seen through a lobe of half widths `along` u and `across` it [1, 3, H, W]: 1
    inside, 0 beyond half + spread, smooth in between; dimmed as the lobe outgrows the box, so that rough
    surfaces dim what they widen, and lose a window's cross."""
    t = inside(
        (rig["half_u"] + along - u) * torch.maximum(rig["gain_u"], 0.5 / along),
        (rig["half_v"] + across - v) * torch.maximum(rig["gain_v"], 0.5 / across),
        before,
        (torch.minimum(u, v) - rig["bar"]) * CRISP + 40 * (along * along),
    )
    return t * t * (3 - 2 * t) / (1 + along * across * rig["per_area"])


def mirrored(u: Tensor, v: Tensor, before: Tensor, rig: dict[str, Tensor]) -> Tensor:
    """The same for lacquer, whose lobe is narrow and the same everywhere."""
    cross = (torch.minimum(u, v) - rig["bar"]) * CRISP
    return inside(
        (rig["coat_u"] - u) * rig["coat_gain_u"], (rig["coat_v"] - v) * rig["coat_gain_v"], before, cross
    )


def thrown(cosine: Tensor, penumbra: Tensor) -> Tensor:
    """Twice the clamped cosine, rounded off by (sine of the light's smaller half angle / 2)²: at the horizon
    a quarter of that sine, as for a lamp that has half set."""
    return cosine + (cosine * cosine + penumbra).sqrt()
