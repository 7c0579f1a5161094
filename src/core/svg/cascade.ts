// In: a document's elements, changed in place. Out: every rule of its style sheets and every variable written
// where it holds.
// CSS's cascade: attributes, rules by specificity and order, the style attribute, what is important; custom
// properties.
import { classesOf, type ElementPlace } from './selector-tests.ts';
import { parseSelector, selects, type Selector } from './selectors.ts';
import { ShownVariables } from './shown-variables.ts';
import { declared, rulesOf, type Declaration } from './sheet.ts';
import { withVariables, type Variables } from './variables.ts';
import type { Element } from './xml.ts';

interface Rule {
  order: number;
  /** Rank of its cascade layer. */
  layer: number;
  selector: Selector;
  declarations: readonly Declaration[];
}

/** Rules by what their subjects have. */
type Index = ReadonlyMap<string, readonly Rule[]>;

export function applySheets(root: Element): void {
  const css: string[] = [];
  const collect = (element: Element): void => {
    if (element.tag === 'style') css.push(sheetIn(element));
    element.children.forEach(collect);
  };
  collect(root);
  const index = indexed(css.join('\n'));
  const shown = new ShownVariables(
    root,
    css.some((sheet) => sheet.includes('var(')),
  );
  const walk = (place: ElementPlace, outer: Variables): void => {
    const variables = settle(place, index, outer);
    shown.note(place.element, outer, variables);
    place.element.children.forEach((element, i) => walk({ element, parent: place, index: i }, variables));
  };
  walk({ element: root, parent: null, index: 0 }, new Map());
  const copies = shown.copies(walk);
  if (copies.length > 0) root.children.push({ tag: 'defs', attributes: {}, children: copies, text: '' });
}

/** Its CSS, under its media query if it has one; nothing where it is of another type. */
function sheetIn({ text, attributes }: Element): string {
  const { type = '', media } = attributes;
  if (type !== '' && type.trim().toLowerCase() !== 'text/css') return '';
  return media === undefined ? text : `@media ${media}{${text}\n}`;
}

function indexed(css: string): Index {
  const index = new Map<string, Rule[]>();
  rulesOf(css).forEach(({ selectors, declarations, layer }, order) => {
    const parsed = selectors.map(parseSelector);
    // CSS: one selector that cannot be read spoils the list.
    if (parsed.includes(null)) return;
    for (const selector of parsed as Selector[]) {
      const rules = index.get(selector.key) ?? [];
      rules.push({ order, layer, selector, declarations });
      index.set(selector.key, rules);
    }
  });
  return index;
}

/** Writes what holds for an element into its attributes. Out: the variables that its children inherit. */
function settle(place: ElementPlace, index: Index, outer: Variables): Variables {
  const { attributes } = place.element;
  const own = attributes['style'] ?? '';
  const rules = index.size === 0 ? [] : rulesFor(place, index);
  // What is important overrides the other way round, layer by layer.
  const reversed = [...rules].sort((a, b) => b.layer - a.layer);
  const saidBy = (some: readonly Rule[]): Declaration[] => [
    ...some.flatMap(({ declarations }) => declarations),
    ...declared(own),
  ];
  const sorted = [
    ...saidBy(rules).filter(({ important }) => !important),
    ...saidBy(reversed).filter(({ important }) => important),
  ];
  const variables = new Map(outer);
  for (const { name, value } of sorted)
    if (name.startsWith('--')) variables.set(name, withVariables(value, outer));
  for (const [name, value] of Object.entries(attributes))
    if (name !== 'style') attributes[name] = withVariables(value, variables);
  if (rules.length > 0 || own.includes('var('))
    attributes['style'] = sorted
      .filter(({ name }) => !name.startsWith('--'))
      .map(({ name, value }) => `${name}:${withVariables(value, variables)}`)
      .join(';');
  return variables;
}

/** In the order in which they override each other. */
function rulesFor(place: ElementPlace, index: Index): Rule[] {
  const { tag, attributes } = place.element;
  const keys = new Set(['', tag, `#${attributes['id'] ?? ''}`]);
  for (const name of classesOf(place.element)) keys.add(`.${name}`);
  return [...keys]
    .flatMap((key) => index.get(key) ?? [])
    .filter(({ selector }) => selects(selector, place))
    .sort((a, b) => a.layer - b.layer || a.selector.weight - b.selector.weight || a.order - b.order);
}
