"""A scene of the families -> its path-traced picture at 2048, its form and maps, as a file."""

from __future__ import annotations

import random
from pathlib import Path

import cv2
import numpy as np

FINE = 2048
WINDOW = 768  # of its pixels are path-traced, where most is drawn: a whole picture takes seven times as long
# family, seed, materials that its parts get in turn; a material whose light is in doubt (glass) would hide
# what is asked here
SCENES = {
    "house": ("house", 1, ("matte_plastic", "ceramic")),
    "carton": ("box", 4, ("glossy_plastic", "paper")),
    "kettle": ("kettle", 3, ("polished_metal", "matte_plastic")),
    "car": ("car", 3, ("glossy_plastic", "rubber", "brushed_metal")),
}
STUDIO = "soft"


def render(name: str, out: Path) -> None:
    """The scene's path-traced picture, its form and maps as OUT/NAME.npz."""
    import bpy

    from data import lines, surface
    from data.camera import SIDE, chosen
    from data.passes import rendered
    from data.scenes import FAMILIES
    from data.scenes.evaluated import emptied, evaluated
    from data.stage import staged
    from light import blender, lamps, studio
    from light.near import Square

    family, seed, materials = SCENES[name]
    rng = random.Random(f"sharp {name} {seed}")
    emptied()
    body = staged([evaluated(FAMILIES[family](random.Random(seed)))], rng)
    body.decals = []
    body.materials = [materials[k % len(materials)] for k in range(len(body.names))]
    camera = chosen(body.vertices, rng)
    maps = rendered(body, camera, seed=seed)
    small = [
        cv2.resize(maps[key], (SIDE, SIDE), interpolation=cv2.INTER_CUBIC).astype(np.float32) / 255
        for key in ("occlusion", "thickness")
    ]
    near = surface.looked_at(body, camera, surface.embree(body))
    form = np.zeros((5, SIDE, SIDE), np.float32)
    form[:3, near.at[0], near.at[1]] = near.normal.T
    form[3:] = small

    # The same camera with finer pixels; both files know the square's side as a number of their module.
    camera.zoom *= FINE / SIDE
    camera.centre = camera.centre * (FINE / SIDE)
    surface.SIDE = lines.SIDE = FINE
    seen = surface.looked_at(body, camera, surface.embree(body))
    fine, part = np.zeros((3, FINE, FINE), np.float16), np.zeros((FINE, FINE), np.uint8)
    fine[:, seen.at[0], seen.at[1]] = seen.normal.T
    part[seen.at] = body.part[seen.triangle] + 1
    far = lines.drawn(seen)
    line = (np.minimum(far["contour"], far["crease"]) < 1) & (part > 0)
    surface.SIDE = lines.SIDE = SIDE
    camera.zoom /= FINE / SIDE
    camera.centre = camera.centre * (SIDE / FINE)

    light = studio.load()[STUDIO]
    emptied()
    blender.modelled(body)
    lamps.lit(light, camera, Square.whole(camera, body.vertices))
    blender.filmed(camera)
    row, column = busiest(line)
    frame = bpy.context.scene.render
    frame.use_border, frame.border_min_x, frame.border_max_x = True, column / FINE, (column + WINDOW) / FINE
    frame.border_min_y, frame.border_max_y = 1 - (row + WINDOW) / FINE, 1 - row / FINE
    window = np.s_[row : row + WINDOW, column : column + WINDOW]
    picture = blender.traced(seed, FINE)[window]
    frame.use_border = False
    held = out / f"{name}.part.npz"
    np.savez_compressed(
        held, corner=(row, column), picture=picture.astype(np.float16), fine=fine[:, *window],
        part=part, line=line.astype(np.uint8), form=form,
        colour=np.array(body.colours, np.float32), light=light.vector(),
        shader=np.array(
            [[blender.shader_numbers(m)[n] for n in blender.SHADER] for m in body.materials], np.float32
        ),
    )  # fmt: skip
    held.rename(out / f"{name}.npz")


def busiest(line: np.ndarray) -> tuple[int, int]:
    """Row and column of the window that holds most of what is drawn."""
    drawn = cv2.boxFilter(
        line.astype(np.float32),
        -1,
        (WINDOW, WINDOW),
        anchor=(0, 0),
        normalize=False,
        borderType=cv2.BORDER_CONSTANT,
    )
    row, column = np.unravel_index(
        drawn[: FINE - WINDOW + 1, : FINE - WINDOW + 1].argmax(), (FINE - WINDOW + 1,) * 2
    )
    return int(row), int(column)
