# in: a Subject in Blender's scene; out: the Body that its parts evaluate to, two units long.
from __future__ import annotations

import bpy
import numpy as np

from data.body import Body, joined
from data.shaping import shaped

from .subject import Decal, Part, Subject

ALWAYS_SHARP = 65.0  # degrees; whatever a family says about shading


def emptied() -> None:
    """An empty scene, ten times faster than the factory settings."""
    data = bpy.data
    kinds = (data.objects, data.meshes, data.curves, data.materials, data.images, data.node_groups, data.armatures, data.actions)
    bpy.data.batch_remove([block for kind in kinds for block in kind])
    for collection in list(data.collections):
        data.collections.remove(collection)


def evaluated(subject: Subject) -> Body:
    """The subject's parts as one Body about the origin; raises AssertionError where it has none, or one has no faces."""
    assert subject.parts, f"{subject.family}: no parts"
    bpy.context.view_layer.update()
    graph = bpy.context.evaluated_depsgraph_get()
    body = joined([_part(part, graph) for part in subject.parts])
    body.decals = [_plain(d) for d in subject.decals]
    low, high = body.bounds()
    scale = 2 / (high - low).max()
    return body.moved(np.eye(3), scale=scale, shift=-scale * (low + high) / 2)


def _part(part: Part, graph: bpy.types.Depsgraph) -> Body:
    thing = part.object.evaluated_get(graph)
    mesh = thing.to_mesh()
    try:
        vertices = _read(mesh.vertices, "co", 3, np.float32).astype(np.float64)
        matrix = np.array(thing.matrix_world)
        vertices = vertices @ matrix[:3, :3].T + matrix[:3, 3]
        triangles = _read(mesh.loop_triangles, "vertices", 3, np.int32)
        assert len(triangles), f"part {part.name!r} has no faces"
        hard = _hard(mesh, triangles)
    finally:
        thing.to_mesh_clear()
    if np.linalg.det(matrix[:3, :3]) < 0:
        triangles, hard = triangles[:, ::-1], hard[:, [1, 0, 2]]  # a mirrored object would be inside out
    # A seam of doubled vertices would show as a kink.
    grid = np.round((vertices - vertices.min(0)) / max(np.ptp(vertices, axis=0).max() * 1e-5, 1e-12)).astype(np.int64)
    key = (grid[:, 0] * 200_003 + grid[:, 1]) * 200_003 + grid[:, 2]
    _, first, same = np.unique(key, return_index=True, return_inverse=True)
    return shaped(
        vertices[first], same[triangles], np.zeros(len(triangles), np.int32),
        names=[part.name], materials=[part.material], colours=[part.colour], hard=hard, smooth_angle=ALWAYS_SHARP,
    )  # fmt: skip


def _hard(mesh: bpy.types.Mesh, triangles: np.ndarray) -> np.ndarray:
    """[T, 3] bool: triangle edges that the shading of the mesh keeps sharp."""
    ends = np.sort(_read(mesh.edges, "vertices", 2, np.int32).astype(np.int64), 1)
    wide = len(mesh.vertices) + 1
    edge_key = ends[:, 0] * wide + ends[:, 1]
    sharp = _flags(mesh, "sharp_edge", len(mesh.edges))
    flat = _flags(mesh, "sharp_face", len(mesh.polygons))[_read(mesh.loop_triangles, "polygon_index", 1, np.int32)[:, 0]]
    pair = np.sort(np.stack([triangles, np.roll(triangles, -1, 1)], -1).astype(np.int64), 2)
    key = pair[..., 0] * wide + pair[..., 1]
    return np.isin(key, edge_key[sharp]) | (flat[:, None] & np.isin(key, edge_key))


def _flags(mesh: bpy.types.Mesh, name: str, count: int) -> np.ndarray:
    out = np.zeros(count, bool)
    if name in mesh.attributes:
        mesh.attributes[name].data.foreach_get("value", out)
    return out


def _read(rows: bpy.types.bpy_prop_collection, name: str, width: int, kind: type) -> np.ndarray:
    out: np.ndarray = np.empty(len(rows) * width, kind)
    rows.foreach_get(name, out)
    return out.reshape(-1, width)


def _plain(decal: Decal) -> Decal:
    """Families may hand over Blender's vectors."""
    vector = {name: np.array(getattr(decal, name), np.float64) for name in ("origin", "right", "up")}
    return Decal(**vector, width=decal.width, height=decal.height, depth=decal.depth, image=np.asarray(decal.image, np.uint8))
