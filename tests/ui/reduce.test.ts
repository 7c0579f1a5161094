// What the panel shows, after what happened. No DOM: the reducer is pure.
import { expect, test } from 'vitest';
import type { Picture } from '../../src/core/picture.ts';
import type { Refusal } from '../../src/core/sketch.ts';
import { activityOf } from '../../src/ui/activity.ts';
import { reduce } from '../../src/ui/reduce.ts';
import type { Action } from '../../src/ui/action.ts';
import { finished, obstacleOf, placeable } from '../../src/ui/ready.ts';
import { isStale, shownOf, tookMs } from '../../src/ui/shown.ts';
import { START } from '../../src/ui/start.ts';
import type { Result, State } from '../../src/ui/state.ts';
import { LOADING, STAGES } from '../../src/words.ts';
import { PLAIN } from '../../src/core/sketch.ts';

const picture: Picture = {
  png: new Uint8Array(4),
  width: 512,
  height: 512,
  box: { x: 0, y: 0, width: 320, height: 320 },
  ms: { generate: 80, light: 40.5, encode: 10 },
  notes: [],
};

const offer = {
  type: 'loaded',
  job: 0,
  runtime: 'WASM',
  models: [{ id: 'realize', name: 'Realize', lit: true }],
  studios: [
    { id: 'soft', name: 'Soft' },
    { id: 'rim', name: 'Rim' },
  ],
} as const;

const ready: Action = {
  type: 'loaded',
  offer: { ...offer, models: [...offer.models], studios: [...offer.studios], materials: [] },
};
const opened: Action = { type: 'opened', mode: 'panel', settings: null, editor: 'figma', prefs: null };
const sketch = (id: string, job = 1): Action => ({
  type: 'sketch',
  job,
  index: 0,
  total: 1,
  sketch: { id, name: `Frame ${id}`, svg: '<svg/>' },
  look: null,
});
const started = (ticket: number): Action => ({ type: 'started', ticket, purpose: 'preview' });

const LOOK = { ...PLAIN, model: 'realize', studio: 'soft' };

const after = (...actions: Action[]): State => actions.reduce(reduce, START);

function made(state: State, ticket: number): Action {
  if (!state.drawing) throw new Error('no drawing to be the result of');
  const result: Result = {
    made: { picture, insight: null, parts: null, runtime: 'WASM' },
    drawing: state.drawing,
    settings: state.settings,
  };
  return { type: 'made', ticket, result };
}

function withPicture(): State {
  const state = after(opened, ready, sketch('1:2'), started(1));
  return reduce(state, made(state, 1));
}

test('a fresh panel says what is being loaded, and how far that is', () => {
  expect(activityOf(START)?.fraction).toBe(0);
  const loading = after(opened, { type: 'loading', what: 'model' });
  expect(activityOf(loading)?.text).toBe(LOADING.model);
  expect(activityOf(loading)?.fraction).toBeGreaterThan(
    activityOf(after({ type: 'loading', what: 'runtime' }))?.fraction ?? 1,
  );
});

test('settings that this build does not offer become the first offered, in whatever order both arrive', () => {
  const kept = { ...PLAIN, model: 'gone', studio: 'rim', size: 2048, seed: 9, shadow: false } as const;
  const first = after({ ...opened, settings: kept }, ready).settings;
  expect(first).toEqual({ ...kept, model: 'realize' });
  expect(after(ready, { ...opened, settings: kept }).settings).toEqual(first);
});

test('progress moves forward only, and an overtaken run no longer moves it', () => {
  const state = after(opened, ready, sketch('1:2'), started(1), {
    type: 'progress',
    ticket: 1,
    stage: 'light',
    fraction: 0.6,
  });
  expect(activityOf(state)).toEqual({ text: STAGES.light, fraction: 0.6 });
  const back = reduce(state, { type: 'progress', ticket: 1, stage: 'light', fraction: 0.5 });
  expect(activityOf(back)?.fraction).toBe(0.6);
  const old = reduce(reduce(state, started(2)), {
    type: 'progress',
    ticket: 1,
    stage: 'encode',
    fraction: 0.9,
  });
  expect(old.work).toMatchObject({ ticket: 2, stage: null, fraction: 0 });
});

