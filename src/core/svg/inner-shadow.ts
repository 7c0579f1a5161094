// In: a shape's style, the document's elements. Out: the form that its inner shadows draw, lit from above.
// An inner shadow is what a moved copy leaves free of the shape, as Figma writes it (SVG filter effects:
// feOffset, then feComposite by k3 − k2). One that is dark along the upper edge is a recess's, along the
// lower edge a body's own; light ones the other way about.
import { leadingNumbers } from './numbers.ts';
import type { Ids } from './paint.ts';
import type { InnerForm } from './shape.ts';
import { reference, type Style } from './style.ts';
import type { Element } from './xml.ts';

// Mean of red, green and blue up to which a shadow is dark, 0…1.
const DARK = 0.5;
// Entries of a colour matrix, four rows of five: what makes red, green, blue and alpha.
const MATRIX = 20;

/** Null: it has none, or they say nothing of above and below. */
export function innerFormOf(style: Style, ids: Ids): InnerForm | null {
  const steps = ids.get(reference(style['filter'] ?? '') ?? '')?.children ?? [];
  let [raised, down, tone, strength, isInner] = [0, 0, 0, 0, false];
  for (const { tag, attributes } of steps) {
    if (tag === 'feOffset') down = numberIn(attributes['dy']);
    if (tag === 'feComposite') isInner = isLeft(attributes);
    if (tag === 'feColorMatrix') [tone, strength] = tintOf(attributes['values']);
    if (tag !== 'feBlend') continue;
    if (isInner) raised += (tone > DARK ? 1 : -1) * down * strength;
    [down, isInner] = [0, false];
  }
  return raised === 0 ? null : raised > 0 ? 'round' : 'hollow';
}

/** Whether it keeps what the first lacks of the second. */
function isLeft({ operator, k2, k3 }: Element['attributes']): boolean {
  return operator === 'arithmetic' && numberIn(k2) === -1 && numberIn(k3) === 1;
}

/** Of a matrix that gives every pixel one colour: that colour's mean, and its opacity; 0, 0 of no matrix. */
function tintOf(values = ''): [tone: number, strength: number] {
  const numbers = leadingNumbers(values);
  if (numbers.length !== MATRIX) return [0, 0];
  return [(numbers[4]! + numbers[9]! + numbers[14]!) / 3, numbers[18]!];
}

function numberIn(text: string | undefined): number {
  const number = parseFloat(text ?? '0');
  return Number.isFinite(number) ? number : 0;
}
