// Loose shapes on the stand-in: which of them become one drawing, and that it is one in every respect.
import { describe, expect, it } from 'vitest';
import { remove } from '../../host/document/tree.ts';
import { PLAIN, type Look } from '../../src/core/sketch.ts';
import type { Made } from '../../src/protocol/made.ts';
import { sentence } from '../../src/words.ts';
import {
  asking,
  boxOn,
  finish,
  isApart,
  lastHeard,
  openPanel,
  openStage,
  picturesOn,
  placed,
  placing,
  settle,
  until,
  type Stage,
} from './stage.ts';

const AT = { x: 100, y: 200, width: 300, height: 300 };
const LOOK: Look = { ...PLAIN, model: 'realize', studio: 'hard', seed: 9 };
const sketched = ({ heard }: Stage): string[] =>
  heard.flatMap((message) => (message.type === 'sketch' ? [message.sketch.name] : []));
const madeOf = (stage: Stage, id: string): Made =>
  (JSON.parse(stage.store.get(id).pluginData['made']!) as { made: Made }).made;
const again = (stage: Stage, id: string): boolean =>
  stage.store.get(id).relaunchData['realize-again'] !== undefined;

/** A mug of loose shapes, drawn from the back to the front: handle, body, rim. */
function drawMug(stage: Stage, parent = stage.page): string[] {
  return [
    stage.draw('ELLIPSE', { ...AT, x: 360, y: 260, width: 120, height: 160, name: 'Ellipse 4', parent }),
    stage.draw('RECTANGLE', { ...AT, name: 'Mug', parent }),
    stage.draw('ELLIPSE', { ...AT, y: 190, height: 40, name: 'rim', parent }),
  ];
}

async function names(draw: (stage: Stage) => string[]): Promise<string[]> {
  const stage = await openStage();
  settle(stage, draw(stage));
  await finish(stage);
  return sketched(stage);
}

describe('loose shapes that lie on each other', () => {
  it('are one drawing with one picture, whatever order they were selected in', async () => {
    const stage = await openStage();
    const ids = drawMug(stage);
    const before = settle(stage, [ids[2]!, ids[0]!, ids[1]!]);
    expect(await finish(stage)).toBe('Realized: Mug + 2');
    const [picture, ...more] = picturesOn(stage, stage.page);
    expect(more).toEqual([]);
    expect(picture!.props['name']).toBe('Mug + 2 · realized');
    expect(madeOf(stage, picture!.id)).toMatchObject({ from: ids[0], together: ids });
    const { svg, frame } = lastHeard(stage, 'sketch')!.sketch;
    expect([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)).toEqual(['Ellipse 4', 'Mug', 'rim']);
    expect(svg).toMatch(/^<svg width="380" height="310" viewBox="0 0 380 310"/);
    expect(frame).toMatchObject({ kind: 'group', box: { x: 0, y: 0, width: 380, height: 310 } });
    for (const id of ids) expect(isApart(boxOn(stage, picture!.id), boxOn(stage, id))).toBe(true);
    expect(boxOn(stage, picture!.id)).toMatchObject({ y: 190, width: 380, height: 310 });
    expect(ids.map((id) => again(stage, id))).toEqual([true, true, true]);
    expect(stage.store.depth.undo).toBe(1);
    stage.store.undo();
    expect(stage.store.snapshot()).toBe(before);
  });

  it('nearly touch, or are joined through others; what stands apart is by itself', async () => {
    const row = (gap: number) => (stage: Stage) =>
      [0, 1, 2].map((i) => stage.draw('RECTANGLE', { ...AT, x: i * (300 + gap), name: `part ${i}` }));
    expect(await names(row(25))).toEqual(['part 0 + 2']);
    expect(await names(row(40))).toEqual(['part 0', 'part 1', 'part 2']);
  });

  it('a word on them belongs to them; words alone, and photos side by side, are each their own', async () => {
    const word = (stage: Stage, x: number) =>
      stage.draw('TEXT', { ...AT, x, y: 240, width: 60, height: 24, name: 'LOGO' }, { characters: 'LOGO' });
    expect(await names((stage) => [...drawMug(stage), word(stage, 140)])).toEqual(['Mug + 3']);
    expect(await names((stage) => [word(stage, 0), word(stage, 60)])).toEqual(['LOGO', 'LOGO']);
    const photo = (stage: Stage, x: number) =>
      stage.draw('RECTANGLE', { ...AT, x, name: 'Photo' }, { fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: stage.image(), visible: true, opacity: 1 }] }); // prettier-ignore
    expect(await names((stage) => [photo(stage, 0), photo(stage, 305)])).toEqual(['Photo', 'Photo']);
    expect(await names((stage) => [photo(stage, 0), ...drawMug(stage)])).toEqual(['Photo + 3']);
  });

  it('groups are things: they are one only where they meet', async () => {
    const groups = (gap: number) => (stage: Stage) =>
      [0, 1].map((i) => {
        const parent = stage.draw('GROUP', { ...AT, name: `group ${i}` });
        stage.draw('RECTANGLE', { ...AT, x: i * (300 + gap), name: 'part', parent });
        return parent;
      });
    expect(await names(groups(-10))).toEqual(['group 0 + 1']);
    expect(await names(groups(25))).toEqual(['group 0', 'group 1']);
  });

  it('frames stay drawings of their own, and so do shapes of different parents', async () => {
    expect(
      await names((stage) => [
        ...[0, 90].map((x) => stage.draw('FRAME', { ...AT, x, name: `Frame ${x}` })),
        ...drawMug(stage),
      ]),
    ).toEqual(expect.arrayContaining(['Frame 0', 'Frame 90', 'Mug + 2']));
    expect(
      await names((stage) => {
        const parent = stage.draw('FRAME', { x: 0, y: 0, width: 900, height: 900, name: 'Board' });
        return [drawMug(stage, parent)[1]!, stage.draw('RECTANGLE', { ...AT, name: 'other' })];
      }),
    ).toEqual(expect.arrayContaining(['Mug', 'other']));
  });

  it('what is hidden or shows nothing is left out', async () => {
    const stage = await openStage();
    const ids = drawMug(stage);
    stage.store.write(ids[2]!, { fills: [] });
    const ghost = stage.draw('RECTANGLE', { ...AT, name: 'ghost' }, { visible: false });
    settle(stage, [...ids, ghost]);
    expect(await finish(stage)).toBe(`1 of 2 realized. ghost: ${sentence({ refused: 'hidden' })}`);
    expect(lastHeard(stage, 'sketch')!.sketch.svg).not.toContain('"rim"');
  });
});

