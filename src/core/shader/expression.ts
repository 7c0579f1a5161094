// In: operations on single numbers. Out: expressions, each made once, that know when they can be computed:
// once for all, once a light set-up, or once a pixel. Value numbering (Cocke 1970), and the binding times of
// partial evaluation (Jones, Gomard, Sestoft 1993).

/** When the value is known. */
export const TIME = { always: 0, studio: 1, pixel: 2 } as const;
type Time = (typeof TIME)[keyof typeof TIME];

export interface Expression {
  id: number;
  time: Time;
  /** Of SCALARS; none in a number and in what comes in. */
  type: ScalarType | null;
  args: readonly Expression[];
  /** A number's own; of what comes in, its place among the numbers of its time. */
  value: number;
}

interface Scalar {
  /** In float32 if its result is rounded: Math.fround does it where it is called. */
  compute: (...args: number[]) => number;
  /** GLSL ES 3.00, of operands that need no parentheses. */
  glsl: (...args: string[]) => string;
}

const call =
  (name: string) =>
  (...args: string[]): string =>
    `${name}(${args.join(', ')})`;
const between =
  (sign: string) =>
  (a = '', b = ''): string =>
    `${a} ${sign} ${b}`;
const truth =
  (sign: string) =>
  (a = '', b = ''): string =>
    `float(${a} ${sign} ${b})`;

const TABLE = {
  add: { compute: (a = 0, b = 0) => a + b, glsl: between('+') },
  sub: { compute: (a = 0, b = 0) => a - b, glsl: between('-') },
  mul: { compute: (a = 0, b = 0) => a * b, glsl: between('*') },
  div: { compute: (a = 0, b = 0) => a / b, glsl: between('/') },
  pow: { compute: (a = 0, b = 0) => Math.pow(a, b), glsl: call('pow') },
  min: { compute: Math.min, glsl: call('min') },
  max: { compute: Math.max, glsl: call('max') },
  neg: { compute: (a = 0) => -a, glsl: (a = '') => `-${a}` },
  abs: { compute: Math.abs, glsl: call('abs') },
  sign: { compute: Math.sign, glsl: call('sign') },
  sqrt: { compute: Math.sqrt, glsl: call('sqrt') },
  floor: { compute: Math.floor, glsl: call('floor') },
  ceil: { compute: Math.ceil, glsl: call('ceil') },
  exp: { compute: Math.exp, glsl: call('exp') },
  log: { compute: Math.log, glsl: call('log') },
  sin: { compute: Math.sin, glsl: call('sin') },
  cos: { compute: Math.cos, glsl: call('cos') },
  atan: { compute: Math.atan, glsl: call('atan') },
  tanh: { compute: Math.tanh, glsl: call('tanh') },
  less: { compute: (a = 0, b = 0) => Number(a < b), glsl: truth('<') },
  lessOrEqual: { compute: (a = 0, b = 0) => Number(a <= b), glsl: truth('<=') },
  equal: { compute: (a = 0, b = 0) => Number(a === b), glsl: truth('==') },
  where: {
    compute: (truth = 0, a = 0, b = 0) => (truth === 0 ? b : a),
    glsl: (truth = '', a = '', b = '') => `${truth} == 0.0 ? ${b} : ${a}`,
  },
} satisfies Record<string, Scalar>;

export type ScalarType = keyof typeof TABLE;

/** Truths are 0 and 1. */
export const SCALARS: Readonly<Record<ScalarType, Scalar>> = TABLE;

export interface Maker {
  number: (value: number) => Expression;
  /** The `place`th number that comes in at that time. */
  input: (time: Time, place: number) => Expression;
  apply: (type: ScalarType, ...args: Expression[]) => Expression;
}

/** Equal expressions of one maker are one object; what is known always is a number at once. */
export function createMaker(): Maker {
  const made = new Map<string, Expression>();
  const make = (key: string, parts: Omit<Expression, 'id'>): Expression => {
    const known = made.get(key);
    if (known) return known;
    const fresh = { id: made.size, ...parts };
    made.set(key, fresh);
    return fresh;
  };
  const number = (value: number): Expression => {
    const rounded = Math.fround(value);
    const key = Object.is(rounded, -0) ? '-0' : `${rounded}`;
    return make(key, { time: TIME.always, type: null, args: [], value: rounded });
  };
  return {
    number,
    input: (time, value) => make(`in ${time} ${value}`, { time, type: null, args: [], value }),
    apply(type, ...args) {
      const time = Math.max(...args.map((arg) => arg.time)) as Time;
      if (time === TIME.always) return number(SCALARS[type].compute(...args.map(({ value }) => value)));
      return make(`${type} ${args.map(({ id }) => id).join(' ')}`, { time, type, args, value: 0 });
    },
  };
}

/** All that the given ones are made of and they themselves, each after its arguments, down to `stop`. */
export function topologicalOrder(
  roots: readonly Expression[],
  stop: (one: Expression) => boolean,
): readonly Expression[] {
  const order = new Set<Expression>();
  const visit = (one: Expression): void => {
    if (order.has(one) || stop(one)) return;
    one.args.forEach(visit);
    order.add(one);
  };
  roots.forEach(visit);
  return [...order];
}
