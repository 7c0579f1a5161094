import { describe, expect, it } from 'vitest';
import { keysOf } from '../../../src/core/parts/part-keys.ts';
import { partsFrom } from '../relief/parts.ts';
import { sceneOf } from './inked.ts';

const SPACE = '..........';

describe('a layer', () => {
  const scene = sceneOf(
    '<rect id="leg" width="2" height="9" fill="#abc"/><rect id="leg" x="7" width="2" height="9" fill="#abc"/>',
  );
  const parts = partsFrom(['11.....22.', ...Array<string>(9).fill(SPACE)], scene.pieces);

  it('has its name and its number among those of that name', () => {
    expect(keysOf(scene, parts, []).ofPart).toEqual(['leg#1', 'leg#2']);
    expect(keysOf(scene, parts, []).ofPiece(scene.pieces[1]!)).toBe('leg#2');
  });
});

describe('a region', () => {
  const scene = sceneOf('<rect width="10" height="10" fill="none" stroke="#000"/>');
  const at = (x: number) => partsFrom([`${'.'.repeat(x)}1111${'.'.repeat(6 - x)}`, ...Array<string>(9).fill(SPACE)], [null]); // prettier-ignore

  it('has its middle and its side, as shares of the object', () => {
    // Four pixels from 2 to 6, half a pixel down; a square of the same area is 2 wide.
    expect(keysOf(scene, at(2), []).ofPart).toEqual(['@0.40,0.05,0.20']);
  });

  it('keeps a known key after a small move, and gets its own after a large one', () => {
    const known = keysOf(scene, at(2), []).ofPart;
    expect(keysOf(scene, at(2), known).ofPart).toEqual(known);
    expect(keysOf(scene, at(4), known).ofPart).toEqual(['@0.60,0.05,0.20']);
  });

  it('takes the nearest of two known keys, each of which goes to one region', () => {
    const near = ['@0.43,0.05,0.20', '@0.41,0.05,0.20'];
    expect(keysOf(scene, at(2), near).ofPart).toEqual(['@0.41,0.05,0.20']);
    const two = partsFrom(['1111222...', ...Array<string>(9).fill(SPACE)], [null, null]);
    const keys = keysOf(scene, two, ['@0.22,0.05,0.20']).ofPart;
    expect(keys[0]).toBe('@0.22,0.05,0.20');
    expect(keys[1]).not.toBe(keys[0]);
  });
});
