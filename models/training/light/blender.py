# in: a body, a camera; out: Blender's scene of them, and its path-traced picture. Materials are the numbers
# of materials.json in the Principled shader; texture (bump, mottle) is left out.
from __future__ import annotations

import json
import tempfile
from functools import lru_cache
from pathlib import Path

import bpy
import numpy as np

from data.body import Body
from data.camera import COARSE, SIDE, Camera

SAMPLES = 16  # of few and dear CPU minutes; the denoiser sees normals and colours
SHADER = ("roughness", "metal", "coat", "sheen", "transmission", "anisotropy")


@lru_cache
def shader_numbers(material: str) -> dict[str, float]:
    """The material's values for Blender's shader, 0 where it has none."""
    rows = json.loads(Path(__file__).with_name("materials.json").read_text())["materials"]
    row = next(row for row in rows if row["id"] == material)
    return {name: row.get(name, 0.0) for name in SHADER}


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


def traced(seed: int, side: int = COARSE, *, glass_is_clear: bool = True) -> np.ndarray:
    """[side, side, 4] float32, linear and premultiplied, row 0 at the top; alpha is less than 1 in clear
    glass, unless what is behind is to be seen in it."""
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.device, scene.cycles.samples, scene.cycles.seed = "CPU", SAMPLES, seed
    scene.cycles.use_adaptive_sampling, scene.cycles.adaptive_threshold = True, 0.02
    scene.cycles.use_denoising, scene.cycles.denoiser = True, "OPENIMAGEDENOISE"
    scene.cycles.denoising_prefilter = (
        "FAST"  # a third of the denoiser's time; normals and colours are clean here
    )
    scene.cycles.max_bounces, scene.cycles.diffuse_bounces, scene.cycles.glossy_bounces = 6, 3, 4
    scene.cycles.film_transparent_glass = glass_is_clear
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


def let_through(seed: int) -> np.ndarray:
    """[COARSE, COARSE, 3] float32: how much of white paper behind the scene is seen, by what is not covered
    and through glass. Puts out all lights, for good."""
    for thing in bpy.context.scene.objects:
        thing.hide_render = thing.type == "MESH" and not thing.visible_camera
    paper = bpy.data.worlds.new("paper")
    paper.use_nodes = True
    paper.cycles.sampling_method = "NONE"
    tree = paper.node_tree
    background = next(n for n in tree.nodes if n.type == "BACKGROUND")
    background.inputs["Color"].default_value = (1, 1, 1, 1)
    ray = tree.nodes.new("ShaderNodeLightPath")
    tree.links.new(ray.outputs["Is Transmission Ray"], background.inputs["Strength"])
    bpy.context.scene.world = paper
    picture = traced(seed, glass_is_clear=False)
    return picture[..., :3] + (1 - picture[..., 3:])
