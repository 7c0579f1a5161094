import { describe, expect, it } from 'vitest';
import { parseFaults } from '../../host/faults/faults.ts';
import { remove } from '../../host/document/tree.ts';
import type { NodeRecord } from '../../host/document/record.ts';
import { sentence } from '../../src/words.ts';
import {
  finish,
  lastHeard,
  obliging,
  openStage,
  pictureOf,
  picturesOn,
  settle,
  SETTINGS,
  type Frame,
  type Stage,
} from './stage.ts';

const MUG = { x: 100, y: 200, width: 320, height: 320, name: 'Mug' };

const boxOf = ({ props }: NodeRecord) => {
  const [[, , x], [, , y]] = props['relativeTransform'] as [
    [number, number, number],
    [number, number, number],
  ];
  return { x, y, width: props['width'], height: props['height'] };
};

describe('one click', () => {
  it('places the picture beside the frame, at its scale and height', async () => {
    const stage = await openStage();
    const frame = stage.draw('FRAME', MUG);
    settle(stage, [frame]);
    expect(await finish(stage)).toBe('Realized: Mug');
    const [picture, ...more] = picturesOn(stage, stage.page);
    expect(more).toEqual([]);
    expect(picture?.type).toBe('RECTANGLE');
    expect(picture?.props['name']).toBe('Mug · realized');
    expect(boxOf(picture!)).toEqual({ x: 100 + 320 + 32, y: 200, width: 320, height: 320 });
    expect(picture?.props['fills']).toMatchObject([{ type: 'IMAGE', scaleMode: 'FILL' }]);
    expect(stage.store.images.size).toBe(1);
    expect(stage.store.selection(stage.page)).toEqual([picture!.id]);
  });

  it('puts a cropped picture where its part of the drawing is', async () => {
    const stage = await openStage((message, send) => {
      if (message.type === 'sketch') send(pictureOf(message, { x: 40, y: 60, width: 200, height: 100 }));
    });
    settle(stage, [stage.draw('FRAME', MUG)]);
    await finish(stage);
    expect(boxOf(picturesOn(stage, stage.page)[0]!)).toEqual({ x: 492, y: 260, width: 200, height: 100 });
  });

  it('says on the picture how it was made, and offers to make it again', async () => {
    const stage = await openStage();
    const frame = stage.draw('FRAME', MUG);
    settle(stage, [frame]);
    await finish(stage);
    const [picture] = picturesOn(stage, stage.page);
    expect(JSON.parse(picture!.pluginData['made']!)).toEqual({
      version: 1,
      made: { from: frame, settings: SETTINGS, runtime: 'WASM', ms: 12 },
      put: {
        at: expect.any(Number) as number,
        hash: [...stage.store.images.keys()][0],
        on: { x: 0, y: 0, width: 320, height: 320 },
        x: 452,
        y: 200,
        name: 'Mug · realized',
        where: 'beside',
        twin: '',
        isShadow: false,
      },
    });
    expect(picture?.relaunchData).toHaveProperty('realize-again');
    expect(stage.store.get(frame).relaunchData).toHaveProperty('realize-again');
  });

  it('is taken back whole by one undo', async () => {
    const stage = await openStage();
    const before = settle(stage, [stage.draw('FRAME', MUG), stage.draw('FRAME', { ...MUG, x: 2000 })]);
    await finish(stage);
    expect(stage.store.snapshot()).not.toBe(before);
    expect(stage.store.depth.undo).toBe(1);
    stage.store.undo();
    expect(stage.store.snapshot()).toBe(before);
  });

  it('realizes several in reading order, each beside its own drawing', async () => {
    const stage = await openStage();
    const low = stage.draw('FRAME', { ...MUG, y: 1000, name: 'Low' });
    const right = stage.draw('FRAME', { ...MUG, x: 900, name: 'Right' });
    const left = stage.draw('FRAME', { ...MUG, name: 'Left' });
    settle(stage, [low, right, left]);
    expect(await finish(stage)).toBe('3 pictures realized.');
    const sketches = stage.heard.filter((message) => message.type === 'sketch');
    expect(sketches.map(({ sketch, index, total }) => [sketch.name, index, total])).toEqual([
      ['Left', 0, 3],
      ['Right', 1, 3],
      ['Low', 2, 3],
    ]);
    expect(picturesOn(stage, stage.page).map(boxOf)).toMatchObject([
      { x: 452, y: 200 },
      { x: 1252, y: 200 },
      { x: 452, y: 1000 },
    ]);
    expect(stage.store.selection(stage.page)).toHaveLength(3);
    const placed = stage.heard.filter((message) => message.type === 'placed');
    expect(placed.map(({ name }) => name)).toEqual(['Left · realized', 'Right · realized']); // the third comes with the end
  });

  it('realizes again without covering the first picture', async () => {
    const stage = await openStage();
    const frame = stage.draw('FRAME', MUG);
    settle(stage, [frame]);
    await finish(stage);
    stage.store.select(stage.page, [frame]);
    await finish(stage, 'realize-again');
    expect(picturesOn(stage, stage.page).map(boxOf)).toMatchObject([{ x: 452 }, { x: 452 + 320 + 32 }]);
  });

  it('reads layer names', async () => {
    const stage = await openStage();
    const frame = stage.draw('FRAME', MUG);
    stage.draw('RECTANGLE', { x: 20, y: 20, width: 50, height: 50, name: 'ceramic body', parent: frame });
    settle(stage, [frame]);
    await finish(stage);
    expect(stage.heard.find((message) => message.type === 'sketch')?.sketch.svg).toContain(
      'id="ceramic body"',
    );
  });
});

