// In: a document's elements, changed in place. Out: colours as animations have them when they begin.
// SMIL: of animate and set, what is active at 0 s overrides attributes and styles; the last one wins.
import { targetOf } from './plain-references.ts';
import type { Element } from './xml.ts';

const COLOURS: ReadonlySet<string> = new Set(['fill', 'stroke', 'stop-color', 'flood-color', 'color']);
const SECONDS: Readonly<Record<string, number>> = { h: 3600, min: 60, s: 1, ms: 0.001, '': 1 };

export function showFirstColours(root: Element): void {
  const ids = new Map<string, Element>();
  const found: { animation: Element; parent: Element }[] = [];
  const walk = (element: Element): void => {
    const { id } = element.attributes;
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
    for (const child of element.children) {
      if (/^(animate|animateColor|set)$/.test(child.tag)) found.push({ animation: child, parent: element });
      walk(child);
    }
  };
  walk(root);
  for (const { animation, parent } of found) {
    const { attributeName: name = '', href } = animation.attributes;
    const target = href === undefined ? parent : ids.get(targetOf(href) ?? '');
    const value = COLOURS.has(name) ? firstValue(animation) : null;
    if (!target || value === null) continue;
    const { style } = target.attributes;
    target.attributes['style'] = `${style === undefined ? '' : `${style};`}${name}:${value}`;
  }
}

/** Null: it does nothing at 0 s. */
function firstValue({ tag, attributes }: Element): string | null {
  const { begin = '0s', dur, to, from, calcMode, values } = attributes;
  const starts = begin.split(';').flatMap((text) => secondsOf(text) ?? []);
  const start = Math.max(-Infinity, ...starts.filter((seconds) => seconds <= 0));
  if (start === -Infinity) return null;
  if (tag === 'set') return to ?? null;
  const long = secondsOf(dur ?? '');
  // Without a first value it begins at what is there.
  const list = values === undefined ? [from, to] : values.split(';').map((value) => value.trim());
  const steps = list.filter((value) => value !== undefined && value !== '') as string[];
  if (steps.length === 0 || (values === undefined && steps.length < 2)) return null;
  // Without a length it never moves.
  const share = long !== null && long > 0 ? (-start / long) % 1 : 0;
  if (calcMode === 'discrete') return steps[Math.floor(share * steps.length)]!;
  const at = share * (steps.length - 1);
  const [one, two] = [steps[Math.floor(at)]!, steps[Math.ceil(at)]!];
  return at % 1 > 0 ? `color-mix(in srgb, ${two} ${100 * (at % 1)}%, ${one})` : one;
}

/** `1.5s`, `300ms`, `2`; null: not a time, as `click` or `indefinite`. */
function secondsOf(text: string): number | null {
  const [, number, unit = ''] = /^\s*([+-]?[\d.]+)\s*(h|min|s|ms)?\s*$/.exec(text) ?? [];
  return number === undefined ? null : Number(number) * SECONDS[unit]!;
}
