"""A form at 512 -> the form at 2048, as the program enlarges it and as bicubic does."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import cv2
import numpy as np

ROOT = Path(__file__).parents[3]


def enlarged(form: np.ndarray, part: np.ndarray, line: np.ndarray) -> np.ndarray:
    """Form [5, 512, 512] by src/core/form/upsample.ts to [5, 2048, 2048]."""
    with tempfile.TemporaryDirectory() as folder:
        held, out = Path(folder) / "in.bin", Path(folder) / "out.bin"
        sides = np.array([form.shape[1], part.shape[0]], np.int32)
        held.write_bytes(
            sides.tobytes()
            + form.astype(np.float32).tobytes()
            + part.astype(np.int32).tobytes()
            + line.tobytes()
        )
        subprocess.run(["node", "docs/sharp.mjs", "--form", str(held), str(out)], cwd=ROOT, check=True)
        return np.fromfile(out, np.float32).reshape(5, *part.shape)


def softened(picture: np.ndarray, part: np.ndarray) -> np.ndarray:
    """src/core/light/soften-borders.ts: a 3 x 3 tent along borders between parts, [H, W, 3]."""
    border = np.zeros(part.shape, bool)
    for axis in (0, 1):
        for step in (-1, 1):
            other = np.roll(part, step, axis)
            border |= (other != part) & (other > 0) & (part > 0)
    inside = (part > 0).astype(np.float32)[..., None]
    weight = cv2.GaussianBlur(inside, (3, 3), 0)[..., None]
    tent = cv2.GaussianBlur(picture * inside, (3, 3), 0) / np.maximum(weight, 1e-3)
    return np.where(border[..., None], tent, picture)
