// Files for the user: how large they are made, what becomes of them, and what is told.
import { expect, test } from 'vitest';
import { EXPORT } from '../../../src/words.ts';
import { fileSide, sideAt } from '../../../src/ui/session/export.ts';
import { made, settle, table } from './table.ts';

const glb = Uint8Array.of(1, 2);

test('the relief is asked for as it was chosen, handed over under the drawing’s name, and told', async () => {
  const { session, shown, asked, answer, saved, state } = table('panel');
  await shown(1);
  const before = state().result;
  session.exportFile('relief');
  await settle();
  expect(asked.at(-1)?.wish).toMatchObject({ settings: { size: 1024 }, parts: false, glb: true });
  expect(state().work?.purpose).toBe('export');
  await answer(asked.length - 1, { ...made(1024), glb });
  expect(saved).toEqual(['Mug.glb']);
  expect(state()).toMatchObject({ placed: null, told: EXPORT.saved('Mug.glb'), work: null });
  expect(state().result).toBe(before);
});

test('files are called as the user’s pattern has it, and a second one gets a number', async () => {
  const { session, shown, asked, answer, saved } = table('panel');
  await shown(1);
  session.prefer({ naming: '{name}_{size}' });
  for (const _ of [1, 2]) {
    session.exportFile('png');
    await settle();
    await answer(asked.length - 1, made(640));
  }
  expect(saved).toEqual(['Mug_640.png', 'Mug_640 2.png']);
});

test('without a relief that is told, and nothing is handed over', async () => {
  const { session, shown, asked, answer, saved, state } = table('panel');
  await shown(1);
  session.exportFile('relief');
  await settle();
  await answer(asked.length - 1, made(1024));
  expect([saved, state().told]).toEqual([[], EXPORT.noRelief]);
});

test('maps go to the canvas as layers beside the drawing; what is shown stays', async () => {
  const { session, shown, asked, answer, posted, saved, state } = table('panel');
  await shown(1);
  const before = state().result;
  session.exportFile('maps');
  await settle();
  expect(asked.at(-1)?.wish).toMatchObject({ settings: { size: 1024 }, maps: true });
  expect(posted.at(-1)).toEqual({ type: 'coming', job: 1, coming: true });
  const maps = { normal: Uint8Array.of(1), height: Uint8Array.of(2), parts: Uint8Array.of(3) };
  await answer(asked.length - 1, { ...made(1024), maps });
  const { box } = made(1024).picture;
  const picture = { width: 1024, height: 1024, box, notes: [] };
  expect(posted.at(-1)).toMatchObject({
    ...{ type: 'place-many', job: 1, index: 0 },
    tiles: [
      { map: 'normal', picture: { ...picture, png: maps.normal } },
      { map: 'height', picture: { ...picture, png: maps.height } },
      { map: 'parts', picture: { ...picture, png: maps.parts } },
    ],
  });
  expect(saved).toEqual([]);
  expect(state().result).toBe(before);
});

test('without maps that is told, and the plugin waits for none', async () => {
  const { session, shown, asked, answer, posted, state } = table('panel');
  await shown(1);
  session.exportFile('maps');
  await settle();
  await answer(asked.length - 1, made(1024));
  expect(state().told).toBe(EXPORT.noMaps);
  expect(posted.at(-1)).toEqual({ type: 'coming', job: 1, coming: false });
});

test('a picture has as many pixels a unit as was chosen, and what is shown stays', async () => {
  const { session, sketch, draft, rest, asked, answer, saved, state } = table('panel');
  await sketch(1);
  session.hear({
    type: 'sketch',
    job: 2,
    index: 0,
    total: 1,
    sketch: { id: 'a', name: 'A/B: "C"', svg: '<svg viewBox="0 0 300 1200"/>' },
    look: null,
  });
  await draft(0);
  await draft(1);
  await rest();
  await answer(asked.length - 1, made(1024));
  const before = state().result;
  session.prefer({ scale: 3 });
  const { width, height } = made(1024).picture.box;
  expect(fileSide(state())).toBe(3 * Math.max(width, height));
  expect(fileSide({ ...state(), settings: { ...state().settings, shadowApart: true } })).toBeNull();
  session.exportFile('png');
  await settle();
  expect(asked.at(-1)?.wish.scale).toBe(3);
  await answer(asked.length - 1, made(3600));
  expect(saved).toEqual(['A-B- -C-.png']);
  expect(state().result).toBe(before);
});

test.each([
  [true, EXPORT.copied],
  [false, EXPORT.notCopied],
])('the clipboard gets the picture where the frame may write to it: %s', async (mayCopy, told) => {
  const { session, shown, asked, answer, saved, state } = table('panel', { mayCopy });
  await shown(1);
  session.exportFile('copy');
  await settle();
  expect(saved).toEqual([]);
  await answer(asked.length - 1, made(640));
  expect([saved, state().told]).toEqual([['copied 3'], told]);
});

test('what is refused or cancelled is neither saved nor told as done', async () => {
  const { session, shown, asked, answer, saved, state } = table('panel');
  await shown(1);
  session.exportFile('png');
  await settle();
  await answer(asked.length - 1, { refused: 'out-of-memory' });
  expect(state()).toMatchObject({ refusal: { refused: 'out-of-memory' }, told: null, work: null });
  session.exportFile('png');
  await settle();
  session.escape();
  await settle();
  expect([saved, state().told]).toEqual([[], null]);
});

test('a size beyond the largest picture is none', () => {
  expect(sideAt({ width: 1000, height: 500 }, 4)).toBe(4000);
  expect(sideAt({ width: 1100, height: 500 }, 4)).toBeNull();
});
