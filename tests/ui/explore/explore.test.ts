// The grid of colourways: what it asks of the workers, what its buttons do, and that nothing is placed
// unasked.
import { expect, test } from 'vitest';
import { PLAIN } from '../../../src/core/sketch.ts';
import type { PartSeen } from '../../../src/core/parts-seen.ts';
import type { Refusal, Settings } from '../../../src/core/sketch.ts';
import type { UiToPlugin } from '../../../src/protocol/plugin.ts';
import type { Current } from '../../../src/ui/current.ts';
import type { Drafted, Loaded, Made } from '../../../src/ui/engine/connection.ts';
import type { EngineRequest } from '../../../src/ui/engine/supervisor.ts';
import type { Pool } from '../../../src/ui/engine/pool.ts';
import { asDrawn } from '../../../src/ui/explore/drawn.ts';
import { createExplore } from '../../../src/ui/explore/explore.ts';
import { target } from '../../../src/ui/explore/grid-navigation.ts';
import type { Drawing } from '../../../src/ui/state.ts';
import { EXPLORE, sentence } from '../../../src/words.ts';

const settings: Settings = { ...PLAIN, model: 'realize', studio: 'soft', size: 1024 };
const part = (key: string, colour: string, painted = true): PartSeen => ({
  key,
  name: key,
  colour,
  material: 'ceramic',
  painted,
});
const PARTS = [part('cup', '#c0392b'), part('band', '#f0e0c0'), part('handle', '#2c3e50')];
const box = { x: 0, y: 0, width: 320, height: 320 };
const drafted = (parts = PARTS): Drafted => ({
  shown: { width: 1, height: 1, data: new Uint8Array(4), box, ms: {}, notes: [] },
  insight: null,
  parts: { width: 1, height: 1, labels: new Uint16Array(1), parts },
  runtime: 'WASM',
});
const made: Made = {
  picture: { png: new Uint8Array(3), width: 1024, height: 1024, box, ms: { light: 12.4 }, notes: [] },
  insight: null,
  parts: null,
  runtime: 'WASM',
};
const drawing = (job: number, svg = '<svg/>', id = '1:1'): Drawing => ({
  job,
  index: 0,
  total: 1,
  sketch: { id, name: 'Mug', svg },
});

interface Run {
  wishes: readonly EngineRequest[];
  kind: 'draft' | 'picture';
  answer: (index: number, answer: Made | Drafted | Refusal) => Promise<void>;
  end: () => Promise<void>;
}

const settle = () => new Promise<void>((done) => setTimeout(done));

function table(change: Partial<Current> = {}) {
  const posted: UiToPlugin[] = [];
  const runs: Run[] = [];
  const chosen: Partial<Settings>[] = [];
  let realize = 0;
  let current: Current = {
    drawing: drawing(5),
    settings,
    parts: drafted().parts,
    result: { drawing: drawing(5) } as Current['result'],
    offer: {
      materials: [
        { id: 'ceramic', name: 'Ceramic' },
        { id: 'wood', name: 'Wood' },
      ],
    } as Loaded,
    how: { where: 'beside', again: 'add' },
    scale: 2,
    naming: '',
    choose: (change) => chosen.push(change),
    ...change,
  };
  let over: (() => void) | null = null;
  const pool: Pool = {
    most: 2,
    run: (wishes, kind, ready) =>
      new Promise((end) => {
        over?.();
        over = end;
        runs.push({
          wishes,
          kind,
          answer: async (index, answer) => {
            ready(index, answer);
            await settle();
          },
          end: async () => {
            end();
            await settle();
          },
        });
      }),
    cancel: () => over?.(),
    rest: () => undefined,
  };
  const explore = createExplore({
    post: (message) => posted.push(message),
    changed: () => undefined,
    now: () => current,
    pool,
    decode: async () => ({ width: 1, height: 1, data: new Uint8Array([200, 30, 30, 255]) }),
    thumb: async () => new Uint8Array(2),
    toRealize: () => (realize += 1),
  });
  return {
    explore,
    posted,
    runs,
    chosen,
    realized: () => realize,
    is: (change: Partial<Current>) => (current = { ...current, ...change }),
    last: () => runs.at(-1)!,
    open: async () => {
      explore.open();
      await settle();
    },
    full: async () => {
      explore.open();
      await settle();
      const run = runs.at(-1)!;
      for (const i of run.wishes.keys()) await run.answer(i, drafted());
      await run.end();
    },
  };
}