test('a finished picture can be placed; while it is on its way it cannot be placed twice', () => {
  const state = withPicture();
  expect(placeable(state)).toBe(true);
  expect(activityOf(state)).toBeNull();
  const sent = reduce(state, { type: 'sent' });
  expect(placeable(sent)).toBe(false);
  const placed = reduce(sent, { type: 'placed', job: 1, index: 0, name: 'Frame · realized' });
  expect(placed.placed).toBe('Frame · realized');
  expect(placeable(placed)).toBe(true);
});

test('the picture of an overtaken run is not shown', () => {
  const state = after(opened, ready, sketch('1:2'), started(1));
  const late = made(state, 1);
  expect(reduce(reduce(state, sketch('1:3')), late).result).toBeNull();
});

test('another drawing takes the old picture away; the same drawing, edited, keeps it until the new one is there', () => {
  expect(reduce(withPicture(), sketch('1:3', 2)).result).toBeNull();
  const edited = reduce(withPicture(), sketch('1:2', 2));
  expect(edited.result).not.toBeNull();
  expect(edited.drawing?.job).toBe(2);
});

test('a selection that cannot be done says so and leaves nothing to place', () => {
  const state = reduce(withPicture(), { type: 'refused', job: 2, refusal: { refused: 'nothing-selected' } });
  expect(state.refusal).toEqual({ refused: 'nothing-selected' });
  expect(state.result).toBeNull();
  expect(placeable(state)).toBe(false);
});

test('a picture that Figma did not take stays, with the reason beside it, and can be placed again', () => {
  const refusal: Refusal = { refused: 'image-refused' };
  const state = reduce(reduce(withPicture(), { type: 'sent' }), { type: 'refused', job: 1, refusal });
  expect(state.result).not.toBeNull();
  expect(state.refusal).toEqual(refusal);
  expect(placeable(state)).toBe(true);
});

test('a cancelled run leaves the last picture and no complaint', () => {
  const running = reduce(withPicture(), started(2));
  const state = reduce(running, { type: 'failed', ticket: 2, refusal: { refused: 'cancelled' } });
  expect(state).toMatchObject({ work: null, refusal: null });
  expect(state.result).not.toBeNull();
});

const shown = (state: State): Action => {
  if (!state.drawing) throw new Error('no drawing to be drafted');
  const { ms, notes, box } = picture;
  const image = { data: new Uint8Array(4), width: 1, height: 1, box, ms, notes };
  const made = { shown: image, insight: null, parts: null, runtime: 'WASM' } as const;
  return { type: 'drafted', ticket: 2, draft: { made, drawing: state.drawing, settings: state.settings } };
};

test('a draft is shown before the picture that it follows, and until the next full one', () => {
  const running = reduce(reduce(withPicture(), sketch('1:2')), { ...started(2), purpose: 'draft' } as Action);
  const state = reduce(running, shown(running));
  expect(shownOf(state)).toBe(state.draft);
  expect(placeable(state)).toBe(true);
  const full = reduce(state, started(3));
  expect(shownOf(reduce(full, made(full, 3)))).not.toHaveProperty('made.shown');
});

test('an edit of which no picture can be made leaves the last one, stale, with the reason', () => {
  const refusal: Refusal = { refused: 'nothing-closed' };
  const edited = reduce(reduce(withPicture(), sketch('1:2')), started(2));
  const state = reduce(edited, { type: 'failed', ticket: 2, refusal });
  expect(shownOf(state)).not.toBeNull();
  expect(isStale(state)).toBe(true);
  expect(placeable(state)).toBe(false);
  const unread = reduce(withPicture(), { type: 'refused', job: 1, refusal: { refused: 'nothing-drawn' } });
  expect(isStale(unread)).toBe(true);
  const mended = reduce(reduce(state, sketch('1:2')), { ...started(2), purpose: 'draft' } as Action);
  expect(isStale(reduce(mended, shown(mended)))).toBe(false);
});

