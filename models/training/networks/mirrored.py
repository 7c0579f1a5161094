"""A generator and a drawing -> what it finds there, steadied by what it finds in the drawing mirrored.

Test-time augmentation (Krizhevsky et al. 2012): a mirrored drawing has the mirrored form, and a generator
errs otherwise in it, and at another scale. Only slow waves of form are averaged, so that edges stay as sharp
as they were. The program does the same (src/core/form/glance.ts).
"""

import torch
import torch.nn.functional as F
from torch import Tensor

from networks.pix2pix import LOOK_CELL

GLANCE = 256  # side of the mirrored drawing, training's own; drafts are no larger, and are seen once
STEADIED = 5  # channels of the intrinsic image that are averaged: normals, occlusion, thickness


def mirrored(drawing: Tensor, inside: int) -> Tensor:
    """Drawing [B, C, S, S] -> [B, C, 256, 256]. Its first `inside` channels are sampled linearly; hints, the
    others, keep their values."""
    turned, size = drawing.flip(3), (GLANCE, GLANCE)
    seen = F.interpolate(turned[:, :inside], size, mode="bilinear", align_corners=False)
    if drawing.shape[1] == inside:
        return seen
    return torch.cat([seen, F.interpolate(turned[:, inside:], size, mode="nearest")], 1)


def steadied(form: Tensor, again: Tensor) -> Tensor:
    """Physical form [B, 7, S, S] and that of the mirrored drawing [B, 7, 256, 256] -> the first with the mean
    of both in all that is broader than 8 pixels."""
    sign = form.new_tensor([-1.0, 1.0, 1.0, 1.0, 1.0])[:, None, None]
    cells = F.avg_pool2d(form[:, :STEADIED], LOOK_CELL)
    other = F.avg_pool2d(again[:, :STEADIED], LOOK_CELL).flip(3) * sign
    mean = form[:, :STEADIED] + resized(resized(other, cells) - cells, form) / 2
    normal = mean[:, :3] / (mean[:, :3].square().sum(1, keepdim=True) + 1e-6).sqrt()
    return torch.cat([normal, mean[:, 3:].clamp(0.0, 1.0), form[:, STEADIED:]], 1)


def resized(image: Tensor, like: Tensor) -> Tensor:
    """At the sides of `like`."""
    return F.interpolate(image, like.shape[2:], mode="bilinear", align_corners=False)