test('opening it makes a grid of drafts, each tile as it is ready, and posts nothing but a question', async () => {
  const { explore, last, open, posted } = table();
  await open();
  expect(last().kind).toBe('draft');
  expect(last().wishes).toHaveLength(4);
  expect(last().wishes[0]).toMatchObject({ insight: false, parts: true, settings: { size: 512 } });
  expect(explore.state.tiles.map(({ shown }) => shown)).toEqual([null, null, null, null]);
  await last().answer(2, drafted());
  expect(explore.state.tiles.map(({ shown }) => shown !== null)).toEqual([false, false, true, false]);
  expect(explore.state.running).toBe('drafts');
  await last().end();
  expect(explore.state.running).toBeNull();
  expect(posted).toEqual([{ type: 'ask-palette' }]);
});

test('the same seed gives the same grid again, another seed another', async () => {
  const { explore, full, last } = table();
  await full();
  const first = last().wishes.map((wish) => wish.settings);
  explore.again();
  await settle();
  expect(explore.state.seed).toBe(2);
  expect(last().wishes.map((wish) => wish.settings)).not.toEqual(first);
  explore.choose({ seed: 1 });
  await settle();
  expect(last().wishes.map((wish) => wish.settings)).toEqual(first);
  explore.choose({ count: 9 });
  await settle();
  expect(last().wishes).toHaveLength(9);
});

test('what the parts wear is asked by a draft where there is no preview of this drawing', async () => {
  const { explore, runs, open } = table({
    result: { drawing: drawing(4, '<svg>old</svg>') } as Current['result'],
  });
  await open();
  expect(runs[0]?.wishes).toHaveLength(1);
  await runs[0]?.answer(0, drafted());
  await runs[0]?.end();
  expect(runs[1]?.wishes).toHaveLength(4);
  expect(explore.state.parts).toEqual(PARTS);
});

test('a drawing that cannot be drafted is told of, without a grid', async () => {
  const { explore, runs, open } = table({ parts: null });
  await open();
  await runs[0]?.answer(0, { refused: 'nothing-drawn' });
  await runs[0]?.end();
  expect(explore.state).toMatchObject({ tiles: [], told: sentence({ refused: 'nothing-drawn' }) });
});

test('a click makes the picture at the size that was asked for and places it', async () => {
  const { explore, full, last, posted } = table();
  await full();
  explore.place([1]);
  await settle();
  const wanted = { ...explore.state.tiles[1]!.settings, size: 1024 };
  expect(last()).toMatchObject({ kind: 'picture', wishes: [{ settings: wanted, parts: false }] });
  last().wishes[0]?.progress('light', 0.5);
  expect(explore.state.tiles.map(({ placing }) => placing)).toEqual([null, 0.5, null, null]);
  await last().answer(0, made);
  await last().end();
  expect(posted.at(-1)).toMatchObject({
    type: 'place-many',
    job: 5,
    index: 0,
    tiles: [{ made: { from: '1:1', settings: wanted, ms: 12 }, thumb: new Uint8Array(2) }],
  });
  explore.hear({ type: 'placed', job: 5, index: 0, name: 'Mug · realized' });
  expect(explore.state.tiles[1]).toMatchObject({ placing: null, placed: true });
  expect(explore.state.told).toBe(EXPLORE.placed(1));
});

