// In: the name of a set of icons published on npm. Out: drawings picked evenly from it.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Sketch } from '../../src/core/sketch.ts';

/** How many of each, and where it lies. Licences: MIT, ISC (lucide), CC0 1.0 (logos). */
export const SETS = {
  'fluent-emoji': { count: 200, folder: 'bench/fidelity/node_modules' },
  'fluent-emoji-flat': { count: 100, folder: 'node_modules' },
  lucide: { count: 60, folder: 'bench/fidelity/node_modules' },
  ph: { count: 60, folder: 'bench/fidelity/node_modules' },
  logos: { count: 60, folder: 'bench/fidelity/node_modules' },
} as const;
export type SetName = keyof typeof SETS;

interface IconSet {
  width?: number;
  height?: number;
  icons: Record<string, { body: string; width?: number; height?: number; hidden?: boolean }>;
}

/** Throws where the set is not installed. */
export async function drawingsOf(name: SetName): Promise<Sketch[]> {
  const { count, folder } = SETS[name];
  const file = `${folder}/@iconify-json/${name}/icons.json`;
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm ci --prefix bench/fidelity" first`);
  const set = JSON.parse(await readFile(file, 'utf8')) as IconSet;
  const all = Object.entries(set.icons).filter(([, icon]) => icon.hidden !== true);
  return Array.from({ length: count }, (_, i) => {
    const [id, icon] = all[Math.floor((i * all.length) / count)]!;
    const { body, width = set.width ?? 16, height = set.height ?? 16 } = icon;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
    return { id: `${name}/${id}`, name: id, svg };
  });
}
