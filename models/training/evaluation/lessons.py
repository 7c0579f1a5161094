"""Pairs -> what the encoder is asked about them: family, materials, normals, pictures turned."""

import hashlib

import cv2
import numpy as np

from data.pairs import Pairs
from evaluation.observer import PLACES
from learning.dataset import is_mesh
from light.lit import SIDE, filled, picture, stored_form

MESH = "mesh"


def family(meta: dict) -> str:
    """A mesh's is MESH; of several objects the first counts."""
    return MESH if is_mesh(meta) else meta["family"].split("+")[0]


def key(meta: dict) -> str:
    """A pair's place in an order that has nothing to do with where it lies on disk."""
    return hashlib.sha256(f"{meta['family']} {meta['seed']}".encode()).hexdigest()


def chosen(pairs: Pairs, count: int) -> list[int]:
    """Indices of `count` pairs, families in turn, sharp ones first; of a seed that was rendered twice the
    sharper pair."""
    best: dict[str, int] = {}
    for i in sorted(range(len(pairs)), key=pairs.side):
        best[key(pairs.meta(i))] = i
    groups: dict[str, list[int]] = {}
    for _, i in sorted(best.items(), key=lambda item: (-pairs.side(item[1]), item[0])):
        groups.setdefault(family(pairs.meta(i)), []).append(i)
    turns = max(map(len, groups.values()))
    ordered = [
        group[turn] for turn in range(turns) for _, group in sorted(groups.items()) if turn < len(group)
    ]
    return ordered[:count]


def lesson(
    pair: dict, families: list[str], materials: list[str]
) -> tuple[np.ndarray, int, np.ndarray, np.ndarray]:
    """Picture uint8 [3, 256, 256], family, material [16, 16] (−1 = none), normal [3, 16, 16] (0 = none)."""
    meta, step = pair["meta"], SIDE // PLACES
    part = cv2.resize(filled(pair["part"]), (SIDE, SIDE), interpolation=cv2.INTER_NEAREST)[
        step // 2 :: step, step // 2 :: step
    ]
    names = np.array([-1, *(materials.index(m) for m in meta["materials"])])
    material = names[np.minimum(part, len(names) - 1)]
    normal = stored_form(pair)[:3, step // 2 :: step, step // 2 :: step]
    return picture(pair), families.index(family(meta)), material, np.where(material < 0, 0, normal)


def turned(taught: tuple[np.ndarray, int, np.ndarray, np.ndarray]) -> tuple:
    """A lesson mirrored, its light too."""
    image, kind, material, normal = taught
    across = np.array([-1, 1, 1], normal.dtype)[:, None, None]
    return (
        np.ascontiguousarray(image[..., ::-1]),
        kind,
        np.ascontiguousarray(material[:, ::-1]),
        normal[..., ::-1] * across,
    )
