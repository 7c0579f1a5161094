"""Form of a pair's parts -> a drawing's third plane, mostly empty: where a part is flat, round or hollow.

What the truth says by the divergence of its normals: a body whose normals part is convex, one whose normals
meet concave (Horn 1986, Robot Vision). Lines alone leave the two open (the crater illusion), so some round
parts are turned inside out: the same lines, the other form, and the hint that tells them apart.
"""

import cv2
import numpy as np

from learning.channels import DRAWING, HINTS, SQUARE

LEAST = 0.0016  # of the square's area: smaller parts have no hint
FLAT = 5.0  # degrees from a part's mean normal, on average, up to which it is flat
BEND = 0.5  # divergence times the part's radius from which on it is round: 2 of a half ball
CLEAR = 0.6  # of all bending, the share that is left when it is summed with its sign
JUMP = 0.35  # as learning/objective.py's: another face
SEEN = 128  # side at which the truth is looked at: every other pixel of previews
STEPS = 64  # normals are compared over this part of the side
ALL = 0.25  # of pictures with hints, those that have one on every clear part …
MOST = 3  # … the others on up to so many
POINTS = 0.15  # of hints, those that are a disc at a point of their part, as of a click
DISC = (6, 24)  # its radius, pixels of 512
RARE = 6.0  # hollow parts are rare: so much likelier are they to get a hint
TURNED = 0.25  # of round parts with a hint, those that are turned inside out


def kinds(moved: dict[str, np.ndarray]) -> np.ndarray:
    """Maps in place (`normal`, `part`, `coverage`) -> uint8 [256]: by a part's number its value in HINTS, 0
    where it is none of the three clearly."""
    every = max(1, moved["part"].shape[0] // SEEN)
    normal, cover, part = (moved[name][..., ::every, ::every] for name in ("normal", "coverage", "part"))
    normal = normal.astype(np.float32) / 127.5 - 1
    length = np.linalg.norm(normal, axis=0)
    part = np.where((cover > 200) & (length > 0.8), part, 0)
    side, count = part.shape[0], lambda of, what=None: np.bincount(of.ravel(), what, 256)
    area = count(part)
    some = np.maximum(area, 1)
    mean = np.stack([count(part, plane.ravel()) for plane in normal]) / some
    mean /= np.maximum(np.linalg.norm(mean, axis=0), 1e-3)
    along = (normal * mean[:, part]).sum(0) / np.maximum(length, 1e-3)
    away = np.degrees(count(part, np.arccos(np.clip(along, -1, 1)).ravel()) / some)
    step = side // STEPS
    signed, whole, divergence = np.zeros(256), np.zeros(256), np.zeros(256)
    for axis, plane, sign in ((1, 0, 1), (0, 1, -1)):  # y of a normal points up the page
        low, high = [slice(None)] * 2, [slice(None)] * 2
        low[axis], high[axis] = slice(side - step), slice(step, side)
        near = lambda x: x[..., low[0], low[1]]  # noqa: B023, of this axis and at once
        far = lambda x: x[..., high[0], high[1]]  # noqa: B023
        apart = far(normal) - near(normal)
        same = (near(part) == far(part)) & (np.abs(apart).max(0) < JUMP)
        of, bend = near(part)[same], sign * apart[plane][same] / step
        signed += count(of, bend)
        whole += count(of, np.abs(bend))
        divergence += count(of, bend) / np.maximum(count(of), 1)
    bent = divergence * np.sqrt(area / np.pi)
    clear = np.abs(signed) > CLEAR * np.maximum(whole, 1e-6)
    found = np.zeros(256, np.uint8)
    found[clear & (bent > BEND)] = HINTS["round"]
    found[clear & (bent < -BEND)] = HINTS["hollow"]
    found[away < FLAT] = HINTS["flat"]
    found[area < LEAST * side * side] = 0
    found[0] = 0
    return found


def turned(normal: np.ndarray, where: np.ndarray) -> np.ndarray:
    """`normal` uint8 [3, S, S] with the part `where` inside out: mirrored at its mean direction."""
    one = normal[:, where].astype(np.float32) / 127.5 - 1
    mean = one.mean(1, keepdims=True)
    mean /= np.linalg.norm(mean) + 1e-6
    other = 2 * (one * mean).sum(0) * mean - one
    other[2] = np.maximum(other[2], 0.02)  # what would face away is seen from its edge
    other /= np.maximum(np.linalg.norm(other, axis=0), 1e-3)
    found = normal.copy()
    found[:, where] = np.round((other + 1) * 127.5)
    return found


def hinted(moved: dict[str, np.ndarray], rng: np.random.Generator, share: float) -> np.ndarray:
    """float32 [S, S] of values of HINTS, 0 where there is none; this `share` of pictures has any. Normals of
    parts that are turned inside out are replaced in `moved`."""
    plane = np.zeros(moved["part"].shape, np.float32)
    if rng.random() >= share:
        return plane
    found = kinds(moved)
    clear = np.flatnonzero(found)
    if len(clear) and rng.random() >= ALL:
        weight = np.where(found[clear] == HINTS["hollow"], RARE, 1.0)
        some = min(len(clear), int(rng.integers(1, MOST + 1)))
        clear = rng.choice(clear, some, replace=False, p=weight / weight.sum())
    for number in clear:
        where, kind = moved["part"] == number, float(found[number])
        if kind == HINTS["round"] and rng.random() < TURNED:
            moved["normal"], kind = turned(moved["normal"], where), float(HINTS["hollow"])
        if rng.random() < POINTS:
            where = disc(where, rng)
        plane[where] = kind
    return plane


def disc(where: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Bool [S, S]: around a point of the part `where`, and within it."""
    ys, xs = np.nonzero(where)
    i = int(rng.integers(len(ys)))
    radius = round(rng.uniform(*DISC) * where.shape[0] / SQUARE.size)
    spot = cv2.circle(np.zeros(where.shape, np.uint8), (int(xs[i]), int(ys[i])), radius, 1, -1)
    return where & (spot > 0)


def of_truth(moved: dict[str, np.ndarray]) -> np.ndarray:
    """float32 [S, S]: the hints of all clear parts, as one who knows the truth would give them."""
    return kinds(moved)[moved["part"]].astype(np.float32)


def fitted(drawing: np.ndarray, channels: int) -> np.ndarray:
    """Drawings [B, C, S, S] as a network of `channels` takes them: one that takes hints gets an empty plane
    where they are lines and silhouette alone."""
    lacking = drawing.shape[1] == len(DRAWING) and channels == len(DRAWING) + 1
    return np.pad(drawing, ((0, 0), (0, 1), (0, 0), (0, 0))) if lacking else drawing
