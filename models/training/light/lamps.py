# in: a set-up, the model square in the world; out: its lamps and room as Blender's, as near as the light
# graph has them (light/near.py has them in closed form).
"""A set-up as things in Blender's world.

Each box is a card of light at its distance (1 / nearness half model squares): it adds its radiance to what
stands behind it. The room (Studio's ambient, and what metal is shown of a bright wall) is a sphere around all
cards: what mirrors sees the room with its wall, all else the ambient. Neither is seen by the camera, nor
through glass.
"""

from __future__ import annotations

import bpy
import numpy as np

from data.camera import Camera
from light.near import Square, room
from light.studio import Box, Studio

SKY = (256, 512)  # rows, columns of the room: 0.7 degrees a texel
BEYOND = 1.05  # of the farthest corner of a card: the room's radius


def lit(light: Studio, camera: Camera, square: Square) -> None:
    """The cards and the room of the set-up around the square, into Blender's scene."""
    away = square.half / light.nearness
    for number, box in enumerate(light.boxes):
        hung(card(f"card {number}", box, camera, square, away))
    reach = max((1 + box.half_width**2 + box.half_height**2) ** 0.5 for box in light.boxes)
    hung(around(light, camera, square, BEYOND * reach * away))
    dark = bpy.data.worlds.new("dark")
    dark.use_nodes = True
    next(n for n in dark.node_tree.nodes if n.type == "BACKGROUND").inputs["Strength"].default_value = 0
    bpy.context.scene.world = dark


def hung(thing: bpy.types.Object) -> None:
    """Into the scene, seen by what it lights alone."""
    thing.visible_camera = thing.visible_transmission = False
    bpy.context.scene.collection.objects.link(thing)


def card(name: str, box: Box, camera: Camera, square: Square, away: float) -> bpy.types.Object:
    """A rectangle of light that looks at the square's middle; a window's cross leaves four."""
    u, v, d = box.axes() @ camera.axes
    wide, high, bar = box.half_width, box.half_height, box.bar
    panes = [(-wide, -high, wide, high)]
    if bar:
        sides = [(-wide, -bar), (bar, wide)], [(-high, -bar), (bar, high)]
        panes = [(x0, y0, x1, y1) for x0, x1 in sides[0] for y0, y1 in sides[1]]
    flat = [(x, y) for x0, y0, x1, y1 in panes for x, y in ((x0, y0), (x0, y1), (x1, y1), (x1, y0))]
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata(
        [square.middle + away * (d + x * u + y * v) for x, y in flat],
        [],
        [tuple(range(4 * k, 4 * k + 4)) for k in range(len(panes))],
    )
    made, tree, emission = glowing(name, sampling="FRONT_BACK")
    emission.inputs["Color"].default_value = (*box.radiance, 1)
    clear, both = tree.nodes.new("ShaderNodeBsdfTransparent"), tree.nodes.new("ShaderNodeAddShader")
    output = next(n for n in tree.nodes if n.type == "OUTPUT_MATERIAL")
    tree.links.new(emission.outputs[0], both.inputs[0])
    tree.links.new(clear.outputs[0], both.inputs[1])
    tree.links.new(both.outputs[0], output.inputs["Surface"])
    mesh.materials.append(made)
    return bpy.data.objects.new(name, mesh)


def around(light: Studio, camera: Camera, square: Square, radius: float) -> bpy.types.Object:
    """The sphere that shows what mirrors the room with its wall, and all else the ambient."""
    bpy.ops.mesh.primitive_ico_sphere_add(subdivisions=6, radius=radius, location=square.middle)
    sphere = bpy.context.object
    bpy.context.scene.collection.objects.unlink(sphere)
    made, tree, emission = glowing("room", sampling="NONE")
    geometry, away = tree.nodes.new("ShaderNodeNewGeometry"), tree.nodes.new("ShaderNodeVectorMath")
    away.operation = "SUBTRACT"
    away.inputs[1].default_value = tuple(square.middle)
    tree.links.new(geometry.outputs["Position"], away.inputs[0])
    mix, ray = tree.nodes.new("ShaderNodeMixRGB"), tree.nodes.new("ShaderNodeLightPath")
    bare = bare_of_cards(light)
    for slot, radiance in (("Color1", bare.radiance), ("Color2", lambda r: room(light, r))):
        texture = tree.nodes.new("ShaderNodeTexEnvironment")
        texture.image, texture.interpolation = chart(slot, radiance(directions() @ camera.axes.T)), "Linear"
        tree.links.new(away.outputs[0], texture.inputs["Vector"])
        tree.links.new(texture.outputs["Color"], mix.inputs[slot])
    tree.links.new(ray.outputs["Is Glossy Ray"], mix.inputs["Fac"])
    tree.links.new(mix.outputs[0], emission.inputs["Color"])
    sphere.data.materials.append(made)
    return sphere


def bare_of_cards(light: Studio) -> Studio:
    """The set-up's ambient alone."""
    return Studio(**{**light.__dict__, "boxes": ()})


def directions() -> np.ndarray:
    """[rows, columns, 3] world: where each texel of Blender's equirectangular chart lies. Rows from the nadir
    up, columns from -X through +Y and +X."""
    rows, columns = SKY
    azimuth = (np.arange(columns) + 0.5) / columns * 2 * np.pi
    height = ((np.arange(rows) + 0.5) / rows - 0.5) * np.pi
    around, up = np.meshgrid(azimuth, height)
    return np.stack([-np.cos(around) * np.cos(up), np.sin(around) * np.cos(up), np.sin(up)], -1)


def chart(name: str, radiance: np.ndarray) -> bpy.types.Image:
    """Radiance [rows, columns, 3] as Blender's image."""
    rows, columns = SKY
    image = bpy.data.images.new(name, columns, rows, float_buffer=True, is_data=True)
    image.pixels.foreach_set(
        np.concatenate([radiance, np.ones((rows, columns, 1))], -1).astype(np.float32).ravel()
    )
    return image


def glowing(
    name: str, *, sampling: str
) -> tuple[bpy.types.Material, bpy.types.NodeTree, bpy.types.ShaderNodeEmission]:
    """A material that only sends out light, of strength 1."""
    made = bpy.data.materials.new(name)
    made.use_nodes = True
    made.cycles.emission_sampling = sampling
    tree = made.node_tree
    for node in [n for n in tree.nodes if n.type != "OUTPUT_MATERIAL"]:
        tree.nodes.remove(node)
    emission = tree.nodes.new("ShaderNodeEmission")
    output = next(n for n in tree.nodes if n.type == "OUTPUT_MATERIAL")
    tree.links.new(emission.outputs[0], output.inputs["Surface"])
    return made, tree, emission
