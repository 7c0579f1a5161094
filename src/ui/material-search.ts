// The light's card in, what materials are called out; letters that were typed in, the materials that are
// meant out.
import { readLightCard } from '../core/card.ts';

/** By the material's id: other names of it, and of what is made of it. */
export type NamesOfMaterial = ReadonlyMap<string, readonly string[]>;

interface Material {
  id: string;
  name: string;
}

export function readMaterialNames(json: unknown): NamesOfMaterial {
  const { materials } = readLightCard(json);
  // A dash says that the word may be part of a longer one.
  const plain = (word: string): string => word.replace(/^-|-$/g, '').toLowerCase();
  return new Map(materials.map(({ id, stuff, words }) => [id, [...stuff, ...words].map(plain)]));
}

/** By their own names first: "wood" finds Wood, "oak" and "chair leg" do, too. All for no letters. */
export function materialsCalled<T extends Material>(
  materials: readonly T[],
  names: NamesOfMaterial,
  typed: string,
): T[] {
  const wanted = typed.trim().toLowerCase();
  const named = materials.filter(({ name }) => name.toLowerCase().includes(wanted));
  const meant = materials.filter(
    (one) => !named.includes(one) && names.get(one.id)?.some((word) => word.startsWith(wanted)),
  );
  return [...named, ...meant];
}
