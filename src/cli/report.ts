// In: a finished picture and its files. Out: what is told of it: a line for people, a line of JSON for
// programs.
import type { Realized } from '../core/pipeline.ts';
import type { HeightMap } from '../core/relief/maps.ts';
import type { Settings } from '../core/sketch.ts';
import { PIPE, type Input } from './inputs.ts';
import type { Arguments } from './wanted.ts';
import { filesOf, type Outputs } from './outputs.ts';
import type { Workshop } from './workshop.ts';

export interface Done {
  input: Input;
  outputs: Outputs;
  made: Realized;
  range: HeightMap['range'] | null;
  settings: Pick<Settings, 'model' | 'studio' | 'seed'>;
}

export function lineOf({ input, outputs, made }: Done, args: Pick<Arguments, 'stage'>): string {
  const files = [...(outputs.picture === PIPE ? ['stdout'] : []), ...filesOf(outputs)];
  const { width, height, ms } = made.picture;
  const seconds = Object.values(ms).reduce((sum, one) => sum + one, 0) / 1000;
  const size = args.stage === null ? `${width} × ${height} pixels, ` : '';
  return `${input.file} → ${files.join(', ')} (${size}${seconds.toFixed(1)} s)`;
}

export function jsonOf({ input, outputs, made, range, settings }: Done, workshop: Workshop): string {
  const { width, height, box, notes, shadow } = made.picture;
  const ms = Object.fromEntries(
    Object.entries(made.picture.ms).map(([stage, value]) => [stage, Math.round(10 * value) / 10]),
  );
  return JSON.stringify({
    file: input.file,
    out: outputs.picture,
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
    ...(outputs.shadow !== null &&
      shadow && {
        shadow: { out: outputs.shadow, width: shadow.width, height: shadow.height, box: shadow.box },
      }),
    ...(outputs.maps && range && { maps: { ...outputs.maps, range } }),
  });
}