describe('a drawing of loose shapes is realized again', () => {
  async function realized() {
    const stage = await openStage();
    const ids = drawMug(stage);
    settle(stage, ids);
    await finish(stage);
    const picture = picturesOn(stage, stage.page)[0]!.id;
    return { stage, ids, picture };
  }

  it.each([0, 1, 2])('from the button of shape %i', async (which) => {
    const { stage, ids } = await realized();
    settle(stage, [ids[which]!]);
    expect(await finish(stage, 'realize-again')).toBe('Realized: Mug + 2');
    const pictures = picturesOn(stage, stage.page);
    expect(pictures.map(({ id }) => madeOf(stage, id).together)).toEqual([ids, ids]);
  });

  it('from its picture, which gets the new image; of what was deleted the rest remains', async () => {
    const { stage, ids, picture } = await realized();
    for (const [gone, name] of [
      [[], 'Mug + 2'],
      [[ids[0]!], 'Mug + 1'],
      [[ids[1]!], 'rim'],
    ] as const) {
      for (const id of gone) remove(stage.store, id);
      settle(stage, [picture]);
      expect(await finish(stage, 'realize-again')).toBe(`Realized: ${name}`);
      expect(picturesOn(stage, stage.page).map(({ id }) => id)).toEqual([picture]);
    }
    remove(stage.store, ids[2]!);
    settle(stage, [picture]);
    expect(await finish(stage, 'realize-again')).toBe(sentence({ refused: 'drawing-gone' }));
  });

  it('one shape realized from the menu is that shape, and paints over no picture of all', async () => {
    const { stage, ids, picture } = await realized();
    settle(stage, [ids[1]!]);
    stage.host.storage.set('prefs', {
      where: 'beside',
      again: 'update',
      width: 400,
      height: 600,
      scale: 2,
      welcomed: true,
    });
    expect(await finish(stage)).toBe('Realized: Mug');
    const pictures = picturesOn(stage, stage.page);
    expect(pictures.map(({ id }) => madeOf(stage, id).together)).toEqual([ids, undefined]);
    expect(pictures[0]!.id).toBe(picture);
  });
});

