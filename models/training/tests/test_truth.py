# The path tracer's light and camera are the ones that the light graph and the passes have: a mirror ball
# shows the set-up.
from __future__ import annotations

import numpy as np
import pytest

bpy = pytest.importorskip("bpy")

from data.camera import COARSE, SIDE, aimed
from data.passes import halved, rendered
from data.scenes.evaluated import emptied, evaluated
from data.scenes.shapes import ball
from data.scenes.subject import Part, Subject
from light import studio, truth


@pytest.mark.parametrize("lens", [None, 60.0])
def test_a_mirror_ball_shows_the_studio_where_the_passes_say(lens, monkeypatch):
    monkeypatch.setattr(truth, "SAMPLES", 8)
    emptied()
    body = evaluated(
        Subject("test", [Part("ball", ball("ball", (2, 2, 2), count=128), "polished_metal", (1, 1, 1))])
    )
    camera = aimed(body.vertices, yaw=0.7, elevation=0.5, roll=0.1, lens=lens, side=208, place=(0.2, -0.1))
    light = studio.load()["rim"]
    emptied()
    truth.modelled(body)
    for material in bpy.data.materials:
        next(n for n in material.node_tree.nodes if n.type == "BSDF_PRINCIPLED").inputs[
            "Roughness"
        ].default_value = 0
    truth.lit(light, camera)
    truth.filmed(camera)
    picture = truth.traced(0)

    maps = halved(rendered(body, camera, seed=0))
    seen, normal = maps["coverage"] == 255, maps["normal"].transpose(1, 2, 0) / 127.5 - 1
    normal /= np.linalg.norm(normal, axis=-1, keepdims=True).clip(1e-6)
    y, x = np.mgrid[1:SIDE:2, 1:SIDE:2]  # the middles of coarse pixels
    _, ahead = camera.rays(x.ravel(), y.ravel())
    ahead = (ahead @ camera.axes.T).reshape(COARSE, COARSE, 3)
    mirrored = ahead - 2 * (ahead * normal).sum(-1, keepdims=True) * normal
    want = light.radiance(mirrored)
    wrong = np.abs(picture[..., :3] - want)[seen]
    shifted = np.abs(picture[:, :-8, :3] - want[:, 8:])[
        seen[:, 8:] & seen[:, :-8]
    ]  # what 8 pixels out of place would give
    assert np.median(wrong) < 0.01  # the ambient
    assert wrong.mean() < 0.3 * shifted.mean(), (
        f"mean {wrong.mean():.3f}, out of place {shifted.mean():.3f}"
    )  # the boxes
    assert np.abs(picture[..., 3] - maps["coverage"] / 255).mean() < 0.005
