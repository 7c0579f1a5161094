// What the panel answers, asks and begins when the plugin tells it something, and what has to wait.
import { expect, test } from 'vitest';
import { made, settle, table } from './table.ts';

test('the panel says it is ready, and asks for the selection only once it knows that it stays', async () => {
  expect(table('once').types()).toEqual(['ready']);
  expect(table('panel').types()).toEqual(['ready', 'ask', 'ask-palette']);
});

test('a window that is not answered says again that it is there, a few times', async () => {
  const { types, rest } = table('once', { isAnswered: false });
  for (let i = 0; i < 9; i++) await rest();
  expect(types()).toEqual(Array(5).fill('ready'));
});

test('a drawing that comes before its window knows what it is for waits for that', async () => {
  const { opened, sketch, answer, asked, posted } = table('once', { isAnswered: false });
  await sketch(7);
  expect(asked).toHaveLength(0);
  opened();
  await settle();
  await answer(0, made(1024));
  expect(posted.at(-1)).toMatchObject({ type: 'place', job: 7 });
});

test('panel: a selection that changes during Place waits until the picture is on its way', async () => {
  const { session, sketch, draft, asked, answer, drafts, posted, state } = table('panel');
  await sketch(1);
  await draft(0);
  session.place();
  await settle();
  await sketch(2);
  expect(drafts.length).toBe(1);
  await answer(0, made(1024));
  expect(asked.length).toBe(1);
  expect(posted.at(-1)).toMatchObject({ type: 'place', job: 1 });
  expect(drafts.length).toBe(2);
  expect(state().drawing?.job).toBe(2);
});

test('panel: while many drawings are made, the engine is theirs; afterwards what was chosen is shown', async () => {
  const { session, shown, drafts, pause } = table('panel');
  await shown(1);
  pause(true);
  session.choose({ seed: 4 });
  await settle();
  expect(drafts.length).toBe(1);
  pause(false);
  session.resume();
  await settle();
  expect(drafts[1]?.settings.seed).toBe(4);
});

test('panel: the first drawing of all ends the first run, and only that one', async () => {
  const { session, sketch, posted } = table('panel', { isAnswered: false });
  session.hear({ type: 'opened', mode: 'panel', settings: null, editor: 'figma', prefs: null });
  await sketch(1);
  await sketch(2);
  expect(posted.filter(({ type }) => type === 'prefs')).toMatchObject([{ prefs: { welcomed: true } }]);
});

test('panel: what cannot be read stops what runs', async () => {
  const { session, sketch, cancels, state } = table('panel');
  await sketch(1);
  session.hear({ type: 'refused', job: 2, refusal: { refused: 'nothing-selected' } });
  await settle();
  expect(cancels()).toBe(1);
  expect(state()).toMatchObject({ drawing: null, work: null, refusal: { refused: 'nothing-selected' } });
});

test('panel: another drawing is drafted at once, an edit of the same one after the draft that runs', async () => {
  const { sketch, drafts, draft } = table('panel');
  await sketch(1);
  await sketch(1);
  expect(drafts.length).toBe(1);
  await draft(0);
  expect(drafts.length).toBe(2);
  await sketch(2);
  expect(drafts.length).toBe(3);
});

test('panel: answers that only tell something change the state and ask for nothing', async () => {
  const { session, shown, types, state } = table('panel');
  await shown(1);
  const before = types();
  session.hear({ type: 'palette', colours: [{ name: 'Brand', colour: '#112233' }] });
  session.hear({ type: 'placed', job: 1, index: 0, name: 'Mug · realized' });
  session.hear({ type: 'told', text: 'Put back.' });
  session.hear({ type: 'done', job: 1, placed: 1, refused: [] });
  await settle();
  expect(types()).toEqual(before);
  expect(state()).toMatchObject({
    palette: [{ name: 'Brand', colour: '#112233' }],
    placed: 'Mug · realized',
    told: 'Put back.',
    placing: false,
  });
});