test('the look of a drawing wins over the settings, and does not rub off on the next drawing', () => {
  const look = { ...LOOK, studio: 'rim', seed: 7, parts: { body: { colour: '#ff0000' } } };
  const state = after(opened, ready, { ...sketch('1:2'), look } as Action);
  expect(state.settings).toMatchObject(look);
  expect(reduce(state, sketch('1:3')).settings).toMatchObject({ studio: 'soft', seed: 1, parts: {} });
});

test('what is chosen is newer than the look that an edit of the same drawing brings along', () => {
  const chosen = after(opened, ready, sketch('1:2'), { type: 'chose', change: { seed: 5 } });
  expect(reduce(chosen, { ...sketch('1:2'), look: { ...LOOK, seed: 2 } } as Action).settings.seed).toBe(5);
});

test('choices for parts stay with their drawing, all others with the user', () => {
  const parts = { body: { material: 'chrome' } };
  const chosen = after(opened, ready, sketch('1:2'), { type: 'chose', change: { seed: 5, parts } });
  expect(reduce(chosen, sketch('1:3')).settings).toMatchObject({ seed: 5, parts: {} });
});

test('who opens the panel for the first time is greeted until she has seen it', () => {
  expect(after(opened).prefs.welcomed).toBe(false);
  const prefs = { ...START.prefs, where: 'fill', welcomed: true } as const;
  expect(after({ ...opened, prefs }).prefs).toEqual(prefs);
});

test('the split stays between nothing and all', () => {
  expect(after({ type: 'split', split: 1.5 }).split).toBe(1);
  expect(after({ type: 'split', split: -1 }).split).toBe(0);
});

test('the time that is told is that of the stages that ran', () => {
  expect(tookMs({ picture, insight: null, parts: null, runtime: 'WASM' })).toBe(130.5);
});

test('closed advice stays closed for its drawing, through edits and other drawings, and for no other', () => {
  const closed = after(ready, opened, sketch('1:2'), { type: 'dismissed', advice: 'faint' });
  expect(closed.dismissed).toEqual({ '1:2': ['faint'] });
  const back = [sketch('1:3', 2), { type: 'dismissed', advice: 'tiny' }, sketch('1:2', 3)] as const;
  expect(back.reduce(reduce, closed).dismissed).toEqual({ '1:2': ['faint'], '1:3': ['tiny'] });
  expect(after(ready, opened, { type: 'dismissed', advice: 'faint' }).dismissed).toEqual({});
});

test('what cannot be placed as it is chosen has a reason, and no picture to wait for', () => {
  const cannot = { fill: 'no-fill' } as const;
  const prefs = { ...START.prefs, where: 'fill' } as const;
  const message = { ...sketch('1:2'), cannot } as Action;
  const state = after({ ...opened, prefs }, ready, message);
  const drawing = state.drawing!;
  const made = { ...state, result: { drawing, settings: state.settings, made: { picture } } as Result };
  expect([finished(made), placeable(made), obstacleOf(made)]).toEqual([true, false, 'no-fill']);
  const beside = reduce(made, { type: 'preferred', change: { where: 'beside' } });
  expect([placeable(beside), obstacleOf(beside)]).toEqual([true, null]);
});

test('that a drawing is hidden behind its picture holds until it is read again', () => {
  const before = after(opened, ready, sketch('1:2'));
  const placed = reduce(before, { type: 'placed', job: 1, index: 0, name: 'Mug', hides: true });
  expect(placed.covered).toBe(true);
  expect(reduce(placed, { type: 'chose', change: { seed: 4 } }).covered).toBe(true);
  expect(reduce(placed, sketch('1:2', 2)).covered).toBe(false);
  const refused: Action = { type: 'refused', job: 2, refusal: { refused: 'drawing-hidden' } };
  expect(after(opened, ready, refused).covered).toBe(true);
});
