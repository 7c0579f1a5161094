// The name of an inert <script> element of ui.html in, its text or its bytes out, packed as they are.
// Nothing is decoded before it is asked for; what is packed the worker unpacks.
import type { PackedBytes } from '../../protocol/worker.ts';
import { span } from '../../spans.ts';
import { decodeBase85 } from './base85.ts';

/** Throws when the build wrote something else than the panel wants. */
export function elementText(name: string): string {
  return element(name).textContent ?? '';
}

/** Whether it was put in: the build leaves out what few hosts can use. */
export function isPacked(name: string): boolean {
  return document.getElementById(`asset-${name}`) !== null;
}

function element(name: string): HTMLElement {
  const found = document.getElementById(`asset-${name}`);
  if (!found) throw new Error(`ui.html has no asset "${name}"; build it again`);
  return found;
}

export async function packedOf(name: string): Promise<PackedBytes> {
  const { bytes, packing } = element(name).dataset;
  return {
    name,
    bytes: await span(`read ${name}`, async () => decodeBase85(elementText(name), Number(bytes))),
    packing: packing === 'brotli' ? 'brotli' : 'gzip',
  };
}
