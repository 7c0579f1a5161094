"""A network and the graphs made of it -> how far apart their answers are; a refusal where that is too far."""

import gzip

import numpy as np
import onnx
import onnxruntime
import torch
from torch import Tensor, nn

from learning.channels import SQUARE

FP32_LIMIT = 1e-3  # largest absolute difference between PyTorch and ONNX Runtime, float32 weights
TURN_LIMIT = 1.0  # degrees by which int8 weights may turn a normal, mean over the drawn pixels
PAINT_LIMIT = 2.5  # of 255, by which int8 weights may change a picture, mean over all of it
LOOK_LIMIT = 0.1  # share of the materials' probabilities that int8 may move, mean over all of the square
INTEGER_LIMIT = 2.0  # the same of integers throughout: two answers may differ and be as near to the truth


def run(model: onnx.ModelProto, drawings: np.ndarray) -> list[np.ndarray]:
    """Every output, [N, C, h, w] of drawings [N, C, S, S]."""
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    found = [session.run(None, {"drawing": one[None]}) for one in drawings]
    return [np.concatenate(parts) for parts in zip(*found)]


def practice(inside: int, side: int, count: int = 4) -> np.ndarray:
    """Drawings [count, inside, side, side] of nested frames: enough ink to wake every channel, needs no
    data."""
    drawing, unit = np.zeros((count, inside, side, side), np.float32), side // 128
    for i in range(count):
        for inset in range(unit * (12 + 3 * i), unit * 60, unit * (10 + 4 * i)):
            for band in (slice(inset, inset + unit), slice(side - unit - inset, side - inset)):
                drawing[i, 0, band, inset : side - inset] = drawing[i, 0, inset : side - inset, band] = (
                    SQUARE.ink
                )
        drawing[i, 1:] = SQUARE.unknown
        if inside > 1 and i % 2:
            drawing[i, 1, 12 * unit : 116 * unit, 12 * unit : 116 * unit] = 1
    return drawing


def turn(a: np.ndarray, b: np.ndarray) -> float:
    """Mean degrees between the normals of two intrinsic images where `a` has the object."""
    cosine = np.clip((a[:, :3] * b[:, :3]).sum(1), -1, 1)
    drawn = a[:, 6] > 0.5 if (a[:, 6] > 0.5).any() else np.ones_like(a[:, 6], bool)
    return float(np.degrees(np.arccos(cosine))[drawn].mean())


def answers(model: nn.Module, drawings: np.ndarray) -> list[np.ndarray]:
    """Every output of the network, as `run` gives a graph's."""
    with torch.no_grad():
        found: Tensor | tuple[Tensor, ...] = model(torch.from_numpy(drawings))
    return [part.numpy() for part in (found if isinstance(found, tuple) else (found,))]


def parity(
    model: nn.Module, plain: onnx.ModelProto, small: onnx.ModelProto, drawings: np.ndarray, *, integer: bool
) -> dict[str, float]:
    """`model` and its graphs in float32 and as shipped, answering `drawings` [N, C, S, S] -> the
    card's numbers. Raises AssertionError where the graphs are further from it than the limits above."""
    truth, float32, int8 = answers(model, drawings), run(plain, drawings), run(small, drawings)
    found = {
        "fp32": max(float(np.abs(a - b).max()) for a, b in zip(float32, truth)),
        "int8": float(np.abs(int8[0] - truth[0]).max()),
        "int8Mean": float(np.abs(int8[0] - truth[0]).mean()),
    }
    assert found["fp32"] <= FP32_LIMIT, (
        f"ONNX differs from PyTorch by {found['fp32']:.2e}, allowed {FP32_LIMIT}"
    )
    assert all(np.isfinite(part).all() for part in int8), "int8 gives values that are no numbers"
    if truth[0].shape[1] == 3:
        found["int8Of255"] = float(np.abs(int8[0] - truth[0]).mean() * 127.5)
        assert found["int8Of255"] <= PAINT_LIMIT, (
            f"int8 changes the picture by {found['int8Of255']:.2f} of 255, allowed {PAINT_LIMIT}"
        )
    else:
        limit = INTEGER_LIMIT if integer else TURN_LIMIT
        found["int8Degrees"] = turn(truth[0], int8[0])
        assert found["int8Degrees"] <= limit, (
            f"int8 turns normals by {found['int8Degrees']:.2f}°, allowed {limit}°"
        )
    if len(truth) > 1:  # half the L1 distance of the probabilities: this share of them has moved
        moved = np.abs(int8[1][:, :-4] - truth[1][:, :-4]).sum(1).mean() / 2
        found["int8Look"] = float(moved)
        assert moved <= LOOK_LIMIT, f"int8 moves {moved:.2f} of what the look says, allowed {LOOK_LIMIT}"
    found["packed"] = len(gzip.compress(small.SerializeToString(), 9))
    return found
