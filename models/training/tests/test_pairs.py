# A cube and a ball, made here: the pair they give, without Blender.
from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from data.body import Body, components, joined
from data.camera import COARSE, SIDE, aimed, chosen
from data.packing import SHARP, packed, unpacked
from data.pairs import LINE_SCALE, Pairs, write_shard
from data.passes import Useless, halved, rendered
from data.shaping import shaped


def cube(*, at: tuple[float, float, float] = (0, 0, 0), half: float = 1.0) -> Body:
    corners = np.array([(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], float) * half + at
    quads = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    triangles = np.array([t for a, b, c, d in quads for t in ((a, b, c), (a, c, d))])
    return shaped(
        corners,
        triangles,
        np.zeros(12, int),
        names=["cube"],
        materials=["wood"],
        colours=[(1, 0, 0)],
        smooth_angle=40,
    )


def ball(*, at: tuple[float, float, float] = (0, 0, 0), radius: float = 1.0, steps: int = 48) -> Body:
    u, v = np.meshgrid(np.linspace(0, 2 * np.pi, 2 * steps + 1)[:-1], np.linspace(0, np.pi, steps + 1)[1:-1])
    ring = np.stack([np.cos(u) * np.sin(v), np.sin(u) * np.sin(v), np.cos(v)], -1).reshape(-1, 3)
    index = np.arange(len(ring)).reshape(u.shape)
    a, b = index, np.roll(index, -1, 1)
    body = [
        np.stack([a[:-1], a[1:], b[1:]], -1).reshape(-1, 3),
        np.stack([a[:-1], b[1:], b[:-1]], -1).reshape(-1, 3),
    ]
    top, bottom = len(ring), len(ring) + 1
    caps = [
        np.stack([np.full(2 * steps, top), a[0], b[0]], 1),
        np.stack([np.full(2 * steps, bottom), b[-1], a[-1]], 1),
    ]
    vertices = np.concatenate([ring, [[0, 0, 1], [0, 0, -1]]]) * radius + at
    triangles = np.concatenate(body + caps)
    return shaped(
        vertices,
        triangles,
        np.zeros(len(triangles), int),
        names=["ball"],
        materials=["rubber"],
        colours=[(0, 0, 1)],
        smooth_angle=40,
    )


def front(body: Body, **change):
    look = {"yaw": 0.0, "elevation": 0.0, "roll": 0.0, "lens": None, "side": 416.0, "place": (0.0, 0.0)}
    return rendered(body, aimed(body.vertices, **{**look, **change}), seed=1)


def unit(maps: dict[str, np.ndarray]) -> np.ndarray:
    normal = maps["normal"].astype(float) / 255 * 2 - 1
    return normal / np.linalg.norm(normal, axis=0)  # 8 bits leave the length 1 % off


def test_the_front_of_a_cube_looks_exactly_at_the_viewer():
    normal = unit(front(cube()))[:, 56:456, 56:456]
    assert np.abs(normal - np.array([0, 0, 1])[:, None, None]).max() < 0.005


def test_a_box_of_416_pixels_is_covered_and_nothing_else():
    coverage = front(cube())["coverage"]
    wanted = np.zeros((SIDE, SIDE), np.uint8)
    wanted[48:464, 48:464] = 255
    assert (coverage != wanted).sum() <= 4 * 416  # the last row of pixels may fall either way


def test_an_outline_is_a_contour_drawn_once_at_its_place():
    maps = front(cube())
    across = maps["contour"][256, :256].astype(float) / LINE_SCALE  # pixels from the line at x = 48
    centre = np.arange(256) + 0.5
    near = np.abs(centre - 48) < 24
    assert np.abs(across - np.abs(centre - 48))[near].max() < 1.1
    assert (maps["crease"] == 255).all() and (maps["mark"] == 255).all()


def test_edges_of_a_cube_are_creases_and_a_smooth_ball_has_none():
    maps = front(cube(), yaw=0.6, elevation=0.4)
    inside = maps["coverage"] == 255
    assert (maps["crease"][inside] < 8).mean() > 0.005
    assert (front(ball(), yaw=0.6, elevation=0.4)["crease"] == 255).all()


def test_the_ball_has_the_normals_of_a_ball():
    normal = unit(front(ball()))
    y, x = (np.mgrid[0:SIDE, 0:SIDE] + 0.5 - 256) / 208
    inside = x * x + y * y < 0.9
    true = np.stack([x, -y, np.sqrt(np.maximum(1 - x * x - y * y, 0))])
    angle = np.degrees(np.arccos(np.clip((normal * true).sum(0), -1, 1)))[inside]
    assert angle.mean() < 0.6 and angle.max() < 2


def test_a_part_border_is_a_contour_and_parts_are_told_apart():
    maps = front(joined([cube(), ball(at=(0, -2.2, 0), radius=0.5)]))
    assert sorted(np.unique(maps["part"])) == [0, 1, 2]
    assert maps["part"][256, 256] == 2 and maps["part"][80, 80] == 1
    column = maps["contour"][256, 120:256]
    assert column.min() <= 8 and np.argmin(column) == pytest.approx(
        256 - 104 - 120, abs=2.5
    )  # the ball's edge at 256 - 208 / 2


def test_a_flat_face_stays_flat_beside_a_bevel():
    # A plate whose rim falls away by 30 degrees: smooth by angle, yet the plate itself may not lean.
    inner, outer = 1.0, 1.15
    corners = [
        (x * s, y * s, z)
        for s, z in ((inner, 0.0), (outer, -0.0866))
        for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    quads = [(0, 1, 2, 3)] + [(4 + k, 4 + (k + 1) % 4, (k + 1) % 4, k) for k in range(4)]
    triangles = np.array([t for a, b, c, d in quads for t in ((a, b, c), (a, c, d))])
    plate = shaped(
        np.array(corners),
        triangles,
        np.zeros(10, int),
        names=["p"],
        materials=["wood"],
        colours=[(1, 1, 1)],
        smooth_angle=40,
    )
    assert np.allclose(plate.normals[:2], [0, 0, 1], atol=1e-6)
    assert plate.normals[2:, :, 2].min() < 0.95


def test_occlusion_thickness_and_shadow_mean_what_they_say():
    maps = halved(front(cube(), elevation=0.35))
    inside = maps["coverage"] == 255
    assert maps["occlusion"][inside].min() > 250  # a convex body hides no sky from itself
    flat = halved(front(cube()))
    assert flat["thickness"][128, 128] / 255 == pytest.approx(1.0, abs=0.02)  # as deep as it is wide
    bottom = np.flatnonzero(inside[:, 128]).max()
    assert maps["shadow"][bottom + 2, 128] > 60 and maps["shadow"][5, 128] == 0
    inner = joined([cube(), cube(at=(0, -1.5, -0.5), half=0.5)])
    corner = halved(front(inner, elevation=0.35))
    assert (
        corner["occlusion"][(corner["part"] == 1)].min() < 200
    )  # the small cube stands before the large one


def test_what_is_too_small_to_teach_is_refused():
    plate = cube()
    plate.vertices[:, 2] *= 0.005
    with pytest.raises(Useless, match="covers"):
        front(plate)


def test_the_same_seed_gives_the_same_pair():
    import random

    body = joined([cube(), ball(at=(2.5, 0, -0.2), radius=0.8)])
    first, again = (rendered(body, chosen(body.vertices, random.Random(7)), seed=7) for _ in range(2))
    assert all(np.array_equal(first[name], again[name]) for name in first)


def test_a_shard_gives_back_what_went_in(tmp_path):
    maps = front(ball())
    back = unpacked(packed(maps))
    assert all(np.array_equal(back[name], maps[name]) for name in SHARP)
    inside = maps["coverage"].reshape(COARSE, 2, COARSE, 2).min((1, 3)) == 255
    for name in ("occlusion", "thickness"):  # enlarged, and nothing from around the object blended in
        assert back[name].shape == (SIDE, SIDE)
        assert np.abs(back[name][::2, ::2].astype(int) - maps[name])[inside].max() <= 24
    assert (back["occlusion"][back["coverage"] == 0] == 255).all()
    write_shard(tmp_path / "a", [(maps, {"seed": 1}), (front(cube()), {"seed": 2})])
    pairs = Pairs(tmp_path)
    assert (
        len(pairs) == 2
        and pairs[0]["meta"] == {"seed": 1}
        and np.array_equal(pairs[0]["normal"], maps["normal"])
    )
    write_shard(tmp_path / "0", [(maps, {"seed": 3})])
    assert pairs.refresh() == 1 and pairs.meta(0)["seed"] == 1 and pairs.meta(2)["seed"] == 3


def test_a_half_written_shard_is_not_seen(tmp_path):
    write_shard(tmp_path / "a", [(front(cube()), {"seed": 1})])
    (tmp_path / "b.bin.part").write_bytes(b"half")
    (tmp_path / "c.bin").write_bytes(b"no index yet")
    assert len(Pairs(tmp_path)) == 1


def test_components_join_chains():
    assert components(6, np.array([4, 1, 2]), np.array([5, 2, 3])).tolist() == [0, 1, 1, 1, 4, 4]
