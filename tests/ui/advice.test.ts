// Drawings that are likely to fail, and what is said of them.
import { expect, test } from 'vitest';
import { advise, openingsTold, textOf } from '../../src/ui/advice.ts';
import { START } from '../../src/ui/start.ts';
import type { Located, State } from '../../src/ui/state.ts';
import { openAt } from '../../src/words.ts';

/** Labels of a square of parts in the corner of a picture of 10 × 10. */
function located(side: number, count = 1): Located {
  const labels = new Uint16Array(100);
  for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) labels[10 * y + x] = 1;
  const part = { name: '', colour: '#808080', material: 'ceramic', painted: true };
  const parts = Array.from({ length: count }, (_, i) => ({ ...part, key: `part ${i}` }));
  return { seen: { width: 10, height: 10, labels, parts }, box: { x: 0, y: 0, width: 10, height: 10 } };
}

const MUG =
  '<svg><path d="M0 0h9v9z" fill="#E76F51" stroke="#3A2A26"/><path d="M1 1h2" stroke="black"/></svg>';

test('a good drawing gets no advice', () => {
  expect(advise({ svg: MUG }, [], located(8))).toEqual([]);
});

test('nothing but text comes before all else', () => {
  expect(advise({ svg: MUG, onlyText: true }, ['nothing-closed'], null)).toEqual([
    'letters',
    'nothing-closed',
  ]);
});

test('what was noted while the picture was made comes first', () => {
  expect(advise({ svg: MUG }, ['nothing-closed'], located(2))).toEqual(['nothing-closed', 'tiny']);
});

test('guesses of colours and materials come last', () => {
  expect(advise({ svg: MUG }, ['look-guessed', 'nothing-closed'], located(2))).toEqual([
    'nothing-closed',
    'tiny',
    'look-guessed',
  ]);
});

test('an object that fills little of its frame is too small', () => {
  expect(advise({ svg: MUG }, [], located(3))).toEqual(['tiny']);
  expect(advise({ svg: MUG }, [], located(4))).toEqual([]);
  expect(advise({ svg: MUG }, [], null)).toEqual([]);
});

test('lines are too faint when all of them are and nothing else has colour', () => {
  const pale =
    '<svg fill="none"><path d="M0 0h9v9z" stroke="#F4F4F4"/><path d="M1 1h2" stroke="#eee"/></svg>';
  expect(advise({ svg: pale }, [], null)).toEqual(['faint']);
  expect(advise({ svg: pale.replace('#eee', '#111') }, [], null)).toEqual([]);
  expect(advise({ svg: pale.replace('<path', '<rect fill="#E76F51"/><path') }, [], null)).toEqual([]);
  expect(advise({ svg: pale.replace('<path', '<g style="fill: #e76"><path') }, [], null)).toEqual([]);
});

test('lines in pure white are meant for a dark ground, and a fill that nobody took away is black', () => {
  const white = '<svg fill="none"><path d="M0 0h9v9z" stroke="white"/><path d="M1 1h2" stroke="#fff"/></svg>';
  expect(advise({ svg: white }, [], null)).toEqual([]);
  expect(advise({ svg: '<svg><path d="M0 0h9v9z" stroke="#F4F4F4"/></svg>' }, [], null)).toEqual([]);
});

test('a crowd of parts is told once', () => {
  expect(advise({ svg: MUG }, [], located(8, 200))).toEqual(['crowded']);
  expect(advise({ svg: MUG }, ['far-too-detailed'], located(8, 200))).toEqual(['far-too-detailed']);
});

test('a layout of boxes is no drawing of an object; what holds together is one', () => {
  const svg = `<svg>${'<rect x="1" width="4" height="4" fill="#336699"/>'.repeat(9)}</svg>`;
  const labels = Uint16Array.from({ length: 100 }, (_, i) =>
    (i % 10) % 3 && Math.floor(i / 10) % 3 ? 1 : 0,
  );
  const apart = located(10);
  apart.seen.labels.set(labels);
  expect(advise({ svg }, [], apart)).toEqual(['flat']);
  expect(advise({ svg }, [], located(8))).toEqual([]);
  expect(advise({ svg }, [], null)).toEqual([]);
  const other = svg.replace('</svg>', `${'<path d="M0 0"/>'.repeat(5)}</svg>`);
  expect(advise({ svg: other }, [], apart)).toEqual([]);
});

test('an open outline is told by its layers, and marked until the note is closed', () => {
  const openings = [{ name: 'handle', from: [1, 1], to: [2, 2] }] as const;
  const drawing = { job: 1, index: 0, total: 1, sketch: { id: '1:2', name: 'Kettle', svg: MUG } };
  const shown = (notes: readonly string[]) =>
    ({
      drawing,
      settings: START.settings,
      made: { shown: { notes, openings } },
    }) as unknown as State['draft'];
  const state = { ...START, drawing, draft: shown(['nothing-closed']) };
  expect(openingsTold(state)).toEqual(openings);
  expect(openingsTold({ ...state, dismissed: { '1:2': ['nothing-closed'] } })).toEqual([]);
  expect(openingsTold({ ...state, draft: shown([]) })).toEqual([]);
  expect(openAt(['handle', '', 'spout'], true)).toContain('at “handle”, “spout”, as marked');
  expect(openAt([''], true)).toContain('An outline is open, as marked');
  expect(textOf('nothing-closed', openings, 'light')).toBe(openAt(['handle'], true));
  expect(textOf('nothing-closed', openings, 'lines')).toContain('at “handle”, so what');
  expect(openAt(['lid', 'rim', 'spout', 'foot', 'knob'], true)).toContain('“spout” and 2 more, as marked');
});
