import { expect, it } from 'vitest';
import { gltfMaterial } from '../../../src/core/relief/glb-material.ts';

it('wears what the light has, and no more than is there', () => {
  expect(gltfMaterial({ name: 'steel', values: { roughness: 0.3, metal: 1 } })).toEqual({
    name: 'steel',
    doubleSided: true,
    pbrMetallicRoughness: { baseColorTexture: { index: 0 }, metallicFactor: 1, roughnessFactor: 0.3 },
  });
});

it('says how rough a coat is, which hangs on the program where nothing is said', () => {
  const { extensions } = gltfMaterial({ name: 'glaze', values: { roughness: 0.3, coat: 0.5 } });
  expect(extensions).toEqual({
    KHR_materials_clearcoat: { clearcoatFactor: 0.5, clearcoatRoughnessFactor: 0.04 },
  });
});

it('shines in its own colours, and lets light through', () => {
  const bulb = gltfMaterial({ name: 'bulb', values: { emission: 0.9, transmission: 0.4 } });
  expect(bulb.emissiveFactor).toEqual([0.9, 0.9, 0.9]);
  expect(bulb.emissiveTexture).toEqual({ index: 0 });
  expect(bulb.extensions).toEqual({ KHR_materials_transmission: { transmissionFactor: 0.4 } });
});
