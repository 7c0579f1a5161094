# in: radii, paths, sections; out: the pieces that fittings share: discs, pipes with a mouth, cross handles.
from __future__ import annotations

import random

import numpy as np

from ..curves import Numbers, Vector, arc, fillet, spline
from ..faces import TOP, Solid
from ..joinery import cut, unite
from ..palette import metal, neutral
from ..placing import moved, rotation
from ..shapes import lathe, rod, sweep
from ..slabs import slab
from ..subject import Part

NAME = "tap"
FORWARD = rotation("x", 90)  # a lathe's +z to -Y


def finish(rng: random.Random) -> tuple[str, tuple[float, float, float]]:
    """Chrome, brass, black, or enamel."""
    return rng.choice((("polished_metal", metal(rng)), ("polished_metal", metal(rng)), ("brushed_metal", metal(rng)), ("matte_plastic", neutral(rng, False)), ("ceramic", neutral(rng, True))))


def disc(name: str, r: float, low: float, high: float, soft: float = 0.012, foot: float = 0.0, count: int = 60) -> Solid:
    """A turned plate with softened edges, `foot` wider below."""
    soft = min(soft, 0.45 * (high - low), 0.45 * r)
    return lathe(name, fillet([(r + foot - soft, low), (r + foot, low), (r, high), (0.01, high)], [0, soft, soft, 0], 4, closed=False), count)


def mouthed(rng: random.Random, name: str, path: np.ndarray, section: np.ndarray, grow: Numbers = 1.0, up: Vector = (0, 1, 0)) -> Solid:
    """A tube whose far end is open."""
    tube = sweep(name, path, section, grow, up=up)
    last = np.broadcast_to(np.asarray(grow, float), (len(path),))[-1]
    ahead = (path[-1] - path[-2]) / np.linalg.norm(path[-1] - path[-2])
    bore = path[-1] + ahead * np.array([-0.06, -0.02, 0.02, 0.06])[:, None]
    return cut(tube, sweep("bore", bore, section * 0.72 * last, up=up))


def cross(r: float, thick: float, z: float, kind: str) -> Solid:
    """A tap's grip turned about z: cross, wheel, lobes or bar."""
    if kind == "lobes":
        a = np.arange(96) * 2 * np.pi / 96
        ring = r * (0.86 + 0.14 * np.cos(lobes(r) * a))
        return slab("grip", np.stack([ring * np.cos(a), ring * np.sin(a)], 1), 2.2 * thick, (0, 0, z - 1.1 * thick), TOP, 0.5 * thick, 4, sharp=50)
    if kind == "wheel":
        t = np.linspace(0, 2 * np.pi, 56, endpoint=False)
        pieces = [rod("rim", np.stack([r * np.cos(t), r * np.sin(t), 0 * t + z], 1), thick, 14, loop=True)]
        pieces += [rod("spoke", [(-r * c, -r * s, z), (0, 0, z), (r * c, r * s, z)], 0.6 * thick, 12) for c, s in ((1, 0), (0.5, 0.866), (-0.5, 0.866))]
        return unite(*pieces)
    arms = [(1, 0), (0, 1)] if kind == "cross" else [(1, 0)]
    bars = [rod("arm", [(-r * c, -r * s, z), (0, 0, z + 0.004 * (c == 0)), (r * c, r * s, z)], thick, 16, ends=0.9) for c, s in arms]
    return unite(*bars, lathe("hub", fillet([(1.6 * thick, z - 1.5 * thick), (1.9 * thick, z), (1.5 * thick, z + 1.6 * thick), (0.01, z + 1.7 * thick)], 0.3 * thick, 4, closed=False), 36))


def lobes(r: float) -> int:
    """Three to six lobes, by size: the wider the more."""
    return 3 + int(r * 40) % 4


def arch(rng: random.Random, high: float, reach: float, kind: str) -> np.ndarray:
    """The spout's line in the plane x = 0 from the column's top (0, 0) out to -Y and down, as (out, up)."""
    if kind == "swan":
        drop = rng.uniform(0.1, 0.35)
        return np.vstack([[(0, 0), (0, 0.5 * high)], arc(reach / 2, 180, 0, 28, (reach / 2, high)), [(reach, high - drop * 0.5), (reach, high - drop)]])
    if kind == "square":
        return fillet([(0, 0), (0, high), (reach, high), (reach, high - 0.14)], rng.choice((0.04, 0.09)), 8, closed=False)
    if kind == "slope":
        return fillet([(0, 0), (0, 0.3 * high), (reach, high), (reach + 0.03, high - 0.13)], [0, 0.1, 0.06, 0], 8, closed=False)
    return spline([(0, 0), (0.02, 0.55 * high), (0.45 * reach, high), (0.85 * reach, 0.9 * high), (reach, 0.62 * high)], 10)


def turned(parts: list[Part], degrees: float) -> list[Part]:
    for part in parts:
        moved(part.object, turn=rotation("z", degrees))
    return parts
