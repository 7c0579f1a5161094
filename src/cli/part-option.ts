// The value of --part in; what is chosen for one part out, or what is wrong with it.
import { decimal } from './option.ts';
import type { Arguments } from './wanted.ts';
import { FINISHES, FORMS, type PartChoice } from '../core/part-choice.ts';

/** How --part is written. */
export const PART = 'KEY=COLOUR/MATERIAL/FINISH/FORM/EDGE/THICKNESS/ROUGHNESS/SCALE';

/** A layer's name may hold any of these signs, so the last "=" counts. */
export function readPart(args: Arguments, given: string): string | null {
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
