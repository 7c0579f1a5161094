# in: a range of seeds; out: OUT/SEED.npz, path-traced pictures of known geometry, materials and light, with
# the cheap passes of the same camera.
"""Seeds -> path-traced pictures of known geometry, materials and light.

    python -m light.truth --out /work/data/truth --meshes ../../../shared/meshes --seeds 0:300     (resumable)
    python -m light.truth --out /work/data/truth --sheet truth.png

SEED.npz holds
    picture     float16 [256, 256, 4]   scene-linear Rec. 709, premultiplied by alpha, no exposure or view
    curve normal [3, 256, 256], occlusion, thickness, shadow, coverage, part [256, 256]   uint8, as in the
    pairs (data/passes.py), at 256 material    [parts] id a part       colour [parts, 3] sRGB 0..1
    shader      [parts, 6] the numbers of SHADER that each part was rendered with
    studio      id of the set-up in studios.json
    light       [32] its numbers then (Studio.vector), should the file change later
    family, samples
The light is the set-up itself, at infinity, as an environment in camera space (Studio.radiance): what the
light graph has in closed form. Materials are the numbers of materials.json in Blender's Principled shader;
texture (bump, mottle) and prints are left out, and so is the ground: what is compared is shading.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from functools import lru_cache
from pathlib import Path

import bpy
import cv2
import numpy as np

from data.body import Body
from data.camera import COARSE, SIDE, Camera, chosen
from data.passes import Useless, halved, rendered
from data.scenes import FAMILIES
from data.scenes.evaluated import emptied, evaluated
from data.scenes.meshes import Unfit, load_mesh, mesh_files
from data.scenes.subject import MATERIALS
from data.stage import staged
from light import studio
from light.colour import filmic, srgb_from_linear

SAMPLES = 16  # of few and dear CPU minutes; the denoiser sees normals and colours
MESH_SHARE = 0.13
OTHER_MATERIAL = 0.5  # share of subjects whose parts get any of the materials, not what the family chose
SKY = (256, 512)  # rows, columns of the environment: 0.7 degrees a texel
SHADER = ("roughness", "metal", "coat", "sheen", "transmission", "anisotropy")
MAPS = ("normal", "occlusion", "thickness", "shadow", "coverage", "part")


@lru_cache
def shader_numbers(material: str) -> dict[str, float]:
    """The material's values for Blender's shader, 0 where it has none."""
    rows = json.loads(Path(__file__).with_name("materials.json").read_text())["materials"]
    row = next(row for row in rows if row["id"] == material)
    return {name: row.get(name, 0.0) for name in SHADER}


def subject(seed: int, meshes: Path | None) -> tuple[Body, str, Camera]:
    """Families in turn, meshes in between; parts without prints."""
    rng = random.Random(f"truth {seed}")
    if meshes and rng.random() < MESH_SHARE:
        while isinstance(body := load_mesh(path := rng.choice(mesh_files(meshes))), Unfit):
            continue
        name = f"mesh:{path.stem}"
    else:
        name = list(FAMILIES)[seed % len(FAMILIES)]
        emptied()
        body = evaluated(FAMILIES[name](random.Random(rng.getrandbits(48))))
    body = staged([body], rng)
    body.decals = []
    if rng.random() < OTHER_MATERIAL:
        body.materials = [rng.choice(MATERIALS) for _ in body.materials]
    return body, name, chosen(body.vertices, rng)


def modelled(body: Body) -> None:
    """The body as Blender objects, one a part, with its own corner normals and its materials."""
    for k, name in enumerate(body.names):
        rows = np.flatnonzero(body.part == k)
        if not len(rows):
            continue
        used, corner = np.unique(body.triangles[rows], return_inverse=True)
        mesh = bpy.data.meshes.new(name)
        mesh.from_pydata(body.vertices[used], [], corner.reshape(-1, 3))
        mesh.shade_smooth()
        mesh.normals_split_custom_set(body.normals[rows].reshape(-1, 3))
        mesh.materials.append(painted(body.materials[k], body.colours[k]))
        bpy.context.scene.collection.objects.link(bpy.data.objects.new(name, mesh))


def painted(material: str, colour: tuple[float, float, float]) -> bpy.types.Material:
    """A material of materials.json in the colour (sRGB)."""
    row = shader_numbers(material)
    made = bpy.data.materials.new(material)
    made.use_nodes = True
    shader = next(n for n in made.node_tree.nodes if n.type == "BSDF_PRINCIPLED")
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    values = {
        "Base Color": (*linear, 1.0),
        "Roughness": row["roughness"],
        "Metallic": row["metal"],
        "Coat Weight": row["coat"],
        "Coat Roughness": 0.04,
        "Sheen Weight": row["sheen"],
        "Transmission Weight": row["transmission"],
        "Anisotropic": row["anisotropy"],
        "IOR": 1.45,
    }
    for name, value in values.items():
        shader.inputs[name].default_value = value
    return made


def lit(light: studio.Studio, camera: Camera) -> None:
    """The set-up as the world: an equirectangular picture of its radiance, turned with the camera."""
    rows, columns = SKY
    # Blender's chart: rows from the nadir up, columns from -X through +Y and +X.
    azimuth = (np.arange(columns) + 0.5) / columns * 2 * np.pi
    height = ((np.arange(rows) + 0.5) / rows - 0.5) * np.pi
    around, up = np.meshgrid(azimuth, height)
    world = np.stack([-np.cos(around) * np.cos(up), np.sin(around) * np.cos(up), np.sin(up)], -1)
    radiance = light.radiance(world @ camera.axes.T)
    image = bpy.data.images.new("sky", columns, rows, float_buffer=True, is_data=True)
    image.pixels.foreach_set(
        np.concatenate([radiance, np.ones((rows, columns, 1))], -1).astype(np.float32).ravel()
    )
    world_block = bpy.data.worlds.new("sky")
    world_block.use_nodes = True
    tree = world_block.node_tree
    texture = tree.nodes.new("ShaderNodeTexEnvironment")
    texture.image, texture.interpolation = image, "Linear"
    tree.links.new(
        texture.outputs["Color"], next(n for n in tree.nodes if n.type == "BACKGROUND").inputs["Color"]
    )
    bpy.context.scene.world = world_block


def filmed(camera: Camera) -> None:
    """The same rays in Blender's camera."""
    data = bpy.data.cameras.new("camera")
    data.sensor_fit, data.sensor_width = "HORIZONTAL", 36.0
    if camera.parallel:
        data.type, data.ortho_scale = "ORTHO", SIDE / camera.zoom
    else:
        data.lens = camera.zoom / SIDE * 36.0
    data.shift_x, data.shift_y = 0.5 - camera.centre[0] / SIDE, camera.centre[1] / SIDE - 0.5
    data.clip_start, data.clip_end = 0.01, 1000
    thing = bpy.data.objects.new("camera", data)
    matrix = np.eye(4)
    matrix[:3, :3], matrix[:3, 3] = camera.axes.T, camera.eye
    thing.matrix_world = matrix.T
    bpy.context.scene.collection.objects.link(thing)
    bpy.context.scene.camera = thing


