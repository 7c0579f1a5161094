# in: closed mesh objects; out: the same objects cut, inlaid, united or merged (booleans; the tools are
# consumed).
from __future__ import annotations

from collections.abc import Sequence

import bpy
import numpy as np

from .faces import Solid
from .shapes import settle, solid


def cut(body: bpy.types.Object, *tools: bpy.types.Object) -> bpy.types.Object:
    """body minus the tools: slots, holes, notches, wheel arches."""
    return _boolean(body, "DIFFERENCE", tools)


def unite(body: bpy.types.Object, *others: bpy.types.Object) -> bpy.types.Object:
    """body and the others as one closed piece."""
    return _boolean(body, "UNION", others)


def inlay(name: str, body: bpy.types.Object, *tools: bpy.types.Object) -> bpy.types.Object:
    """Splits what the tools cover off the body as a part of its own: a panel exactly flush with its surroundings."""
    tool = merge("tool", *tools)
    panel = twin(body)
    panel.name = name
    _boolean(panel, "INTERSECT", (tool,), keep=True)
    _boolean(body, "DIFFERENCE", (tool,))
    return panel


def merge(name: str, *things: bpy.types.Object) -> bpy.types.Object:
    """Several pieces as one object, untouched (one part drawn in several places: four feet, a row of windows)."""
    vertices, faces, base, sharp = [], [], 0, min(thing["sharp"] for thing in things)
    for thing in things:
        mesh = thing.data
        v = np.empty(len(mesh.vertices) * 3, np.float32)
        mesh.vertices.foreach_get("co", v)
        corner = np.empty(len(mesh.loops), np.int32)
        mesh.loops.foreach_get("vertex_index", corner)
        size = np.empty(len(mesh.polygons), np.int32)
        mesh.polygons.foreach_get("loop_total", size)
        start = np.cumsum(size) - size
        for k in np.unique(size):
            rows = start[size == k]
            faces.append(base + corner[rows[:, None] + np.arange(k)])
        vertices.append(v.reshape(-1, 3))
        base += len(mesh.vertices)
        discard(thing)
    return solid(name, np.vstack(vertices), faces, sharp)


def twin(thing: bpy.types.Object) -> bpy.types.Object:
    """A copy with a mesh of its own (four wheels from one)."""
    other = bpy.data.objects.new(thing.name, thing.data.copy())
    other["sharp"] = thing["sharp"]
    return settle(other)


def discard(thing: bpy.types.Object) -> None:
    """Out of the scene, its mesh too if nobody else has it."""
    mesh = thing.data
    bpy.data.objects.remove(thing)
    if mesh.users == 0:
        bpy.data.meshes.remove(mesh)


def _boolean(body: Solid, operation: str, tools: Sequence[Solid], keep: bool = False) -> bpy.types.Object:
    for tool in tools:
        step = body.modifiers.new("boolean", "BOOLEAN")
        step.operation, step.object, step.solver = operation, tool, "MANIFOLD"
    graph = bpy.context.evaluated_depsgraph_get()
    mesh = bpy.data.meshes.new_from_object(body.evaluated_get(graph))
    assert len(mesh.polygons), f"{operation} of {body.name} with {[t.name for t in tools]} left nothing"
    body.modifiers.clear()
    old, body.data = body.data, mesh
    if old.users == 0:
        bpy.data.meshes.remove(old)
    if not keep:
        for tool in tools:
            discard(tool)
    mesh.name = body.name
    return settle(body)
