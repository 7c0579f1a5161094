// In: a document's elements, changed in place. Out: without what its conditions leave out: other languages,
// unknown extensions, of a switch all but the first that holds.
// SVG 2, 5.10 (Conditional Processing). Words in HTML stand back where a switch has something drawn instead.
import type { Element } from './xml.ts';

/** The language that is read here. */
const LANGUAGE = /(?:^|,)\s*en\b/i;
/** The one extension that browsers know. */
const KNOWN = 'http://www.w3.org/1999/xhtml';
const DESCRIBES = /^(?:title|desc|metadata|style|script)$/;

export function keepWhatHolds(root: Element): void {
  const walk = (element: Element): void => {
    const held = element.children.filter(holds);
    element.children = element.tag === 'switch' ? chosen(held) : held;
    element.children.forEach(walk);
  };
  walk(root);
}

function holds({ attributes }: Element): boolean {
  const { systemLanguage, requiredExtensions } = attributes;
  return (
    (systemLanguage === undefined || LANGUAGE.test(systemLanguage)) &&
    (requiredExtensions === undefined ||
      requiredExtensions
        .trim()
        .split(/\s+/)
        .every((one) => one === KNOWN))
  );
}

function chosen(children: readonly Element[]): Element[] {
  const first = children.find(({ tag }) => !DESCRIBES.test(tag) && tag !== 'foreignObject');
  return first ? [first] : [];
}
