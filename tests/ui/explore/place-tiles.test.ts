// Tiles that are chosen become pictures on the canvas; nothing is placed unasked.
import { expect, test } from 'vitest';
import { EXPLORE, sentence } from '../../../src/words.ts';
import { drafted, made, settle, table } from './table.ts';

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