describe('what is selected', () => {
  const refusedWith = async (stage: Stage, reason: Parameters<typeof sentence>[0]): Promise<void> => {
    expect(await finish(stage)).toBe(sentence(reason));
    expect(picturesOn(stage, stage.page)).toEqual([]);
  };

  it('nothing: a sentence, and no window', async () => {
    const stage = await openStage();
    settle(stage, []);
    await refusedWith(stage, { refused: 'nothing-selected' });
    expect(stage.heard).toEqual([]);
  });

  it('a hidden layer: a sentence', async () => {
    const stage = await openStage();
    settle(stage, [stage.draw('FRAME', MUG, { visible: false })]);
    await refusedWith(stage, { refused: 'hidden' });
  });

  it('an empty frame: a sentence, since its background is paper', async () => {
    const stage = await openStage();
    const frame = stage.draw('FRAME', MUG);
    for (const child of stage.store.get(frame).children) remove(stage.store, child);
    settle(stage, [frame]);
    await refusedWith(stage, { refused: 'nothing-drawn' });
    stage.draw('RECTANGLE', { ...MUG, parent: frame }, { visible: false });
    settle(stage, [frame]);
    await refusedWith(stage, { refused: 'nothing-drawn' });
  });

  it('a section: what stands on it', async () => {
    const stage = await openStage();
    const section = stage.draw('SECTION', { x: 0, y: 0, width: 1000, height: 600, name: 'Ideas' });
    stage.draw('FRAME', { ...MUG, parent: section });
    stage.draw('FRAME', { ...MUG, x: 500, name: 'Jug', parent: section });
    settle(stage, [section]);
    expect(await finish(stage)).toBe('2 pictures realized.');
    expect(picturesOn(stage, stage.page).map((picture) => boxOf(picture).x)).toEqual([1032, 1032 + 320 + 32]);
  });

  it('a picture of ours beside drawings is left out; alone it means its drawing', async () => {
    const stage = await openStage();
    const frame = stage.draw('FRAME', MUG);
    settle(stage, [frame]);
    await finish(stage);
    const picture = picturesOn(stage, stage.page)[0]!.id;
    stage.store.select(stage.page, [frame, picture]);
    await finish(stage);
    expect(stage.heard.filter(({ type }) => type === 'sketch')).toHaveLength(2);
    stage.store.select(stage.page, [picture]);
    await finish(stage, 'realize-again');
    expect(lastHeard(stage, 'sketch')?.sketch.id).toBe(frame);
    expect(lastHeard(stage, 'opened')?.settings).toEqual(SETTINGS);
  });

  it('a picture whose drawing is gone: a sentence', async () => {
    const stage = await openStage();
    const frame = stage.draw('FRAME', MUG);
    settle(stage, [frame]);
    await finish(stage);
    const picture = picturesOn(stage, stage.page)[0]!.id;
    remove(stage.store, frame);
    stage.store.select(stage.page, [picture]);
    expect(await finish(stage, 'realize-again')).toBe(sentence({ refused: 'drawing-gone' }));
  });

  it('a layer inside a frame: beside the outermost frame, and the frame stays as it was', async () => {
    const stage = await openStage();
    const outer = stage.draw(
      'FRAME',
      { x: 0, y: 0, width: 1000, height: 800, name: 'Screen' },
      { layoutMode: 'HORIZONTAL', primaryAxisSizingMode: 'FIXED', counterAxisSizingMode: 'FIXED' },
    );
    const inner = stage.draw('FRAME', { ...MUG, parent: outer });
    settle(stage, [inner]);
    const before = { ...stage.store.get(outer) };
    await finish(stage);
    expect(stage.store.get(outer)).toEqual(before);
    const box = boxOf(picturesOn(stage, stage.page)[0]!);
    expect(box.x).toBeGreaterThanOrEqual(1000 + 16);
  });

  it('a turned frame: as large as it looks', async () => {
    const stage = await openStage();
    const turned = [
      [0, -1, 700],
      [1, 0, 50],
    ];
    settle(stage, [stage.draw('FRAME', { ...MUG, width: 400, height: 200 }, { relativeTransform: turned })]);
    await finish(stage);
    expect(boxOf(picturesOn(stage, stage.page)[0]!)).toEqual({ x: 740, y: 50, width: 200, height: 400 });
  });

  it('works in FigJam', async () => {
    const stage = await openStage(obliging, { editor: 'figjam' });
    settle(stage, [stage.draw('RECTANGLE', MUG)]);
    expect(await finish(stage)).toBe('Realized: Mug');
    expect(stage.heard[0]).toMatchObject({ type: 'opened', mode: 'once', editor: 'figjam' });
  });
});