def traced(seed: int, side: int = COARSE) -> np.ndarray:
    """[side, side, 4] float32, linear and premultiplied, row 0 at the top."""
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.device, scene.cycles.samples, scene.cycles.seed = "CPU", SAMPLES, seed
    scene.cycles.use_adaptive_sampling, scene.cycles.adaptive_threshold = True, 0.02
    scene.cycles.use_denoising, scene.cycles.denoiser = True, "OPENIMAGEDENOISE"
    scene.cycles.denoising_prefilter = (
        "FAST"  # a third of the denoiser's time; normals and colours are clean here
    )
    scene.cycles.max_bounces, scene.cycles.diffuse_bounces, scene.cycles.glossy_bounces = 6, 3, 4
    scene.cycles.film_transparent_glass = True
    scene.render.film_transparent = True
    scene.render.threads_mode, scene.render.threads = "FIXED", 1
    scene.render.resolution_x = scene.render.resolution_y = side
    scene.render.resolution_percentage = 100
    scene.view_settings.view_transform = "Raw"
    scene.render.image_settings.file_format = "OPEN_EXR"
    scene.render.image_settings.color_mode, scene.render.image_settings.color_depth = "RGBA", "32"
    with tempfile.TemporaryDirectory() as folder:
        scene.render.filepath = f"{folder}/picture.exr"
        bpy.ops.render.render(write_still=True)
        image = bpy.data.images.load(scene.render.filepath)
        pixels = np.empty(side * side * 4, np.float32)
        image.pixels.foreach_get(pixels)
    return pixels.reshape(side, side, 4)[::-1].copy()


