import { describe, expect, it } from 'vitest';
import { createInstance } from '../../../host/document/tree.ts';
import { LAMPS_AS_SET_UP } from '../../../src/core/lamp-tune.ts';
import { PLAIN, type Look } from '../../../src/core/sketch.ts';
import { readLook } from '../../../src/plugin/storage/look.ts';
import { TOLD } from '../../../src/words.ts';
import {
  asking,
  lastHeard,
  openPanel,
  openStage,
  pictureOf,
  placed,
  settle,
  until,
  type Stage,
} from '../stage.ts';
import { MUG } from '../mug.ts';

const [AS_SET_UP] = LAMPS_AS_SET_UP;
const LOOK: Look = {
  model: 'realize',
  studio: 'soft',
  seed: 9,
  light: { azimuth: 40, elevation: -10 },
  lamps: [
    AS_SET_UP,
    { ...AS_SET_UP, azimuth: -30, strength: 0 },
    { ...AS_SET_UP, warmth: 1, softness: 0.25 },
  ],
  shading: 'replace',
  relief: { form: 'round', edge: 0.2, thickness: 1 },
  surface: { roughness: 0.8, scale: 0.1 },
  parts: {
    'body#1': {
      colour: '#cc2200',
      finish: 'gloss',
      form: 'hollow',
      edge: 0,
      thickness: 0.75,
      roughness: 0,
      scale: 1,
    },
  },
  photo: PLAIN.photo,
};
const told = ({ heard }: Stage): string[] => heard.flatMap((one) => (one.type === 'told' ? [one.text] : []));
const kept = ({ store }: Stage, id: string): unknown => {
  const text = store.get(id).pluginData['look'];
  return text === undefined ? null : (JSON.parse(text) as unknown);
};
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

async function open(draw: (stage: Stage) => string = (stage) => stage.draw('FRAME', MUG)) {
  const stage = await openStage(asking);
  const id = draw(stage);
  const before = settle(stage, [id]);
  return { stage, id, before, ...(await openPanel(stage)) };
}

describe('what was chosen for a drawing', () => {
  it('is written when the panel closes, and comes with the sketch the next time', async () => {
    const { stage, id, before, run, sketch } = await open();
    expect(sketch.look).toBeNull();
    stage.send({ type: 'look', job: sketch.job, index: 0, look: { ...LOOK, seed: 1 } });
    stage.send({ type: 'look', job: sketch.job, index: 0, look: LOOK });
    await pause();
    expect(stage.store.snapshot()).toBe(before); // nothing is written while she chooses
    run.close();
    expect(kept(stage, id)).toEqual({ version: 1, look: LOOK });
    expect(stage.store.depth.undo).toBe(1);
    stage.heard.length = 0;
    expect((await openPanel(stage)).sketch.look).toEqual(LOOK);
  });

  it('is written with the picture, as one step of undo with it', async () => {
    const { stage, id, before, run, sketch } = await open();
    stage.send({ type: 'look', job: sketch.job, index: 0, look: LOOK });
    await placed(stage, pictureOf(sketch));
    expect(kept(stage, id)).toEqual({ version: 1, look: LOOK });
    stage.store.undo();
    expect(stage.store.snapshot()).toBe(before);
    stage.store.redo();
    run.close();
    expect(stage.store.depth.undo).toBe(1);
  });

  it('is held while other drawings are looked at', async () => {
    const { stage, id, sketch } = await open();
    stage.send({ type: 'look', job: sketch.job, index: 0, look: LOOK });
    const jug = stage.draw('FRAME', { ...MUG, x: 900, name: 'Jug' });
    stage.store.select(stage.page, [jug]);
    await until(() =>
      expect(lastHeard(stage, 'sketch')).toMatchObject({ sketch: { name: 'Jug' }, look: null }),
    );
    // Late, for a drawing of before: the drawing that is seen now is another.
    stage.send({ type: 'look', job: sketch.job, index: 0, look: { ...LOOK, seed: 77 } });
    stage.store.select(stage.page, [id]);
    await until(() =>
      expect(lastHeard(stage, 'sketch')).toMatchObject({ sketch: { name: 'Mug' }, look: LOOK }),
    );
  });

  it('is no edit: the sketch is not read again for it', async () => {
    const { stage, sketch } = await open();
    stage.send({ type: 'look', job: sketch.job, index: 0, look: LOOK });
    stage.send({ type: 'copy-look', look: LOOK });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(stage.heard.filter(({ type }) => type === 'sketch')).toHaveLength(1);
  });

  it('of another photo keeps its own corners when settings are copied to it', async () => {
    const { stage, id, run, sketch } = await open();
    const photo = { threshold: 0.3, weight: 2, corners: null };
    stage.send({ type: 'look', job: sketch.job, index: 0, look: { ...LOOK, photo } });
    stage.send({ type: 'copy-look', look: { ...LOOK, seed: 5 } });
    await until(() => expect(told(stage)).toEqual([TOLD.looksCopied(1, 0)]));
    run.close();
    expect(kept(stage, id)).toMatchObject({ look: { seed: 5, photo } });
  });

  it('lasts for the session where the layer takes none, which is told once', async () => {
    const { stage, id, run, sketch } = await open((stage) => {
      const component = stage.draw('COMPONENT', { ...MUG, x: 2000, name: 'Part' });
      stage.draw('RECTANGLE', { ...MUG, parent: component, name: 'knob' });
      return createInstance(stage.store, component, stage.page);
    });
    for (const seed of [1, 2, 3])
      stage.send({ type: 'look', job: sketch.job, index: 0, look: { ...LOOK, seed } });
    await until(() => expect(told(stage)).toEqual([TOLD.lookNotKept]));
    stage.send({ type: 'ask', job: 0 });
    await until(() => expect(lastHeard(stage, 'sketch')?.look?.seed).toBe(3));
    run.close();
    expect(kept(stage, id)).toBeNull();
    expect(stage.store.depth.undo).toBe(0);
  });

  it('that is too much is told, too', async () => {
    const { stage, id, run, sketch } = await open();
    const parts = Object.fromEntries(Array.from({ length: 499 }, (_, index) => [`a part with a long name#${index}`, { colour: '#cc2200', material: 'ceramic' }])); // prettier-ignore
    stage.send({ type: 'look', job: sketch.job, index: 0, look: { ...LOOK, parts } });
    await until(() => expect(told(stage)).toEqual([TOLD.lookTooLarge]));
    run.close();
    expect(kept(stage, id)).toBeNull();
  });
});

