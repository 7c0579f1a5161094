# in: bodies and a random source; out: one Body of all of them on the ground, turned, tipped, side by side,
# with prints.
from __future__ import annotations

import math
import random
from dataclasses import replace

import numpy as np

from data.body import Body, joined
from data.camera import SIDE, Camera
from data.prints import printed
from data.scenes.subject import Decal
from data.surface import embree

QUARTERS = (0, 0, 0, 0, 1, 2, 2, 3)  # a front is more often in front
TIPPED = 0.1
FLAT, UPRIGHT = (
    0.3,
    0.75,
)  # thinner than this share of its next size; how often such a thing is shown broad side on
PRINTED = 0.25


def staged(bodies: list[Body], rng: random.Random) -> Body:
    """Each about two units long before; the whole stands on z = 0."""
    placed: list[Body] = []
    x = 0.0
    for k, body in enumerate(bodies):
        body = body.moved(_turn(rng) @ _shown(body, rng), scale=1.0 if k == 0 else rng.uniform(0.5, 1.0))
        low, high = body.bounds()
        depth = 0.0 if k == 0 else rng.uniform(-0.6, 0.6)
        gap = 0.0 if k == 0 else rng.uniform(-0.5, 0.15) * (high[0] - low[0])  # a negative one overlaps
        body = body.moved(
            np.eye(3), shift=np.array([x + gap - low[0], depth - (low[1] + high[1]) / 2, -low[2]])
        )
        if placed and _meets(placed, body):  # one behind the other, never one in the other
            back = max(b.bounds()[1][1] for b in placed) - body.bounds()[0][1] + 0.02
            front = min(b.bounds()[0][1] for b in placed) - body.bounds()[1][1] - 0.02
            body = body.moved(np.eye(3), shift=np.array([0, rng.choice([back, front]), 0]))
        placed.append(body)
        x = max(x, body.bounds()[1][0])
    return joined(placed)


def with_prints(body: Body, camera: Camera, rng: random.Random) -> Body:
    """Up to three printed marks, each centred on a point the camera sees, facing as the surface does
    there."""
    scene = embree(body)
    at = np.array([[rng.uniform(0, SIDE), rng.uniform(0, SIDE)] for _ in range(64)])
    origin, ahead = camera.rays(at[:, 0], at[:, 1])
    hit = scene.run(origin.astype(np.float32), ahead.astype(np.float32), output=True)
    decals, size = (
        list(body.decals),
        200 / camera.zoom * (1 if camera.parallel else np.linalg.norm(camera.eye - body.vertices.mean(0))),
    )
    wanted = rng.randint(1, 3)
    for k in np.flatnonzero(hit["primID"] >= 0):
        out = hit["Ng"][k].astype(np.float64)
        out /= max(np.linalg.norm(out), 1e-12)
        out *= -np.sign(out @ ahead[k])
        if out @ ahead[k] > -0.4:
            continue
        up = np.array([0, 0, 1.0]) if abs(out[2]) < 0.9 else camera.axes[1]
        right = np.cross(up, out)
        right /= np.linalg.norm(right)
        image = printed(rng)
        wide = size * rng.uniform(0.15, 0.7) / max(image.shape) * np.array(image.shape[::-1])
        decals.append(
            Decal(
                origin[k] + ahead[k] * hit["tfar"][k],
                right,
                np.cross(out, right),
                float(wide[0]),
                float(wide[1]),
                0.3 * float(wide.max()),
                image,
            )
        )
        if len(decals) - len(body.decals) >= wanted:
            break
    return replace(body, decals=decals)


def _shown(body: Body, rng: random.Random) -> np.ndarray:
    """A flat thing that lies or stands edge-on is mostly drawn from its broad side: that side to the
    front."""
    extent = np.ptp(body.vertices, axis=0)
    thin = int(extent.argmin())
    if thin == 1 or extent[thin] > FLAT * np.sort(extent)[1] or rng.random() > UPRIGHT:
        return np.eye(3)
    return (
        np.array([[1, 0, 0], [0, 0, -1], [0, 1, 0.0]])
        if thin == 2
        else np.array([[0, -1, 0], [1, 0, 0], [0, 0, 1.0]])
    )


def _turn(rng: random.Random) -> np.ndarray:
    """A quarter turn about Z, seldom tipped over about X or Y."""
    a = rng.choice(QUARTERS) * math.pi / 2
    turn = np.array([[math.cos(a), -math.sin(a), 0], [math.sin(a), math.cos(a), 0], [0, 0, 1.0]])
    if rng.random() < TIPPED:
        t, c = rng.uniform(-1.6, 1.6), rng.random() < 0.5
        s, o = math.sin(t), math.cos(t)
        tip = (
            np.array([[1, 0, 0], [0, o, -s], [0, s, o]])
            if c
            else np.array([[o, 0, s], [0, 1, 0], [-s, 0, o]])
        )
        turn = tip @ turn
    return turn


def _meets(placed: list[Body], body: Body) -> bool:
    low, high = body.bounds()
    return any((np.maximum(low, b.bounds()[0]) < np.minimum(high, b.bounds()[1])).all() for b in placed)
