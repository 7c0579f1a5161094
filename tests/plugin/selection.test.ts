import { describe, expect, it } from 'vitest';
import { create } from '../../host/document/tree.ts';
import { clip, sentence } from '../../src/words.ts';
import { boxOn, finish, lastHeard, obliging, openStage, picturesOn, settle, type Stage } from './stage.ts';
import { MUG } from './mug.ts';

const sketched = ({ heard }: Stage): string[] =>
  heard.flatMap((message) => (message.type === 'sketch' ? [message.sketch.name] : []));

/** Realizes what is selected and says what was sketched and what the user was told. */
async function realize(stage: Stage, ids: readonly string[]) {
  const before = settle(stage, ids);
  const said = await finish(stage);
  return { said, names: sketched(stage), before };
}

describe('every kind of selection', () => {
  it('a parent and its child: once', async () => {
    const stage = await openStage();
    const outer = stage.draw('FRAME', MUG);
    const group = stage.draw('GROUP', { x: 0, y: 0, width: 10, height: 10, name: 'group', parent: outer });
    const inner = stage.draw('RECTANGLE', {
      x: 9,
      y: 9,
      width: 50,
      height: 50,
      name: 'inner',
      parent: group,
    });
    const other = stage.draw('RECTANGLE', { ...MUG, x: 900, name: 'Jug' });
    const section = stage.draw('SECTION', { x: 0, y: 2000, width: 900, height: 900, name: 'Section' });
    const lamp = stage.draw('FRAME', { ...MUG, x: 0, y: 0, name: 'Lamp', parent: section });
    const { names } = await realize(stage, [inner, lamp, group, outer, other, section]);
    expect(names).toEqual(['Mug', 'Jug', 'Lamp']);
  });

  it('a boolean group, a text, a rectangle with a photo of a sketch', async () => {
    const stage = await openStage();
    const union = stage.draw('BOOLEAN_OPERATION', { ...MUG, name: 'Union' });
    for (const x of [100, 260])
      stage.draw('ELLIPSE', { ...MUG, x, width: 200, height: 200, name: 'disc', parent: union });
    const text = stage.draw('TEXT', { ...MUG, x: 900, name: 'Word' }, { characters: 'Mug', fontSize: 90 });
    const hash = stage.image();
    const fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: hash, visible: true, opacity: 1 }];
    const photo = stage.draw('RECTANGLE', { ...MUG, x: 1600, name: 'Photo' }, { fills });
    const { said, names } = await realize(stage, [union, text, photo]);
    expect(names.sort()).toEqual(['Photo', 'Union', 'Word']);
    expect(said).toBe('3 pictures realized.');
    for (const message of stage.heard)
      if (message.type === 'sketch') expect(message.sketch.svg).toMatch(/<path|<image/);
    const letters = stage.heard.filter((message) => message.type === 'sketch' && message.sketch.onlyText);
    expect(letters).toMatchObject([{ sketch: { name: 'Word' } }]);
  });

  it('an empty frame whose background is a photo of a sketch', async () => {
    const stage = await openStage();
    const fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: stage.image(), visible: true, opacity: 1 }];
    const frame = create(stage.store, 'FRAME', stage.page, { width: 300, height: 300, fills, name: 'Paper' });
    expect((await realize(stage, [frame])).said).toBe('Realized: Paper');
  });

  it('far off the canvas', async () => {
    const stage = await openStage();
    const mug = stage.draw('FRAME', { ...MUG, x: -1_000_000, y: 700_000 });
    expect((await realize(stage, [mug])).said).toBe('Realized: Mug');
    expect(boxOn(stage, picturesOn(stage, stage.page)[0]!.id)).toMatchObject({ x: -999_648, y: 700_000 });
  });

  it('a set of components: each of its variants', async () => {
    const stage = await openStage();
    const set = stage.draw('COMPONENT_SET', { x: 0, y: 0, width: 900, height: 400, name: 'Mug' });
    for (const [i, name] of ['Size=S', 'Size=L'].entries()) {
      const parent = stage.draw('COMPONENT', { ...MUG, x: 20 + 400 * i, y: 20, name, parent: set });
      stage.draw('ELLIPSE', { x: 9, y: 9, width: 200, height: 200, name: 'body', parent });
    }
    const { names } = await realize(stage, [set]);
    expect(names).toEqual(['Size=S', 'Size=L']);
    expect(picturesOn(stage, stage.page).map(({ parent }) => parent)).toEqual([stage.page, stage.page]);
  });

  it('a sticky of FigJam', async () => {
    const stage = await openStage(obliging, { editor: 'figjam' });
    const sticky = stage.draw('STICKY', { ...MUG, name: 'Note' });
    const connector = stage.draw('CONNECTOR', { ...MUG, name: 'Arrow' });
    settle(stage, [sticky, connector]);
    await finish(stage);
    expect(sketched(stage)).toEqual(['Note']);
  });
});

