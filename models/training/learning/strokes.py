"""Distances to the three kinds of line -> lines as people draw them, float32 [S, S], ink 1 and paper 0.
Lengths are given for a square of 512 and scale with it."""

import cv2
import numpy as np

from learning.channels import SQUARE
from learning.config import Augment


def field(rng: np.random.Generator, side: int, cells: int, height: float) -> np.ndarray:
    """Smooth noise [side, side], standard deviation about `height`."""
    return cv2.resize(
        rng.normal(0, height, (cells, cells)).astype(np.float32), (side, side), interpolation=cv2.INTER_CUBIC
    )


def shake(away: np.ndarray, rng: np.random.Generator, pixels: float) -> np.ndarray:
    """Wobble: the lines alone pushed about by a smooth field."""
    side = away.shape[0]
    cells, height = int(rng.integers(4, 14)), float(rng.uniform(0.3, 1)) * pixels * side / SQUARE.size
    y, x = np.mgrid[0:side, 0:side].astype(np.float32)
    return cv2.remap(
        away,
        x + field(rng, side, cells, height),
        y + field(rng, side, cells, height),
        cv2.INTER_LINEAR,
        borderValue=255,
    )


def ink(away: np.ndarray, width: float | np.ndarray) -> np.ndarray:
    """Distance in pixels -> anti-aliased stroke, 0…1."""
    return np.clip(width / 2 - away + 0.5, 0, 1)


def erase(lines: np.ndarray, away: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Gaps: a few small discs on the lines."""
    ys, xs = np.nonzero(away < 1)
    if not len(ys):
        return lines
    lines, unit = lines.copy(), away.shape[0] / SQUARE.size
    for i in rng.integers(0, len(ys), int(rng.integers(1, 9))):
        cv2.circle(
            lines, (int(xs[i]), int(ys[i])), max(1, round(rng.integers(2, 10) * unit)), 0, -1, cv2.LINE_AA
        )
    return lines


def overshoot(lines: np.ndarray, away: np.ndarray, rng: np.random.Generator, width: float) -> np.ndarray:
    """Short strokes that run on along a line's tangent, as where a hand does not stop at the corner."""
    ys, xs = np.nonzero((away < 0.7) & (away >= 0))
    if not len(ys):
        return lines
    gy, gx = np.gradient(cv2.GaussianBlur(np.minimum(away, 8), (0, 0), 1.2))
    lines, unit = np.ascontiguousarray(lines), away.shape[0] / SQUARE.size
    for i in rng.integers(0, len(ys), int(rng.integers(1, 6))):
        x, y = int(xs[i]), int(ys[i])
        # across the line the distance is a ridge: its direction is read 3 pixels to the side
        side = np.array(
            [
                gx[max(y - 2, 0) : y + 3, max(x - 2, 0) : x + 3].std(),
                gy[max(y - 2, 0) : y + 3, max(x - 2, 0) : x + 3].std(),
            ]
        )
        along = np.array([side[1], side[0] * rng.choice([-1, 1])]) / (np.linalg.norm(side) + 1e-3)
        end = np.array([x, y]) + along * rng.uniform(12, 44) * unit * rng.choice([-1, 1])
        cv2.line(lines, (x, y), tuple(int(v) for v in end), 1.0, max(1, round(width)), cv2.LINE_AA)
    return lines


def stray(lines: np.ndarray, rng: np.random.Generator, width: float) -> np.ndarray:
    """One to three strokes that mean nothing."""
    lines, side = np.ascontiguousarray(lines), lines.shape[0]
    for _ in range(int(rng.integers(1, 4))):
        start = rng.uniform(0.16, 0.84, 2) * side
        points = np.cumsum(
            np.concatenate([[start], rng.normal(0, 0.035 * side, (int(rng.integers(2, 5)), 2))]), 0
        )
        cv2.polylines(lines, [np.int32(points)], False, 1.0, max(1, round(width)), cv2.LINE_AA)
    return lines


def lose_creases(crease: np.ndarray, rng: np.random.Generator, share: float) -> np.ndarray:
    """Artists agree on contours and much less on creases: drop all of them, or those under a smooth blob."""
    chance = rng.random()
    if chance < share * 0.4:
        return np.full_like(crease, 255)
    if chance < share * 3:
        blob = field(rng, crease.shape[0], 5, 1.0)
        return np.where(blob > np.quantile(blob[::8, ::8], 0.7), 255, crease)
    return crease


def draw(moved: dict[str, np.ndarray], rng: np.random.Generator, how: Augment) -> np.ndarray:
    """Distances -> lines [S, S], 0…1."""
    away = np.minimum(moved["contour"], lose_creases(moved["crease"], rng, how.crease_loss))
    if rng.random() < how.marks:
        away = np.minimum(away, moved["mark"])
    side = away.shape[0]
    unit = side / SQUARE.size
    canonical = SQUARE.stroke * unit
    if rng.random() < how.clean:
        return ink(away, canonical)
    # log-normal: most strokes stay near the canonical width
    width = canonical * float(np.clip(np.exp(rng.normal(0, 0.3)), *how.stroke))
    if rng.random() < how.wobble:
        away = shake(away, rng, how.wobble_pixels)
    pressure = width * (1 + field(rng, side, 6, 0.15)) if rng.random() < 0.3 else width
    lines = ink(away, pressure)
    if rng.random() < how.doubled:
        lines = np.maximum(lines, ink(shake(away, rng, how.wobble_pixels * 1.3), width) * rng.uniform(0.5, 1))
    if rng.random() < how.gaps:
        lines = erase(lines, away, rng)
    if rng.random() < how.overshoots:
        lines = overshoot(lines, away, rng, width)
    if rng.random() < how.stray:
        lines = stray(lines, rng, width)
    edge = rng.random()
    if edge < how.hard:
        lines = (lines > 0.5).astype(np.float32)
    elif edge < how.hard * 2:
        lines = cv2.GaussianBlur(lines, (0, 0), float(rng.uniform(0.8, 1.8)) * unit)
    return lines
