"""A set-up's vector -> lights: they throw what the studio radiates, and nothing behind their backs."""

import numpy as np
import pytest
import torch
from ball import STUDIOS

from evaluation.truths import EXPOSURE
from light.rig import NEAREST, Rig, charted, mirrored


def test_the_first_box_is_the_one_that_lights_what_faces_the_viewer() -> None:
    for name, entry in STUDIOS.items():
        forward = [sum(box.radiance) * box.solid_angle() * max(0.0, box.axes()[2][2]) for box in entry.boxes]
        assert forward[0] == max(forward), f"{name}: {forward}"


def test_the_rig_throws_the_light_that_the_studio_radiates() -> None:
    rng = np.random.default_rng(0)
    r = rng.normal(size=(120_000, 3))
    r /= np.linalg.norm(r, axis=1, keepdims=True)
    for name, entry in STUDIOS.items():
        rig = {key: value.numpy() for key, value in Rig()(torch.from_numpy(entry.vector())[None]).items()}
        radiance = entry.radiance(r)
        for normal in np.array(
            [(0, 0, 1), (-0.5, 0.5, 0.71), (0.6, 0.3, 0.74), (0.5, -0.5, 0.71), (0, 1, 0)]
        ):
            truth = (4 * radiance * np.maximum(r @ normal, 0)[:, None]).mean(0) * entry.vector()[EXPOSURE]
            cosine = rig["towards"][:, :, 0, 0] @ normal
            thrown = cosine + np.sqrt(cosine**2 + rig["penumbra"].ravel())
            boxes = rig["irradiance"][:, :, 0, 0] @ (thrown * [1 / NEAREST, 1, 1])
            ours = boxes + rig["diffuse_mean"].ravel() + rig["diffuse_slope"].ravel() * normal[1]
            assert ours == pytest.approx(truth, rel=0.22), f"{name}, normal {normal}"


def test_no_light_is_seen_behind_its_back() -> None:
    # a chart has one point that it cannot show; with bumps a whole face once glittered with it
    for entry in STUDIOS.values():
        rig = Rig()(torch.from_numpy(entry.vector())[None])
        away = torch.from_numpy(
            np.random.default_rng(0).normal(scale=0.1, size=(1, 3, 1, 500)).astype(np.float32)
        )
        for box in range(3):
            for length in (0.98, 1.0, 1.05, 1.4):  # mirrored views are not quite unit vectors, and shifted
                r = -length * torch.nn.functional.normalize(
                    rig["towards"][box].reshape(1, 3, 1, 1) + away, dim=1
                )
                assert mirrored(*charted(r, rig["axes"]), rig)[:, box].max() == 0