describe('the kinds of 2026', () => {
  it.each(['SLOT', 'TRANSFORM_GROUP'] as const)('%s: as what it holds', async (type) => {
    const stage = await openStage();
    const node = stage.draw(type, { ...MUG, name: 'Lamp' });
    stage.draw('ELLIPSE', { ...MUG, name: 'shade', parent: node });
    expect((await realize(stage, [node])).said).toBe('Realized: Lamp');
  });

  it('TEXT_PATH: words, as a text is', async () => {
    const stage = await openStage();
    const text = stage.draw('TEXT_PATH', { ...MUG, name: 'Round' }, { characters: 'Mug', fontSize: 90 });
    expect((await realize(stage, [text])).said).toBe('Realized: Round');
    expect(lastHeard(stage, 'sketch')?.sketch).toMatchObject({ name: 'Round', onlyText: true });
  });

  it('SLIDE: each drawing on it, with its picture beside it on the slide', async () => {
    const stage = await openStage(obliging, { editor: 'slides' });
    const grid = stage.draw('SLIDE_GRID', { ...MUG, name: 'Slides' });
    const row = stage.draw('SLIDE_ROW', { ...MUG, name: 'Row', parent: grid });
    const slide = stage.draw('SLIDE', { x: 0, y: 0, width: 1920, height: 1080, name: '1', parent: row });
    stage.draw('FRAME', { ...MUG, parent: slide });
    stage.draw('FRAME', { ...MUG, x: 1000, name: 'Jug', parent: slide });
    const { said, names } = await realize(stage, [slide]);
    expect(said).toBe('2 pictures realized.');
    expect(names).toEqual(['Mug', 'Jug']);
    expect(picturesOn(stage, stage.page).map(({ parent }) => parent)).toEqual([slide, slide]);
    expect((await realize(stage, [stage.draw('SLIDE', { ...MUG, parent: row })])).said).toBe(
      sentence({ refused: 'nothing-drawn' }),
    );
  });

  it('a frame in Buzz', async () => {
    const stage = await openStage(obliging, { editor: 'buzz' });
    expect((await realize(stage, [stage.draw('FRAME', MUG)])).said).toBe('Realized: Mug');
    expect(stage.heard[0]).toMatchObject({ type: 'opened', editor: 'figma' });
  });

  it('a group of transforms repeats what stands in it: pictures stand outside', async () => {
    const stage = await openStage();
    const group = stage.draw('TRANSFORM_GROUP', { ...MUG, name: 'Wheel' });
    const board = stage.draw('FRAME', { ...MUG, width: 2000, height: 2000, name: 'Board', parent: group });
    await realize(stage, [stage.draw('FRAME', { ...MUG, parent: board })]);
    expect(picturesOn(stage, stage.page).map(({ parent }) => parent)).toEqual([stage.page]);
  });
});

