import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openDriver, readFiles, type Driver } from '../matrix/drive.ts';
import { judge } from '../matrix/judge.ts';
import { faultOf, nameOf, sample } from '../matrix/rows.ts';
import { launchBrowser } from './browser.ts';

// A fixed sample of what is selected × how the window is held × what goes wrong. `npm run matrix` runs the
// rest.

let browser: Browser;
let driver: Driver;
beforeAll(async () => {
  browser = await launchBrowser();
  driver = await openDriver(browser, await readFiles('dist'));
});
afterAll(() => browser?.close());

/** Nothing is drawn there, so that its fault never comes to strike. */
const BEFORE_ALL = new Set(['slice']);

describe('the matrix', () => {
  it.each(sample().map((row) => [nameOf(row), row] as const))('%s', async (_, row) => {
    const seen = await driver.run(row);
    expect(judge(row, seen), JSON.stringify(seen)).toEqual([]);
    const mayStrike = !BEFORE_ALL.has(row.kind) && row.frame !== 'sandboxed-no-wasm';
    if (mayStrike) expect(seen.struck.map(({ id }) => id)).toContain(faultOf(row));
  });
});