test('several that were chosen are placed together, without the one that failed', async () => {
  const { explore, full, last, posted } = table();
  await full();
  for (const index of [3, 0, 1, 1]) explore.select(index);
  explore.select(2);
  expect(explore.state.selected).toEqual([3, 0, 2]);
  expect(posted.some(({ type }) => type === 'place-many')).toBe(false);
  explore.pick(1);
  expect(explore.state).toMatchObject({ selected: [1], active: 1 });
  explore.unselect();
  for (const index of [3, 0, 2]) explore.select(index);
  explore.place(explore.state.selected);
  await settle();
  expect(last().wishes).toHaveLength(3);
  await last().answer(0, made);
  await last().answer(1, { refused: 'out-of-memory' });
  await last().answer(2, made);
  await last().end();
  const sent = posted.at(-1);
  expect(sent?.type === 'place-many' && sent.tiles).toHaveLength(2);
  expect(explore.state.told).toBe(sentence({ refused: 'out-of-memory' }));
});

test('a tile that is not there yet is neither chosen nor placed', async () => {
  const { explore, open, runs } = table();
  await open();
  explore.select(0);
  explore.pick(0);
  explore.place([0]);
  await settle();
  expect(explore.state.selected).toEqual([]);
  expect(runs).toHaveLength(1);
});

test('placing goes before the rest of the grid, which then goes on', async () => {
  const { explore, open, runs, last } = table();
  await open();
  await runs[0]?.answer(0, drafted());
  explore.place([0]);
  await settle();
  expect(last().kind).toBe('picture');
  await last().answer(0, made);
  await last().end();
  expect(last().kind).toBe('draft');
  expect(last().wishes).toHaveLength(3);
  await runs[0]?.answer(1, drafted()); // of the run that was overtaken
  expect(explore.state.tiles[1]?.shown).toBeNull();
});

test('cancel ends what runs, keeps what is there, and places nothing', async () => {
  const { explore, open, last, posted, full } = table();
  await open();
  await last().answer(0, drafted());
  expect(explore.cancel()).toBe(true);
  await settle();
  expect(explore.state.running).toBeNull();
  expect(explore.state.tiles.filter(({ shown }) => shown)).toHaveLength(1);
  expect(explore.cancel()).toBe(false);
  explore.resume();
  await settle();
  expect(last().wishes).toHaveLength(3);

  await full();
  explore.place([0]);
  await settle();
  explore.cancel();
  await last().answer(0, made);
  await last().end();
  expect(posted.some(({ type }) => type === 'place-many')).toBe(false);
  expect(explore.state.tiles[0]?.placing).toBeNull();
});

test('"More like this" starts from what the tile wears, and can be left again', async () => {
  const { explore, full, last } = table();
  await full();
  const first = last().wishes.map((wish) => wish.settings);
  explore.like(2);
  await settle();
  expect({ ...explore.state.like?.settings, size: 512 }).toEqual(first[2]);
  expect(explore.state.seed).toBe(2);
  expect(last().wishes.map((wish) => wish.settings)).not.toEqual(first);
  explore.choose({ seed: 1 });
  explore.unlike();
  await settle();
  expect(last().wishes.map((wish) => wish.settings)).toEqual(first);
});

test('a part that is kept wears in every tile what it wore', async () => {
  const { explore, full, last } = table();
  await full();
  expect(last().wishes.some((wish) => (wish.settings.parts['cup']?.colour ?? '#c0392b') !== '#c0392b')).toBe(
    true,
  );
  explore.lock('cup', true);
  await settle();
  for (const wish of last().wishes) {
    expect(wish.settings.parts['cup']?.colour ?? '#c0392b').toBe('#c0392b');
    expect(wish.settings.parts['cup']?.material ?? 'ceramic').toBe('ceramic');
  }
  explore.lock('cup', false);
  expect(explore.state.locked).toEqual([]);
});

test('"Use" hands the look to the panel, not the small size of the draft', async () => {
  const { explore, full, chosen, realized } = table();
  await full();
  explore.use(1);
  expect(chosen).toHaveLength(1);
  expect(chosen[0]).toMatchObject({ parts: explore.state.tiles[1]!.settings.parts });
  expect(chosen[0]).not.toHaveProperty('size');
  expect(realized()).toBe(1);
});

