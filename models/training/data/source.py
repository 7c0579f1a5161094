# in: one integer seed and what to draw from; out: the pair of that seed, or the reason why it gives none.
from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from data.body import Body
from data.camera import chosen
from data.pairs import Sample
from data.passes import Useless, rendered
from data.scenes import FAMILIES, HELD_FAMILIES
from data.scenes.evaluated import emptied, evaluated
from data.scenes.meshes import Unfit, held_out, load_mesh, mesh_files
from data.stage import PRINTED, staged, with_prints

HELD_SHARE = 0.05
SEVERAL = 0.12  # pictures of two or three objects
STRETCHED = 0.2  # standard deviation of ln(factor) along each of its own axes, of a mesh that is stretched
VIEWS = 4  # seeds in a row that look at the same family objects: building one costs as much as three views


@dataclass(frozen=True)
class Source:
    """What objects are drawn from; raises AssertionError where a share has nothing to draw from."""

    families: tuple[str, ...]  # names in scenes.FAMILIES
    meshes: Path | None  # folder of .glb / .gltf
    share_meshes: float  # 0..1, how many of the objects are meshes
    stretch: float = 0.0  # 0..1, how many of those are stretched along their own axes

    def __post_init__(self) -> None:
        unknown = set(self.families) - set(FAMILIES)
        assert not unknown, f"families {sorted(unknown)} are none of {sorted(FAMILIES)}"
        assert self.share_meshes == 0 or self.meshes, "a share of meshes needs --meshes"
        assert self.share_meshes == 1 or self.families, "a share of families needs --families"


def pair_of(seed: int, source: Source) -> Sample:
    """The seed's maps, as passes.rendered gives them, and meta; raises Unfit or Useless with the reason where
    it gives no pair."""
    rng = random.Random(seed)
    count = rng.choice([2, 2, 3]) if rng.random() < SEVERAL else 1
    bodies, names, unseen = [], [], False
    for slot in range(count):
        body, name, held_mesh = _object(seed // VIEWS * 4 + slot, rng, source)
        bodies.append(body)
        names.append(name)
        unseen |= held_mesh
    body = staged(bodies, rng)
    camera = chosen(body.vertices, rng)
    if rng.random() < PRINTED and not body.decals:
        body = with_prints(body, camera, rng)
    maps = rendered(body, camera, seed=seed)
    held = "mesh" if unseen else "family" if held_family(names) else "seed" if held_seed(seed) else None
    meta = {
        "seed": seed,
        "family": names[0] if count == 1 else "+".join(names),
        "split": "held" if held else "train",
        "held": held,
        "elevation": round(float(np.degrees(camera.elevation)), 2),
        "parallel": camera.parallel,
        "materials": body.materials,
        "colours": [[round(c, 3) for c in colour] for colour in body.colours],
    }
    return maps, meta


def held_seed(seed: int) -> bool:
    """By the objects it shows, so that no view of a held-out object is trained on."""
    return int(hashlib.sha256(str(seed // VIEWS).encode()).hexdigest()[:8], 16) < HELD_SHARE * 2**32


def held_family(names: list[str]) -> bool:
    """Whether a picture shows a family that never trains."""
    return any(name in HELD_FAMILIES for name in names)


def _object(key: int, rng: random.Random, source: Source) -> tuple[Body, str, bool]:
    """A body, its name (mesh:NAME or a family's) and whether it is a held-out mesh."""
    own = random.Random(key)
    if own.random() < source.share_meshes:
        path = rng.choice(mesh_files(source.meshes))
        body = load_mesh(path)
        if isinstance(body, Unfit):
            raise Unfit(f"{path.name}: {body}")
        if source.stretch and not held_out(path) and rng.random() < source.stretch:
            body = body.stretched(np.exp([rng.gauss(0, STRETCHED) for _ in range(3)]))
        return body, f"mesh:{path.stem}", held_out(path)
    name = own.choice(source.families)
    return _built(name, own.getrandbits(48)), name, False


@lru_cache(maxsize=8)
def _built(family: str, seed: int) -> Body:
    emptied()
    return evaluated(FAMILIES[family](random.Random(seed)))


REASONS = (Unfit, Useless)
