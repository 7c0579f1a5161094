# in: .gltf / .glb whose colours are cells of one picture; out: .glb in which each cell is a material.
# Kits paint a whole thing with one palette picture: a face's place in it is its colour.
"""`python -m data.swatches FROM TO --grid 8x4`: meshes that are written so would be one part of no colour."""

from __future__ import annotations

import argparse
from pathlib import Path

import bpy  # first: it brings the importers with it
import numpy as np

from data.scenes.evaluated import emptied

Made = dict[tuple[int, int, int], bpy.types.Material]  # by picture, row and column


def separated(file: Path, to: Path, columns: int, rows: int) -> int:
    """Writes `to`; the number of materials. A mesh without a picture or places on it stays as it is."""
    emptied()
    bpy.ops.import_scene.gltf(filepath=str(file))
    made: Made = {}
    for thing in [o for o in bpy.context.scene.objects if o.type == "MESH"]:
        _separate(thing.data, columns, rows, made)
    to.parent.mkdir(parents=True, exist_ok=True)
    bpy.ops.export_scene.gltf(
        filepath=str(to), export_animations=False, export_image_format="NONE", export_texcoords=False
    )
    return len(made)


def _separate(mesh: bpy.types.Mesh, columns: int, rows: int, made: Made) -> None:
    places = mesh.uv_layers.active
    picture = _picture(mesh.materials[0] if mesh.materials else None)
    if places is None or picture is None:
        return
    uv = np.empty(len(mesh.loops) * 2, np.float32)
    places.data.foreach_get("uv", uv)
    first = np.empty(len(mesh.polygons), np.int32)
    total = np.empty(len(mesh.polygons), np.int32)
    mesh.polygons.foreach_get("loop_start", first)
    mesh.polygons.foreach_get("loop_total", total)
    middle = np.add.reduceat(uv.reshape(-1, 2), first) / total[:, None] % 1
    cell = np.minimum((middle * [columns, rows]).astype(int), [columns - 1, rows - 1])
    key = cell[:, 1] * columns + cell[:, 0]
    kinds, index = np.unique(key, return_inverse=True)
    mesh.materials.clear()
    for kind in kinds:
        row, column = divmod(int(kind), columns)
        mesh.materials.append(_material(made, picture, middle[key == kind].mean(0), row, column))
    mesh.polygons.foreach_set("material_index", index.astype(np.int32))


def _picture(slot: bpy.types.Material | None) -> bpy.types.Image | None:
    nodes = slot.node_tree.nodes if slot and slot.node_tree else ()
    return next((n.image for n in nodes if n.type == "TEX_IMAGE" and n.image), None)


def _material(
    made: Made, picture: bpy.types.Image, at: np.ndarray, row: int, column: int
) -> bpy.types.Material:
    """The cell's material, in the colour that the picture has at `at` (u, v in 0..1), as linear light."""
    key = (picture.as_pointer(), row, column)
    if key not in made:
        wide, high = picture.size
        pixels = np.empty(wide * high * picture.channels, np.float32)
        picture.pixels.foreach_get(pixels)
        x, y = min(int(at[0] * wide), wide - 1), min(int(at[1] * high), high - 1)
        srgb = pixels.reshape(high, wide, picture.channels)[y, x, :3].astype(float)
        linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
        made[key] = bpy.data.materials.new(f"swatch {row} {column}")
        made[key].use_nodes = True
        made[key].node_tree.nodes["Principled BSDF"].inputs["Base Color"].default_value = (*linear, 1)
    return made[key]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--grid", default="8x4", help="columns and rows of the palette picture")
    options = parser.parse_args()
    columns, rows = map(int, options.grid.split("x"))
    for file in sorted(p for p in options.source.rglob("*") if p.suffix in (".gltf", ".glb")):
        to = options.out / file.relative_to(options.source).with_suffix(".glb")
        print(file.name, separated(file, to, columns, rows))


if __name__ == "__main__":
    main()
