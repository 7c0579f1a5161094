// In: SVG files or the name of a set. Out: for each the picture beside Chromium's rendering, scored; a contact sheet of the
// worst (or of all) and all scores as JSON, in artifacts/. With --advice: what the panel would advise, counted, alone; with
// --colour: how near lit colours are to the fills; with --times: how long drawings are read.
// --svg DIR writes the drawings as files, for another build to make pictures of; --before DIR shows those in between.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { decode, encode } from 'fast-png';
import { openPipeline } from '../../src/core/pipeline.ts';
import { PLAIN, isRefusal, type Box, type Rgba, type Settings, type Sketch } from '../../src/core/sketch.ts';
import { openEngine } from '../engine.ts';
import { countAdvice } from './advice.ts';
import { measureColour } from './colour.ts';
import { LIMIT, score, type Score } from './score.ts';
import { SETS, drawingsOf, type SetName } from './sets.ts';
import { measureTimes } from './times.ts';
import { openViewer, type Entry, type Viewer } from './viewer.ts';

/** Longest side of what is compared. */
const SIDE = 224;
const COLUMNS = 5;
/** How far outside the picture's box one looks whether the drawing goes on there, and what share of it may. */
const MARGIN = 0.03;
const RING_SIDE = 64;
const ENDS = 0.1;
const WATCH = { progress: () => {}, cancelled: () => Promise.resolve(false) };
const USAGE = `npm run fidelity -- FILES… | --set ${Object.keys(SETS).join('|')} [--sheet N|all] [--name NAME] [--advice] [--colour] [--times] [--before DIR] [--svg DIR]`;

interface Judged {
  entry: Entry;
  row: { id: string; refused?: string; notes?: readonly string[] } & Partial<Score>;
}

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
  times,
}: Partial<Record<'advice' | 'colour' | 'times', boolean>>): typeof countAdvice | null {
  if (advice) return countAdvice;
  if (colour) return measureColour;
  return times ? measureTimes : null;
}

/** What another build made of it, by `npm run realize -- DIR/*.svg --out-dir DIR`; null where that refused it. */
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

/** Whether hardly anything is drawn just outside `box`, well inside the frame: what fills it then is a tile or a flag, and no ground. */
async function endsAt(viewer: Viewer, svg: string, box: Box): Promise<boolean> {
  const [padX, padY] = [MARGIN * box.width, MARGIN * box.height];
  const around = {
    x: box.x - padX,
    y: box.y - padY,
    width: box.width + 2 * padX,
    height: box.height + 2 * padY,
  };
  const view = viewBoxOf(svg);
  if (view && !isWithin(around, view)) return false;
  const { width, height, data } = await viewer.draw(svg, around, RING_SIDE, RING_SIDE);
  let [ring, seen] = [0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (x > 0 && x < width - 1 && y > 0 && y < height - 1) continue;
      ring++;
      if (data[4 * (y * width + x) + 3]! > 127) seen++;
    }
  return seen < ENDS * ring;
}

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

function viewBoxOf(svg: string): Box | null {
  const numbers = /viewBox="([\d.-]+)[ ,]+([\d.-]+)[ ,]+([\d.]+)[ ,]+([\d.]+)"/
    .exec(svg)
    ?.slice(1)
    .map(Number);
  if (!numbers) return null;
  const [x = 0, y = 0, width = 0, height = 0] = numbers;
  return { x, y, width, height };
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

/** The mean over the pixels that fall on each, colours weighed by alpha. */
function shrunk(png: Uint8Array, width: number, height: number): Rgba {
  const image = decode(png);
  const data = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [y, y + 1].map((edge) => Math.round((edge * image.height) / height));
    for (let x = 0; x < width; x++) {
      const [left, right] = [x, x + 1].map((edge) => Math.round((edge * image.width) / width));
      const sum = [0, 0, 0, 0];
      for (let v = top!; v < Math.max(bottom!, top! + 1); v++)
        for (let u = left!; u < Math.max(right!, left! + 1); u++) {
          const at = 4 * (Math.min(v, image.height - 1) * image.width + Math.min(u, image.width - 1));
          const alpha = image.data[at + 3]!;
          for (let channel = 0; channel < 3; channel++) sum[channel]! += alpha * image.data[at + channel]!;
          sum[3]! += alpha;
        }
      const count = Math.max(1, bottom! - top!) * Math.max(1, right! - left!);
      const at = 4 * (y * width + x);
      for (let channel = 0; channel < 3; channel++)
        data[at + channel] = sum[3]! > 0 ? Math.round(sum[channel]! / sum[3]!) : 0;
      data[at + 3] = Math.round(sum[3]! / count);
    }
  }
  return { width, height, data };
}

async function report(viewer: Viewer, judged: readonly Judged[], name: string, sheet: string): Promise<void> {
  await mkdir('artifacts', { recursive: true });
  const rank = ({ row }: Judged): number => row.wrong ?? 1;
  const wrong = judged.filter((one) => rank(one) >= LIMIT);
  const many = (key: 'missing' | 'extra' | 'off'): number =>
    judged.filter(({ row }) => (row[key] ?? 0) >= LIMIT).length;
  await writeFile(
    `artifacts/fidelity-${name}.json`,
    JSON.stringify(
      judged.map(({ row }) => row),
      null,
      1,
    ),
  );
  const shown =
    sheet === 'all' ? judged : [...judged].sort((a, b) => rank(b) - rank(a)).slice(0, Number(sheet));
  const file = `artifacts/fidelity-${name}.jpg`;
  await writeFile(
    file,
    await viewer.sheet(
      shown.map(({ entry }) => entry),
      COLUMNS,
    ),
  );
  const share = ((100 * wrong.length) / judged.length).toFixed(1);
  const refusals = judged.filter(({ row }) => row.refused !== undefined).length;
  console.log(
    `${name}: ${wrong.length} of ${judged.length} wrong (${share} %): missing ${many('missing')}, extra ${many('extra')}, ` +
      `off in colour ${many('off')}, refused ${refusals}. ${file}: ${shown.length} of them.`,
  );
}
