# in: maps of one pair; out: their bytes, and back: deltas along rows, then zlib.
from __future__ import annotations

import zlib

import cv2
import numpy as np

SHARP = {
    "contour": 1,
    "crease": 1,
    "mark": 1,
    "normal": 3,
    "coverage": 1,
    "part": 1,
}  # name: planes, in the order they lie

SMOOTH = {"occlusion": 1, "thickness": 1, "shadow": 1}
SIDES = {
    "realize-pairs-2": (512, 256),
    "realize-pairs-1": (256, 256),
}  # of the sharp maps and of the smooth ones

FORMAT = "realize-pairs-2"

ORDER_1 = ("contour", "crease", "mark", "normal", "occlusion", "thickness", "shadow", "coverage", "part")


def packed(maps: dict[str, np.ndarray]) -> bytes:
    """Sharp maps, then smooth ones."""
    raw = b""
    for group, side in zip((SHARP, SMOOTH), SIDES[FORMAT]):
        planes = []
        for name, count in group.items():
            shape = (side, side) if count == 1 else (count, side, side)
            assert maps[name].shape == shape and maps[name].dtype == np.uint8, (
                f"{name}: {maps[name].dtype} {maps[name].shape}, wanted uint8 {shape}"
            )
            planes.append(maps[name].reshape(count, side, side))
        stack = np.concatenate(planes)
        stack[:, :, 1:] -= stack[:, :, :-1].copy()
        raw += stack.tobytes()
    return zlib.compress(raw, 1)


def unpacked(blob: bytes, form: str = FORMAT) -> dict[str, np.ndarray]:
    """All maps with the side of the sharp ones."""
    raw, at, maps = np.frombuffer(zlib.decompress(blob), np.uint8), 0, {}
    sharp, smooth = SIDES[form]
    order = ORDER_1 if form == "realize-pairs-1" else (*SHARP, *SMOOTH)
    for name in order:
        count = SHARP.get(name, 1)
        side = sharp if name in SHARP else smooth
        planes = np.add.accumulate(
            raw[at : at + count * side * side].reshape(count, side, side), axis=2, dtype=np.uint8
        )
        at += count * side * side
        maps[name] = planes if count > 1 else planes[0]
    assert at == len(raw), f"{len(raw)} bytes, wanted {at}"
    if smooth != sharp:
        _enlarge(maps, sharp)
    return maps


def _enlarge(maps: dict[str, np.ndarray], side: int) -> None:
    """Smooth maps to the side of the sharp ones; what the object has is not blended with what lies around
    it."""
    half = maps["occlusion"].shape[0]
    resize = lambda plane, to: cv2.resize(plane, (to, to), interpolation=cv2.INTER_LINEAR)
    cover = cv2.resize(maps["coverage"], (half, half), interpolation=cv2.INTER_AREA)
    inside = (cover > 0).astype(np.float32)
    weight = np.maximum(resize(inside, side), 1e-3)
    for name, outside in (("occlusion", 255), ("thickness", 0)):
        value = resize(maps[name] * inside, side) / weight
        maps[name] = np.where(maps["coverage"] > 0, np.round(value), outside).astype(np.uint8)
    maps["shadow"] = resize(maps["shadow"], side)
