// Colours for the grid from the file, from an image, or as drawn.
import { expect, test } from 'vitest';
import { EXPLORE } from '../../../src/words.ts';
import { settle, table } from './table.ts';

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
