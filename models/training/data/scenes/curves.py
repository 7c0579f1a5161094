# in: a few numbers; out: outlines and paths as float arrays [n, 2] or [n, 3], the stuff that shapes.py skins.
"""Closed outlines run anticlockwise and do not repeat their first point."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

Vector = Sequence[float] | np.ndarray  # a place or direction, [2] or [3]
Points = Sequence[Vector] | np.ndarray  # [n, 2] or [n, 3]
Numbers = float | Sequence[float] | np.ndarray  # one for all, or one each


def spline(points: Points, steps: int = 6, closed: bool = False) -> np.ndarray:
    """Catmull-Rom through points [n, d]; open curves keep both ends."""
    p = np.asarray(points, float)
    padded = np.vstack([p[-1:], p, p[:2]] if closed else [2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    spans = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:]):
        spans.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    curve = np.vstack(spans)
    return curve if closed else np.vstack([curve, p[-1:]])


def fillet(points: Points, radius: Numbers, steps: int = 4, closed: bool = True) -> np.ndarray:
    """Rounds the corners of a polygon or polyline [n, 2]; radius is one number or one a corner, cut to fit."""
    p = np.asarray(points, float)
    radii = np.broadcast_to(np.asarray(radius, float), (len(p),))
    out = []
    for i, corner in enumerate(p):
        if (not closed and i in (0, len(p) - 1)) or radii[i] <= 1e-6:
            out.append(corner[None])
            continue
        back, ahead = p[i - 1] - corner, p[(i + 1) % len(p)] - corner
        long_back, long_ahead = np.linalg.norm(back), np.linalg.norm(ahead)
        back, ahead = back / long_back, ahead / long_ahead
        half = np.arccos(np.clip(back @ ahead, -1, 1)) / 2
        if half > np.pi / 2 - 0.02:  # straight on: nothing to round
            out.append(corner[None])
            continue
        reach = min(radii[i] / np.tan(half), 0.48 * long_back, 0.48 * long_ahead)
        a, b = corner + back * reach, corner + ahead * reach
        r = reach * np.tan(half)
        middle = corner + (back + ahead) / np.linalg.norm(back + ahead) * (r / np.sin(half))
        u, v = a - middle, b - middle
        angle = np.arccos(np.clip((u @ v) / (r * r), -1, 1))
        t = np.linspace(0, 1, steps + 1)[:, None]
        out.append(middle + (np.sin((1 - t) * angle) * u + np.sin(t * angle) * v) / np.sin(angle))
    return np.vstack(out)


def rectangle(width: float, height: float, radius: Numbers = 0.0, centre: Vector = (0.0, 0.0), steps: int = 7) -> np.ndarray:
    """[n, 2] about `centre`; radius is one number or one a corner."""
    x, y = width / 2, height / 2
    corners = np.array([[-x, -y], [x, -y], [x, y], [-x, y]]) + centre
    return fillet(corners, radius, steps) if np.max(radius) > 0 else corners


def ellipse(width: float, height: float, count: int = 48, centre: Vector = (0.0, 0.0), power: float = 2.0) -> np.ndarray:
    """power 2 is an ellipse, 4 a squircle."""
    a = np.arange(count) * 2 * np.pi / count
    c, s = np.cos(a), np.sin(a)
    x = np.sign(c) * np.abs(c) ** (2 / power) * width / 2
    y = np.sign(s) * np.abs(s) ** (2 / power) * height / 2
    return np.stack([x, y], 1) + centre


def regular(count: int, radius: float, turn: float = 0.0, inner: float | None = None) -> np.ndarray:
    """A regular polygon; with `inner`, a star whose inner corners lie at that radius."""
    n = count * (2 if inner else 1)
    a = np.arange(n) * 2 * np.pi / n + turn
    r = np.where(np.arange(n) % 2 == 1, inner or radius, radius)
    return np.stack([r * np.cos(a), r * np.sin(a)], 1)


def arc(radius: float, start: float, end: float, count: int = 16, centre: Vector = (0.0, 0.0)) -> np.ndarray:
    """From angle start to end in degrees, both ends kept."""
    a = np.radians(np.linspace(start, end, count))
    return np.stack([radius * np.cos(a), radius * np.sin(a)], 1) + centre


def resample(points: Points, count: int, closed: bool = True) -> np.ndarray:
    """The same curve with `count` points at equal steps of length."""
    p = np.asarray(points, float)
    q = np.vstack([p, p[:1]]) if closed else p
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(q, axis=0), axis=1))])
    at = np.linspace(0, along[-1], count + 1)[:-1] if closed else np.linspace(0, along[-1], count)
    return np.stack([np.interp(at, along, q[:, k]) for k in range(q.shape[1])], 1)


def by_angle(outline: Points, count: int) -> np.ndarray:
    """The same outline with its points at equal angles about the origin (for outlines seen whole from there):
    two such outlines morph into each other without ripples."""
    p = resample(outline, 8 * count)
    angle, ray = np.arctan2(p[:, 1], p[:, 0]), np.linalg.norm(p, axis=1)
    a = np.arange(count) * 2 * np.pi / count
    order = np.argsort(angle)
    r = np.interp(a, angle[order], ray[order], period=2 * np.pi)
    return np.stack([r * np.cos(a), r * np.sin(a)], 1)


def area(outline: Points) -> float:
    """Signed: anticlockwise outlines have a positive one."""
    x, y = np.asarray(outline, float).T
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) / 2)


def inset(outline: Points, by: float) -> np.ndarray:
    """Moves an anticlockwise outline inwards by `by` (mitred, mitres cut at three times)."""
    p = np.asarray(outline, float)
    edge = np.roll(p, -1, 0) - p
    normal = np.stack([-edge[:, 1], edge[:, 0]], 1) / np.maximum(np.linalg.norm(edge, axis=1), 1e-9)[:, None]
    both = np.roll(normal, 1, 0) + normal
    return p + both * (by / np.maximum((both**2).sum(1) / 2, 0.35))[:, None]


def offset_profile(profile: Points, by: float) -> np.ndarray:
    """A lathe's profile (r, z) moved towards its axis by `by` along its normal: the inside of a wall."""
    p = np.asarray(profile, float)
    along = np.gradient(p, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1), 1e-9)[:, None]
    return p + np.stack([-along[:, 1], along[:, 0]], 1) * by
