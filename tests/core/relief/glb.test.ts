// A drawing as a GLB through the whole pipeline: judged by the Khronos validator, and read again by hand.
import { decode } from 'fast-png';
import { validateBytes } from 'gltf-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPipeline } from '../../../src/core/pipeline.ts';
import { glbOf } from '../../../src/core/relief/glb.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { fakeEngine, quiet } from '../fake.ts';
import { quick, settings } from './quick.ts';

/** A plate with a badge of glass on it; a lamp far to its right. */
const PLATES =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect id="steel plate" x="10" y="10" width="80" height="80" fill="#cc4433"/>' +
  '<circle id="glass" cx="50" cy="50" r="20" fill="#3366cc" fill-opacity="0.5"/><circle id="Lampe &quot;ü&quot;" cx="160" cy="50" r="30" fill="#339933"/></svg>';

interface Gltf {
  asset: { version: string };
  meshes: {
    name: string;
    primitives: {
      attributes: Record<'POSITION' | 'NORMAL' | 'TEXCOORD_0', number>;
      indices: number;
      material: number;
    }[];
  }[];
  materials: {
    name: string;
    pbrMetallicRoughness: { metallicFactor: number; roughnessFactor: number };
    emissiveFactor?: number[];
    extensions?: { KHR_materials_transmission?: { transmissionFactor: number } };
  }[];
  accessors: {
    bufferView: number;
    byteOffset: number;
    count: number;
    componentType: number;
    min?: number[];
    max?: number[];
  }[];
  bufferViews: { byteOffset: number; byteLength: number }[];
  images: { bufferView: number }[];
}

let file: Uint8Array;
let gltf: Gltf;
let bin: Uint8Array;
beforeAll(async () => {
  const engine = await fakeEngine();
  const made = await openPipeline(engine, quick).realize(
    { id: '1:2', name: 'plates', svg: PLATES },
    { ...settings, parts: { 'Lampe "ü"#1': { material: 'glow' } } },
    quiet,
  );
  if (isRefusal(made)) throw new Error(made.refused);
  const solid = await made.solid?.(() => Promise.resolve(true));
  if (!solid) throw new Error('no solid');
  file = glbOf(solid, 'plates');
  // Read by hand: header, then two chunks, each with its length and kind.
  const view = new DataView(file.buffer, file.byteOffset);
  const long = view.getUint32(12, true);
  gltf = JSON.parse(new TextDecoder().decode(file.subarray(20, 20 + long))) as Gltf;
  bin = file.subarray(28 + long, 28 + long + view.getUint32(20 + long, true));
  expect([view.getUint32(8, true), 28 + long + bin.length]).toEqual([file.length, file.length]);
});

/** The numbers that an accessor stands for. */
function numbers(index: number, width: number): number[] {
  const { bufferView, byteOffset, count, componentType } = gltf.accessors[index]!;
  const at = bin.byteOffset + gltf.bufferViews[bufferView]!.byteOffset + byteOffset;
  const view = new DataView(bin.buffer, at);
  return Array.from({ length: count * width }, (_, k) =>
    componentType === 5126
      ? view.getFloat32(4 * k, true)
      : componentType === 5125
        ? view.getUint32(4 * k, true)
        : view.getUint16(2 * k, true),
  );
}

const triples = (flat: number[]): number[][] =>
  Array.from({ length: flat.length / 3 }, (_, k) => flat.slice(3 * k, 3 * k + 3));

