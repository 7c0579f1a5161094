// The value of --lamp in; one of the set-up's three lights as it is wished out, or what is wrong with it.
import { LAMPS_AS_SET_UP, type LampTune } from '../core/lamp-tune.ts';
import { decimal } from './option.ts';
import type { Arguments } from './wanted.ts';

/** How --lamp is written. */
export const LAMP = 'N=A,E/STRENGTH/SOFTNESS/WARMTH';

const SHARES = ['strength', 'softness', 'warmth'] as const;

export function readLamp(args: Arguments, given: string): string | null {
  const [, number = '', rest = ''] = /^([1-3])=(.+)$/.exec(given) ?? [];
  const [angles = '', ...shares] = rest.split('/');
  if (number === '' || shares.length > SHARES.length)
    return `--lamp is ${LAMP} with N 1, 2 or 3; ${given} was given.`;
  const tune: Partial<LampTune> = {};
  if (angles !== '') {
    const [, azimuth, elevation] = /^(-?[\d.]{1,6}),(-?[\d.]{1,6})$/.exec(angles) ?? [];
    tune.azimuth = Number(azimuth);
    tune.elevation = Number(elevation);
    if (!(Math.abs(tune.azimuth) <= 180 && Math.abs(tune.elevation) <= 90))
      return `--lamp wants two numbers of degrees such as 30,-10, up to 180 and 90; ${angles} was given.`;
  }
  for (const [k, name] of SHARES.entries()) {
    const share = shares[k] ?? '';
    if (share === '') continue;
    tune[name] = decimal(share);
    if (!(tune[name] <= 1)) return `--lamp wants ${name} as a number from 0 to 1; ${share} was given.`;
  }
  const lamps: [LampTune, LampTune, LampTune] = [...(args.settings.lamps ?? LAMPS_AS_SET_UP)];
  const at = Number(number) - 1;
  lamps[at] = { ...lamps[at]!, ...tune };
  args.settings.lamps = lamps;
  return null;
}
