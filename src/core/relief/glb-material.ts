// In: what a part wears. Out: its material in a glTF document (glTF 2.0, KHR_materials_transmission and
// KHR_materials_clearcoat).
import type { PartMaterial } from './solid.ts';

interface GltfMaterial {
  name: string;
  doubleSided: true;
  pbrMetallicRoughness: Record<string, unknown>;
  emissiveFactor?: number[];
  emissiveTexture?: { index: 0 };
  extensions?: Record<string, Record<string, number>>;
}

/** As the coats that the light was fitted to; Blender takes 0.03 where nothing is said (findings/). */
const COAT_ROUGHNESS = 0.04;

export function gltfMaterial({ name, values }: PartMaterial): GltfMaterial {
  const { roughness = 1, metal = 0, coat = 0, transmission = 0, emission = 0 } = values;
  const extensions = {
    ...(transmission > 0 && { KHR_materials_transmission: { transmissionFactor: transmission } }),
    ...(coat > 0 && {
      KHR_materials_clearcoat: { clearcoatFactor: coat, clearcoatRoughnessFactor: COAT_ROUGHNESS },
    }),
  };
  return {
    name,
    doubleSided: true,
    pbrMetallicRoughness: {
      baseColorTexture: { index: 0 },
      metallicFactor: metal,
      roughnessFactor: roughness,
    },
    ...(emission > 0 && {
      emissiveFactor: [emission, emission, emission],
      emissiveTexture: { index: 0 } as const,
    }),
    ...(Object.keys(extensions).length > 0 && { extensions }),
  };
}
