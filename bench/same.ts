// In: samples, docs/advice and 60 icons, each as pictures of 512 and 1024 and as a draft, with three seeds.
// Out: SHA-256 hashes of their pixels as a file; or, where that file is there already, which of them have
// changed.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { decode } from 'fast-png';
import type { Watch } from '../src/core/engine.ts';
import { openPipeline } from '../src/core/pipeline.ts';
import { PLAIN, isRefusal, type Settings, type Size, type Sketch } from '../src/core/sketch.ts';
import { openEngine } from './engine.ts';

const FOLDERS = ['samples', 'docs/advice'];
const ICONS = '@iconify-json/fluent-emoji-flat';
const ICON_COUNT = 60;
const SIZES: readonly Size[] = [512, 1024];
const SEEDS = [1, 2, 3];
const WATCH: Watch = { progress: () => {}, cancelled: () => Promise.resolve(false) };

type Hashes = Record<string, string>;

/**
 * `args`: the baseline's path alone. Throws where the baseline is of other drawings, or anything has changed.
 */
export async function main(args: readonly string[]): Promise<void> {
  const [baseline, ...more] = args;
  if (baseline === undefined || more.length > 0)
    throw new Error(
      'npm run same -- BASELINE: the path of a JSON file, which is written where it is not there.',
    );
  const known = existsSync(baseline) ? (JSON.parse(await readFile(baseline, 'utf8')) as Hashes) : null;
  const found: Hashes = {};
  const { engine, cards } = await openEngine();
  const sketches = [...(await drawings()), ...(await icons())];
  for (const [index, sketch] of sketches.entries()) {
    // One pipeline a drawing: what it keeps of the last seed and size is tried as well.
    const pipeline = openPipeline(engine, cards);
    for (const seed of SEEDS) {
      const settings: Settings = { ...PLAIN, model: cards.model.id, studio: cards.light.defaultStudio, seed };
      const draft = await pipeline.draft(sketch, settings, WATCH);
      found[`${sketch.id} draft seed ${seed}`] = isRefusal(draft)
        ? `refused: ${draft.refused}`
        : hash(draft.shown.data, { box: draft.shown.box, notes: draft.shown.notes });
      for (const size of SIZES) {
        const made = await pipeline.realize(sketch, { ...settings, size }, WATCH);
        found[`${sketch.id} ${size} seed ${seed}`] = isRefusal(made)
          ? `refused: ${made.refused}`
          : hash(decode(made.picture.png).data as Uint8Array, {
              box: made.picture.box,
              notes: made.picture.notes,
            });
      }
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${index + 1} of ${sketches.length}`);
  }
  const names = Object.keys(found);
  if (!known) {
    await writeFile(baseline, `${JSON.stringify(found, null, 1)}\n`);
    console.log(`${baseline}: ${names.length} hashes of ${sketches.length} drawings written.`);
    return;
  }
  if (Object.keys(known).length !== names.length || names.some((name) => !(name in known)))
    throw new Error(`${baseline} is of other drawings, sizes or seeds: write it anew from the older commit.`);
  const changed = names.filter((name) => found[name] !== known[name]);
  if (changed.length > 0)
    throw new Error(`${changed.length} of ${names.length} are not the same:\n${changed.join('\n')}`);
  console.log(`${names.length} of ${names.length} are the same.`);
}

function hash(bytes: Uint8Array | Uint8ClampedArray, about: object): string {
  return createHash('sha256').update(bytes).update(JSON.stringify(about)).digest('hex').slice(0, 32);
}

async function drawings(): Promise<Sketch[]> {
  const files = await Promise.all(
    FOLDERS.map(async (folder) =>
      (await readdir(folder)).filter((name) => name.endsWith('.svg')).map((name) => join(folder, name)),
    ),
  );
  return Promise.all(
    files
      .flat()
      .sort()
      .map(async (file) => ({
        id: file,
        name: basename(file, '.svg'),
        svg: await readFile(file, 'utf8'),
      })),
  );
}

/** Evenly from the whole set, which is in alphabetical order. */
async function icons(): Promise<Sketch[]> {
  const set = JSON.parse(await readFile(`node_modules/${ICONS}/icons.json`, 'utf8')) as {
    width: number;
    height: number;
    icons: Record<string, { body: string; width?: number; height?: number }>;
  };
  const all = Object.entries(set.icons);
  return Array.from({ length: ICON_COUNT }, (_, i) => {
    const entry = all[Math.floor((i * all.length) / ICON_COUNT)];
    if (!entry) throw new Error(`${ICONS} has ${all.length} icons, wanted ${ICON_COUNT}`);
    const [name, { body, width = set.width, height = set.height }] = entry;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" fill="none">${body}</svg>`;
    return { id: `icon ${name}`, name, svg };
  });
}