describe('a drawing of loose shapes in the panel', () => {
  async function open() {
    const stage = await openStage(asking);
    const ids = drawMug(stage);
    const before = settle(stage, ids);
    return { stage, ids, before, ...(await openPanel(stage)) };
  }

  it('follows edits of each, and goes on without one that is deleted; without all it is gone', async () => {
    const { stage, ids, sketch } = await open();
    stage.store.write(ids[2]!, { width: 200 });
    await until(() => expect(lastHeard(stage, 'sketch')!.sketch.svg).not.toBe(sketch.sketch.svg));
    expect(lastHeard(stage, 'sketch')!.sketch).toMatchObject({ id: sketch.sketch.id, name: 'Mug + 2' });
    stage.store.write(ids[2]!, { relativeTransform: [[1, 0, 150], [0, 1, 190]] }); // prettier-ignore
    await until(() => expect(lastHeard(stage, 'sketch')!.sketch.svg).toContain('translate(50 0)'));
    remove(stage.store, ids[2]!);
    await until(() => expect(lastHeard(stage, 'sketch')!.sketch.name).toBe('Mug + 1'));
    for (const id of ids.slice(0, 2)) remove(stage.store, id);
    await until(() => expect(lastHeard(stage, 'refused')?.refusal).toEqual({ refused: 'node-gone' }));
  });

  it('moved as one it is the same drawing, and its picture follows', async () => {
    const { stage, ids, sketch } = await open();
    await placed(stage, placing(sketch, { where: 'over', again: 'add' }));
    for (const id of ids) {
      const { x, y } = boxOn(stage, id);
      stage.store.write(id, { relativeTransform: [[1, 0, x + 1000], [0, 1, y + 7]] }); // prettier-ignore
    }
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(lastHeard(stage, 'sketch')).toBe(sketch);
    await placed(stage, placing(sketch, { where: 'over', again: 'update' }, { shade: 90 }));
    const [picture, ...more] = picturesOn(stage, stage.page);
    expect(more).toEqual([]);
    expect(boxOn(stage, picture!.id)).toEqual({ x: 1100, y: 197, width: 380, height: 310 });
    expect(stage.store.get(stage.page).children).toEqual([...ids, picture!.id]);
  });

  it('keeps its look by itself, and takes no image as its fill', async () => {
    const { stage, ids, sketch, run } = await open();
    stage.send({ type: 'look', job: sketch.job, index: 0, look: LOOK });
    await placed(stage, placing(sketch, { where: 'fill', again: 'add' }));
    expect(lastHeard(stage, 'refused')?.refusal).toEqual({ refused: 'no-fill' });
    run.close();
    expect(ids.map((id) => Object.keys(stage.store.get(id).pluginData))).toEqual([['look-together'], [], []]);
    settle(stage, ids);
    await stage.run('open');
    await until(() => expect(lastHeard(stage, 'sketch')!.look).toMatchObject({ studio: 'hard', seed: 9 }));
    stage.store.select(stage.page, [ids[0]!]);
    await until(() => expect(lastHeard(stage, 'sketch')!.sketch.name).toBe('Ellipse 4'));
    expect(lastHeard(stage, 'sketch')!.look).toBeNull();
  });

  it('the history puts its picture back beside all of it', async () => {
    const { stage, ids, sketch } = await open();
    await placed(stage, placing(sketch, { where: 'beside', again: 'add' }));
    const first = boxOn(stage, picturesOn(stage, stage.page)[0]!.id);
    remove(stage.store, picturesOn(stage, stage.page)[0]!.id);
    stage.send({ type: 'ask-history' });
    await until(() => expect(lastHeard(stage, 'history')?.entries).toHaveLength(1));
    const [entry] = lastHeard(stage, 'history')!.entries;
    expect(entry).toMatchObject({ name: 'Mug + 2', made: { from: ids[0], together: ids } });
    stage.send({ type: 'restore', id: entry!.id });
    await until(() => expect(picturesOn(stage, stage.page)).toHaveLength(1));
    expect(boxOn(stage, picturesOn(stage, stage.page)[0]!.id)).toEqual(first);
  });
});
