// For a test file: the playground served and a way into the run's one browser (one-browser.ts), whose pages
// of this file are closed after its tests.
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { serve } from '../../host/serve.mjs';

export interface Site {
  /** Of the playground. */
  readonly url: string;
  readonly browser: Browser;
}

/** Call it at the top of a test file; the values are there once its tests (and its later beforeAll) run. */
export function useSite(): Site {
  let served: Awaited<ReturnType<typeof serve>> | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    served = await serve({ port: 0 });
    browser = await chromium.connect(inject('browserAddress'));
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  const there = <T>(value: T | undefined): T => {
    if (value === undefined)
      throw new Error('the site is opened before the tests, not while they are listed');
    return value;
  };
  return {
    get url() {
      return there(served).url;
    },
    get browser() {
      return there(browser);
    },
  };
}
