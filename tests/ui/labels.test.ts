// Which part is meant, and how it is marked; where the light goes when it is dragged, and the lamps with it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extent, partAt, silhouette } from '../../src/ui/labels.ts';
import { readLightCard } from '../../src/core/card.ts';
import { turned } from '../../src/core/light/turn-light.ts';
import { readLamps, turnLamp } from '../../src/ui/lamps.ts';
import type { Located } from '../../src/ui/state.ts';
import { dragged, turnedByKey } from '../../src/ui/turning.ts';

const part = (key: string) => ({ key, name: key, colour: '#808080', material: 'ceramic', painted: true });

// A picture of 4 × 4 that covers 40 × 40 of the drawing, from (10, 10); the lid lies on the body.
const LOCATED: Located = {
  seen: {
    width: 4,
    height: 4,
    labels: Uint16Array.from([0, 1, 1, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]),
    parts: [part('lid'), part('body')],
  },
  box: { x: 10, y: 10, width: 40, height: 40 },
};

test('a point of the drawing means the part whose pixel covers it', () => {
  expect(partAt(LOCATED, 25, 15)?.key).toBe('lid');
  expect(partAt(LOCATED, 25, 20)?.key).toBe('body');
  expect(partAt(LOCATED, 12, 12)).toBeNull();
  expect(partAt(LOCATED, 9, 30)).toBeNull();
  expect(partAt(LOCATED, 50, 30)).toBeNull();
});

test('a part is marked by its rim, and a veil inside', () => {
  const pixels = silhouette(LOCATED.seen, 'body', { ink: [1, 2, 3], veil: 0.2, rim: 1 });
  const alpha = (x: number, y: number) => pixels[4 * (4 * y + x) + 3];
  expect([alpha(1, 0), alpha(0, 1), alpha(1, 2), alpha(1, 3)]).toEqual([0, 255, 51, 255]);
  expect([...pixels.slice(4 * 9, 4 * 9 + 3)]).toEqual([1, 2, 3]);
  expect(silhouette(LOCATED.seen, 'gone', { ink: [1, 2, 3], veil: 0.2, rim: 1 }).some(Boolean)).toBe(false);
});

test('the parts reach over a share of the picture', () => {
  expect(extent(LOCATED.seen)).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  expect(extent({ ...LOCATED.seen, labels: new Uint16Array(16) })).toBeNull();
});

test('the light follows a drag, goes around, and not beyond the zenith', () => {
  const front = { azimuth: 0, elevation: 0 };
  expect(dragged(front, 0.5, 0)).toEqual({ azimuth: 90, elevation: 0 });
  expect(dragged({ azimuth: 170, elevation: 0 }, 0.5, -1)).toEqual({ azimuth: -100, elevation: 85 });
  expect(turnedByKey(front, 'ArrowUp', true)).toEqual({ azimuth: 0, elevation: 30 });
  expect(turnedByKey({ azimuth: 40, elevation: 9 }, 'Home', false)).toEqual(front);
  expect(turnedByKey(front, 'a', false)).toBeNull();
});

test('the ball shows the lamps of the shipped studios, turned as the picture turns them', () => {
  const lamps = readLamps(JSON.parse(readFileSync('models/light.json', 'utf8')));
  const [key] = lamps.get('soft') ?? [];
  if (!key) throw new Error('no soft studio');
  expect(key.towards[0]).toBeLessThan(0);
  const right = turnLamp(key, { azimuth: 90, elevation: 0 });
  expect(right.towards[0]).toBeCloseTo(key.towards[2]);
  expect(right.towards[1]).toBeCloseTo(key.towards[1]);
  expect(turnLamp(key, { azimuth: 0, elevation: 85 }).towards[1]).toBeCloseTo(Math.sin((85 * Math.PI) / 180));
});

test('a lamp stays in line with the light of the picture, however both are turned', () => {
  const json: unknown = JSON.parse(readFileSync('models/light.json', 'utf8'));
  const { directions, studios } = readLightCard(json);
  const lamps = readLamps(json);
  for (const studio of studios)
    for (const [azimuth, elevation] of [
      [0, 0],
      [130, 40],
      [-75, -85],
    ] as const) {
      const { vector } = turned(studio, directions, azimuth, elevation);
      directions.forEach((places, light) => {
        const lamp = lamps.get(studio.id)![light]!;
        const towards = places.map((place) => vector[place]!);
        const long = Math.hypot(...towards);
        turnLamp(lamp, { azimuth, elevation }).towards.forEach((value, axis) =>
          expect(value).toBeCloseTo(towards[axis]! / long, 9),
        );
      });
    }
});
