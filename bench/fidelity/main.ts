// In: SVG files or the name of a set. Out: for each the picture beside Chromium's rendering, scored; a
// contact sheet of the worst (or of all) and all scores as JSON, in artifacts/. With --advice: what the panel
// would advise, counted, alone; with --colour: how near lit colours are to the fills; with --contrast:
// whether drawn shade is lit twice; with --times: how long drawings are read. --svg DIR writes the drawings
// as files, for another build to make pictures of; --before DIR shows those in between.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { encode } from 'fast-png';
import { openPipeline } from '../../src/core/pipeline.ts';
import { PLAIN, isRefusal, type Settings, type Sketch } from '../../src/core/sketch.ts';
import { openEngine } from '../engine.ts';
import { countAdvice } from './advice.ts';
import { measureColour } from './colour.ts';
import { measureContrast } from './measure-contrast.ts';
import { LIMIT, score, type Score } from './score.ts';
import { SETS, drawingsOf, type SetName } from './sets.ts';
import { measureTimes } from './times.ts';
import { openViewer, type Viewer } from './viewer.ts';
import { report, type Judged } from './report.ts';
import { endsAt, viewBoxOf } from './frame-end.ts';
import { shrunk } from './shrink.ts';

/** Longest side of what is compared. */
const SIDE = 224;

const WATCH = { progress: () => {}, cancelled: () => Promise.resolve(false) };
const USAGE = `npm run fidelity -- FILES… | --set ${Object.keys(SETS).join('|')} [--sheet N|all] [--name NAME] [--advice] [--colour] [--contrast] [--times] [--before DIR] [--svg DIR]`;

export async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      set: { type: 'string' },
      sheet: { type: 'string', default: '40' },
      name: { type: 'string' },
      advice: { type: 'boolean' },
      colour: { type: 'boolean' },
      contrast: { type: 'boolean' },
      times: { type: 'boolean' },
      before: { type: 'string' },
      svg: { type: 'string' },
    },
  });
  const { set } = values;
  if ((set === undefined) === (positionals.length === 0) || (set !== undefined && !(set in SETS)))
    throw new Error(USAGE);
  const sketches = set === undefined ? await filesOf(positionals) : await drawingsOf(set as SetName);
  const name = values.name ?? set ?? 'files';
  const count = counterOf(values);
  if (count) {
    for (const line of await count(sketches, name)) console.log(line);
    return;
  }
  if (values.svg !== undefined) {
    await mkdir(values.svg, { recursive: true });
    for (const sketch of sketches) await writeFile(`${values.svg}/${sketch.name}.svg`, sketch.svg);
    return;
  }
  const { engine, cards } = await openEngine();
  const settings: Settings = { ...PLAIN, model: cards.model.id, studio: cards.light.defaultStudio };
  const viewer = await openViewer();
  try {
    const judged: Judged[] = [];
    for (const sketch of sketches) {
      const pipeline = openPipeline(engine, cards);
      const made = await pipeline.realize(sketch, { ...settings, shadow: false }, WATCH);
      const one = isRefusal(made)
        ? await refused(viewer, sketch, made.refused)
        : await judge(viewer, sketch, made.picture);
      if (values.before !== undefined) one.entry.pictures.unshift(await earlier(values.before, sketch));
      judged.push(one);
      if (process.stderr.isTTY) process.stderr.write(`\r${judged.length} of ${sketches.length}`);
    }
    await report(viewer, judged, name, values.sheet);
  } finally {
    await viewer.close();
  }
}

/** What is counted instead of judging; null: nothing is. */
function counterOf({
  advice,
  colour,
  contrast,
  times,
}: Partial<Record<'advice' | 'colour' | 'contrast' | 'times', boolean>>): typeof countAdvice | null {
  if (advice) return countAdvice;
  if (colour) return measureColour;
  if (contrast) return measureContrast;
  return times ? measureTimes : null;
}

/**
 * What another build made of it, by `npm run realize -- DIR/*.svg --out-dir DIR`; null where that refused it.
 */
async function earlier(folder: string, { name }: Sketch): Promise<Uint8Array | null> {
  const file = `${folder}/${name}.png`;
  return existsSync(file) ? readFile(file) : null;
}

async function filesOf(files: readonly string[]): Promise<Sketch[]> {
  return Promise.all(
    files.map(async (file) => ({
      id: basename(file),
      name: basename(file, '.svg'),
      svg: await readFile(file, 'utf8'),
    })),
  );
}

async function judge(
  viewer: Viewer,
  { id, svg }: Sketch,
  { png, box, notes }: { png: Uint8Array; box: Parameters<Viewer['draw']>[1]; notes: readonly string[] },
): Promise<Judged> {
  const scale = SIDE / Math.max(box.width, box.height);
  const width = Math.max(8, Math.round(box.width * scale));
  const height = Math.max(8, Math.round(box.height * scale));
  const truth = await viewer.draw(svg, box, width, height);
  const found = score(truth, shrunk(png, width, height), await endsAt(viewer, svg, box));
  const label = `${id} ${found.wrong >= LIMIT ? 'WRONG' : ''} ${found.wrong.toFixed(2)} ${worst(found)} ${notes.join(' ')}`;
  return { entry: { label, truth: encode(truth), pictures: [png] }, row: { id, ...found, notes } };
}

async function refused(viewer: Viewer, { id, svg }: Sketch, why: string): Promise<Judged> {
  const view = viewBoxOf(svg) ?? { x: 0, y: 0, width: SIDE, height: SIDE };
  const truth = await viewer.draw(svg, view, SIDE, Math.round((SIDE * view.height) / view.width) || SIDE);
  return {
    entry: { label: `${id} WRONG ${why}`, truth: encode(truth), pictures: [null] },
    row: { id, refused: why },
  };
}

function worst({ missing, extra, off }: Score): string {
  const most = Math.max(missing, extra, off);
  return most === missing ? 'missing' : most === extra ? 'extra' : 'off';
}
