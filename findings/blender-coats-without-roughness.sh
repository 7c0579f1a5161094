#!/usr/bin/env bash
# Blender 5.0.1 (bpy): a coat whose roughness a GLB does not say is rough after import, and one of just that
# roughness is written without it.
#
# Guess: clearcoatRoughnessFactor is 0 where it is not said (KHR_materials_clearcoat), on import as on export.
# Seen on 30 November 2026, Coat Roughness of the material after import, and what Blender exports of that:
#   not said   0.03   not said
#   0          0      0
#   0.03       0.03   not said
#   0.2        0.2    0.2
# So lacquer and glaze of a GLB that leaves its zeros out mirror less sharply in Blender than in viewers, and
# what Blender coats by its own default is a perfect mirror in those. Import and export agree with each other,
# so nobody sees it who stays in Blender. Ends with 0 while that is so, with 1 once one of them changes. Our
# GLB says how rough its coats are (src/core/relief/glb-material.ts).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3.11 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check bpy==5.0.1

cat >coats.py <<'PYTHON'
import json
import os
import struct
import sys

import bpy

CORNERS = struct.pack("<9f", 0, 0, 0, 1, 0, 0, 0, 1, 0)
NAME = "KHR_materials_clearcoat"


def write(path, coat):
    document = {
        "asset": {"version": "2.0"},
        "extensionsUsed": [NAME],
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "material": 0}]}],
        "materials": [{"name": "coated", "extensions": {NAME: coat}}],
        "accessors": [
            {
                "bufferView": 0,
                "componentType": 5126,
                "count": 3,
                "type": "VEC3",
                "min": [0, 0, 0],
                "max": [1, 1, 0],
            }
        ],
        "bufferViews": [{"buffer": 0, "byteLength": len(CORNERS)}],
        "buffers": [{"byteLength": len(CORNERS)}],
    }
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    with open(path, "wb") as file:
        file.write(struct.pack("<III", 0x46546C67, 2, 28 + len(text) + len(CORNERS)))
        file.write(struct.pack("<II", len(text), 0x4E4F534A) + text)
        file.write(struct.pack("<II", len(CORNERS), 0x004E4942) + CORNERS)


def coat_in(path):
    with open(path, "rb") as file:
        data = file.read()
    (length,) = struct.unpack_from("<I", data, 12)
    return json.loads(data[20 : 20 + length])["materials"][0]["extensions"][NAME]


seen = []
for said in (None, 0, 0.03, 0.2):
    coat = {"clearcoatFactor": 1} | ({} if said is None else {"clearcoatRoughnessFactor": said})
    write("in.glb", coat)
    bpy.ops.wm.read_factory_settings(use_empty=True)
    bpy.ops.import_scene.gltf(filepath=os.path.abspath("in.glb"))
    nodes = bpy.data.materials["coated"].node_tree.nodes
    (shader,) = (node for node in nodes if node.type == "BSDF_PRINCIPLED")
    inside = round(shader.inputs["Coat Roughness"].default_value, 3)
    bpy.ops.export_scene.gltf(filepath=os.path.abspath("out.glb"))
    out = coat_in("out.glb").get("clearcoatRoughnessFactor")
    seen.append((inside, out if out is None else round(out, 3)))
    print("coat", said, "after import", seen[-1][0], "exported", seen[-1][1])
sys.exit(seen != [(0.03, None), (0, 0), (0.03, None), (0.2, 0.2)])
PYTHON
venv/bin/python coats.py 2>/dev/null | grep "^coat"
