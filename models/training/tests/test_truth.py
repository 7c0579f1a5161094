# The path tracer's light and camera are the ones that the light graph and the passes have: a mirror ball shows the set-up.
from __future__ import annotations

import numpy as np
import pytest

bpy = pytest.importorskip("bpy")

import studio
import truth
from camera import aimed
from surface import embree, looked_at
from scenes.evaluated import emptied, evaluated
from scenes.shapes import ball
from scenes.subject import Part, Subject


@pytest.mark.parametrize("lens", [None, 60.0])
def test_a_mirror_ball_shows_the_studio_where_the_passes_say(lens, monkeypatch):
    monkeypatch.setattr(truth, "SAMPLES", 8)
    emptied()
    body = evaluated(Subject("test", [Part("ball", ball("ball", (2, 2, 2), count=128), "polished_metal", (1, 1, 1))]))
    camera = aimed(body.vertices, yaw=0.7, elevation=0.5, roll=0.1, lens=lens, side=208, place=(0.2, -0.1))
    light = studio.load()["rim"]
    emptied()
    truth.modelled(body)
    for material in bpy.data.materials:
        next(n for n in material.node_tree.nodes if n.type == "BSDF_PRINCIPLED").inputs["Roughness"].default_value = 0
    truth.lit(light, camera)
    truth.filmed(camera)
    picture = truth.traced(0)

    surface = looked_at(body, camera, embree(body))
    index = surface.index[::2, ::2]  # -1 where nothing is seen
    seen, normal = index >= 0, surface.normal[index].astype(float)
    y, x = np.mgrid[0:512:2, 0:512:2]
    _, ahead = camera.rays(x.ravel() + 0.5, y.ravel() + 0.5)
    ahead = (ahead @ camera.axes.T).reshape(256, 256, 3)
    mirrored = ahead - 2 * (ahead * normal).sum(-1, keepdims=True) * normal
    wrong = np.abs(picture[..., :3] - light.radiance(mirrored))[seen]
    assert np.median(wrong) < 0.01 and wrong.mean() < 0.12, f"median {np.median(wrong):.4f}, mean {wrong.mean():.4f}"
    assert np.abs(picture[..., 3] - seen).mean() < 0.01
