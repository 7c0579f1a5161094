import { describe, expect, it } from 'vitest';
import { filesOf, hitsOf, pieceRows } from '../../bench/pieces.ts';

const BUNDLE = 'file:///bundle.mjs';
const frame = (functionName: string, url: string, lineNumber: number) => ({
  functionName,
  url,
  lineNumber,
  columnNumber: 0,
  scriptId: '1',
});

describe('what a profile says of pieces', () => {
  const files = filesOf(
    [
      '// src/core/relief/edges.ts',
      'function rise() {}',
      '// a comment of the code',
      '// node_modules/.cache/versus/7655ec0/src/core/png.ts',
      'function put() {}',
    ].join('\n'),
  );

  it('knows the file of every line of a bundle', () => {
    expect(files.slice(1, 3)).toEqual(['src/core/relief/edges.ts', 'src/core/relief/edges.ts']);
    expect(files[4]).toMatch(/png\.ts$/);
  });

  it('adds up the hits of a file; what the engine runs and idle time are left out', () => {
    const nodes = [
      { id: 1, callFrame: frame('rise', BUNDLE, 1), hitCount: 3 },
      { id: 2, callFrame: frame('rise', BUNDLE, 2), hitCount: 2 },
      { id: 3, callFrame: frame('put', BUNDLE, 4), hitCount: 1 },
      { id: 4, callFrame: frame('(idle)', '', -1), hitCount: 9 },
      { id: 5, callFrame: frame('(garbage collector)', '', -1), hitCount: 4 },
      { id: 6, callFrame: frame('conv', 'wasm://wasm/1', 0), hitCount: 9 },
    ];
    expect([...hitsOf({ nodes }, BUNDLE, files)]).toEqual([
      ['relief/edges', 5],
      ['png', 1],
      ['(garbage collector)', 4],
    ]);
  });

  it('tells shares, small pieces as one, and folders whole', () => {
    const pieces = [
      { name: 'generator', ms: 50 },
      { name: 'relief/edges', ms: 40 },
      { name: 'relief/bevel', ms: 6 },
      { name: 'light/pack', ms: 4 },
    ];
    expect(pieceRows(pieces, 10)).toEqual([
      ['generator', '50.0', '50.0'],
      ['relief/edges', '40.0', '40.0'],
      ['2 smaller ones', '10.0', '10.0'],
      ['all', '100.0', '100.0'],
      ['relief/ in all', '46.0', '46.0'],
      ['light/ in all', '4.0', '4.0'],
    ]);
  });
});
