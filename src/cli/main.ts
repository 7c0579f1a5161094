// The command line: SVG files in, PNG files out, by the same pipeline as the plugin's.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { plainly } from '../core/models/fault.ts';
import { isRefusal } from '../core/sketch.ts';
import { sentence } from '../words.ts';
import { readArguments } from './arguments.ts';
import { HELP } from './help.ts';
import { isSolid, type Arguments } from './options.ts';
import { openWorkshop, type Workshop } from './workshop.ts';
import { createBar } from './bar.ts';
import { toSvg } from './photo.ts';
import { write } from './write.ts';

/** Returns the exit code. `root`: the folder that holds models/ and node_modules/. */
export async function main(argv: readonly string[], root: string): Promise<number> {
  const args = readArguments(argv);
  if ('help' in args) {
    process.stdout.write(HELP);
    return 0;
  }
  if ('fault' in args) {
    process.stderr.write(`${args.fault}\nTry --help.\n`);
    return 2;
  }
  let workshop: Workshop;
  try {
    workshop = await openWorkshop(root, args);
  } catch (error) {
    process.stderr.write(`${words(error)}\n`);
    return 1;
  }
  if (workshop.taken !== null) process.stderr.write(`${workshop.taken}\n`);
  let failed = 0;
  const bar = createBar(process.stderr, args.files.length);
  for (const [index, file] of args.files.entries()) {
    bar.show(index, file, 0);
    const fault = await one(file, args, workshop, (fraction) => bar.show(index, file, fraction));
    if (fault === null) continue;
    failed++;
    bar.say(`${file}: ${fault}`);
  }
  bar.end();
  return failed > 0 ? 1 : 0;
}

/** Null, or one line that says what is wrong with this file. */
async function one(
  file: string,
  args: Arguments,
  workshop: Workshop,
  progress: (fraction: number) => void,
): Promise<string | null> {
  try {
    const svg = toSvg(await readFile(file));
    const settings = {
      ...args.settings,
      model: workshop.model,
      studio: args.settings.studio ?? workshop.studio,
      shadow: args.settings.shadow && !isSolid(args),
    };
    const name = basename(file).replace(/\.[^.]*$/, '');
    const made = await workshop.pipeline.realize({ id: file, name, svg }, settings, {
      progress: (_stage, fraction) => progress(fraction),
      cancelled: () => Promise.resolve(false),
    });
    if (isRefusal(made)) return sentence(made);
    const out = await write(file, made, args);
    if (!args.json) return null;
    const { width, height, box, notes, shadow } = made.picture;
    const ms = Object.fromEntries(
      Object.entries(made.picture.ms).map(([stage, value]) => [stage, Math.round(10 * value) / 10]),
    );
    const line = {
      file,
      out: out.picture,
      width,
      height,
      box,
      ms,
      model: settings.model,
      runtime: workshop.runtime,
      studio: workshop.lit ? settings.studio : null,
      seed: workshop.lit ? settings.seed : null,
      notes,
      parts: made.parts().parts.map(({ key, name, colour, material, painted, share }) => ({
        key,
        name,
        colour,
        material,
        painted,
        share,
      })),
      ...(shadow && {
        shadow: { out: out.shadow, width: shadow.width, height: shadow.height, box: shadow.box },
      }),
      ...(out.maps && { maps: out.maps }),
    };
    process.stdout.write(JSON.stringify(line) + '\n');
    return null;
  } catch (error) {
    return words(error);
  }
}

function words(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'there is no such file';
  if (error instanceof Error && 'code' in error && error.code === 'EISDIR')
    return 'this is a folder, not a file';
  if (error instanceof Error && error.message.includes('ERROR_CODE')) return plainly(error.message);
  return (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, ' ');
}
