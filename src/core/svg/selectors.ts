// In: a CSS selector, an element with its place in the tree. Out: how much the selector weighs; whether it
// selects it.
// Selectors Level 4: type, universal, class, id, attribute, place, :is, :where, :not, :has and all four
// combinators.
import { closingOf, listed } from '../colour/css-list.ts';
import { unescaped } from './css-escapes.ts';
import {
  SIMPLE,
  attributeTest,
  classesOf,
  placeTest,
  related,
  type ElementPlace,
  type Test,
} from './selector-tests.ts';

interface Step {
  /** How this step's element lies to the next one's. */
  combinator: ' ' | '>' | '+' | '~';
  test: Test;
}

export interface Selector {
  /** From the subject outwards. */
  steps: readonly Step[];
  /** Specificity: ids in millions, classes in thousands, types. */
  weight: number;
  /** What every subject has, for a quick look: `#id`, `.class` or a type; empty: nothing in particular. */
  key: string;
}

const ID = 1_000_000;
const CLASS = 1_000;

/** Null where it cannot be read; CSS drops the whole rule then. */
export function parseSelector(text: string): Selector | null {
  const steps: Step[] = [];
  let [rest, weight, key] = [text.trim(), 0, ''];
  let combinator: Step['combinator'] = ' ';
  while (rest !== '') {
    const tests: Test[] = [];
    key = '';
    for (let found = SIMPLE.exec(rest); found; found = SIMPLE.exec(rest)) {
      let taken = found[0].length;
      let inner = '';
      if (found[9]) {
        const end = closingOf(rest, taken - 1);
        if (end === rest.length) return null;
        inner = rest.slice(taken, end);
        taken = end + 1;
      }
      const simple = testOf(found, inner);
      if (!simple) return null;
      tests.push(simple.test);
      weight += simple.weight;
      key = key.startsWith('#') ? key : simple.key || key;
      rest = rest.slice(taken);
    }
    if (tests.length === 0) return null;
    steps.unshift({ combinator, test: (place) => tests.every((test) => test(place)) });
    const joint = /^\s*([>+~])\s*|^\s+/.exec(rest);
    if (!joint && rest !== '') return null;
    if (joint) rest = rest.slice(joint[0].length);
    if (joint && rest === '') return null;
    combinator = (joint?.[1] as Step['combinator'] | undefined) ?? ' ';
    // Each step holds how it lies to the one after it.
    steps[0]!.combinator = combinator;
  }
  return steps.length > 0 ? { steps, weight, key } : null;
}

export function selects({ steps }: Selector, place: ElementPlace): boolean {
  return steps[0]!.test(place) && outward(steps, 1, place);
}

/** Whether the steps from `at` on lie around `place`. */
function outward(steps: readonly Step[], at: number, place: ElementPlace): boolean {
  const step = steps[at];
  if (!step) return true;
  const sideways = step.combinator === '+' || step.combinator === '~';
  const once = step.combinator === '+' || step.combinator === '>';
  const next = sideways ? before : (from: ElementPlace): ElementPlace | null => from.parent;
  for (let other = next(place); other; other = once ? null : next(other))
    if (step.test(other) && outward(steps, at + 1, other)) return true;
  return false;
}

function before({ parent, index }: ElementPlace): ElementPlace | null {
  const element = parent?.element.children[index - 1];
  return element ? { element, parent, index: index - 1 } : null;
}

interface Simple {
  test: Test;
  weight: number;
  key: string;
}

function testOf(found: RegExpExecArray, inner: string): Simple | null {
  const [, type, id, name, attribute, relation, value, blind, pseudo] = found;
  if (type === '*') return { test: () => true, weight: 0, key: '' };
  if (type !== undefined) return { test: ({ element }) => element.tag === type, weight: 1, key: type };
  if (id !== undefined) {
    const wanted = unescaped(id);
    return { test: ({ element }) => element.attributes['id'] === wanted, weight: ID, key: `#${wanted}` };
  }
  if (name !== undefined) {
    const wanted = unescaped(name);
    return { test: ({ element }) => classesOf(element).includes(wanted), weight: CLASS, key: `.${wanted}` };
  }
  if (attribute !== undefined)
    return { test: attributeTest(attribute, relation, value ?? '', blind === 'i'), weight: CLASS, key: '' };
  // A pseudo-element (::before) is none of the drawing's.
  return pseudo === undefined ? { test: () => false, weight: 1, key: '' } : pseudoClass(pseudo, inner);
}

function pseudoClass(name: string, inner: string): Simple | null {
  if (name === 'has') return relational(inner);
  if (!/^(?:is|where|not)$/.test(name)) {
    const test = placeTest(name, inner);
    return test && { test, weight: CLASS, key: '' };
  }
  const list = listed(inner).map(parseSelector);
  if (list.includes(null)) return null;
  const isAny: Test = (place) => list.some((one) => selects(one!, place));
  const weight = name === 'where' ? 0 : Math.max(...list.map((one) => one!.weight));
  return { test: name === 'not' ? (place): boolean => !isAny(place) : isAny, weight, key: '' };
}

/** `:has(circle)`, `:has(> circle, + g)`: what lies in an element or beside it. */
function relational(inner: string): Simple | null {
  const list = listed(inner).map((text) => {
    const [, joint = ' ', rest = ''] = /^([>+~])?\s*(.*)$/s.exec(text) ?? [];
    return { joint, selector: parseSelector(rest) };
  });
  if (list.some(({ selector }) => selector === null)) return null;
  const test: Test = (place) =>
    list.some(({ joint, selector }) => related(place, joint).some((other) => selects(selector!, other)));
  return { test, weight: Math.max(...list.map(({ selector }) => selector!.weight)), key: '' };
}
