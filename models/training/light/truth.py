# in: a range of seeds; out: OUT/SEED.npz, path-traced pictures of known geometry, materials and light, with
# the cheap passes of the same camera.
"""Seeds -> path-traced pictures of known geometry, materials and light.

    python -m light.truth --out /work/data/truth --meshes ../../../shared/meshes --seeds 0:300     (resumable)
    python -m light.truth --out /work/data/truth-parts --layered --seeds 0:60

--layered: the families whose parts lie on parts, with legs, glass and bevels, each in the materials that it
chose itself, all set-ups in turn. SEED.npz holds
    picture     float16 [256, 256, 4]   scene-linear Rec. 709, premultiplied by alpha, no exposure or curve
    through     float16 [256, 256, 3]   how much of white paper behind it is seen, tinted by glass
    normal [3, 256, 256], occlusion, thickness, shadow, coverage, part [256, 256]   uint8, as in the pairs
    (data/passes.py), at 256; fine_normal, fine_coverage, fine_part the same at 512
    material    [parts] id a part       colour [parts, 3] sRGB 0..1
    order       [parts] part indices, the farthest first: how a designer stacks them
    shader      [parts, 6] the numbers of SHADER that each part was rendered with
    studio      id of the set-up in studios.json
    light       [37] its numbers then (Studio.vector), should the file change later
    square      [3] the model square's middle (x, y) and half its side, in pixels of 512
    family, samples
Cards and room stand as near as the set-up says (light/lamps.py), measured in the square that the product puts
around the drawing. Materials are the numbers of materials.json in Blender's Principled shader; texture (bump,
mottle) and prints are left out, and so is the ground: what is compared is shading. Files of before `square`
were lit from infinity, without the room that metal is shown (32 numbers of light).
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import bpy
import numpy as np

from data.body import Body
from data.camera import Camera, chosen
from data.passes import Useless, halved, rendered
from data.scenes import FAMILIES
from data.scenes.evaluated import emptied, evaluated
from data.scenes.meshes import Unfit, load_mesh, mesh_files
from data.scenes.subject import MATERIALS
from data.stage import staged
from data.surface import embree, looked_at
from light import studio
from light.blender import SAMPLES, SHADER, filmed, let_through, modelled, shader_numbers, traced
from light.lamps import lit
from light.near import Square

MESH_SHARE = 0.13
OTHER_MATERIAL = 0.5  # share of subjects whose parts get any of the materials, not what the family chose
# Parts on parts, legs, glass, bevels.
LAYERED = (
    "phone", "watch", "screen", "handbag", "box", "jar", "bottle", "car", "truck", "chair", "desk", "lamp",
    "shoe", "headphones", "tap",
)  # fmt: skip
MAPS = ("normal", "occlusion", "thickness", "shadow", "coverage", "part")


def subject(seed: int, meshes: Path | None, *, layered: bool) -> tuple[Body, str, Camera]:
    """Families in turn, meshes in between; parts without prints."""
    rng = random.Random(f"truth {seed}")
    names = LAYERED if layered else tuple(FAMILIES)
    if meshes and not layered and rng.random() < MESH_SHARE:
        while isinstance(body := load_mesh(path := rng.choice(mesh_files(meshes))), Unfit):
            continue
        name = f"mesh:{path.stem}"
    else:
        name = names[seed % len(names)]
        emptied()
        body = evaluated(FAMILIES[name](random.Random(rng.getrandbits(48))))
    body = staged([body], rng)
    body.decals = []
    if not layered and rng.random() < OTHER_MATERIAL:
        body.materials = [rng.choice(MATERIALS) for _ in body.materials]
    return body, name, chosen(body.vertices, rng)


def stacked(body: Body, camera: Camera) -> np.ndarray:
    """Indices of all parts, the farthest first, by the median depth of what is seen of each."""
    surface = looked_at(body, camera, embree(body))
    part = body.part[surface.triangle]
    depth = [np.median(surface.depth[part == k]) if (part == k).any() else 0 for k in range(len(body.names))]
    return np.argsort(-np.array(depth), kind="stable")


def write(seed: int, out: Path, meshes: Path | None, *, layered: bool = False) -> str:
    """One file; returns what it shows, or why it gives none."""
    body, name, camera = subject(seed, meshes, layered=layered)
    try:
        fine = rendered(body, camera, seed=seed)
    except Useless as reason:
        return f"{name}: {reason}"
    maps = halved(fine)
    studios = studio.load()
    turn = seed // len(LAYERED) + seed if layered else seed // len(FAMILIES)
    light = studios[list(studios)[turn % len(studios)]]
    square = Square.drawn(body.bounds(), camera, fine["coverage"])
    emptied()
    bpy.data.batch_remove([*bpy.data.worlds, *bpy.data.cameras])
    modelled(body)
    lit(light, camera, square)
    filmed(camera)
    picture = traced(seed)
    ghost = np.abs(picture[..., 3] - maps["coverage"] / 255).mean()
    assert "glass" in body.materials or ghost < 0.01, (
        f"seed {seed}: alpha differs from coverage by {ghost:.4f} on average"
    )
    through = let_through(seed) if "glass" in body.materials else 1 - picture[..., 3:].repeat(3, -1)
    np.savez_compressed(
        out / f"{seed:04d}.part.npz", picture=picture.astype(np.float16),
        through=through.astype(np.float16),
        material=np.array(body.materials), colour=np.array(body.colours, np.float32),
        order=stacked(body, camera), square=np.array(square.pixels, np.float32),
        shader=np.array([[shader_numbers(m)[n] for n in SHADER] for m in body.materials], np.float32),
        studio=light.name, light=light.vector(), family=name, samples=SAMPLES,
        **{f"fine_{key}": fine[key] for key in ("normal", "coverage", "part")},
        **{key: maps[key] for key in MAPS},
    )  # fmt: skip
    (out / f"{seed:04d}.part.npz").rename(out / f"{seed:04d}.npz")
    return f"{name}, {light.name}"


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--meshes", type=Path)
    ask.add_argument("--seeds", default="0:300", help="FROM:TO")
    ask.add_argument("--layered", action="store_true")
    asked = ask.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    for seed in range(*map(int, asked.seeds.split(":"))):
        if not (asked.out / f"{seed:04d}.npz").exists():
            print(seed, write(seed, asked.out, asked.meshes, layered=asked.layered), flush=True)


if __name__ == "__main__":
    main()
