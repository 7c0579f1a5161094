import { expect, it } from 'vitest';
import { systemColour } from '../../../src/core/colour/system-colours.ts';

it('paper is white, what stands on it black; accents are the machine’s own and none', () => {
  expect(['canvas', 'window', 'canvastext', 'windowtext'].map(systemColour)).toEqual([
    '#ffffff',
    '#ffffff',
    '#000000',
    '#000000',
  ]);
  expect(['highlight', 'accentcolor', 'red', ''].map(systemColour)).toEqual([null, null, null, null]);
});