describe('a GLB', () => {
  it('is without fault to the Khronos validator', async () => {
    const { issues, info } = await validateBytes(file);
    // Sides of the texture that are no powers of two are no fault where there is WebGL 2.
    expect(issues.messages.filter(({ code }) => code !== 'IMAGE_NPOT_DIMENSIONS')).toEqual([]);
    expect(info.drawCallCount).toBe(3);
    expect(info.extensionsUsed).toContain('KHR_materials_transmission');
  });

  it('would be found at fault', async () => {
    const broken = file.slice();
    // The first position's x becomes no number.
    const start = broken.length - bin.length + gltf.bufferViews[0]!.byteOffset;
    broken.fill(255, start, start + 4);
    const { issues } = await validateBytes(broken);
    expect(issues.numErrors).toBeGreaterThan(0);
  });

  it('has a primitive and a material a part, as the light has them', () => {
    const [mesh] = gltf.meshes;
    expect(mesh?.name).toBe('plates');
    expect(mesh?.primitives.map(({ material }) => gltf.materials[material]?.name)).toEqual([
      'steel plate',
      'glass',
      'Lampe "ü"',
    ]);
    const [steel, glass, lamp] = gltf.materials;
    expect(steel?.pbrMetallicRoughness.metallicFactor).toBe(1);
    expect(glass?.pbrMetallicRoughness).toMatchObject({ metallicFactor: 0 });
    expect(glass?.extensions?.KHR_materials_transmission?.transmissionFactor).toBeGreaterThan(0.8);
    expect(lamp?.emissiveFactor?.[0]).toBeCloseTo(0.9, 5);
    expect(lamp?.extensions?.KHR_materials_transmission).toBeUndefined();
  });

  it('is a metre along its longer side, in place, towards the viewer', () => {
    const accessors = gltf.meshes[0]!.primitives.map(
      ({ attributes }) => gltf.accessors[attributes.POSITION]!,
    );
    const edge = (axis: number): [number, number] => [
      Math.min(...accessors.map(({ min }) => min![axis]!)),
      Math.max(...accessors.map(({ max }) => max![axis]!)),
    ];
    const [left, right] = edge(0);
    const [bottom, top] = edge(1);
    expect([left, right].map((value) => Math.round(1e6 * value) / 1e6)).toEqual([-0.5, 0.5]);
    // 180 units by 80.
    expect(top - bottom).toBeCloseTo(80 / 180, 1);
    // The lamp's middle is 110 units right of the plate's.
    const [plate, , lamp] = accessors.map(({ min, max }) => (min![0]! + max![0]!) / 2);
    expect(lamp! - plate!).toBeCloseTo(110 / 180, 1);
    expect(edge(2)[1]).toBeGreaterThan(0.05);
  });

  it('says of each position where they end, as they are', () => {
    for (const { attributes } of gltf.meshes[0]!.primitives) {
      const { min, max } = gltf.accessors[attributes.POSITION]!;
      const places = triples(numbers(attributes.POSITION, 3));
      for (const axis of [0, 1, 2]) {
        const along = places.map((place) => place[axis]!);
        expect([along.reduce((a, b) => Math.min(a, b)), along.reduce((a, b) => Math.max(a, b))]).toEqual([
          min![axis],
          max![axis],
        ]);
      }
    }
  });

  it('has all triangles facing the viewer, normals of unit length, and no corner off the drawing', () => {
    const [{ bufferView }] = gltf.images as [Gltf['images'][number]];
    const { byteOffset, byteLength } = gltf.bufferViews[bufferView]!;
    const texture = decode(bin.subarray(byteOffset, byteOffset + byteLength));
    const hues = [
      [0xcc, 0x44, 0x33],
      // Half as much, on white.
      [0x99, 0xb3, 0xe6],
      [0x33, 0x99, 0x33],
    ];
    for (const { attributes, indices, material } of gltf.meshes[0]!.primitives) {
      const places = triples(numbers(attributes.POSITION, 3));
      const corners = triples(numbers(indices, 1));
      expect(Math.max(...corners.map((three) => Math.max(...three)))).toBe(places.length - 1);
      for (const [a, b, c] of corners) {
        const [p, q, r] = [places[a!]!, places[b!]!, places[c!]!];
        const turn = (q[0]! - p[0]!) * (r[1]! - p[1]!) - (q[1]! - p[1]!) * (r[0]! - p[0]!);
        expect(turn).toBeGreaterThan(0);
      }
      for (const normal of triples(numbers(attributes.NORMAL, 3))) {
        expect(Math.abs(Math.hypot(...normal) - 1)).toBeLessThan(1e-3);
        expect(normal[2]).toBeGreaterThanOrEqual(0);
      }
      // Nearly all corners wear their own part's colour, the others that of the part below; none is paper.
      const uv = numbers(attributes.TEXCOORD_0, 2);
      let own = 0;
      for (let k = 0; k < uv.length; k += 2) {
        const x = Math.min(texture.width - 1, Math.floor(uv[k]! * texture.width));
        const y = Math.min(texture.height - 1, Math.floor(uv[k + 1]! * texture.height));
        const at = 4 * (y * texture.width + x);
        const near = hues.map((hue) =>
          Math.max(...hue.map((value, c) => Math.abs(value - texture.data[at + c]!))),
        );
        expect(Math.min(...near)).toBeLessThan(65);
        if (near[material]! < 8) own++;
      }
      expect(own).toBeGreaterThan(0.8 * (uv.length / 2));
    }
  });
});
