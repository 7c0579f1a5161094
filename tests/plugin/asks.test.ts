import { describe, expect, it } from 'vitest';
import type { Library } from '../../host/api/library.ts';
import { fittedWindow } from '../../src/plugin/window-size.ts';
import { LEAST_PANEL } from '../../src/protocol/placing.ts';
import type { Prefs } from '../../src/protocol/placing.ts';
import { TOLD } from '../../src/words.ts';
import {
  asking,
  finish,
  grey,
  lastHeard,
  openPanel,
  openStage,
  pictureOf,
  picturesOn,
  settle,
  until,
  type Stage,
} from './stage.ts';
import { MUG } from './mug.ts';

const PREFS: Prefs = {
  where: 'over',
  again: 'update',
  width: 520,
  height: 700,
  scale: 2,
  section: 'lighting',
  naming: '',
  welcomed: true,
};
const told = ({ heard }: Stage): string[] => heard.flatMap((one) => (one.type === 'told' ? [one.text] : []));
const solid = (r: number, g: number, b: number) => ({ type: 'SOLID', color: { r, g, b } }) as const;
const rgba = (r: number, g: number, b: number) => ({ r, g, b, a: 1 });

async function open(more: Parameters<typeof openStage>[1] = {}) {
  const stage = await openStage(asking, more);
  const id = stage.draw('FRAME', MUG);
  settle(stage, [id]);
  return { stage, id, ...(await openPanel(stage)) };
}

describe("the document's colours", () => {
  const library: Library = {
    styles: [
      { id: 'S:1', name: 'Brand/Red', paints: [solid(0.8, 0.1333, 0)] },
      { id: 'S:2', name: 'Sunset', paints: [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: 'x' }] },
      { id: 'S:3', name: 'Two', paints: [solid(1, 0, 0), solid(0, 1, 0)] },
    ],
    collections: [
      { id: 'C:1', name: 'Base', defaultModeId: 'light', modes: [{ modeId: 'light', name: 'Light' }, { modeId: 'dark', name: 'Dark' }] },
      { id: 'C:2', name: 'Library', defaultModeId: 'only', modes: [{ modeId: 'only', name: 'Only' }], remote: true },
    ],
    variables: [
      { id: 'V:1', name: 'paper/warm', variableCollectionId: 'C:1', valuesByMode: { light: rgba(1, 1, 0), dark: rgba(0, 0, 0) } },
      { id: 'V:2', name: 'button', variableCollectionId: 'C:1', valuesByMode: { light: { type: 'VARIABLE_ALIAS', id: 'V:3' }, dark: rgba(0, 0, 0) } },
      { id: 'V:3', name: 'accent', variableCollectionId: 'C:1', valuesByMode: { light: { type: 'VARIABLE_ALIAS', id: 'V:9' }, dark: rgba(0, 0, 0) } },
      { id: 'V:4', name: 'round', variableCollectionId: 'C:1', valuesByMode: { light: { type: 'VARIABLE_ALIAS', id: 'V:4' }, dark: rgba(0, 0, 0) } },
      { id: 'V:5', name: 'lost', variableCollectionId: 'C:1', valuesByMode: { light: { type: 'VARIABLE_ALIAS', id: 'V:none' }, dark: rgba(0, 0, 0) } },
      { id: 'V:9', name: 'theirs', variableCollectionId: 'C:2', remote: true, valuesByMode: { only: rgba(0, 0, 1) } },
    ],
  }; // prettier-ignore

  it('are its solid styles and its variables in their default mode, aliases followed', async () => {
    const { stage, run } = await open();
    Object.assign(stage.host.session.library, library);
    stage.send({ type: 'ask-palette' });
    await until(() => expect(lastHeard(stage, 'palette')).toBeDefined());
    expect(lastHeard(stage, 'palette')!.colours).toEqual([
      { name: 'Brand/Red', colour: '#cc2200' },
      { name: 'paper/warm', colour: '#ffff00' },
      { name: 'button', colour: '#0000ff' },
      { name: 'accent', colour: '#0000ff' },
    ]);
    run.close();
    expect(run.problems).toEqual([]);
  });

  it('are 200 at most', async () => {
    const { stage } = await open();
    stage.host.session.library.styles = Array.from({ length: 900 }, (_, index) => ({ id: `S:${index}`, name: `Grey/${index}`, paints: [solid(index / 900, 0, 0)] })); // prettier-ignore
    stage.send({ type: 'ask-palette' });
    await until(() => expect(lastHeard(stage, 'palette')?.colours).toHaveLength(200));
  });

  it('are none where Figma gives none', async () => {
    const { stage, run } = await open({
      before: (operation) => {
        if (operation.includes('getLocal')) throw new Error('in getLocalVariablesAsync: not here');
      },
    });
    stage.send({ type: 'ask-palette' });
    await until(() => expect(lastHeard(stage, 'palette')?.colours).toEqual([]));
    expect(run.isClosed).toBe(false);
  });
});

