// A graphics card is trusted when both networks give the picture that the CPU gives, rounding aside.
import { beforeAll, expect, test } from 'vitest';
import type { Engine, Network } from '../../src/core/engine.ts';
import { meanDifference, prove } from '../../src/worker/prove.ts';
import { cards, fakeEngine, quiet } from '../core/fake.ts';

let cpu: Engine;
beforeAll(async () => {
  cpu = await fakeEngine();
});

/** The same network on a card that changes each number it gives back. */
const bent =
  (network: Network, bend: (value: number) => number): Network =>
  async (inputs) => {
    const outputs = await network(inputs);
    return Object.fromEntries(
      Object.entries(outputs).map(([name, { shape, data }]) => [name, { shape, data: data.map(bend) }]),
    );
  };

const judge = (gpu: Partial<Engine>) =>
  prove({ ...cpu, ...gpu }, cpu, { cards, rasterise: cpu.rasterise, watch: quiet });

test('the same numbers, and numbers rounded otherwise, are proof enough', async () => {
  const rounded = (value: number) => Math.round(value * 500) / 500;
  await expect(judge({})).resolves.toBeUndefined();
  await expect(
    judge({ generate: bent(cpu.generate, rounded), light: bent(cpu.light, rounded) }),
  ).resolves.toBeUndefined();
});

test.each(['generate', 'light'] as const)('a card that computes %s wrongly is refused', async (which) => {
  const wrong = bent(cpu[which], (value) => value * 0.5 + 0.25);
  await expect(judge({ [which]: wrong })).rejects.toThrow(/off by \d+\.\d of 255/);
});

test('a card that gives no numbers is refused', async () => {
  await expect(judge({ light: bent(cpu.light, () => NaN) })).rejects.toThrow(/self-test gave no picture/);
});

test('the difference is of what is seen, and of another size it is beyond all measure', () => {
  const image = (width: number, ...data: number[]) => ({ width, height: 1, data: Uint8Array.from(data) });
  expect(meanDifference(image(1, 255, 0, 0, 0), image(1, 0, 255, 0, 0))).toBe(0);
  expect(meanDifference(image(1, 255, 0, 0, 255), image(1, 251, 0, 0, 255))).toBe(1);
  expect(meanDifference(image(1, 0, 0, 0, 255), image(2, 0, 0, 0, 255, 0, 0, 0, 255))).toBe(Infinity);
});
