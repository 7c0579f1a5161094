# in: a folder of .glb / .gltf files; out: each as a Body two units long, split into the pieces a designer
# would draw.
from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path

import bpy  # first: it brings bmesh and mathutils with it

import bmesh  # isort: skip
import numpy as np

from data.body import Body, components
from data.shaping import shaped

from .evaluated import emptied

MOST_PARTS = 200  # above it: grids and heaps, which teach nothing at 256
MOST_POLYGONS = 60_000
SMOOTH_ANGLE = {"base": 40.0, "kit": 50.0, "quaternius": 50.0}  # kits are facetted: eight sides make a cylinder
HELD_SHARE = 0.05
WORDS = (  # what a kit's material names mean, first match wins
    (r"glass|window|mirror|lens", "glass"),
    (r"wood|bark|trunk|plank", "wood"),
    (r"metal|steel|iron|silver|gold|chrome", "brushed_metal"),
    (r"textile|cloth|fabric|carpet|pillow|sail|couch|cushi|curtain|rope", "fabric"),
    (r"leather", "leather"),
    (r"tire|tyre|wheel|rubber", "rubber"),
    (r"paper|card", "paper"),
    (r"stone|rock|concrete|brick|roof|sand|marble|plaster|dirt", "concrete"),
    (r"paint|light|car", "glossy_plastic"),
)


class Unfit(Exception):
    """A mesh that gives no useful pair, with the reason."""


@lru_cache
def mesh_files(folder: str | Path) -> list[Path]:
    """All .glb and .gltf under a folder, by path; raises AssertionError where there is none."""
    files = sorted(p for p in Path(folder).rglob("*") if p.suffix in (".glb", ".gltf"))
    assert files, f"no .glb or .gltf under {folder}"
    return files


def held_out(path: Path) -> bool:
    """5 % of the meshes, by name, are never seen in training."""
    return int(hashlib.sha256(path.stem.encode()).hexdigest()[:8], 16) < HELD_SHARE * 2**32


@lru_cache(maxsize=800)  # a body is about 3 MB, the import 5 to 40 ms
def load_mesh(path: Path) -> Body | Unfit:
    """Unfit is returned, not raised, so that it is remembered too."""
    try:
        return _read(path)
    except Unfit as reason:
        return reason


def _read(path: Path) -> Body:
    emptied()
    try:
        bpy.ops.import_scene.gltf(filepath=str(path))
    except RuntimeError as broken:
        raise Unfit(f"import: {str(broken).strip()}") from broken
    objects = [o for o in bpy.context.scene.objects if o.type == "MESH"]
    polygons = sum(len(o.data.polygons) for o in objects)
    if not 4 <= polygons <= MOST_POLYGONS:
        raise Unfit(f"{polygons} polygons, wanted 4 to {MOST_POLYGONS}")
    corners = np.array([o.matrix_world @ v.co for o in objects for v in o.data.vertices])
    low, high = corners.min(0), corners.max(0)
    scale = 2 / max((high - low).max(), 1e-9)

    vertices, triangles, material, offset = [], [], [], 0
    names: list[str] = []
    for thing in objects:
        v, t, m = _repaired(thing, scale)
        vertices.append((v - (low + high) / 2) * scale)
        triangles.append(t + offset)
        material.append(m + len(names))
        names += [s.name for s in thing.data.materials if s] or [thing.name]
        offset += len(v)
    slots = [s for o in objects for s in (list(filter(None, o.data.materials)) or [None])]
    v, t, m = np.concatenate(vertices), np.concatenate(triangles), np.concatenate(material)
    if not len(t):
        raise Unfit("nothing is left after the repair")

    names = [re.sub(r"\.\d+$", "", n) for n in names]
    m = np.array([names.index(n) for n in names])[np.minimum(m, len(names) - 1)]
    part, owner = _pieces(t, m, len(v))
    if len(owner) > MOST_PARTS:
        raise Unfit(f"{len(owner)} parts, wanted at most {MOST_PARTS}")
    return shaped(
        v, t, part,
        names=[names[i] for i in owner],
        materials=[_material(names[i]) for i in owner],
        colours=[_colour(slots[i]) for i in owner],
        smooth_angle=SMOOTH_ANGLE.get(path.parent.name, 40.0),
    )  # fmt: skip


def _repaired(thing: bpy.types.Object, scale: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Vertices in the world, triangles and their material, doubles merged, all faces turned outwards."""
    net = bmesh.new()
    net.from_mesh(thing.data)
    net.transform(thing.matrix_world)
    bmesh.ops.remove_doubles(net, verts=net.verts, dist=1e-4 / scale)
    bmesh.ops.triangulate(net, faces=net.faces)
    bmesh.ops.recalc_face_normals(net, faces=net.faces)
    mesh = bpy.data.meshes.new("repaired")
    net.to_mesh(mesh)
    net.free()
    vertices = np.empty(len(mesh.vertices) * 3, np.float32)
    triangles = np.empty(len(mesh.polygons) * 3, np.int32)
    material = np.empty(len(mesh.polygons), np.int32)
    mesh.vertices.foreach_get("co", vertices)
    mesh.loops.foreach_get("vertex_index", triangles)
    mesh.polygons.foreach_get("material_index", material)
    return vertices.reshape(-1, 3).astype(np.float64), triangles.reshape(-1, 3), material


def _pieces(triangles: np.ndarray, material: np.ndarray, count: int) -> tuple[np.ndarray, list[int]]:
    """One part for each loose island of each material; the part of each triangle and the material of each part."""
    island = components(count, triangles[:, [0, 1, 2]].ravel(), triangles[:, [1, 2, 0]].ravel())[triangles[:, 0]]
    key, part = np.unique(island.astype(np.int64) * 4096 + material, return_inverse=True)
    return part.astype(np.int32), [int(k % 4096) for k in key]


def _material(name: str) -> str:
    return next((kind for words, kind in WORDS if re.search(words, name, re.I)), "matte_plastic")


def _colour(slot: bpy.types.Material | None) -> tuple[float, float, float]:
    """The base colour as sRGB; grey where the file names none."""
    shader = slot and slot.node_tree and slot.node_tree.nodes.get("Principled BSDF")
    if not shader:
        return (0.7, 0.7, 0.7)
    linear = np.array(shader.inputs["Base Color"].default_value[:3])
    srgb = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    red, green, blue = np.clip(srgb, 0, 1).tolist()
    return red, green, blue
