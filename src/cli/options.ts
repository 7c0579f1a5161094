// Each option of the command by its name: an option's value in, what is asked for with
// it, or what is wrong with the value.
import { isSheet } from '../core/photo/straighten.ts';
import { FORMS, type ReliefTune, type SurfaceTune } from '../core/part-choice.ts';
import { BACKGROUNDS, SHADINGS, SIZES } from '../core/sketch.ts';
import type { Corners, PhotoTune } from '../core/photo-tune.ts';
import { faultIn } from '../naming.ts';
import { faultOf } from '../words.ts';
import { SHOWN_STAGES, type Arguments } from './wanted.ts';
import { text, oneOf, feed, numberBetween, decimal, type ReadOption } from './option.ts';
import { readLamp } from './lamp-option.ts';
import { readPart } from './part-option.ts';

const SCALES = [1, 2, 3, 4] as const;

/** Options that stand alone, but for --help. */
export const FLAGS: Record<string, (args: Arguments) => void> = {
  '--maps': (args) => (args.maps = true),
  '--json': (args) => (args.json = true),
  '--force': (args) => (args.force = true),
  '--no-shadow': (args) => (args.settings.shadow = false),
  '--shadow-apart': (args) => (args.settings.shadowApart = true),
};

/** Options with a value after them. */
export const VALUES: Record<string, ReadOption> = {
  '-o': text((args, given) => (args.out = given)),
  '--out-dir': text((args, given) => (args.folder = given)),
  '--name': readName,
  '--called': text((args, given) => (args.called = given)),
  '--model': text((args, given) => (args.model = given)),
  '--light': text((args, given) => (args.settings.studio = given)),
  '--light-angle': readLightAngle,
  '--lamp': readLamp,
  '--size': readSize,
  '--background': oneOf('--background', BACKGROUNDS, (args, name) => (args.settings.background = name)),
  '--backdrop': readBackdrop,
  '--shading': oneOf('--shading', SHADINGS, (args, shading) => (args.settings.shading = shading)),
  '--form': oneOf('--form', FORMS, (args, form) => tune(args, { form })),
  '--edge': numberBetween('--edge', 0, 1, (args, edge) => tune(args, { edge })),
  '--thickness': numberBetween('--thickness', 0, 1, (args, thickness) => tune(args, { thickness })),
  '--roughness': numberBetween('--roughness', 0, 1, (args, roughness) => tuneSurface(args, { roughness })),
  '--texture-scale': numberBetween('--texture-scale', 0, 1, (args, scale) => tuneSurface(args, { scale })),
  '--stage': oneOf('--stage', SHOWN_STAGES, (args, stage) => (args.stage = stage)),
  '--ink': feed('--ink'),
  '--range': feed('--range'),
  '--stroke': feed('--stroke'),
  '--input': feed('--input'),
  '--seed': readSeed,
  '--part': readPart,
  '--threshold': numberBetween('--threshold', 0, 1, (args, threshold) => tracePhoto(args, { threshold })),
  '--line-weight': numberBetween('--line-weight', 0.1, 10, (args, weight) => tracePhoto(args, { weight })),
  '--corners': readCorners,
};

function readName(args: Arguments, given: string): string | null {
  const fault = faultIn(given);
  if (fault) return `--name ${given}: ${faultOf(fault)}`;
  args.pattern = given;
  return null;
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
  const corner = (at: number): [number, number] => [values[at]!, values[at + 1]!];
  const corners: Corners = [corner(0), corner(2), corner(4), corner(6)];
  return isSheet(corners) ? corners : null;
}
