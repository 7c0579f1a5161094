import { describe, expect, it } from 'vitest';
import { serve } from '../../host/serve.mjs';

describe('the local server', () => {
  it('takes the next free port', async () => {
    const first = await serve({ port: 0 });
    const port = Number(new URL(first.url).port);
    const second = await serve({ port });
    expect(new URL(second.url).hostname).toBe('127.0.0.1');
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
    await Promise.all([first.close(), second.close()]);
  });

  it('serves its own files and nothing else', async () => {
    const { url, close } = await serve({ port: 0 });
    for (const path of ['package.json', '../package.json', '%2e%2e/package.json', 'playground/index.html'])
      expect((await fetch(url + path)).status, path).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
    await close();
  });
});
