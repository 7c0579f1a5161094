import { expect, it } from 'vitest';
import type { Network } from '../../src/core/engine.ts';
import { shade } from '../../src/core/light/shade.ts';
import { openSculptors } from '../../src/core/lit-pipeline.ts';
import { isRefusal } from '../../src/core/sketch.ts';
import { fakeEngine, inflate } from './fake.ts';
import { clock, light, model, settings, svgOf } from './lit/made.ts';

const sketch = {
  id: '1',
  name: 'ball',
  svg: svgOf('<circle id="ball" cx="50" cy="50" r="40" fill="#c43"/>'),
};
const wanted = { ...settings, size: 32 };

async function open() {
  const sides: number[] = [];
  const generate: Network = (inputs) => {
    sides.push(inputs['drawing']!.shape[3]!);
    return inflate(inputs);
  };
  const engine = await fakeEngine({ generate });
  return { sides, ways: openSculptors(engine, { model, light }, { lit: shade, whole: 2048 }) };
}

it('goes from a sketch to a picture with its parts; a draft by the smaller square', async () => {
  const { ways, sides } = await open();
  const full = await ways.full(sketch, wanted, clock());
  if (isRefusal(full)) throw new Error(full.refused);
  expect([full.image.width, full.parts().parts.map(({ key }) => key)]).toEqual([32, ['ball#1']]);
  const draft = await ways.draft(sketch, wanted, clock());
  if (isRefusal(draft)) throw new Error(draft.refused);
  expect(sides).toEqual([64, 32]);
});

it('runs the generator once for a drawing, whatever its light, colours and size', async () => {
  const { ways, sides } = await open();
  await ways.full(sketch, wanted, clock());
  await ways.full(sketch, { ...wanted, size: 40, seed: 9, light: { azimuth: 30, elevation: 0 } }, clock());
  expect(sides).toEqual([64]);
  await ways.full({ ...sketch, svg: sketch.svg.replace('r="40"', 'r="30"') }, wanted, clock());
  expect(sides).toEqual([64, 64]);
});

it('refuses a set-up that the card does not list, by name', async () => {
  const { ways } = await open();
  const answer = await ways.full(sketch, { ...wanted, studio: 'disco' }, clock());
  expect(answer).toMatchObject({ refused: 'unknown-studio', detail: expect.stringContaining('disco') });
});
