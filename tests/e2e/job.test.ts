import { describe, expect, it } from 'vitest';
import { sentence } from '../../src/words.ts';
import { openPlayground } from './desk.ts';
import { useSite } from './site.ts';

const site = useSite();

describe('a job in the browser', () => {
  it('cancel in the window leaves the document byte for byte', async () => {
    // As large as on a first run: the second of three is not done before the click on Cancel.
    const desk = await openPlayground(site.pages, site.url);
    await desk.select('Mug', 'Lamp', 'Chair');
    const before = await desk.snapshot();
    await desk.start('realize');
    const window = await desk.window();
    await window.getByText('2 of 3').waitFor(); // one stands already
    await window.getByRole('button', { name: 'Cancel' }).click();
    expect(await desk.closed()).toBe(sentence({ refused: 'cancelled' }));
    expect(await desk.snapshot()).toBe(before);
    expect(await desk.trouble()).toEqual([]);
    expect(desk.asked).toEqual([]);
    await desk.page.close();
  });

  it('several at once: each its own picture, one undo for all', async () => {
    const desk = await openPlayground(site.pages, site.url, { size: 512 });
    await desk.select('Bottle', 'Watch');
    const before = await desk.snapshot();
    await desk.start('realize');
    expect(await desk.closed()).toBe('2 pictures realized.');
    expect((await desk.pictures()).map(({ name }) => name).sort()).toEqual([
      'Bottle · realized',
      'Watch · realized',
    ]);
    await desk.undo();
    expect(await desk.snapshot()).toBe(before);
    await desk.page.close();
  });

  it('an empty frame gets a sentence, not a picture', async () => {
    const desk = await openPlayground(site.pages, site.url, { size: 512 });
    await desk.select('Draw here');
    const before = await desk.snapshot();
    await desk.start('realize');
    expect(await desk.closed()).toContain(sentence({ refused: 'nothing-drawn' }));
    expect(await desk.snapshot()).toBe(before);
    await desk.page.close();
  });
});