describe('the image of the selection', () => {
  const ask = async (stage: Stage): Promise<Uint8Array | null> => {
    stage.heard.length = 0;
    stage.send({ type: 'ask-image' });
    await until(() => expect(lastHeard(stage, 'image')).toBeDefined());
    return lastHeard(stage, 'image')!.bytes;
  };
  const image = (hash: string) => ({
    fills: [solid(1, 1, 1), { type: 'IMAGE', scaleMode: 'FILL', imageHash: hash }] as never,
  });

  it("is the layer's own, else the first inside it", async () => {
    const { stage, id } = await open();
    expect(await ask(stage)).toBeNull();
    const hash = stage.image();
    stage.draw('RECTANGLE', { ...MUG, parent: id }, image(hash));
    expect(await ask(stage)).toEqual(grey());
    expect(told(stage)).toEqual([]);
  });

  it('is refused in a sentence when it is too large, or not to be had', async () => {
    const { stage, id } = await open();
    const hash = stage.image();
    stage.draw('RECTANGLE', { ...MUG, parent: id }, image(hash));
    const stored = stage.store.images.get(hash)!;
    stage.store.images.set(hash, { ...stored, bytes: new Uint8Array(17_500_000) });
    expect(await ask(stage)).toBeNull();
    expect(told(stage)).toEqual([TOLD.imageTooLarge(18, 16)]);
    stage.store.images.clear();
    expect(await ask(stage)).toBeNull();
    expect(told(stage)).toEqual([TOLD.imageUnread]);
  });
});

describe('her own choices about the panel', () => {
  it('are kept for all files, and the window opens as she left it', async () => {
    const { stage, run } = await open();
    expect(lastHeard(stage, 'opened')?.prefs).toBeNull();
    stage.send({ type: 'prefs', prefs: PREFS });
    await until(() => expect(stage.host.storage.get('prefs')).toEqual(PREFS));
    run.close();
    stage.heard.length = 0;
    await openPanel(stage);
    expect(lastHeard(stage, 'opened')?.prefs).toEqual(PREFS);
    expect(stage.windows.at(-1)).toMatchObject({ width: 520, height: 700 });
  });

  it('of another version are as good as none', async () => {
    const stage = await openStage(asking);
    stage.host.storage.set('prefs', { ...PREFS, where: 'below' });
    settle(stage, [stage.draw('FRAME', MUG)]);
    await openPanel(stage);
    expect(lastHeard(stage, 'opened')?.prefs).toBeNull();
  });

  it('that find no room are told', async () => {
    const { stage } = await open();
    stage.host.storage.ballast = 5 * 1024 * 1024;
    stage.send({ type: 'prefs', prefs: PREFS });
    await until(() => expect(told(stage)).toEqual([TOLD.prefsNotKept]));
  });

  it('the window is resized while it is dragged, within what can be used and seen', async () => {
    const { stage } = await open();
    stage.send({ type: 'resize', width: 480, height: 700 });
    stage.send({ type: 'resize', width: 100, height: 100 });
    stage.send({ type: 'resize', width: 4000, height: 4000 });
    await until(() => expect(stage.resized).toHaveLength(3));
    expect(stage.resized).toEqual([[480, 700], [LEAST_PANEL.width, LEAST_PANEL.height], [1440, 900]]); // prettier-ignore
  });

  it('fit the canvas on the screen, whatever its zoom', () => {
    const bounds = { x: 0, y: 0, width: 4000, height: 2000 };
    expect(fittedWindow({ width: 900, height: 900 }, { bounds, zoom: 0.25 })).toEqual({
      width: 900,
      height: 500,
    });
    expect(fittedWindow({ width: 900, height: 900 }, { bounds, zoom: 0.01 })).toEqual(LEAST_PANEL);
  });
});

