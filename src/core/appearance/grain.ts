// In: a material's channel values, how much grain its layer's effects lay on it. Out: the same stuff,
// rougher, with specks.
import { channelAt } from '../card.ts';
import type { LayerSurface } from '../layer-surface.ts';

// Of full grain: how steep its specks are (bump × frequency; concrete has 1.25), how much they tone the
// colour, how much of what is smooth they leave.
const STEEP = 1.6;
const TONE = 0.12;
const DULL = 0.45;
// Specks in half a model square: finer ones are lost between pixels, coarser ones are dents.
const FINEST = 96;
const COARSEST = 14;

/** In place. `half`: of the drawing's longer side, in its units. What has streaks of its own keeps them. */
export function roughen(
  values: Float32Array,
  channels: readonly { name: string }[],
  { grain, speck }: Pick<LayerSurface, 'grain' | 'speck'>,
  half: number,
): void {
  if (grain === 0) return;
  const of = (name: string): number => channelAt(channels, name);
  const [x, y, bump, mottle] = [of('grain_x'), of('grain_y'), of('bump'), of('mottle')];
  const change = (at: number, to: (value: number) => number): void => void (values[at] = to(values[at]!));
  change(of('roughness'), (value) => value + DULL * grain * (1 - value));
  change(of('coat'), (value) => value * (1 - grain));
  if (values[x] === values[y]) {
    const cells = Math.max(COARSEST, half / Math.max(speck, half / FINEST));
    [values[x], values[y]] = [cells, cells];
    change(bump, (value) => Math.max(value, (STEEP * grain) / cells));
  }
  change(mottle, (value) => Math.max(value, TONE * grain));
}
