#!/usr/bin/env bash
# trimesh 5.2.0: texture coordinates of a GLB that are stored as whole numbers, shares of 65535 as glTF
# allows, are taken as they are, and the texture is smeared.
#
# Guess: an accessor with "normalized": true is divided by its type's largest number (glTF 2.0), as three.js
# and Blender do. Seen on 30 November 2026 of a square with the corners of its texture at 0 and 1:
#   float32          0 0, 1 0, 1 1, 0 1
#   uint16, shares   0 2, 65535 2, 65535 1, 0 1   (1 - v is made in uint16, too)
# No error and no warning. Exporters that keep files small write them so (gltfpack, glTF-Transform's
# quantisation, ours until now). Ends with 0 while that is so, with 1 once both are read alike. We write
# floats (src/core/relief/glb.ts).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check trimesh==5.2.0 numpy==2.4.6 pillow==13.0.0
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund gltf-validator@2.0.0-dev.3.10

cat >look.py <<'PYTHON'
import io
import json
import struct
import sys
from pathlib import Path

import numpy as np
import trimesh
from PIL import Image

CORNERS = np.array([[0, 1], [1, 1], [1, 0], [0, 0]], "f")


def written(places, **more):
    """A GLB of one square, its texture of one pixel laid out by `places`."""
    picture = io.BytesIO()
    Image.new("RGB", (1, 1), "red").save(picture, "PNG")
    corners = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], "f")
    indices = np.array([0, 1, 2, 0, 2, 3], np.uint16)
    pieces = [corners.tobytes(), places.tobytes(), indices.tobytes(), picture.getvalue()]
    blob, views = b"", []
    for piece in pieces:
        views.append({"buffer": 0, "byteOffset": len(blob), "byteLength": len(piece)})
        blob += piece + b"\0" * (-len(piece) % 4)
    kind = 5126 if places.dtype == np.float32 else 5123
    accessors = [
        {"bufferView": 0, "componentType": 5126, "count": 4, "type": "VEC3", "min": [0, 0, 0], "max": [1, 1, 0]},
        {"bufferView": 1, "componentType": kind, "count": 4, "type": "VEC2", **more},
        {"bufferView": 2, "componentType": 5123, "count": 6, "type": "SCALAR"},
    ]
    primitive = {"attributes": {"POSITION": 0, "TEXCOORD_0": 1}, "indices": 2, "material": 0}
    document = {"asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": [0]}], "nodes": [{"mesh": 0}]}
    document |= {"meshes": [{"primitives": [primitive]}], "textures": [{"source": 0}]}
    document |= {"materials": [{"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}]}
    document |= {"images": [{"bufferView": 3, "mimeType": "image/png"}], "bufferViews": views}
    document |= {"accessors": accessors, "buffers": [{"byteLength": len(blob)}]}
    text = json.dumps(document).encode()
    text += b" " * (-len(text) % 4)
    head = struct.pack("<4sIIII", b"glTF", 2, 28 + len(text) + len(blob), len(text), 0x4E4F534A)
    return head + text + struct.pack("<II", len(blob), 0x004E4942) + blob


files = {"floats": written(CORNERS), "shares": written((65535 * CORNERS).astype(np.uint16), normalized=True)}
read = {}
for name, data in files.items():
    Path(f"{name}.glb").write_bytes(data)
    (mesh,) = trimesh.load_scene(io.BytesIO(data), file_type="glb").geometry.values()
    read[name] = mesh.visual.uv.astype(int).tolist()
    print("trimesh", trimesh.__version__, name, read[name])
right = [[0, 0], [1, 0], [1, 1], [0, 1]]
sys.exit(not (read["floats"] == right and read["shares"] == [[0, 2], [65535, 2], [65535, 1], [0, 1]]))
PYTHON

cat >valid.mjs <<'NODE'
import { readFile } from 'node:fs/promises';
import { validateBytes } from 'gltf-validator';

for (const name of ['floats', 'shares']) {
  const { issues } = await validateBytes(new Uint8Array(await readFile(`${name}.glb`)));
  console.log('gltf-validator', name, issues.numErrors, 'errors', issues.numWarnings, 'warnings');
  if (issues.numErrors > 0) process.exit(1);
}
NODE
venv/bin/python look.py
node valid.mjs
