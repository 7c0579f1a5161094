// The light goes to the graphics card only when that gave the same numbers in less time, and comes back when
// it fails.
import { beforeEach, expect, test } from 'vitest';
import type { Network, Tensor } from '../../src/core/engine.ts';
import { WEBGL } from '../../src/words.ts';
import type { Card } from '../../src/worker/webgl/card.ts';
import { openRace } from '../../src/worker/webgl/race.ts';

const LARGE = 100;
const strip = (pixels: number): Record<string, Tensor> => ({
  base: { shape: [1, 3, 1, pixels], data: new Float32Array(3 * pixels).fill(0.5) },
});

let clock = 0;
let ran: string[] = [];
beforeEach(() => {
  clock = 0;
  ran = [];
});

/** Half grey, `ms` later; `off` from it. */
const lamp =
  (name: string, ms: number, off = 0): Network =>
  async ({ base }) => {
    ran.push(name);
    clock += ms;
    const count = base!.data.length / 3;
    return { picture: { shape: [1, 4, 1, count], data: new Float32Array(4 * count).fill(0.5 + off) } };
  };

interface Wish {
  light?: Network;
  ready?: () => boolean;
  open?: () => Card;
}

function raceWith({ light = lamp('card', 1), ready = () => true, open }: Wish) {
  const card: Card = { light, ready, most: 1000, close: () => void ran.push('closed') };
  const race = openRace({
    wasm: lamp('wasm', 10),
    open: open ?? (() => (ran.push('opened'), card)),
    least: LARGE,
    won: null,
    practice: () => [strip(3), strip(3)],
    now: () => clock,
  });
  /** One picture of so many strips; what ran for it. */
  const picture = async (strips: number, pixels = LARGE): Promise<string> => {
    ran = [];
    for (let k = 0; k < strips; k++) {
      const { picture } = await race.light(strip(pixels));
      expect(Math.abs(picture!.data[0]! - 0.5)).toBeLessThan(0.01);
    }
    race.pictureMade();
    return ran.join(' ');
  };
  return { ...race, picture };
}

test('nobody waits for the card in the first picture; then it proves itself, is timed, and takes over', async () => {
  const { picture, verdict } = raceWith({});
  expect(await picture(3)).toBe('wasm wasm wasm');
  expect(verdict()).toBeNull();
  expect(await picture(2)).toBe('opened wasm card wasm card wasm wasm card');
  expect(await picture(3)).toBe('wasm card wasm card card');
  expect(verdict()).toBe(WEBGL.won(1, 10));
  expect(await picture(2)).toBe('card card');
});

test('small strips are none of its business, before and after, and no reason to open it', async () => {
  const { picture } = raceWith({});
  expect(await picture(2, LARGE - 1)).toBe('wasm wasm');
  expect(await picture(2)).toBe('wasm wasm');
  await picture(9);
  expect(await picture(1, LARGE - 1)).toBe('wasm');
  expect(await picture(1, 1001)).toBe('wasm'); // more than it takes at once
});

test('as long as it compiles WASM goes on', async () => {
  let compiled = false;
  const { picture } = raceWith({ ready: () => compiled });
  await picture(1);
  expect(await picture(3)).toBe('opened wasm wasm wasm');
  compiled = true;
  expect(await picture(1)).toBe('card wasm card wasm wasm card');
});

test('a card that is slower gives its memory back and is not asked again', async () => {
  const { picture, verdict } = raceWith({ light: lamp('card', 11) });
  await picture(1);
  expect(await picture(9)).toBe('opened wasm card wasm card wasm wasm card wasm card wasm card closed wasm wasm wasm wasm wasm');
  expect(verdict()).toBe(WEBGL.slow(11, 10));
}); // prettier-ignore

test('one that is far slower is not waited for', async () => {
  const { picture } = raceWith({ light: lamp('card', 31) });
  await picture(1);
  expect(await picture(4)).toBe('opened wasm card wasm card wasm wasm card closed wasm wasm');
});

test('one that takes long for the test alone is not waited for either', async () => {
  const { picture, verdict } = raceWith({ light: lamp('card', 3000) });
  await picture(1);
  expect(await picture(3)).toBe('opened wasm card wasm closed wasm wasm');
  expect(verdict()).toBe(WEBGL.late);
});

test('one that lights otherwise is not shown: for pixels by chance, and for the user’s own', async () => {
  const bent = raceWith({ light: lamp('card', 1, 0.01) });
  await bent.picture(1);
  expect(await bent.picture(2)).toBe('opened wasm card wasm closed wasm');
  expect(bent.verdict()).toMatch(/off by 2\.\d of 255/);
  const onlyLarge: Network = async (inputs) =>
    lamp('card', 1, inputs['base']!.data.length > 9 ? NaN : 0)(inputs);
  const odd = raceWith({ light: onlyLarge });
  await odd.picture(1);
  expect(await odd.picture(3)).toBe('opened wasm card wasm card wasm wasm card closed wasm');
});

test('where there is none, or none that compiles, WASM goes on, and says why', async () => {
  const none = raceWith({
    open: () => {
      throw new Error(WEBGL.none);
    },
  });
  await none.picture(1);
  expect(await none.picture(2)).toBe('wasm wasm');
  expect(none.verdict()).toBe(WEBGL.none);
  const uncompiled = raceWith({
    ready: () => {
      throw new Error('it does not compile');
    },
  });
  await uncompiled.picture(1);
  expect(await uncompiled.picture(2)).toBe('opened wasm closed wasm');
  expect(uncompiled.verdict()).toBe('it does not compile');
});

test('one that is lost in the midst of a picture: WASM lights that strip and all that follow', async () => {
  let left = 7; // two tests, three heats, two strips
  const mortal: Network = async (inputs) => {
    if (left-- === 0) throw new Error(WEBGL.lost);
    return lamp('card', 1)(inputs);
  };
  const { picture, verdict } = raceWith({ light: mortal });
  await picture(1);
  await picture(4);
  expect(await picture(4)).toBe('card card closed wasm wasm');
  expect(verdict()).toBe(WEBGL.lost);
});
