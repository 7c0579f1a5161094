# One mesh painted with a palette picture, a face in each cell -> a material a cell, in the cell's colour.
from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

bpy = pytest.importorskip("bpy")

from data.body import Body
from data.scenes.evaluated import emptied
from data.scenes.meshes import load_mesh
from data.swatches import separated

RED, GREEN = (0.8, 0.1, 0.1), (0.1, 0.6, 0.2)


def painted(path: Path) -> Path:
    """Two cubes of one mesh and one material: the left one lies in the picture's red half, the right one in
    its green."""
    emptied()
    picture = bpy.data.images.new("palette", 8, 4)
    pixels = np.ones((4, 8, 4), np.float32)
    pixels[:, :4, :3], pixels[:, 4:, :3] = RED, GREEN
    picture.pixels.foreach_set(pixels.ravel())
    picture.pack()
    paint = bpy.data.materials.new("palette")
    paint.use_nodes = True
    image = paint.node_tree.nodes.new("ShaderNodeTexImage")
    image.image = picture
    shader = paint.node_tree.nodes["Principled BSDF"]
    paint.node_tree.links.new(image.outputs["Color"], shader.inputs["Base Color"])
    for x, u in ((-1, 0.25), (1, 0.75)):
        bpy.ops.mesh.primitive_cube_add(size=1, location=(x, 0, 0))
        cube = bpy.context.object
        cube.data.materials.append(paint)
        places = np.tile([u, 0.5], len(cube.data.loops)).astype(np.float32)
        cube.data.uv_layers.active.data.foreach_set("uv", places)
    bpy.ops.object.select_all(action="SELECT")
    bpy.ops.object.join()
    bpy.ops.export_scene.gltf(filepath=str(path), export_format="GLB")
    return path


def test_each_cell_is_a_part_in_its_colour(tmp_path):
    file = painted(tmp_path / "cubes.glb")
    assert separated(file, tmp_path / "out" / "cubes.glb", 2, 1) == 2
    body = load_mesh(tmp_path / "out" / "cubes.glb")
    assert isinstance(body, Body)
    left = body.vertices[body.triangles[body.part == 0]][..., 0].mean()
    wanted = [RED, GREEN] if left < 0 else [GREEN, RED]
    assert np.abs(np.array(body.colours) - wanted).max() < 0.01
    assert len(body.names) == 2


def test_a_mesh_without_a_picture_stays_as_it_is(tmp_path):
    emptied()
    bpy.ops.mesh.primitive_cube_add(size=1)
    bpy.context.object.data.materials.append(bpy.data.materials.new("wood"))
    bpy.ops.export_scene.gltf(filepath=str(tmp_path / "cube.glb"), export_format="GLB")
    assert separated(tmp_path / "cube.glb", tmp_path / "out.glb", 8, 4) == 0
    body = load_mesh(tmp_path / "out.glb")
    assert isinstance(body, Body)
    assert body.materials == ["wood"]
