import { describe, expect, it } from 'vitest';
import { createMaker, topologicalOrder, SCALARS, TIME } from '../../../src/core/shader/expression.ts';
import { fragmentShader } from '../../../src/core/shader/glsl.ts';
import { evaluator } from '../../../src/core/shader/uniforms.ts';

describe('expressions', () => {
  it('are made once', () => {
    const { input, number, apply } = createMaker();
    const x = input(TIME.pixel, 0);
    expect(input(TIME.pixel, 0)).toBe(x);
    expect(input(TIME.studio, 0)).not.toBe(x);
    expect(apply('add', x, number(1))).toBe(apply('add', x, number(1)));
    expect(apply('add', number(1), x)).not.toBe(apply('add', x, number(1)));
  });

  it('are known as late as their latest argument; of numbers they are numbers, in float32', () => {
    const { input, number, apply } = createMaker();
    const [pixel, studio] = [input(TIME.pixel, 0), input(TIME.studio, 0)];
    expect(apply('mul', studio, number(2)).time).toBe(TIME.studio);
    expect(apply('mul', studio, pixel).time).toBe(TIME.pixel);
    expect(apply('div', number(1), number(3))).toBe(number(1 / 3));
    expect(number(1 / 3).value).toBe(Math.fround(1 / 3));
    expect(number(-0)).not.toBe(number(0));
  });

  it('compute what their names say, truths as 0 and 1', () => {
    const of = (type: keyof typeof SCALARS, ...args: number[]): number => SCALARS[type].compute(...args);
    expect([of('less', 1, 2), of('less', 2, 2), of('lessOrEqual', 2, 2), of('equal', 1, 2)]).toEqual([
      1, 0, 1, 0,
    ]);
    expect([of('where', 1, 5, 7), of('where', 0, 5, 7), of('pow', 2, 3), of('neg', 4)]).toEqual([
      5, 7, 8, -4,
    ]);
  });

  it('stand in order each after its arguments, down to where it stops', () => {
    const { input, apply } = createMaker();
    const x = input(TIME.pixel, 0);
    const twice = apply('add', x, x);
    const square = apply('mul', twice, twice);
    expect(topologicalOrder([square, twice], () => false)).toEqual([x, twice, square]);
    expect(topologicalOrder([square], (one) => one === twice)).toEqual([square]);
  });
});

describe('uniforms', () => {
  it('are computed once a set-up, four in a vector', () => {
    const { input, number, apply } = createMaker();
    const [a, b] = [input(TIME.studio, 0), input(TIME.studio, 1)];
    const sum = apply('add', a, b);
    const values = evaluator(
      [sum, apply('mul', sum, number(10))],
      [
        { tensor: 'studio', at: 2 },
        { tensor: 'studio', at: 0 },
      ],
    );
    const studio = { shape: [1, 3], data: Float32Array.of(3, 9, 4) };
    expect([...values({ studio })]).toEqual([7, 70, 0, 0]);
    expect([...values({ studio: { ...studio, data: Float32Array.of(1, 9, 1) } })]).toEqual([2, 20, 0, 0]);
  });

  it('that are not given are an error with their name', () => {
    const { input } = createMaker();
    const values = evaluator([input(TIME.studio, 0)], [{ tensor: 'studio', at: 5 }]);
    expect(() => values({ studio: { shape: [1, 1], data: Float32Array.of(1) } })).toThrow(
      /number 5 of "studio"/,
    );
  });
});

describe('the shader', () => {
  it('has a line an expression, with the graph’s names, uniforms and numbers where they are used', () => {
    const { input, number, apply } = createMaker();
    const [x, k] = [input(TIME.pixel, 3), input(TIME.studio, 0)];
    const bright = apply('mul', x, k);
    const dim = apply('max', bright, number(-0.5));
    const source = fragmentShader({
      lines: [x, bright, dim],
      uniforms: [k],
      result: [dim, bright, number(1), number(0.25)],
      names: new Map([[bright, '/light/Mul']]),
    });
    const body = source.slice(source.indexOf('main()')).split('\n').slice(1, 5);
    expect(body).toEqual([
      `  float v${x.id} = channel(3);`,
      `  float v${bright.id} = v${x.id} * studio[0].x; // /light/Mul`,
      `  float v${dim.id} = max(v${bright.id}, (-0.5));`,
      `  lit = vec4(v${dim.id}, v${bright.id}, 1.0, 0.25);`,
    ]);
    expect(source).toContain('uniform vec4 studio[1];');
  });

  it('cannot write what is no finite number', () => {
    const { number } = createMaker();
    const parts = { lines: [], uniforms: [], names: new Map() };
    expect(() => fragmentShader({ ...parts, result: [number(Infinity)] })).toThrow(/computes with Infinity/);
  });
});
