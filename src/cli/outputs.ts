// In: a drawing and what is asked for. Out: the names of its files, and what stands in their way.
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { colourwayName } from '../core/colourways/colourway-name.ts';
import { fileSafe, fill, numbered } from '../naming.ts';
import { NAMING } from '../words.ts';
import { PIPE, type Input } from './inputs.ts';
import { isSolid, type Arguments } from './wanted.ts';

export interface Outputs {
  /** Or the relief; PIPE: it goes to stdout. */
  picture: string;
  shadow: string | null;
  maps: { normal: string; height: string; parts: string } | null;
}

/**
 * `isTaken`: whether files of these names must not be written; a name that follows a pattern then gets a
 * number.
 */
export function outputsOf(input: Input, args: Arguments, isTaken: (outputs: Outputs) => boolean): Outputs {
  const name = stemOf(input.file);
  const { pattern, settings, scale } = args;
  // A picture must not overwrite the photo that it was made from.
  if (pattern === null) return called(/\.png$/i.test(input.file) ? `${name}-realized` : name, input, args);
  const colourway = colourwayName(settings.parts) ?? NAMING.asDrawn;
  const size = scale === null ? settings.size : `${scale}x`;
  const wished = fileSafe(fill(pattern, { name, colourway, size, seed: settings.seed }));
  return called(
    numbered(wished, (one) => isTaken(called(one, input, args))),
    input,
    args,
  );
}

function called(name: string, { path }: Input, args: Arguments): Outputs {
  const folder = args.folder ?? (path === null ? null : dirname(path));
  const picture = args.out ?? (folder === null ? PIPE : join(folder, `${name}.png`));
  const beside = (of: string): string => picture.replace(/(\.png|\.glb)?$/i, `-${of}.png`);
  const apart = args.settings.shadowApart && args.stage === null && !isSolid(args);
  return {
    picture,
    shadow: apart ? beside('shadow') : null,
    maps: args.maps ? { normal: beside('normal'), height: beside('height'), parts: beside('parts') } : null,
  };
}

export function stemOf(file: string): string {
  return basename(file).replace(/\.[^.]*$/, '');
}

export function filesOf({ picture, shadow, maps }: Outputs): string[] {
  const all = [picture, ...(shadow === null ? [] : [shadow]), ...Object.values(maps ?? {})];
  return all.filter((one) => one !== PIPE);
}

export interface Claims {
  /** Null, or why these may not be written. */
  against: (outputs: Outputs) => string | null;
  /** They are written now, and are the pictures of this drawing. */
  take: (outputs: Outputs, input: Input) => void;
}

/** No input is overwritten, and no picture of this run by the next. */
export function openClaims(inputs: readonly Input[]): Claims {
  const given = new Set(inputs.flatMap(({ path }) => (path === null ? [] : [placeOf(path)])));
  const taken = new Map<string, string>();
  return {
    against(outputs) {
      for (const file of filesOf(outputs)) {
        const place = placeOf(file);
        if (given.has(place))
          return `its picture would overwrite ${file}, which was given as a drawing; choose another name or folder, or --force`;
        const first = taken.get(place);
        if (first !== undefined)
          return `its picture would overwrite ${file}, the one of ${first}; choose another name or folder, or --force`;
      }
      return null;
    },
    take(outputs, { file }) {
      for (const one of filesOf(outputs)) taken.set(placeOf(one), file);
    },
  };
}

/** The same for all names of one file: through links, and where capitals do not count. */
function placeOf(file: string): string {
  const real = (path: string): string | null => {
    try {
      return realpathSync.native(path);
    } catch {
      return null; // it is not there yet
    }
  };
  const whole = resolve(file);
  return real(whole) ?? join(real(dirname(whole)) ?? dirname(whole), basename(whole));
}
