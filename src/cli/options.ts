// Each option of the command by its name: an option's value in, what is asked for with
// it, or what is wrong with the value.
import { isSheet } from '../core/photo/straighten.ts';
import { FINISHES, FORMS } from '../core/part-choice.ts';
import { BACKGROUNDS, SHADINGS, SIZES } from '../core/sketch.ts';
import type { PartChoice, ReliefTune, SurfaceTune } from '../core/part-choice.ts';
import type { Corners, PhotoTune } from '../core/photo-tune.ts';
import type { Settings } from '../core/sketch.ts';
import { FEEDS, type Feed } from './own.ts';

/** How --part is written. */
export const PART = 'KEY=COLOUR/MATERIAL/FINISH/FORM/EDGE/THICKNESS/ROUGHNESS/SCALE';

const STAGES = ['lines', 'normals', 'parts'] as const;
const SCALES = [1, 2, 3, 4] as const;

/** Not a picture: the relief itself. */
export function isSolid({ out }: Pick<Arguments, 'out'>): boolean {
  return out !== null && /\.glb$/i.test(out);
}

export interface Arguments {
  files: string[];
  out: string | null;
  folder: string | null;
  model: string;
  feed: Partial<Record<Feed, string>>;
  settings: Omit<Settings, 'model' | 'studio'> & { studio: string | null };
  stage: (typeof STAGES)[number] | null;
  /** Pixels a unit of the drawing, instead of settings.size. */
  scale: number | null;
  json: boolean;
  /** Writes over drawings and over pictures of the same run. */
  force: boolean;
  /** Its surface as maps, beside the picture. */
  maps: boolean;
}

/** Takes the value in and returns null, or returns one sentence that says what is wrong with it. */
type Read = (args: Arguments, given: string) => string | null;

/** Options that stand alone, but for --help. */
export const FLAGS: Record<string, (args: Arguments) => void> = {
  '--maps': (args) => (args.maps = true),
  '--json': (args) => (args.json = true),
  '--force': (args) => (args.force = true),
  '--no-shadow': (args) => (args.settings.shadow = false),
  '--shadow-apart': (args) => (args.settings.shadowApart = true),
};

/** Options with a value after them. */
export const VALUES: Record<string, Read> = {
  '-o': text((args, given) => (args.out = given)),
  '--out-dir': text((args, given) => (args.folder = given)),
  '--model': text((args, given) => (args.model = given)),
  '--light': text((args, given) => (args.settings.studio = given)),
  '--light-angle': readLightAngle,
  '--size': readSize,
  '--background': oneOf('--background', BACKGROUNDS, (args, name) => (args.settings.background = name)),
  '--backdrop': readBackdrop,
  '--shading': oneOf('--shading', SHADINGS, (args, shading) => (args.settings.shading = shading)),
  '--form': oneOf('--form', FORMS, (args, form) => tune(args, { form })),
  '--edge': between('--edge', 0, 1, (args, edge) => tune(args, { edge })),
  '--thickness': between('--thickness', 0, 1, (args, thickness) => tune(args, { thickness })),
  '--roughness': between('--roughness', 0, 1, (args, roughness) => tuneSurface(args, { roughness })),
  '--texture-scale': between('--texture-scale', 0, 1, (args, scale) => tuneSurface(args, { scale })),
  '--stage': oneOf('--stage', STAGES, (args, stage) => (args.stage = stage)),
  '--ink': feed('--ink'),
  '--range': feed('--range'),
  '--stroke': feed('--stroke'),
  '--input': feed('--input'),
  '--seed': readSeed,
  '--part': readPart,
  '--threshold': between('--threshold', 0, 1, (args, threshold) => tracePhoto(args, { threshold })),
  '--line-weight': between('--line-weight', 0.1, 10, (args, weight) => tracePhoto(args, { weight })),
  '--corners': readCorners,
};

function text(take: (args: Arguments, given: string) => void): Read {
  return (args, given) => {
    take(args, given);
    return null;
  };
}

function oneOf<T extends string | number>(
  word: string,
  known: readonly T[],
  take: (args: Arguments, value: T) => void,
): Read {
  return (args, given) => {
    const value = known.find((one) => String(one) === given);
    if (value === undefined) return `${word} is ${known.join(', ')}; ${given} was given.`;
    take(args, value);
    return null;
  };
}

/** The last one counts, whichever of both it is. */
function readSize(args: Arguments, given: string): string | null {
  const size = SIZES.find((one) => String(one) === given);
  const scale = SCALES.find((one) => given === `${one}x` || given === `${one}×`);
  if (size === undefined && scale === undefined)
    return `--size is ${SIZES.join(', ')} or ${SCALES.map((one) => `${one}x`).join(', ')}; ${given} was given.`;
  if (size !== undefined) args.settings.size = size;
  args.scale = scale ?? null;
  return null;
}

