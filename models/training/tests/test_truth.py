# The path tracer's lamps, room and camera are the ones that the light graph and the passes have: a mirror
# ball shows them where they are.
from __future__ import annotations

import numpy as np
import pytest

bpy = pytest.importorskip("bpy")

from data.body import Body
from data.camera import COARSE, SIDE, Camera, aimed
from data.passes import halved, rendered
from data.scenes.evaluated import emptied, evaluated
from data.scenes.shapes import ball
from data.scenes.subject import Part, Subject
from light import blender, lamps, near, studio
from light.lamps import BEYOND


def staged_ball(material: str) -> tuple[Body, Camera]:
    emptied()
    subject = Subject("test", [Part("ball", ball("ball", (2, 2, 2), count=128), material, (1, 0.2, 0.2))])
    body = evaluated(subject)
    camera = aimed(body.vertices, yaw=0.7, elevation=0.5, roll=0.1, lens=60.0, side=208, place=(0.2, -0.1))
    emptied()
    blender.modelled(body)
    blender.filmed(camera)
    return body, camera


@pytest.mark.parametrize("name", ["rim", "window"])
def test_a_mirror_ball_shows_lamps_and_room_where_they_are(name, monkeypatch):
    monkeypatch.setattr(blender, "SAMPLES", 8)
    body, camera = staged_ball("polished_metal")
    for material in bpy.data.materials:
        inputs = next(n for n in material.node_tree.nodes if n.type == "BSDF_PRINCIPLED").inputs
        inputs["Roughness"].default_value = 0
        inputs["Base Color"].default_value = (1, 1, 1, 1)
    fine = rendered(body, camera, seed=0)
    light, square = studio.load()[name], near.Square.drawn(body.bounds(), camera, fine["coverage"])
    lamps.lit(light, camera, square)
    picture = blender.traced(0)

    maps = halved(fine)
    seen, normal = maps["coverage"] == 255, maps["normal"].transpose(1, 2, 0) / 127.5 - 1
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True).clip(1e-6)
    y, x = np.mgrid[1:SIDE:2, 1:SIDE:2]  # the middles of coarse pixels
    _, ahead = camera.rays(x.ravel(), y.ravel())
    ahead = (ahead @ camera.axes.T).reshape(COARSE, COARSE, 3)
    mirrored = ahead - 2 * (ahead * normal).sum(-1, keepdims=True) * normal
    centre = camera.axes @ ((body.vertices.min(0) + body.vertices.max(0)) / 2 - square.middle)
    place = (centre + normal * np.ptp(body.vertices, axis=0).max() / 2) / square.half
    reach = max((1 + box.half_width**2 + box.half_height**2) ** 0.5 for box in light.boxes)
    radius = BEYOND * reach / light.nearness
    along = (place * mirrored).sum(-1, keepdims=True)
    far = -along + np.sqrt(along**2 + radius**2 - (place**2).sum(-1, keepdims=True))
    walls = near.room(light, (place + far * mirrored) / radius)
    want = walls + near.cards_from(light, place, mirrored)
    wrong = np.abs(picture[..., :3] - want)[seen]
    shifted = np.abs(picture[:, :-8, :3] - want[:, 8:])[seen[:, 8:] & seen[:, :-8]]  # 8 pixels out of place
    assert np.median(wrong) < 0.02, f"median {np.median(wrong):.3f}"  # the room
    assert wrong.mean() < 0.3 * shifted.mean(), (
        f"mean {wrong.mean():.3f}, out of place {shifted.mean():.3f}"
    )  # the cards
    assert np.abs(picture[..., 3] - maps["coverage"] / 255).mean() < 0.005


def test_white_paper_is_seen_beside_and_red_through_red_glass(monkeypatch):
    monkeypatch.setattr(blender, "SAMPLES", 8)
    body, camera = staged_ball("glass")
    cover = rendered(body, camera, seed=0)["coverage"].reshape(COARSE, 2, COARSE, 2).mean((1, 3))
    through = blender.let_through(0)
    assert through[cover == 0].mean() == pytest.approx(1, abs=0.01)  # rims are smooth
    red, green, _ = through[cover == 255].mean(0)
    assert red > 0.5 and green < 0.3 * red, f"red {red:.2f}, green {green:.2f}"