def write(seed: int, out: Path, meshes: Path | None) -> str:
    """One file; returns what it shows, or why it gives none."""
    body, name, camera = subject(seed, meshes)
    try:
        maps = halved(rendered(body, camera, seed=seed))
    except Useless as reason:
        return f"{name}: {reason}"
    studios = studio.load()
    light = studios[list(studios)[seed // len(FAMILIES) % len(studios)]]
    emptied()
    bpy.data.batch_remove([*bpy.data.worlds, *bpy.data.cameras])
    modelled(body)
    lit(light, camera)
    filmed(camera)
    picture = traced(seed)
    ghost = np.abs(picture[..., 3] - maps["coverage"] / 255).mean()
    assert "glass" in body.materials or ghost < 0.01, (
        f"seed {seed}: alpha differs from coverage by {ghost:.4f} on average"
    )
    np.savez_compressed(
        out / f"{seed:04d}.part.npz", picture=picture.astype(np.float16),
        material=np.array(body.materials), colour=np.array(body.colours, np.float32),
        shader=np.array([[shader_numbers(m)[n] for n in SHADER] for m in body.materials], np.float32),
        studio=light.name, light=light.vector(), family=name, samples=SAMPLES,
        **{key: maps[key] for key in MAPS},
    )  # fmt: skip
    (out / f"{seed:04d}.part.npz").rename(out / f"{seed:04d}.npz")
    return f"{name}, {light.name}"


def sheet(out: Path, target: Path, *, columns: int = 16) -> None:
    """Picture (its own studio's exposure, the product's curve, on grey) beside the normals, of every file."""
    import torch

    cells = []
    for path in sorted(out.glob("[0-9][0-9][0-9][0-9].npz")):
        held = np.load(path)
        picture = held["picture"].astype(np.float32)
        exposure = studio.load()[str(held["studio"])].exposure
        colour = picture[..., :3] / np.maximum(picture[..., 3:], 1e-3)
        shown = (
            srgb_from_linear(filmic(torch.from_numpy(colour * exposure).permute(2, 0, 1)[None]))[0]
            .permute(1, 2, 0)
            .numpy()
        )
        shown = shown * picture[..., 3:] + 0.85 * (1 - picture[..., 3:])
        cells.append(np.hstack([shown * 255, held["normal"].transpose(1, 2, 0)])[::2, ::2, ::-1])
    assert cells, f"no truth in {out}"
    columns = min(columns // 2, len(cells))
    cells += [np.full_like(cells[0], 255)] * (-len(cells) % columns)
    cv2.imwrite(
        str(target),
        np.vstack([np.hstack(cells[i : i + columns]) for i in range(0, len(cells), columns)])
        .clip(0, 255)
        .astype(np.uint8),
    )


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--meshes", type=Path)
    ask.add_argument("--seeds", default="0:300", help="FROM:TO")
    ask.add_argument("--sheet", type=Path, help="write a contact sheet of what is there and stop")
    asked = ask.parse_args()
    if asked.sheet:
        return sheet(asked.out, asked.sheet)
    asked.out.mkdir(parents=True, exist_ok=True)
    for seed in range(*map(int, asked.seeds.split(":"))):
        if not (asked.out / f"{seed:04d}.npz").exists():
            print(seed, write(seed, asked.out, asked.meshes), flush=True)


if __name__ == "__main__":
    main()