describe('a look for several drawings', () => {
  it('is kept with each at once, as one step of undo', async () => {
    const { stage, id, before, run } = await open();
    const jug = stage.draw('FRAME', { ...MUG, x: 900, name: 'Jug' });
    stage.store.commit();
    stage.store.select(stage.page, [id, jug]);
    stage.send({ type: 'copy-look', look: LOOK });
    await until(() => expect(told(stage)).toEqual(['Kept with 2 drawings.']));
    expect([kept(stage, id), kept(stage, jug)]).toEqual([
      { version: 1, look: LOOK },
      { version: 1, look: LOOK },
    ]);
    stage.store.undo();
    expect([kept(stage, id), kept(stage, jug)]).toEqual([null, null]);
    run.close(); // what was undone is not written again
    stage.store.undo();
    expect(stage.store.snapshot()).toBe(before);
  });

  it('with nothing selected says what to do', async () => {
    const { stage } = await open();
    stage.store.select(stage.page, []);
    stage.send({ type: 'copy-look', look: LOOK });
    await until(() => expect(told(stage)).toEqual([TOLD.noneToCopyTo]));
  });
});

describe('a look of another version', () => {
  const text = (look: unknown): string => JSON.stringify({ version: 9, look });

  it('is read as far as it fits', () => {
    const parts = { ...LOOK.parts, lid: { colour: 'red' }, rim: { finish: 'satin', weight: 3 } };
    const relief = { form: 'square', edge: 0.2, thickness: 1 };
    const read = readLook(text({ ...LOOK, light: { azimuth: 'left' }, relief, parts, mood: 'calm' }));
    expect(read).toEqual({
      ...LOOK,
      light: PLAIN.light,
      relief: PLAIN.relief,
      parts: { ...LOOK.parts, rim: { finish: 'satin' } },
    });
  });

  it('from before there was a relief to choose is as found', () => {
    const { relief: _relief, ...older } = LOOK;
    expect(readLook(text(older))).toEqual({ ...LOOK, relief: PLAIN.relief });
  });

  it.each(['', '{', 'null', text(null), text({ seed: 1 }), text({ ...LOOK, model: 7 })])(
    'is none: %s',
    (data) => {
      expect(readLook(data)).toBeNull();
    },
  );
});
