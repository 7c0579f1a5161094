import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { releaseSize } from './release-size.ts';
import { ROOT } from './sources.ts';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

describe('what Figma loads', () => {
  it('ui.html is at most 12 MB in a release', async () => {
    expect(await releaseSize(read('dist/ui.html'))).toBeLessThanOrEqual(12_000_000);
  });

  it('code.js is at most 200 kB', () => {
    expect(statSync(join(ROOT, 'dist/code.js')).size).toBeLessThanOrEqual(200_000);
  });

  it('code.js compiles no text into code', () => {
    expect(read('dist/code.js')).not.toMatch(/\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(\s*["'`]/);
  });

  it('code.js names nothing that the sandbox lacks', () => {
    const code = read('dist/code.js');
    for (const missing of [
      'document.',
      'window.',
      'localStorage',
      'XMLHttpRequest',
      'TextEncoder',
      'WebAssembly.',
    ])
      expect(code).not.toContain(missing);
  });

  it('the manifest has all that a new plugin needs', () => {
    const manifest = JSON.parse(read('manifest.json')) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      api: '1.0.0',
      main: 'dist/code.js',
      ui: 'dist/ui.html',
      editorType: ['figma', 'figjam', 'slides', 'buzz'],
      documentAccess: 'dynamic-page',
      networkAccess: { allowedDomains: ['none'] },
    });
    expect(manifest).not.toHaveProperty('enableProposedApi');
    const { menu, relaunchButtons } = manifest as Record<string, { command: string }[]>;
    expect(menu?.map(({ command }) => command)).toEqual(['realize', 'open']);
    expect(relaunchButtons?.map(({ command }) => command)).toEqual(['realize-again']);
  });
});
