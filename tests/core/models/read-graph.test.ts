import Pbf from 'pbf';
import { expect, it } from 'vitest';
import { readGraph, type Found } from '../../../src/core/models/read-graph.ts';

const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
/** A field of bytes: its key, their length, and they. */
const field = (number: number, ...bytes: number[]): number[] => [(number << 3) | 2, bytes.length, ...bytes];
const text = (number: number, value: string): number[] => field(number, ...letters(value));
/** An operator with its domain, and graphs that it holds. */
const node = (operator: string, domain = '', ...graphs: number[][]): number[] =>
  field(
    1,
    ...text(4, operator),
    ...text(7, domain),
    ...graphs.flatMap((graph) => field(5, ...field(6, ...graph))),
  );

function read(graph: number[], depth = 0): Found {
  const found: Found = {
    inputs: [],
    outputs: [],
    operators: new Set(),
    foreign: new Set(),
    weights: new Set(),
    external: new Set(),
    norms: [],
    plain: new Map(),
  };
  readGraph(new Pbf(Uint8Array.from([graph.length, ...graph])), found, depth);
  return found;
}

it('operators are told each once, those of other domains by their domain', () => {
  const { operators, foreign } = read([
    ...node('Conv'),
    ...node('Conv'),
    ...node('Gelu', 'com.microsoft'),
    ...node('Secret', 'their.own'),
  ]);
  expect([...operators]).toEqual(['Conv', 'Gelu']);
  expect([...foreign]).toEqual(['their.own::Secret']);
});

it('graphs inside of it count by their operators, not by what goes in', () => {
  const inner = [...node('Relu'), ...field(11, ...text(1, 'inner'))];
  const { operators, inputs } = read([...node('If', '', inner), ...field(11, ...text(1, 'outer'))]);
  expect([...operators].sort()).toEqual(['If', 'Relu']);
  expect(inputs.map(({ name }) => name)).toEqual(['outer']);
});

it('weights are told by name, those that are 0 or 1 all over with that number, those elsewhere with their file', () => {
  const ones = Uint8Array.from([0, 0, 0x80, 0x3f, 0, 0, 0x80, 0x3f]); // 1, 1 as float32
  const { weights, plain, external } = read([
    ...field(5, ...text(8, 'scale'), ...field(9, ...ones)),
    ...field(5, ...text(8, 'far'), ...field(13, ...text(1, 'location'), ...text(2, 'far.data'))),
  ]);
  expect([...weights]).toEqual(['scale', 'far']);
  expect([...plain]).toEqual([['scale', 1]]);
  expect([...external]).toEqual(['far.data']);
});

it('a batch norm tells what goes in', () => {
  const norm = field(
    1,
    ...text(1, 'x'),
    ...text(1, 'scale'),
    ...text(2, 'y'),
    ...text(4, 'BatchNormalization'),
  );
  expect(read(norm).norms).toEqual([{ inputs: ['x', 'scale'], outputs: 1, mode: false }]);
});

it('graphs that are nested too deep throw', () => {
  expect(() => read([], 9)).toThrow('nested more than 8 deep');
});
