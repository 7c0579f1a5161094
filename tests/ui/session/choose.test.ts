// What is drawn again and what is kept when the user chooses something.
import { expect, test } from 'vitest';
import { settle, table } from './table.ts';

test('panel: a choice is drafted at once and kept when the hand rests; another size alone changes nothing to see', async () => {
  const { session, shown, drafts, posted, rest, types } = table('panel');
  await shown(1);
  session.choose({ size: 2048 });
  await settle();
  expect(drafts.length).toBe(1);
  session.choose({ studio: 'rim' });
  session.choose({ light: { azimuth: 30, elevation: 0 }, shading: 'replace' });
  await settle();
  expect(drafts[1]?.settings).toMatchObject({
    studio: 'rim',
    size: 1024,
    shadowApart: false,
    shading: 'replace',
  });
  expect(types().includes('settings')).toBe(false);
  await rest();
  expect(posted.slice(-2)).toMatchObject([
    { type: 'settings', settings: { studio: 'rim', size: 2048, parts: {} } },
    {
      type: 'look',
      job: 1,
      index: 0,
      look: { studio: 'rim', light: { azimuth: 30, elevation: 0 }, shading: 'replace' },
    },
  ]);
});

test('panel: what was chosen for a drawing is kept with it before the next one is looked at', async () => {
  const { session, shown, sketch, posted } = table('panel');
  await shown(1);
  session.wear(['body'], { colour: '#ff0000' });
  session.wear(['body'], { finish: 'gloss' });
  session.wear(['body'], { form: 'round' });
  session.wear(['body'], { edge: 0.8 });
  await sketch(2);
  expect(posted.at(-1)).toMatchObject({
    type: 'look',
    job: 1,
    look: { parts: { body: { colour: '#ff0000', finish: 'gloss', form: 'round', edge: 0.8 } } },
  });
});

test('panel: a part goes back to how it is drawn', async () => {
  const { session, shown, state } = table('panel');
  await shown(1);
  session.wear(['body'], { colour: '#ff0000' });
  session.wear(['lid'], { material: 'chrome' });
  session.wear(['body'], null);
  expect(state().settings.parts).toEqual({ lid: { material: 'chrome' } });
});

test('panel: how to place and the size of the window are kept', () => {
  const { session, posted, rest } = table('panel');
  session.prefer({ where: 'over', again: 'add' });
  session.resize(500, 700);
  expect(posted.at(-1)).toEqual({ type: 'resize', width: 500, height: 700 });
  void rest();
  expect(posted.at(-1)).toEqual({
    type: 'prefs',
    prefs: {
      where: 'over',
      again: 'add',
      width: 500,
      height: 700,
      scale: 2,
      section: 'lighting',
      naming: '',
      welcomed: true,
    },
  });
});

test('panel: undo and redo lead through the look, draw it and keep it; another drawing begins anew', async () => {
  const { session, shown, draft, drafts, posted, rest, state, sketch } = table('panel');
  await shown(1);
  session.choose({ studio: 'rim' });
  await rest();
  session.wear(['body'], { colour: '#ff0000' });
  session.wear(['body'], { colour: '#00ff00' }); // one drag over colours
  await rest();
  expect(state().steps.past.length).toBe(2);
  await draft(1);
  await draft(2);
  const before = drafts.length;
  session.step('undo');
  await settle();
  expect(state().settings).toMatchObject({ studio: 'rim', parts: {} });
  expect(drafts.length).toBe(before + 1);
  await rest();
  expect(posted.at(-1)).toMatchObject({ type: 'look', look: { studio: 'rim', parts: {} } });
  session.step('undo');
  session.step('undo');
  expect(state().settings).toMatchObject({ studio: 'soft', parts: {} });
  session.step('redo');
  session.step('redo');
  expect(state().settings).toMatchObject({ studio: 'rim', parts: { body: { colour: '#00ff00' } } });
  session.step('undo');
  session.choose({ seed: 4 });
  expect(state().steps.future).toEqual([]);
  await sketch(2);
  expect(state().steps).toEqual({ past: [], future: [] });
});

test('panel: where the look is not seen, nothing is undone', async () => {
  const { session, shown, state } = table('panel');
  await shown(1);
  session.choose({ studio: 'rim' });
  session.tab('history');
  session.step('undo');
  expect(state().settings.studio).toBe('rim');
});

test('panel: several parts are chosen one after another and changed together', async () => {
  const { session, shown, state } = table('panel');
  await shown(1);
  session.pick('body', false);
  session.pick('lid', true);
  session.pick('leg', true);
  session.pick('lid', true);
  session.pick(null, true); // beside all, with the key that adds
  expect(state().selected).toEqual(['body', 'leg']);
  session.wear(state().selected, { material: 'chrome' });
  expect(state().settings.parts).toEqual({ body: { material: 'chrome' }, leg: { material: 'chrome' } });
  session.step('undo');
  expect(state().settings.parts).toEqual({});
  session.pick('lid', false);
  expect(state().selected).toEqual(['lid']);
  session.pick(null, false);
  expect(state().selected).toEqual([]);
});
