// In: a document's elements, before and while variables are written where they hold. Out: copies of what
// `use` shows where it hands down other variables than hold where that stands.
// SVG 2: what is shown inherits from the `use`, and so do CSS's custom properties; its rules are chosen where
// it stands.
import { keepName } from './layer-name.ts';
import { targetOf } from './plain-references.ts';
import type { ElementPlace } from './selector-tests.ts';
import type { Variables } from './variables.ts';
import type { Element } from './xml.ts';

/** Uses in uses can multiply without bound. */
const MOST_COPIES = 10_000;

interface Use {
  element: Element;
  target: string;
  variables: Variables;
}

export class ShownVariables {
  /** By id, what uses refer to, as it was written. */
  readonly #written = new Map<string, ElementPlace>();
  /** By id, what holds around it where it stands. */
  readonly #around = new Map<string, Variables>();
  readonly #uses: Use[] = [];

  /** `inSheets`: whether style sheets ask for variables. */
  constructor(root: Element, inSheets: boolean) {
    const targets = new Set<string>();
    const places = new Map<string, ElementPlace>();
    const walk = (place: ElementPlace): void => {
      const { element } = place;
      const { id, href } = element.attributes;
      if (element.tag === 'use') targets.add(targetOf(href ?? '') ?? '');
      if (id !== undefined && !places.has(id)) places.set(id, place);
      element.children.forEach((child, index) => walk({ element: child, parent: place, index }));
    };
    walk({ element: root, parent: null, index: 0 });
    for (const id of targets) {
      const place = places.get(id);
      if (place && (inSheets || asks(place.element)))
        this.#written.set(id, { ...place, element: copyOf(place.element) });
    }
  }

  /** Of an element whose values are written: what holds around it, and within. */
  note(element: Element, around: Variables, within: Variables): void {
    const { id = '', href = '' } = element.attributes;
    if (this.#written.has(id) && !this.#around.has(id)) this.#around.set(id, around);
    const target = element.tag === 'use' ? targetOf(href) : null;
    if (target !== null && this.#written.has(target)) this.#uses.push({ element, target, variables: within });
  }

  /** `settle` writes the values in a copy, and notes its uses. */
  copies(settle: (place: ElementPlace, around: Variables) => void): Element[] {
    const copies = new Map<string, Element>();
    for (const { element, target, variables } of this.#uses) {
      if (areAlike(variables, this.#around.get(target)) || copies.size >= MOST_COPIES) continue;
      const key = JSON.stringify([target, ...variables]);
      let copy = copies.get(key);
      if (!copy) {
        const written = this.#written.get(target)!;
        copy = copyOf(written.element);
        copies.set(key, copy);
        settle({ ...written, element: copy }, variables);
        keepName(copy.attributes);
        copy.attributes['id'] = `${target}-shown-${copies.size}`;
      }
      element.attributes['href'] = `#${encodeURIComponent(copy.attributes['id']!)}`;
    }
    return [...copies.values()];
  }
}

function asks({ tag, attributes, children }: Element): boolean {
  const isAsked = Object.values(attributes).some((value) => value.includes('var('));
  return isAsked || tag === 'use' || children.some(asks);
}

const copyOf = (element: Element): Element => ({
  ...element,
  attributes: { ...element.attributes },
  children: element.children.map(copyOf),
});

function areAlike(one: Variables, other: Variables | undefined): boolean {
  return one.size === other?.size && [...one].every(([name, value]) => other.get(name) === value);
}