describe('trouble on the way', () => {
  it('cancel leaves the document byte for byte, even after a first picture', async () => {
    const stage = await openStage((message, send) => {
      if (message.type === 'sketch' && message.index === 0) send(pictureOf(message));
      if (message.type === 'sketch' && message.index === 1) send({ type: 'cancel', job: message.job });
    });
    const before = settle(stage, [stage.draw('FRAME', MUG), stage.draw('FRAME', { ...MUG, x: 900 })]);
    expect(await finish(stage)).toBe(sentence({ refused: 'cancelled' }));
    expect(stage.store.snapshot()).toBe(before);
  });

  it('cancel before the first sketch closes, too', async () => {
    const stage = await openStage((message, send) => {
      if (message.type === 'opened') send({ type: 'cancel', job: 0 });
    });
    const before = settle(stage, [stage.draw('FRAME', MUG)]);
    await (
      await stage.run('realize')
    ).closed;
    expect(stage.store.snapshot()).toBe(before);
  });

  it('a drawing deleted meanwhile', async () => {
    const stage = await openStage((message, send, { store }) => {
      if (message.type !== 'sketch') return;
      remove(store, message.sketch.id);
      send(pictureOf(message));
    });
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe(sentence({ refused: 'node-gone' }));
    expect(picturesOn(stage, stage.page)).toEqual([]);
  });

  it('a drawing deleted while it is exported', async () => {
    const stage: Stage = await openStage(obliging, {
      before: (operation, id) => {
        if (operation === 'exportAsync' && id) remove(stage.store, id);
      },
    });
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe(sentence({ refused: 'node-gone' }));
  });

  it('a drawing moved meanwhile: the picture stands beside where it is now', async () => {
    const stage = await openStage((message, send, { store }) => {
      if (message.type !== 'sketch') return;
      store.write(message.sketch.id, {
        relativeTransform: [
          [1, 0, 1000],
          [0, 1, -50],
        ],
      });
      send(pictureOf(message));
    });
    settle(stage, [stage.draw('FRAME', MUG)]);
    await finish(stage);
    expect(boxOf(picturesOn(stage, stage.page)[0]!)).toMatchObject({ x: 1352, y: -50 });
  });

  it('a drawing hidden meanwhile: the picture has the size that it was drawn in, stroke and all', async () => {
    const boxes: unknown[] = [];
    for (const hides of [false, true]) {
      const stage = await openStage((message, send, { store }) => {
        if (message.type !== 'sketch') return;
        if (hides) store.write(message.sketch.id, { visible: false });
        send(pictureOf(message));
      });
      const stroked = { strokes: [{ type: 'SOLID', color: { r: 0, g: 0, b: 0 } }], strokeWeight: 20, strokeAlign: 'OUTSIDE' }; // prettier-ignore
      settle(stage, [stage.draw('ELLIPSE', MUG, stroked)]);
      expect(await finish(stage)).toBe('Realized: Mug');
      const { width, height } = boxOf(picturesOn(stage, stage.page)[0]!);
      boxes.push({ width, height });
    }
    expect(boxes[0]).toEqual({ width: 361, height: 361 }); // Figma rounds up
    expect(boxes[1]).toEqual(boxes[0]);
  });

  it('half a drawing becomes no picture', async () => {
    const stage = await openStage(obliging, { faults: parseFaults('export-cut') });
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toContain(sentence({ refused: 'export-failed' }).slice(0, 30));
    expect(picturesOn(stage, stage.page)).toEqual([]);
  });

  it("another page in view: the picture stands on its drawing's page", async () => {
    const stage = await openStage((message, send, { store }) => {
      if (message.type !== 'sketch') return;
      store.currentPage = '0:2';
      send(pictureOf(message));
    });
    settle(stage, [stage.draw('FRAME', MUG)]);
    await finish(stage);
    expect(picturesOn(stage, '0:1')).toHaveLength(1);
    expect(stage.store.get('0:2').children).toEqual([]);
  });

  it('an export that fails: its own words; the other drawings are still done', async () => {
    const stage: Stage = await openStage(obliging, {
      before: (operation, id) => {
        if (operation === 'exportAsync' && stage.store.get(id!).props['name'] === 'Bad')
          throw new Error('no memory');
      },
    });
    settle(stage, [stage.draw('FRAME', MUG), stage.draw('FRAME', { ...MUG, x: 900, name: 'Bad' })]);
    const said = await finish(stage);
    expect(said).toMatch(/^1 of 2 realized\. Bad: Figma could not export this selection\. /);
    expect(picturesOn(stage, stage.page)).toHaveLength(1);
  });

  it('a picture that Figma refuses', async () => {
    const stage = await openStage((message, send) => {
      if (message.type !== 'sketch') return;
      const answer = pictureOf(message);
      if (answer.type === 'place') answer.picture.png = new Uint8Array([1, 2, 3]);
      send(answer);
    });
    const before = settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toMatch(/^Figma did not take the picture\./);
    expect(stage.store.snapshot()).toBe(before);
  });

  it('a refusal of the frame is told in its words', async () => {
    const stage = await openStage((message, send) => {
      if (message.type === 'sketch')
        send({ type: 'refused', job: message.job, index: 0, refusal: { refused: 'nothing-closed' } });
    });
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe(sentence({ refused: 'nothing-closed' }));
  });

  it('malformed, foreign and stale messages are not obeyed', async () => {
    const noisy: Frame = (message, send) => {
      if (message.type !== 'sketch') return;
      const right = pictureOf(message);
      for (const wrong of [null, 5, 'close', { type: 'eval' }, { ...right, job: 99 }, { ...right, index: 7 }])
        send(wrong);
      send({ ...right, made: undefined });
      send({ type: 'ready' }); // twice: the run does not begin again
      send(right);
      send(right);
    };
    const stage = await openStage(noisy);
    settle(stage, [stage.draw('FRAME', MUG)]);
    expect(await finish(stage)).toBe('Realized: Mug');
    expect(picturesOn(stage, stage.page)).toHaveLength(1);
  });
});
