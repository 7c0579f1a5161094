// In: the scenes. Out: icon, cover and carousel as PNG, composed of what the command line makes of the
// samples.
// Rasterized at a multiple of their size and averaged (supersampling with a box filter), as images are shown
// much reduced.
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePng } from '../../src/core/image/png.ts';
import { halves, ICON, pairs, pictures, type Realized, WIDE } from './layout.ts';
import { FACE, LIGHTS, MATERIALS, PAIRS, type Shot } from './scenes.ts';
import { average, type Pixels } from './average.ts';

export interface Tools {
  realizeAll: (
    files: string[],
    folder: string,
    more: { size: number; options: string[] },
  ) => Promise<{ out: string; box: Realized['picture']['box'] }[]>;
  sizeOf: (svg: string) => { width: number; height: number };
  /** An SVG text as PNG, its pixels the means of so many by so many. */
  draw: (svg: string, zoom: number) => Promise<Uint8Array>;
}

export const drawer =
  (rasterize: (svg: string, zoom: number) => Promise<Pixels>): Tools['draw'] =>
  async (svg, zoom) =>
    encodePng(average(await rasterize(svg, zoom), zoom));

/** Pixels of a picture's longer side. */
const SIZE = 1024;
const [ICON_ZOOM, WIDE_ZOOM] = [8, 2];

const href = (type: string, bytes: Uint8Array): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

/** What is begun now; so many of `PICTURE_STEPS` are done. */
export type Tell = (done: number, what: string) => void;

/** One after another: each is a run of the command line with options of its own. */
async function realize(shots: Shot[], tools: Tools, folder: string, tell: Tell): Promise<Realized[]> {
  const done: Realized[] = [];
  for (const [i, { file, options }] of shots.entries()) {
    tell(i, [file, ...options].join(' '));
    const into = join(folder, String(i));
    await mkdir(into, { recursive: true });
    const [report] = await tools.realizeAll([file], into, { size: SIZE, options });
    if (!report) throw new Error(`${file}: the command line gave no report`);
    const svg = await readFile(file);
    done.push({
      drawing: { ...tools.sizeOf(svg.toString()), href: href('image/svg+xml', svg) },
      picture: { box: report.box, href: href('image/png', await readFile(report.out)) },
    });
  }
  return done;
}

const SHOTS = [FACE, ...PAIRS, ...MATERIALS, ...LIGHTS];
const FILES = ['icon.png', 'cover.png', 'carousel-1-drawings.png', 'carousel-2-materials.png', 'carousel-3-light.png']; // prettier-ignore
export const PICTURE_STEPS = SHOTS.length + FILES.length;

/** PNG files by name. */
export async function makePictures(tools: Tools, tell: Tell): Promise<Map<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'realize-package-'));
  try {
    const [face, ...rest] = await realize(SHOTS, tools, folder, tell);
    if (!face) throw new Error('no picture for icon and cover');
    const take = (some: Shot[]): Realized[] => rest.splice(0, some.length);
    const drawn = [
      [halves(face, ICON), ICON_ZOOM],
      [halves(face, WIDE), WIDE_ZOOM],
      [pairs(take(PAIRS)), WIDE_ZOOM],
      [pictures(take(MATERIALS)), WIDE_ZOOM],
      [pictures(take(LIGHTS)), WIDE_ZOOM],
    ] as const;
    const files = new Map<string, Uint8Array>();
    for (const [i, [svg, zoom]] of drawn.entries()) {
      tell(SHOTS.length + i, FILES[i]!);
      files.set(FILES[i]!, await tools.draw(svg, zoom));
    }
    return files;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