describe('"Realize again"', () => {
  const again = async (
    prefs: Partial<Prefs> | null,
    select: 'picture' | 'drawing',
    command = 'realize-again',
  ) => {
    let shade = 100;
    const stage = await openStage((message, send) => {
      if (message.type !== 'sketch') return;
      shade += 10;
      const answer = pictureOf(message);
      if (answer.type === 'place') answer.picture.png = grey(shade);
      send(answer);
    });
    const frame = stage.draw('FRAME', MUG);
    settle(stage, [frame]);
    await finish(stage);
    if (prefs) stage.host.storage.set('prefs', { ...PREFS, ...prefs });
    stage.store.select(stage.page, [select === 'drawing' ? frame : picturesOn(stage, stage.page)[0]!.id]);
    await finish(stage, command);
    return { stage, pictures: picturesOn(stage, stage.page).length };
  };

  it.each([
    ['on a picture gives that picture its new image', null, 'picture', 'realize-again', 1],
    ['on a drawing makes one more', null, 'drawing', 'realize-again', 2],
    ['on a picture makes one more for who chose so', { again: 'add' }, 'picture', 'realize-again', 2],
    ['on a drawing updates for who chose so', { again: 'update' }, 'drawing', 'realize-again', 1],
    ['is not the menu: that makes one more of a drawing', { again: 'update' }, 'drawing', 'realize', 2],
  ] as const)('%s', async (_, prefs, select, command, wanted) => {
    expect((await again(prefs, select, command)).pictures).toBe(wanted);
  });

  it('is one step of undo', async () => {
    const { stage } = await again(null, 'picture');
    const [picture] = picturesOn(stage, stage.page);
    stage.store.undo();
    const before = stage.store.snapshot();
    const { undo } = stage.store.depth;
    stage.store.select(stage.page, [picture!.id]);
    const run = await stage.run('realize-again');
    await run.closed;
    expect(stage.store.depth.undo).toBe(undo + 1);
    stage.store.undo();
    expect(stage.store.snapshot()).toBe(before);
  });

  it('cancelled leaves the pictures as they were', async () => {
    let isSecond = false;
    const stage = await openStage((message, send) => {
      if (message.type !== 'sketch') return;
      const shadow = { png: grey(7), width: 2, height: 2, box: { x: 0, y: 300, width: 320, height: 60 } };
      const answer = pictureOf(message);
      if (answer.type === 'place')
        answer.picture = isSecond ? { ...answer.picture, png: grey(90) } : { ...answer.picture, shadow };
      send(isSecond && message.index === 1 ? { type: 'cancel', job: message.job } : answer);
    });
    settle(stage, [stage.draw('FRAME', MUG), stage.draw('FRAME', { ...MUG, x: 2000, name: 'Jug' })]);
    await finish(stage);
    const before = stage.store.snapshot();
    const { undo } = stage.store.depth;
    isSecond = true;
    stage.store.select(
      stage.page,
      picturesOn(stage, stage.page).map(({ id }) => id),
    );
    await finish(stage, 'realize-again');
    expect(stage.heard.filter(({ type }) => type === 'placed')).toHaveLength(2);
    expect(stage.store.snapshot()).toBe(before);
    expect(stage.store.depth.undo).toBe(undo);
  });
});
