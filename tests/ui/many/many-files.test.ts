// A batch as files: their names, and one file with all of them.
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { MANY } from '../../../src/words.ts';
import { made, table } from './table.ts';

test('a download makes files of the size that is chosen, places nothing, and hands over one file', async () => {
  const { many, posted, asked, saved, send, answer } = table(2);
  many.start('download');
  expect(asked[0]).toMatchObject({ scale: 2 });
  await answer(0, made);
  expect(posted.at(-1)).toEqual({ type: 'skip', job: 5, index: 0 });
  send(1);
  await answer(1, made);
  many.hear({ type: 'done', job: 5, placed: 0, refused: [] });
  expect(posted.some(({ type }) => type === 'place')).toBe(false);
  expect(saved.map(({ name }) => name)).toEqual([MANY.zip]);
  expect(Object.keys(unzipSync(saved[0]!.file))).toEqual(['Mug 0.png', 'Mug 1.png']);
  expect(many.state.ended).toMatchObject({ placed: 2, kind: 'download', cancelled: false });
});

test('files are called as the user’s pattern has it; those of one name get a number', async () => {
  const { many, saved, send, answer } = table(2, true, 'Shop {seed}');
  many.start('download');
  await answer(0, made);
  send(1);
  await answer(1, made);
  many.hear({ type: 'done', job: 5, placed: 0, refused: [] });
  expect(Object.keys(unzipSync(saved[0]!.file))).toEqual(['Shop 1.png', 'Shop 1 2.png']);
});

test('placed ones are called by the pattern, too', async () => {
  const { many, posted, answer } = table(2, true, '{name}_{size}_{n}');
  many.start();
  await answer(0, made);
  expect(posted.at(-1)).toMatchObject({ type: 'place', name: `Mug 0_${made.picture.width}_{n}` });
});