describe('what cannot be done is said in its own words', () => {
  const REFUSED = [
    ['an empty section', 'nothing-drawn', (stage: Stage) => stage.draw('SECTION', MUG)],
    [
      'nothing to see: no size, no stroke',
      'nothing-drawn',
      (stage: Stage) => stage.draw('VECTOR', { ...MUG, width: 0, height: 0 }, { strokes: [] }),
    ],
    ['a hidden layer', 'hidden', (stage: Stage) => stage.draw('RECTANGLE', MUG, { visible: false })],
  ] as const;
  it.each(REFUSED)('%s', async (_, refused, draw) => {
    const stage = await openStage();
    const { said, before } = await realize(stage, [draw(stage)]);
    expect(said).toBe(sentence({ refused }));
    expect(stage.store.snapshot()).toBe(before);
  });

  const NO_DRAWING = [
    ['SLICE', 'a slice', 'figma'],
    ['CONNECTOR', 'a connector', 'figjam'],
    ['WIDGET', 'a widget', 'figjam'],
    ['EMBED', 'an embed', 'figjam'],
    ['LINK_UNFURL', 'a link', 'figjam'],
    ['MEDIA', 'a video or GIF', 'figjam'],
    ['CODE_BLOCK', 'a code block', 'figjam'],
    ['TABLE', 'a table', 'figjam'],
    ['SLIDE_ROW', 'a row of slides', 'slides'],
    ['SLIDE_GRID', 'all slides', 'slides'],
    ['INTERACTIVE_SLIDE_ELEMENT', 'a live element', 'slides'],
  ] as const;
  it.each(NO_DRAWING)('%s: it is %s', async (type, detail, editor) => {
    const stage = await openStage(obliging, { editor });
    const { said, before } = await realize(stage, [stage.draw(type, MUG)]);
    expect(said).toBe(clip(sentence({ refused: 'no-drawing', detail })));
    expect(said).toContain(`(${detail})`);
    expect(stage.store.snapshot()).toBe(before);
  });

  const TURNED = { type: 'FIXED_ORDER', translateZ: 0, rotateX: 0, rotateY: 30, rotateZ: 0 };

  it('a layer that is turned in 3D, by itself or with what holds it', async () => {
    const stage = await openStage();
    const frame = stage.draw('FRAME', MUG, { transform3d: TURNED });
    const inner = stage.draw('FRAME', { ...MUG, x: 0, y: 0, name: 'Jug', parent: frame });
    for (const id of [frame, inner]) {
      const { said, before } = await realize(stage, [id]);
      expect(said).toBe(sentence({ refused: 'tilted' }));
      expect(stage.store.snapshot()).toBe(before);
    }
  });

  it('but one whose turn is off, or none, is drawn', async () => {
    const stage = await openStage();
    const off = stage.draw('FRAME', MUG, { transform3d: { ...TURNED, visible: false } });
    const none = stage.draw('FRAME', { ...MUG, x: 900 }, { transform3d: { type: 'NONE' } });
    expect((await realize(stage, [off, none])).said).toBe('2 pictures realized.');
  });

  it('Dev Mode', async () => {
    const manifest = { editorType: ['figma', 'dev'] };
    const stage = await openStage(obliging, { editor: 'dev', manifest });
    const { said, before } = await realize(stage, [stage.draw('FRAME', MUG)]);
    expect(said).toBe(sentence({ refused: 'dev-mode' }));
    expect(stage.store.snapshot()).toBe(before);
  });

  it('a strip of 100,000 × 20', async () => {
    const stage = await openStage();
    const { said } = await realize(stage, [stage.draw('FRAME', { ...MUG, width: 100_000, height: 20 })]);
    expect(said).toBe(sentence({ refused: 'too-slim', detail: '100000 × 20' }));
  });

  it('a picture that a newer version made, without its drawing; with it, the drawing is made again', async () => {
    const stage = await openStage();
    const mug = stage.draw('FRAME', MUG);
    const picture = stage.draw('RECTANGLE', { ...MUG, x: 900, name: 'Mug · realized' });
    const mark = (data: string): void => {
      const record = stage.store.get(picture);
      stage.store.put(picture, { ...record, pluginData: { made: data } });
    };
    mark('{"version":7,"recipe":[1,2,3]}');
    expect((await realize(stage, [picture])).said).toBe(sentence({ refused: 'other-version' }));
    mark(JSON.stringify({ version: 7, made: { from: mug, settings: { size: 8192 } } }));
    expect((await realize(stage, [picture])).said).toBe('Realized: Mug');
    expect(lastHeard(stage, 'opened')?.settings).toBeNull();
    mark(JSON.stringify({ version: 1, made: { from: '9:9' } }));
    expect((await realize(stage, [picture])).said).toBe(sentence({ refused: 'drawing-gone' }));
  });
});

describe('a whole screen of 5,000 layers', () => {
  it('says what it will do, and does it', { timeout: 120_000 }, async () => {
    const stage = await openStage();
    const screen = stage.draw('FRAME', { x: 0, y: 0, width: 1440, height: 1024, name: 'Screen' });
    for (let i = 0; i < 5000; i += 1)
      stage.draw('RECTANGLE', {
        x: (i % 100) * 14,
        y: Math.floor(i / 100) * 20,
        width: 10,
        height: 10,
        name: `layer ${i}`,
        parent: screen,
      });
    const { said } = await realize(stage, [screen]);
    expect(stage.host.notices[0]).toMatch(/^“Screen” has 500\d shapes: it becomes one picture/);
    expect(said).toBe('Realized: Screen');
  });
});
