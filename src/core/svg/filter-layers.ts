// In: a filter element. Out: the copies of the element that it draws, lowest first, where it draws nothing
// but such copies (shadows, outlines, moves). Its primitives (SVG filter effects) run on lists of copies.
// Grain (Figma's noise and texture) is too fine to draw: turbulence is nothing, what it displaces stays.
import { parseColour, type Colour } from '../colour/colour.ts';
import { leadingNumbers } from './numbers.ts';
import { parseOpacity } from './style.ts';
import type { Element } from './xml.ts';

/** A copy of the filtered element; lengths in the units around it. */
export interface Copy {
  dx: number;
  dy: number;
  /** How far it reaches beyond the element. */
  grow: number;
  /** Standard deviation. */
  blur: number;
  /** Null: its own colours. */
  colour: Colour | null;
}

/** One colour over all of the filter's region, or copies; null: something else. */
type Result = readonly Copy[] | Colour | null;

const OWN: Copy = { dx: 0, dy: 0, grow: 0, blur: 0, colour: null };
const BLACK: Colour = { rgb: [0, 0, 0], alpha: 1 };
const NOTHING: readonly Copy[] = [];

/** Null where it does anything else, or works in pixels' shares of the element's box. */
export function copiesOf({ children, attributes }: Element): readonly Copy[] | null {
  if (attributes['primitiveUnits'] === 'objectBoundingBox') return null;
  const named = new Map<string, Result>([
    ['SourceGraphic', [OWN]],
    ['SourceAlpha', [{ ...OWN, colour: BLACK }]],
    ['BackgroundImageFix', NOTHING],
  ]);
  let last: Result = [OWN];
  for (const step of children) {
    const before: Result = last;
    const of = (said: string | undefined): Result =>
      said === undefined ? before : (named.get(said) ?? null);
    // Figma's name for what lies below, which no browser gives a filter.
    if (step.attributes['result'] === 'BackgroundImageFix') continue;
    last = run(step, (name) => of(step.attributes[name]), of);
    const { result } = step.attributes;
    if (result !== undefined) named.set(result, last);
  }
  // Turbulence alone covers all of the filter's region.
  if (isNothing(last) && children.some(({ tag }) => tag === 'feTurbulence')) return null;
  return isCopies(last) ? last : null;
}

const isCopies = (result: Result): result is readonly Copy[] => Array.isArray(result);
const isNothing = (result: Result): boolean => isCopies(result) && result.length === 0;

function run(
  step: Element,
  input: (name: 'in' | 'in2') => Result,
  of: (name: string | undefined) => Result,
): Result {
  const number = (name: string): number => parseFloat(step.attributes[name] ?? '0') || 0;
  const source = input('in');
  const each = (change: (copy: Copy) => Copy): Result => (isCopies(source) ? source.map(change) : null);
  switch (step.tag) {
    case 'feFlood':
      return floodOf(step);
    case 'feTurbulence':
      return NOTHING;
    case 'feDisplacementMap':
      return source;
    case 'feComponentTransfer':
      return isNothing(source) ? NOTHING : null;
    case 'feOffset':
      return each((copy) => ({ ...copy, dx: copy.dx + number('dx'), dy: copy.dy + number('dy') }));
    case 'feGaussianBlur':
      return each((copy) => ({ ...copy, blur: copy.blur + number('stdDeviation') }));
    case 'feMorphology': {
      const way = step.attributes['operator'] === 'dilate' ? 1 : -1;
      return each((copy) => ({ ...copy, grow: copy.grow + way * number('radius') }));
    }
    case 'feColorMatrix':
      return isNothing(source) ? NOTHING : matrixed(step, source);
    case 'feComposite':
      return composed(step.attributes, source, input('in2'));
    case 'feBlend':
      return joined([input('in2'), source]);
    case 'feMerge':
      return joined(step.children.map(({ attributes }) => of(attributes['in'])));
    case 'feDropShadow': {
      const shadow = each((copy) => ({
        ...copy,
        dx: copy.dx + number('dx'),
        dy: copy.dy + number('dy'),
        blur: copy.blur + number('stdDeviation'),
        colour: floodOf(step),
      }));
      return joined([shadow, source]);
    }
    default:
      return null;
  }
}

function floodOf({ attributes }: Element): Colour {
  const { rgb, alpha } = parseColour(attributes['flood-color'] ?? 'black') ?? BLACK;
  return { rgb, alpha: alpha * parseOpacity(attributes['flood-opacity']) };
}

/** One colour for all of it: what was in it counts for nothing but its alpha. */
function matrixed({ attributes }: Element, source: Result): Result {
  const n = leadingNumbers(attributes['values'] ?? '');
  const isDye = (attributes['type'] ?? 'matrix') === 'matrix' && n.length === 20;
  if (!isDye || !isCopies(source) || [0, 1, 2].some((row) => n.slice(5 * row, 5 * row + 4).some(Boolean)))
    return null;
  const byte = (index: number): number => 255 * Math.min(1, Math.max(0, n[index]!));
  const rgb = [byte(4), byte(9), byte(14)] as const;
  return source.map((copy) => ({
    ...copy,
    colour: { rgb, alpha: Math.min(1, (copy.colour?.alpha ?? 1) * n[18]!) },
  }));
}

/**
 * `in`: a colour takes the place of the copies' own. `out`: what an opaque element hides of its shadow is
 * left away, or there anyway. One taken from the other: shade inside its edge, which is left to our light.
 */
function composed({ operator = 'over', k2 }: Element['attributes'], one: Result, two: Result): Result {
  if (operator === 'over') return joined([two, one]);
  if (operator === 'arithmetic') return k2 === '-1' && isCopies(one) && isCopies(two) ? [] : null;
  if (operator === 'out') return isCopies(one) ? one : null;
  if (operator === 'in' && (isNothing(one) || isNothing(two))) return NOTHING;
  // A texture that is clipped to its shape.
  if (operator === 'in' && isCopies(one) && one === two) return one;
  if (operator !== 'in' || !one || isCopies(one) || !isCopies(two)) return null;
  return two.map((copy) => ({
    ...copy,
    colour: { rgb: one.rgb, alpha: one.alpha * (copy.colour?.alpha ?? 1) },
  }));
}

/** One on the other; a clear colour below is nothing. */
function joined(results: readonly Result[]): Result {
  const all: Copy[] = [];
  for (const result of results) {
    if (isCopies(result)) all.push(...result);
    else if (result?.alpha !== 0) return null;
  }
  return all;
}
