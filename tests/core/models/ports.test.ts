import { expect, it } from 'vitest';
import { isLast, sides, portText } from '../../../src/core/models/ports.ts';
import type { Port } from '../../../src/core/models/read-port.ts';

const port = (...dims: (number | null)[]): Port => ({ name: 'x', type: 1, dims });

it('a picture is one, with so many channels as are wanted, and as high as wide', () => {
  expect(sides(port(1, 3, 64, 64), [1, 3])).toEqual({ channels: 3, side: 64 });
  expect(sides(port(null, 1, null, null), [1, 3])).toEqual({ channels: 1, side: null });
  expect(sides(port(1, 1, 64, null), [1])).toEqual({ channels: 1, side: 64 });
  for (const other of [
    port(2, 3, 64, 64),
    port(1, 2, 64, 64),
    port(1, null, 64, 64),
    port(1, 3, 64, 32),
    port(3, 64, 64),
  ])
    expect(sides(other, [1, 3])).toBeNull();
});

it('channels last are few, behind two sides', () => {
  const ports = [
    port(1, 64, 64, 3),
    port(null, null, null, 1),
    port(1, 3, 64, 64),
    port(1, 64, 64, 8),
    port(64, 64, 3),
  ];
  expect(ports.map(isLast)).toEqual([true, true, false, false, false]);
});

it('shapes are told with a sign for what is free', () => {
  expect([portText(port(1, 3, null, 64)), portText(port())]).toEqual(['1 × 3 × ? × 64', 'a single number']);
});
