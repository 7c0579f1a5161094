// For a test file: the playground served and a way into the run's one browser (one-browser.ts), whose pages
// of this file are closed after its tests.
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { serve } from '../../host/serve.mjs';
import { holdCompiled, type ModuleName } from './compiled.ts';

export interface Site {
  /** Of the playground. */
  readonly url: string;
  readonly browser: Browser;
  /** For pages that share a process and what that has compiled; the playground keeps nothing there. */
  readonly pages: Pages;
}

export type Pages = Pick<BrowserContext, 'newPage'>;

/**
 * What a page opens shares its process: the first holds what is compiled, and opens the others. `url`: as
 * useSite gives it; `modules`: what their workers open.
 */
export function pagesOf(browser: Browser, url: string, modules: readonly ModuleName[]): Pages {
  let keeper: Promise<Page> | undefined;
  const kept = async (): Promise<Page> => {
    const page = await browser.newPage();
    await holdCompiled(page, url, modules);
    return page;
  };
  return {
    async newPage() {
      const first = await (keeper ??= kept());
      const [page] = await Promise.all([
        first.waitForEvent('popup'),
        first.evaluate(() => void globalThis.open('about:blank')),
      ]);
      return page;
    },
  };
}

/**
 * Call it at the top of a test file; the values are there once its tests (and its later beforeAll) run.
 * `modules`: what its workers open.
 */
export function useSite(modules: readonly ModuleName[] = ['prepared', 'resvg']): Site {
  let served: Awaited<ReturnType<typeof serve>> | undefined;
  let browser: Browser | undefined;
  let pages: Pages | undefined;
  beforeAll(async () => {
    served = await serve({ port: 0 });
    browser = await chromium.connect(inject('browserAddress'));
    pages = pagesOf(browser, served.url, modules);
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
    get pages() {
      return there(pages);
    },
  };
}
