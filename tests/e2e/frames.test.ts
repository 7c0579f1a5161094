import { describe, expect, it } from 'vitest';
import { openPlayground, type Options } from './desk.ts';
import { useSite } from './site.ts';
import { PLAIN } from '../../src/core/sketch.ts';

const site = useSite();

/** How Figma may hold the window, and what may be forbidden there: PLATFORM.md. */
const HOLDS: [string, Options][] = [
  ['a data: frame without sandbox', { frame: 'data' }],
  ['a sandboxed data: frame', { frame: 'sandboxed' }],
  ['a sandboxed srcdoc frame, secure', { frame: 'srcdoc' }],
  ['no blob: worker: a data: worker does it', { frame: 'sandboxed', policy: 'worker-data' }],
  ["no worker at all: the frame's own thread does it", { frame: 'sandboxed', policy: 'worker-none' }],
  ['inline scripts only', { frame: 'data', policy: 'strict' }],
  ['FigJam', { editor: 'figjam' }],
];

describe('the window, however Figma holds it', () => {
  it.each(HOLDS)('%s', async (_, options) => {
    const desk = await openPlayground(site.browser, site.url, options);
    await desk.remember({ ...PLAIN, model: 'realize', studio: 'soft' });
    await desk.select('Mug');
    await desk.start('realize');
    expect(await desk.closed()).toBe('Realized: Mug');
    expect((await desk.pictures()).map(({ made }) => made.runtime)).toEqual(['WASM']);
    expect(desk.asked).toEqual([]);
    await desk.page.close();
  });
});
