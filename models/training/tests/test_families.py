# Every family builds whole things from a seed, and always the same thing. Skipped where bpy is not installed.
from __future__ import annotations

import random

import numpy as np
import pytest

bpy = pytest.importorskip("bpy")

from data.scenes import FAMILIES
from data.scenes.curves import ellipse, rectangle
from data.scenes.evaluated import emptied, evaluated
from data.scenes.faces import FRONT
from data.scenes.joinery import cut, inlay
from data.scenes.placing import points_of
from data.scenes.shapes import lathe
from data.scenes.slabs import block, slab
from data.scenes.subject import MATERIALS, Part, Subject

SEEDS = (1, 2, 3)


def built(name: str, seed: int) -> Subject:
    emptied()
    return FAMILIES[name](random.Random(seed))


def geometry(subject: Subject) -> list[np.ndarray]:
    return [points_of(part.object) for part in subject.parts]


@pytest.mark.parametrize("name", sorted(FAMILIES))
def test_a_family_builds_named_parts_of_known_materials(name):
    for seed in SEEDS:
        subject = built(name, seed)
        assert subject.family == name and subject.parts
        assert len({part.name for part in subject.parts}) == len(subject.parts), [
            part.name for part in subject.parts
        ]
        for part, points in zip(subject.parts, geometry(subject)):
            assert part.name and part.material in MATERIALS
            assert len(part.object.data.polygons) > 3 and np.isfinite(points).all()
            assert len(part.colour) == 3 and all(0 <= c <= 1 for c in part.colour)
        for decal in subject.decals:
            assert decal.image.dtype == np.uint8 and decal.image.ndim == 2
            assert abs(decal.right @ decal.up) < 1e-9 and np.linalg.norm(decal.right) == pytest.approx(1)


@pytest.mark.parametrize("name", sorted(FAMILIES))
def test_every_part_is_closed_and_faces_outwards(name):
    import bmesh

    for seed in SEEDS:
        for part in built(name, seed).parts:
            shape = bmesh.new()
            shape.from_mesh(part.object.data)
            assert all(edge.is_manifold for edge in shape.edges), f"{name} seed {seed}: {part.name} is open"
            assert shape.calc_volume(signed=True) > 0, f"{name} seed {seed}: {part.name} is inside out"
            shape.free()


@pytest.mark.parametrize("name", sorted(FAMILIES))
def test_a_seed_is_one_thing_and_another_seed_another(name):
    first, again, other = (geometry(built(name, seed)) for seed in (7, 7, 8))
    assert len(first) == len(again) and all(np.array_equal(a, b) for a, b in zip(first, again))
    assert len(first) != len(other) or any(
        a.shape != b.shape or not np.allclose(a, b) for a, b in zip(first, other)
    )


def test_a_wall_with_a_bevel_and_a_slot_is_exactly_flat():
    emptied()
    wall = cut(
        block("wall", (1, 1, 1), (0, 0, 0.5), 0.05),
        slab("tool", rectangle(0.4, 0.1, 0.05), 2, (0, 0.2, 0.5), FRONT),
    )
    body = evaluated(Subject("test", [Part("wall", wall, "concrete", (1, 1, 1))]))
    corner = body.vertices[body.triangles]
    front = (np.abs(corner[..., 1] - body.vertices[:, 1].min()) < 1e-6).all(1)
    assert front.sum() > 4 and np.allclose(body.normals[front], (0, -1, 0), atol=1e-4)


def test_an_inlaid_label_continues_the_bottle():
    emptied()
    bottle = lathe("bottle", [(0.5, 0), (0.5, 1)], 96)
    label = inlay("label", bottle, slab("tool", ellipse(0.4, 0.4), 2, (0, -0.2, 0.5), FRONT))
    body = evaluated(
        Subject(
            "test", [Part("bottle", bottle, "glass", (1, 1, 1)), Part("label", label, "paper", (1, 1, 1))]
        )
    )
    corner = body.vertices[body.triangles]
    facet = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    facet /= np.linalg.norm(facet, axis=1, keepdims=True)
    towards = corner * (1, 1, 0) / np.linalg.norm(corner[..., :2], axis=-1, keepdims=True).clip(1e-9)
    outer = (np.linalg.norm(corner[..., :2], axis=-1) > 0.998).all(1)  # two units long: the radius is 1
    sides = outer & ((facet * towards[:, 0]).sum(1) > 0.9)  # not the lids, nor the cut's own wall
    assert (body.part[sides] == 1).any() and (body.part[sides] == 0).any()
    angle = np.degrees(np.arccos(np.clip((towards * body.normals).sum(-1), -1, 1)))[sides]
    assert angle.max() < 4, f"a normal leans {angle.max():.1f} degrees from the cylinder's"