function feed(word: Feed): Read {
  return (args, given) => {
    if (!FEEDS[word].some((value) => value === given))
      return `${word} is ${FEEDS[word].join(' or ')}; ${given} was given.`;
    args.feed[word] = given;
    return null;
  };
}

function between(
  word: string,
  least: number,
  most: number,
  take: (args: Arguments, value: number) => void,
): Read {
  return (args, given) => {
    const value = decimal(given);
    if (!(value >= least && value <= most))
      return `${word} is a number from ${least} to ${most}; ${given} was given.`;
    take(args, value);
    return null;
  };
}

function tune({ settings }: Arguments, change: Partial<ReliefTune>): void {
  settings.relief = { ...settings.relief, ...change };
}

function tuneSurface({ settings }: Arguments, change: Partial<SurfaceTune>): void {
  settings.surface = { ...settings.surface, ...change };
}

function tracePhoto({ settings }: Arguments, change: Partial<PhotoTune>): void {
  settings.photo = { ...settings.photo, ...change };
}

function readLightAngle(args: Arguments, given: string): string | null {
  const [, azimuth, elevation] = /^(-?[\d.]{1,6}),(-?[\d.]{1,6})$/.exec(given) ?? [];
  const light = { azimuth: Number(azimuth), elevation: Number(elevation) };
  if (!Number.isFinite(light.azimuth) || !Number.isFinite(light.elevation))
    return `--light-angle is two numbers of degrees such as 30,-10; ${given} was given.`;
  args.settings.light = light;
  return null;
}

function readBackdrop(args: Arguments, given: string): string | null {
  if (!/^#[0-9a-f]{6}$/i.test(given)) return `--backdrop wants a colour such as #d9d4cc; ${given} was given.`;
  args.settings.backdrop = given.toLowerCase();
  return null;
}

function readSeed(args: Arguments, given: string): string | null {
  if (!/^\d{1,15}$/.test(given)) return `--seed is a whole number; ${given} was given.`;
  args.settings.seed = Number(given);
  return null;
}

/** A layer's name may hold any of these signs, so the last "=" counts. */
function readPart(args: Arguments, given: string): string | null {
  const at = given.lastIndexOf('=');
  const [colour = '', material = '', finish = '', form = '', ...sizes] = given.slice(at + 1).split('/');
  const [edge = '', thickness = '', roughness = '', scale = '', ...more] = sizes;
  if (at < 1 || more.length > 0) return `--part is ${PART}; ${given} was given.`;
  if (colour !== '' && !/^#[0-9a-f]{6}$/i.test(colour))
    return `--part wants a colour such as #c4623f; ${colour} was given.`;
  const known = FINISHES.find((name) => name === finish);
  if (finish !== '' && !known) return `--part wants a finish of ${FINISHES.join(', ')}; ${finish} was given.`;
  const shape = FORMS.find((name) => name === form);
  if (form !== '' && !shape) return `--part wants a form of ${FORMS.join(', ')}; ${form} was given.`;
  for (const [what, value] of Object.entries({ edge, thickness, roughness, scale }))
    if (value !== '' && !(decimal(value) <= 1))
      return `--part wants ${what} as a number from 0 to 1; ${value} was given.`;
  const choice: PartChoice = {};
  if (colour !== '') choice.colour = colour.toLowerCase();
  if (material !== '') choice.material = material;
  if (known) choice.finish = known;
  if (shape) choice.form = shape;
  if (edge !== '') choice.edge = decimal(edge);
  if (thickness !== '') choice.thickness = decimal(thickness);
  if (roughness !== '') choice.roughness = decimal(roughness);
  if (scale !== '') choice.scale = decimal(scale);
  args.settings.parts = { ...args.settings.parts, [given.slice(0, at)]: choice };
  return null;
}

function readCorners(args: Arguments, given: string): string | null {
  const corners = sheetOf(given.split(',').map(decimal));
  if (!corners)
    return `--corners is eight numbers from 0 to 1, x,y of each corner, clockwise from the top left; ${given} was given.`;
  tracePhoto(args, { corners });
  return null;
}

/** Null where they are no sheet. */
function sheetOf(values: readonly number[]): Corners | null {
  if (values.length !== 8 || !values.every((value) => value >= 0 && value <= 1)) return null;
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = values;
  const corners: Corners = [
    [ax, ay],
    [bx, by],
    [cx, cy],
    [dx, dy],
  ];
  return isSheet(corners) ? corners : null;
}

/** NaN for what is no decimal number. */
function decimal(given: string): number {
  return /^\d*\.?\d+$/.test(given) ? Number(given) : NaN;
}
