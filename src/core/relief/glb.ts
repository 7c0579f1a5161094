// In: a Solid, what its parts wear. Out: the bytes of one GLB file of it.
// glTF 2.0 binary (Khronos): one mesh, one primitive and one material a part, the base colours as one
// texture.
import { encodePng } from '../image/png.ts';
import { openBin } from './glb-bin.ts';
import { glbFile } from './glb-file.ts';
import { gltfMaterial } from './glb-material.ts';
import { meshesOf, type PartMesh } from './mesh.ts';
import type { Solid } from './solid.ts';

const ARRAY = 34_962;
const ELEMENTS = 34_963;
const [U16, U32, F32] = [5123, 5125, 5126] as const;
const [CLAMP, LINEAR, MIPMAPS] = [33_071, 9729, 9987] as const;

/** In metres: its longer side is 1, its middle at 0, y up, z to the viewer. `name`: of the drawing. */
export function glbOf(solid: Solid, name: string): Uint8Array {
  const meshes = scaled(meshesOf(solid));
  const bin = openBin();
  const primitives = meshes.map(({ positions, normals, places, triangles }, material) => {
    const corners = positions.length / 3;
    // Most parts have few enough corners for short indices.
    const [indices, kind] = corners < 65_535 ? [Uint16Array.from(triangles), U16] : [triangles, U32];
    return {
      attributes: {
        POSITION: bin.accessor('positions', positions, {
          componentType: F32,
          type: 'VEC3',
          ...bounds(positions),
        }),
        NORMAL: bin.accessor('normals', normals, { componentType: F32, type: 'VEC3' }),
        // Whole numbers would be half as long, and trimesh takes them for what they are, not for shares of
        // 65535 (findings/trimesh-takes-shares-for-pixels.sh).
        TEXCOORD_0: bin.accessor('places', places, { componentType: F32, type: 'VEC2' }),
      },
      indices: bin.accessor(kind === U16 ? 'short' : 'long', indices, {
        componentType: kind,
        type: 'SCALAR',
      }),
      material,
    };
  });
  const materials = meshes.map(({ part }) => gltfMaterial(solid.worn[part]!));
  const image = bin.image(encodePng(texture(solid)));
  const { bytes, bufferViews, accessors } = bin.end({
    positions: { byteStride: 12, target: ARRAY },
    normals: { byteStride: 12, target: ARRAY },
    places: { byteStride: 8, target: ARRAY },
    short: { target: ELEMENTS },
    long: { target: ELEMENTS },
  });
  const extensionsUsed = [...new Set(materials.flatMap(({ extensions }) => Object.keys(extensions ?? {})))];
  const document = {
    asset: { version: '2.0', generator: 'Realize Sketch' },
    ...(extensionsUsed.length > 0 && { extensionsUsed }),
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ name, mesh: 0 }],
    meshes: [{ name, primitives }],
    materials,
    textures: [{ sampler: 0, source: 0 }],
    samplers: [{ wrapS: CLAMP, wrapT: CLAMP, magFilter: LINEAR, minFilter: MIPMAPS }],
    images: [{ bufferView: image, mimeType: 'image/png' }],
    accessors,
    bufferViews,
    buffers: [{ byteLength: bytes.length }],
  };
  return glbFile(document, bytes);
}

function scaled(meshes: PartMesh[]): PartMesh[] {
  const all = meshes.map(({ positions }) => bounds(positions));
  const [low, high] = [0, 1].map((axis) => [
    Math.min(...all.map(({ min }) => min[axis]!)),
    Math.max(...all.map(({ max }) => max[axis]!)),
  ]) as [[number, number], [number, number]];
  const scale = 1 / Math.max(low[1] - low[0], high[1] - high[0]);
  const middle = [(low[0] + low[1]) / 2, (high[0] + high[1]) / 2, 0];
  return meshes.map((mesh) => ({
    ...mesh,
    positions: mesh.positions.map((value, k) => scale * (value - middle[k % 3]!)),
  }));
}

function bounds(positions: Float32Array): { min: number[]; max: number[] } {
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  for (let k = 0; k < positions.length; k++) {
    min[k % 3] = Math.min(min[k % 3]!, positions[k]!);
    max[k % 3] = Math.max(max[k % 3]!, positions[k]!);
  }
  return { min, max };
}

/** The base colours, opaque: beside the drawing those of its rim go on, so that no paper shines in. */
function texture({ parts, base }: Solid): { width: number; height: number; data: Uint8Array } {
  const { width, height } = parts.grid;
  const data = new Uint8Array(4 * width * height).fill(255);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let last = -1;
    for (let x = 0; x < width; x++) {
      const here = row + x;
      if (parts.labels.data[here] === 0) continue;
      // From the middle between two covered pixels on the right one goes on, before it the left one.
      const from = last < 0 ? row : Math.ceil((last + here) / 2);
      for (let i = last < 0 ? row : last + 1; i <= here; i++) copy(base, i < from ? last : here, data, i);
      last = here;
    }
    if (last >= 0) for (let i = last + 1; i < row + width; i++) copy(base, last, data, i);
    else if (y > 0) data.copyWithin(4 * row, 4 * (row - width), 4 * row);
  }
  return { width, height, data };
}

function copy(base: Uint8Array, from: number, to: Uint8Array, at: number): void {
  for (let c = 0; c < 3; c++) to[4 * at + c] = base[3 * from + c]!;
}
