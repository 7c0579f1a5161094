// In: a CSS value with calc(), min(), clamp() and their like. Out: the number that it stands for, or the same
// text with such numbers in their places.
// CSS Values 4, "Mathematical Expressions": sums of products, by recursive descent.
import { closingOf, listed } from './css-list.ts';

/** A number with its unit → a number; null: that unit is not known here. */
export type Measured = (value: number, unit: string) => number | null;

const DEGREES: Record<string, number> = { deg: 1, grad: 0.9, turn: 360, rad: 180 / Math.PI };
const CONSTANTS: Record<string, number> = { pi: Math.PI, e: Math.E, infinity: Infinity, none: 0 };

const FUNCTIONS: Record<string, (...values: [number, number, number]) => number> = {
  calc: (value) => value,
  min: (...values) => Math.min(...values),
  max: (...values) => Math.max(...values),
  clamp: (least, value, most) => Math.max(least, Math.min(value, most)),
  abs: (value) => Math.abs(value),
  sign: (value) => Math.sign(value),
  sqrt: (value) => Math.sqrt(value),
  pow: (base, exponent) => base ** exponent,
  hypot: (...values) => Math.hypot(...values),
  mod: (a, b) => a - b * Math.floor(a / b),
  rem: (a, b) => a % b,
  round: (value, step = 1) => step * Math.round(value / step),
};
const ANGULAR: Record<string, (angle: number) => number> = { sin: Math.sin, cos: Math.cos, tan: Math.tan };

const CALL = /^([a-z-]+)\(/i;
const NUMBER = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(%|[a-z]+)?/i;
/** Where one of the functions stands in a longer text. */
const ANYWHERE = new RegExp(
  `(?<![\\w-])(?:${[...Object.keys(FUNCTIONS), ...Object.keys(ANGULAR)].join('|')})\\(`,
  'i',
);

export const hasMath = (text: string): boolean => text.includes('(') && ANYWHERE.test(text);

/** Null where it is no expression. */
export function calculated(text: string, measured: Measured): number | null {
  const read = new Expression(text.trim(), measured);
  const value = read.sum();
  return value !== null && read.isAtEnd && !Number.isNaN(value) ? value : null;
}

/** An angle in degrees; null for another unit. */
export const degrees: Measured = (value, unit) =>
  DEGREES[unit] === undefined ? null : value * DEGREES[unit];

/** `shown`: what stands for an expression; null: it is left. */
export function withMath(text: string, shown: (expression: string) => string | null): string {
  const at = ANYWHERE.exec(text)?.index ?? -1;
  if (at < 0) return text;
  const end = closingOf(text, text.indexOf('(', at)) + 1;
  const expression = text.slice(at, end);
  return text.slice(0, at) + (shown(expression) ?? expression) + withMath(text.slice(end), shown);
}

const radians = (angle: number | null): number | null => (angle === null ? null : (angle * Math.PI) / 180);

class Expression {
  #rest: string;
  readonly #measured: Measured;

  constructor(text: string, measured: Measured) {
    this.#rest = text;
    this.#measured = measured;
  }

  get isAtEnd(): boolean {
    return this.#rest.trim() === '';
  }

  /** Plus and minus have spaces around. */
  sum(): number | null {
    return this.#chain(
      /^\s+([-+])\s+/,
      () => this.#product(),
      (a, b, sign) => (sign === '-' ? a - b : a + b),
    );
  }

  #product(): number | null {
    return this.#chain(
      /^\s*([*/])\s*/,
      () => this.#term(),
      (a, b, sign) => (sign === '/' ? a / b : a * b),
    );
  }

  #chain(
    joint: RegExp,
    part: () => number | null,
    joined: (a: number, b: number, sign: string) => number,
  ): number | null {
    let value = part();
    for (let sign = this.#take(joint); sign !== null && value !== null; sign = this.#take(joint)) {
      const next = part();
      value = next === null ? null : joined(value, next, sign);
    }
    return value;
  }

  #term(): number | null {
    this.#rest = this.#rest.trimStart();
    const call = CALL.exec(this.#rest)?.[1]?.toLowerCase();
    if (call !== undefined) return this.#call(call);
    if (this.#rest.startsWith('(')) return calculated(this.#inBrackets(), this.#measured);
    const [number, value, unit = ''] = NUMBER.exec(this.#rest) ?? [];
    if (number !== undefined) {
      this.#rest = this.#rest.slice(number.length);
      return unit === '' ? Number(value) : this.#measured(Number(value), unit.toLowerCase());
    }
    const word = this.#take(/^([-+]?[a-z]+)/i)?.toLowerCase() ?? '';
    const constant = CONSTANTS[word.replace(/^[-+]/, '')];
    return constant === undefined ? null : word.startsWith('-') ? -constant : constant;
  }

  #call(name: string): number | null {
    const inside = listed(this.#inBrackets());
    const angle = ANGULAR[name];
    if (angle) {
      const turned = calculated(inside[0] ?? '', (value, unit) => radians(degrees(value, unit)));
      return turned === null ? null : angle(turned);
    }
    const values = inside.map((one) => calculated(one, this.#measured));
    const of = FUNCTIONS[name];
    return of && values.length > 0 && !values.includes(null)
      ? of(...(values as [number, number, number]))
      : null;
  }

  #inBrackets(): string {
    const open = this.#rest.indexOf('(');
    const end = closingOf(this.#rest, open);
    const inside = this.#rest.slice(open + 1, end);
    this.#rest = this.#rest.slice(end + 1);
    return inside;
  }

  #take(what: RegExp): string | null {
    const found = what.exec(this.#rest);
    if (!found) return null;
    this.#rest = this.#rest.slice(found[0].length);
    return found[1]!;
  }
}
