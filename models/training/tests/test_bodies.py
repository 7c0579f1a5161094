# Seeds give the bodies that they have always given: pairs that were rendered before stay what their seeds
# say. After a change that is meant: python tests/test_bodies.py
from __future__ import annotations

import hashlib
import json
import random
import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

bpy = pytest.importorskip("bpy")

from data.scenes import FAMILIES
from data.scenes.evaluated import emptied, evaluated

KNOWN = Path(__file__).with_name("bodies.json")
SEEDS = range(6)


def digest(name: str, seed: int) -> str:
    """Of parts, prints and form; places to a millionth of the body's length."""
    emptied()
    subject = FAMILIES[name](random.Random(seed))
    looks = [(p.name, p.material, *np.round(p.colour, 6).tolist()) for p in subject.parts]
    found = hashlib.sha256(json.dumps(looks).encode())
    for decal in subject.decals:
        found.update(decal.image.tobytes())
        found.update(np.round([*decal.origin, decal.width, decal.height], 5).astype("<f4").tobytes())
    body = evaluated(subject)
    found.update(np.round(body.vertices * 1e6).astype("<i4").tobytes())
    for plane in (body.triangles, body.part, body.sharp):
        found.update(plane.astype("<i4").tobytes())
    return found.hexdigest()[:16]


@pytest.mark.parametrize("name", sorted(FAMILIES))
def test_a_seed_gives_the_body_that_it_has_always_given(name):
    known = json.loads(KNOWN.read_text())[name]
    assert [digest(name, seed) for seed in SEEDS] == known


if __name__ == "__main__":
    known = {name: [digest(name, seed) for seed in SEEDS] for name in sorted(FAMILIES)}
    KNOWN.write_text(json.dumps(known, indent=2) + "\n")
