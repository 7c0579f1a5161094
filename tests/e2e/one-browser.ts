// In: a run that has e2e files. Out: one Chromium for all of them; each file connects to its address
// (site.ts).
import type { TestProject } from 'vitest/node';
import { serveBrowser } from './browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browserAddress: string;
  }
}

export default async function oneBrowser(project: TestProject): Promise<() => Promise<void>> {
  const server = await serveBrowser();
  project.provide('browserAddress', server.wsEndpoint());
  return () => server.close();
}
