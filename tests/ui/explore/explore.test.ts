// The grid of colourways: what it asks of the workers, and what its buttons do.
import { expect, test } from 'vitest';
import type { Current } from '../../../src/ui/current.ts';
import { sentence } from '../../../src/words.ts';
import { PARTS, drafted, made, drawing, settle, table } from './table.ts';

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

test('a drawing that is read again as it was keeps its tiles, and what is being placed goes on, in its new job', async () => {
  const { explore, full, is, last, posted, runs } = table();
  await full();
  explore.place([1]);
  await settle();
  is({ drawing: drawing(6) });
  explore.follow();
  await settle();
  expect(runs).toHaveLength(2);
  expect(explore.state.tiles.every(({ shown }) => shown !== null)).toBe(true);
  await last().answer(0, made);
  await last().end();
  expect(posted.at(-1)).toMatchObject({ type: 'place-many', job: 6 });
  explore.hear({ type: 'placed', job: 6, index: 0, name: 'Mug · realized' });
  expect(explore.state.tiles[1]).toMatchObject({ placing: null, placed: true });
});
