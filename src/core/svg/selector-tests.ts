// In: parts of a CSS selector. Out: whether an element with its place in the tree is such a one.
// Selectors Level 4: attributes with their six relations, and where an element stands among its siblings.
import { ESCAPED } from './css-escapes.ts';
import type { Element } from './xml.ts';

const NAME = `(?:[\\w-]|${ESCAPED}|[^\\x00-\\x7f])+`;
const VALUE = `"[^"]*"|'[^']*'|[^\\]\\s]+`;
/** Type, id, class, attribute (relation, value, `i`), pseudo-class (its bracket), pseudo-element. */
export const SIMPLE = new RegExp(
  `^(?:(\\*|[\\w-]+)|#(${NAME})|\\.(${NAME})|` +
    `\\[\\s*([\\w:-]+)\\s*(?:([~|^$*]?=)\\s*(${VALUE})\\s*(i?)\\s*)?\\]|:([\\w-]+)(\\()?|::[\\w-]+)`,
);

export interface ElementPlace {
  element: Element;
  parent: ElementPlace | null;
  /** Index among the parent's children. */
  index: number;
}

export type Test = (place: ElementPlace) => boolean;

export const classesOf = ({ attributes }: Element): string[] => (attributes['class'] ?? '').split(/\s+/);

/** `[name relation "value" i]`; `relation` undefined: the attribute is there. */
export function attributeTest(
  name: string,
  relation: string | undefined,
  value: string,
  isCaseless: boolean,
): Test {
  const lower = (text: string): string => (isCaseless ? text.toLowerCase() : text);
  const wanted = lower(value.replace(/^(["'])(.*)\1$/, '$2'));
  const plain = name.replace(/^.*:/, '');
  return ({ element }) => {
    const written = element.attributes[plain];
    if (written === undefined) return false;
    return relation === undefined || relates(lower(written), relation, wanted);
  };
}

function relates(own: string, relation: string, wanted: string): boolean {
  switch (relation) {
    case '=':
      return own === wanted;
    case '~=':
      return own.split(/\s+/).includes(wanted);
    case '|=':
      return own === wanted || own.startsWith(`${wanted}-`);
    case '^=':
      return wanted !== '' && own.startsWith(wanted);
    case '$=':
      return wanted !== '' && own.endsWith(wanted);
    default:
      return wanted !== '' && own.includes(wanted);
  }
}

/**
 * Of a pseudo-class that tells of an element's place; what a drawing has no state for (:hover) is never so.
 */
export function placeTest(name: string, inner: string): Test | null {
  switch (name) {
    case 'root':
    case 'scope':
      return ({ parent }) => parent === null;
    case 'empty':
      return ({ element: { children, text } }) => children.length === 0 && text === '';
    case 'only-child':
    case 'only-of-type':
      return (place) => standing(place, name === 'only-of-type')[1] === 1;
  }
  const [, which = '', last, typed] = /^(first|last|nth)(-last)?-(?:child|(of-type))$/.exec(name) ?? [];
  if (which === '') return () => false;
  const counts = which === 'nth' ? countTest(inner) : (count: number): boolean => count === 1;
  if (!counts) return null;
  const isFromEnd = which === 'last' || last !== undefined;
  return (place) => {
    const [before, all] = standing(place, typed !== undefined);
    return counts(isFromEnd ? all - before : before + 1);
  };
}

/** How many siblings stand before it, and how many there are with it; `isTyped`: of its tag alone. */
function standing({ element, parent, index }: ElementPlace, isTyped: boolean): [before: number, all: number] {
  const siblings = parent?.element.children ?? [element];
  if (!isTyped) return [index, siblings.length];
  const same = siblings.filter(({ tag }) => tag === element.tag);
  return [same.indexOf(element), same.length];
}

/** `odd`, `even`, `3`, `2n+1`: whether the count, from 1, is one of those. */
function countTest(text: string): ((count: number) => boolean) | null {
  const plain = text.replace('odd', '2n+1').replace('even', '2n').replace(/\s+/g, '');
  const found = /^(?:([+-]?\d*)n)?([+-]?\d+)?$/.exec(plain);
  if (!found || plain === '') return null;
  const step = found[1] === undefined ? 0 : Number(/\d/.test(found[1]) ? found[1] : `${found[1]}1`);
  const start = Number(found.at(2) ?? 0);
  return (count) => {
    const away = count - start;
    return step === 0 ? away === 0 : away % step === 0 && away / step >= 0;
  };
}

/** What lies so to it: after it, right in it, anywhere in it. */
export function related(place: ElementPlace, joint: string): ElementPlace[] {
  const { element, parent, index } = place;
  if (joint === '+' || joint === '~') {
    const later = (parent?.element.children ?? []).slice(index + 1);
    const places = later.map((other, i) => ({ element: other, parent, index: index + 1 + i }));
    return joint === '+' ? places.slice(0, 1) : places;
  }
  const inside = element.children.map((child, i): ElementPlace => ({
    element: child,
    parent: place,
    index: i,
  }));
  return joint === '>' ? inside : inside.flatMap((one) => [one, ...related(one, ' ')]);
}
