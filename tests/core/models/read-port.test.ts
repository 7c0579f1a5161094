import Pbf from 'pbf';
import { expect, it } from 'vitest';
import { readPort } from '../../../src/core/models/read-port.ts';

/** A field of bytes: its key, their length, and they. */
const field = (number: number, ...bytes: number[]): number[] => [(number << 3) | 2, bytes.length, ...bytes];
const number = (tag: number, value: number): number[] => [tag << 3, value];
const dim = (...bytes: number[]): number[] => field(1, ...bytes);

it('a tensor has a name, a type and sides; those with a name only, or none, are free', () => {
  const shape = field(
    2,
    ...dim(...number(1, 1)),
    ...dim(...number(1, 64)),
    ...dim(...field(2, 0x6e)),
    ...dim(),
  );
  const tensor = field(1, ...number(1, 10), ...shape);
  const port = [...field(1, 0x78), ...field(2, ...tensor)];
  expect(readPort(new Pbf(Uint8Array.from([port.length, ...port])))).toEqual({
    name: 'x',
    type: 10,
    dims: [1, 64, null, null],
  });
});

it('one that is no tensor has a name alone', () => {
  const port = [...field(1, 0x78), ...field(2, ...field(4, ...number(1, 1)))];
  const read = readPort(new Pbf(Uint8Array.from([port.length, ...port])));
  expect(read).toEqual({ name: 'x', type: 0, dims: [] });
});