test('an edit of the drawing keeps the old pictures until the new ones are there; another drawing does not', async () => {
  const { explore, full, is, last } = table();
  await full();
  is({
    drawing: drawing(5, '<svg>edited</svg>'),
    result: { drawing: drawing(5, '<svg>edited</svg>') } as Current['result'],
  });
  explore.follow();
  await settle();
  expect(explore.state.tiles.every(({ shown, stale }) => shown && stale)).toBe(true);
  await last().answer(0, drafted());
  expect(explore.state.tiles[0]?.stale).toBe(false);
  explore.lock('cup', true);
  is({ drawing: drawing(6, '<svg>vase</svg>', '1:2') });
  explore.follow();
  await settle();
  expect(explore.state).toMatchObject({ tiles: [], locked: [] });
  is({ drawing: null });
  explore.follow();
  expect(explore.state.of).toBeNull();
});

test('colours come from the file, from an image, or stay as drawn', async () => {
  const { explore, full, last, posted } = table();
  await full();
  explore.hear({ type: 'palette', colours: [] });
  explore.from('file');
  expect(explore.state).toMatchObject({ source: 'product', told: EXPLORE.noStyles });
  explore.hear({
    type: 'palette',
    colours: [
      { name: 'Brand', colour: '#112233' },
      { name: 'Too', colour: '#112233' },
    ],
  });
  expect(explore.state.file?.colours).toEqual(['#112233']);
  explore.from('image');
  expect(explore.state.source).toBe('product');
  expect(posted.at(-1)).toEqual({ type: 'ask-image' });
  explore.hear({ type: 'image', bytes: null });
  await settle();
  expect(explore.state.told).toBe(EXPLORE.noImage);
  explore.hear({ type: 'image', bytes: new Uint8Array(1) });
  await settle();
  expect(explore.state.source).toBe('image');
  expect(explore.state.image?.colours).toHaveLength(1);
  explore.from('drawn');
  await settle();
  for (const wish of last().wishes) expect(wish.settings.parts['cup']?.colour).toBe('#c0392b');
});

test('a file whose last style was deleted gives its colours up, and what the plugin tells is shown', async () => {
  const { explore, full } = table();
  await full();
  explore.hear({ type: 'palette', colours: [{ name: 'Brand', colour: '#112233' }] });
  explore.from('file');
  expect(explore.state.source).toBe('file');
  explore.hear({ type: 'palette', colours: [] });
  expect(explore.state.source).toBe('product');
  explore.hear({ type: 'told', text: 'This image is too large.' });
  expect(explore.state.told).toBe('This image is too large.');
});

test('as drawn: what nobody painted is left to the seed, what is kept is written down', () => {
  const parts = [part('cup', '#c0392b'), part('lid', '#ffffff', false), part('knob', '#000000', false)];
  const tile = {
    ...settings,
    parts: { cup: { colour: '#00ff00' }, lid: { colour: '#0000ff', material: 'wood' } },
  };
  const [first, second] = asDrawn([tile, tile], parts, ['knob'], 40);
  expect(first?.parts).toEqual({
    cup: { colour: '#c0392b' },
    lid: { material: 'wood' },
    knob: { colour: '#000000', material: 'ceramic' },
  });
  expect([first?.seed, second?.seed]).toEqual([40, 41]);
  expect(asDrawn([tile, tile], [parts[0]!], [], 40)).toHaveLength(1); // they would look the same
});

test('arrow keys walk the grid and stop at its edges', () => {
  expect(target('ArrowRight', 0, 2, 4)).toBe(1);
  expect(target('ArrowDown', 1, 2, 4)).toBe(3);
  expect(target('ArrowUp', 1, 2, 4)).toBe(1);
  expect(target('End', 3, 3, 9)).toBe(5);
  expect(target('Home', 5, 3, 9)).toBe(3);
  expect(target('a', 0, 2, 4)).toBeNull();
});
