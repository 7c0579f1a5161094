// Lights of the user's own in the document, through the plugin's own bundle in the stand-in for Figma.
import { expect, it } from 'vitest';
import { LAMPS_AS_SET_UP, type OwnLight } from '../../../src/core/lamp-tune.ts';
import { MOST_LIGHTS } from '../../../src/plugin/storage/own-lights.ts';
import { TOLD } from '../../../src/words.ts';
import { asking, lastHeard, openPanel, openStage, settle, until, type Stage } from '../stage.ts';

const [AS_SET_UP, ...OTHERS] = LAMPS_AS_SET_UP;
const EVENING: OwnLight = {
  ...{ id: 'a-1', name: 'Evening', studio: 'soft', light: { azimuth: 20, elevation: 5 } },
  lamps: [{ ...AS_SET_UP, warmth: 0.9 }, ...OTHERS],
};
const MORNING: OwnLight = { ...EVENING, id: 'b-2', name: 'A morning', lamps: null };

async function open() {
  const stage = await openStage(asking);
  const before = settle(stage, [stage.draw('FRAME', { x: 0, y: 0, width: 100, height: 100, name: 'Mug' })]);
  return { stage, before, ...(await openPanel(stage)) };
}
async function listed({ heard, send }: Stage, message: object): Promise<OwnLight[]> {
  const count = (): number => heard.filter(({ type }) => type === 'lights').length;
  const before = count();
  send(message);
  await until(() => expect(count()).toBe(before + 1));
  return lastHeard({ heard } as Stage, 'lights')!.lights;
}

it('are kept with the file, by name, renamed in place and forgotten; each is a step of undo', async () => {
  const { stage, before } = await open();
  expect(await listed(stage, { type: 'ask-lights' })).toEqual([]);
  expect(await listed(stage, { type: 'keep-light', light: EVENING })).toEqual([EVENING]);
  expect(await listed(stage, { type: 'keep-light', light: MORNING })).toEqual([MORNING, EVENING]);
  const renamed = { ...MORNING, name: 'Noon' };
  expect(await listed(stage, { type: 'keep-light', light: renamed })).toEqual([EVENING, renamed]);
  expect(await listed(stage, { type: 'forget-light', id: 'a-1' })).toEqual([renamed]);
  expect(stage.store.depth.undo).toBe(4);
  for (let k = 0; k < 4; k++) stage.store.undo();
  expect(stage.store.snapshot()).toBe(before);
});

it('what does not fit is skipped, what is malformed is not heard, and too many are told', async () => {
  const { stage } = await open();
  const root = stage.store.get(stage.page).parent!;
  const write = (entries: Record<string, string>): void => {
    const record = stage.store.get(root);
    stage.store.put(root, { ...record, pluginData: { ...record.pluginData, ...entries } });
  };
  write({
    'light:x': '{"id":"x","name":"half',
    'light:y': JSON.stringify({ ...EVENING, id: 'y', lamps: [AS_SET_UP] }),
    'light:z': JSON.stringify(EVENING),
  });
  stage.send({ type: 'keep-light', light: { ...EVENING, name: '  ' } });
  stage.send({ type: 'keep-light', light: { ...EVENING, light: { azimuth: NaN, elevation: 0 } } });
  expect(await listed(stage, { type: 'ask-lights' })).toEqual([]);
  const full = Array.from({ length: MOST_LIGHTS }, (_, k) => ({ ...EVENING, id: `n${k}` }));
  write(Object.fromEntries(full.map((one) => [`light:${one.id}`, JSON.stringify(one)])));
  expect(await listed(stage, { type: 'keep-light', light: EVENING })).toHaveLength(MOST_LIGHTS);
  expect(lastHeard(stage, 'told')?.text).toBe(TOLD.lightNotKept);
});
