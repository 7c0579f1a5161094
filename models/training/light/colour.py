"""In: colours as [1, 3, H, W] tensors. Out: sRGB ↔ linear and the filmic curve, from mul, add, divide and
sqrt only.

The polynomials are fits to IEC 61966-2-1; tests/test_light.py holds them to their errors.
"""

import torch
from torch import Tensor

KNEE = 0.82  # linear light up to here passes unchanged, so that the drawing's colours stay what they are


def linear_from_srgb(x: Tensor) -> Tensor:
    """Any shape, 0…1."""
    return x * (0.0159901 + x * (0.668301 + x * 0.315709))


def srgb_from_linear(x: Tensor) -> Tensor:
    """Any shape, 0…1: one square root instead of a power."""
    root = (x + 0.001).sqrt()
    return root * (root * (root * 0.31548361 - 0.71895512) + 1.45480053) - 0.0482812


def between(x: Tensor, low: float, high: float) -> Tensor:
    """clamp, as Max and Min: on one WASM thread half the time of ONNX's Clip."""
    return torch.minimum(torch.maximum(x, torch.tensor(low)), torch.tensor(high))


def filmic(c: Tensor) -> Tensor:
    """Linear light ≥ 0 → 0…1. The brightest channel is bent over the knee (slope 1 there, 1 at infinity), the
    others keep their ratio to it: hue and saturation stay, highlights pale by what is mirrored alone."""
    red, green, blue = c.split([1, 1, 1], 1)
    peak = torch.maximum(torch.maximum(red, green), blue)
    peak = torch.maximum(peak, torch.tensor(KNEE))
    bent = 1 - (1 - KNEE) ** 2 / (peak + (1 - 2 * KNEE))
    return c * (bent / peak)
