// In: parts of a CSS selector. Out: whether an element with its place in the tree is such a one.
// Selectors Level 4: attributes with their six relations, and where an element stands among its siblings.
import type { Element } from './xml.ts';

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
  const count = ({ parent }: ElementPlace): number => parent?.element.children.length ?? 1;
  switch (name) {
    case 'root':
      return ({ parent }) => parent === null;
    case 'first-child':
      return ({ index }) => index === 0;
    case 'last-child':
      return (place) => place.index === count(place) - 1;
    case 'only-child':
      return (place) => count(place) === 1;
    case 'nth-child':
      return nthTest(inner);
    default:
      return () => false;
  }
}

/** `odd`, `even`, `3`, `2n+1`. */
function nthTest(text: string): Test | null {
  const plain = text.replace('odd', '2n+1').replace('even', '2n').replace(/\s+/g, '');
  const found = /^(?:([+-]?\d*)n)?([+-]?\d+)?$/.exec(plain);
  if (!found || plain === '') return null;
  const step = found[1] === undefined ? 0 : Number(/\d/.test(found[1]) ? found[1] : `${found[1]}1`);
  const start = Number(found.at(2) ?? 0);
  return ({ index }) => {
    const away = index + 1 - start;
    return step === 0 ? away === 0 : away % step === 0 && away / step >= 0;
  };
}
