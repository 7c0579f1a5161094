import { expect, it } from 'vitest';
import { startClock } from '../../../src/core/clock.ts';
import type { Network, Tensor } from '../../../src/core/engine.ts';
import { mirroredDrawing } from '../../../src/core/form/glance.ts';
import { runGenerator } from '../../../src/core/form/run-generator.ts';
import type { Scene } from '../../../src/core/scene/scene.ts';
import { cards, fakeEngine } from '../fake.ts';
import { sceneOf } from '../parts/inked.ts';

const channels = cards.model.input.channels.filter(({ name }) => name !== 'hint');
const model = { ...cards.model, input: { ...cards.model.input, channels, size: 16, margin: 2, stroke: 2 } };
/** Two objects, side by side. */
const scene: Scene = (() => {
  const one = sceneOf('<path d="M0 0h4v4h-4z" fill="#c33"/><path d="M6 6h3v3h-3z" fill="#36c"/>');
  const boxes = [
    { x: 0, y: 0, width: 4, height: 4 },
    { x: 6, y: 6, width: 3, height: 3 },
  ];
  return { ...one, found: { ...one.found, objects: { boxes, zones: null } } };
})();

async function run(
  generate: Network,
  stopAfter = Infinity,
  read: () => number | null = () => 7,
  card = model,
) {
  const told: number[] = [];
  const clock = startClock(() => 0, {
    progress: (_stage, fraction) => void told.push(fraction),
    cancelled: () => Promise.resolve(told.length > stopAfter),
  });
  const engine = await fakeEngine({ generate });
  return { answer: await runGenerator(scene, card, { engine, read, clock, share: 0.2 }), told };
}

it('runs once an object, each in its own square, and tells how far it is', async () => {
  const asked: number[][] = [];
  const { answer, told } = await run((inputs) => {
    asked.push([...inputs[model.input.tensor]!.shape]);
    return Promise.resolve({ [model.output.tensor]: { shape: [1], data: Float32Array.of(1) } });
  });
  expect(asked).toEqual([
    [1, 2, 16, 16],
    [1, 2, 16, 16],
  ]);
  expect(told.map((fraction) => Number(fraction.toFixed(3)))).toEqual([0.15, 0.25]);
  if ('refused' in answer) throw new Error(answer.refused);
  expect(answer.map(({ found, square }) => [found, square.box.width])).toEqual([
    [7, expect.closeTo((16 / 12) * 4)],
    [7, expect.closeTo((16 / 12) * 3)],
  ]);
});

it('stops between objects', async () => {
  let runs = 0;
  const { answer } = await run(() => {
    runs++;
    return Promise.resolve({ [model.output.tensor]: { shape: [1], data: Float32Array.of(1) } });
  }, 1);
  expect([answer, runs]).toEqual([{ refused: 'cancelled' }, 1]);
});

it('values that are no numbers are the runtime’s failure; a missing output is an error', async () => {
  const good: Network = () =>
    Promise.resolve({ [model.output.tensor]: { shape: [1], data: Float32Array.of(1) } });
  expect((await run(good, Infinity, () => null)).answer).toMatchObject({ refused: 'runtime-failed' });
  await expect(
    run(() => Promise.resolve({ other: { shape: [1], data: Float32Array.of(1) } })),
  ).rejects.toThrow(`the generator gave other, wanted ${model.output.tensor}`);
});

it('looks twice where the card says so, the second time at the mirrored drawing', async () => {
  const { look: _, ...plain } = model;
  const { output } = plain;
  const card = { ...plain, input: { ...model.input, glance: 8 } };
  const seen: Tensor[] = [];
  const { answer } = await run(
    (inputs) => {
      const drawing = inputs[card.input.tensor]!;
      seen.push(drawing);
      const shape = [1, output.channels.length, drawing.shape[2]!, drawing.shape[3]!];
      return Promise.resolve({
        [output.tensor]: { shape, data: new Float32Array(shape[1]! * shape[2]! ** 2) },
      });
    },
    Infinity,
    () => 7,
    card,
  );
  expect(answer).toHaveLength(2);
  expect(seen.map(({ shape }) => shape[3])).toEqual([16, 8, 16, 8]);
  expect(seen[1]).toEqual(mirroredDrawing(seen[0]!, card.input, 8));
});
