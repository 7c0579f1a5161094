import { describe, expect, it } from 'vitest';
import type { Corners } from '../../src/core/photo-tune.ts';
import type { Note } from '../../src/core/picture.ts';
import { PLAIN } from '../../src/core/sketch.ts';
import { isUncut, cornerByKey, withCorner, UNCUT } from '../../src/ui/photo/sheet.ts';
import { isPhoto, proposedIn, sheetOf } from '../../src/ui/photo/traced.ts';
import { START } from '../../src/ui/start.ts';
import type { Draft, State } from '../../src/ui/state.ts';

describe('a sheet’s corners', () => {
  it('move one at a time, and stay on the image', () => {
    const inward = withCorner(UNCUT, 2, [0.91237, 0.8]);
    expect(inward).toEqual([[0, 0], [1, 0], [0.9124, 0.8], [0, 1]]); // prettier-ignore
    expect(withCorner(inward, 0, [-3, 1.2])[0]).toEqual([0, 1]);
    expect(UNCUT[2]).toEqual([1, 1]);
  });

  it('are the image’s own only where all four are', () => {
    expect(isUncut(UNCUT)).toBe(true);
    expect(isUncut(withCorner(UNCUT, 1, [0.9999, 0]))).toBe(false);
    const turned: Corners = [UNCUT[1], UNCUT[2], UNCUT[3], UNCUT[0]];
    expect(isUncut(turned)).toBe(false);
  });

  it('go where the arrow keys say, farther with Shift', () => {
    expect(cornerByKey([0.5, 0.5], 'ArrowLeft', false)).toEqual([0.495, 0.5]);
    expect(cornerByKey([0.5, 0.5], 'ArrowDown', true)).toEqual([0.5, 0.55]);
    expect(cornerByKey([0.5, 0.5], 'Enter', false)).toBeNull();
  });
});

describe('a photo', () => {
  const box = { x: 10, y: 20, width: 300, height: 200 };
  const withImage = { id: '1:2', name: 'paper', svg: '<svg viewBox="0 0 9 9"><image href="data:"/></svg>' };
  const drawing = { job: 0, index: 0, total: 1, sketch: withImage };
  const shown = (notes: Note[]): Draft => ({
    drawing,
    settings: { ...PLAIN, model: '', studio: '' },
    made: {
      shown: { width: 1, height: 1, data: new Uint8Array(4), box, ms: {}, notes },
      insight: null,
      parts: null,
      runtime: 'WASM',
    },
  });
  const state = (change: Partial<State>): State => ({ ...START, drawing, ...change });

  it('is what was traced', () => {
    expect(isPhoto(state({ draft: shown(['image-traced']) }))).toBe(true);
    expect(isPhoto(state({ draft: shown(['outside-cut']) }))).toBe(false); // a print on a carton
  });

  it('can be tuned, too, where nothing was found on it', () => {
    expect(isPhoto(state({ refusal: { refused: 'nothing-drawn' } }))).toBe(true);
    expect(isPhoto(state({}))).toBe(false); // not yet looked at
    const vectors = { ...drawing, sketch: { ...withImage, svg: '<svg viewBox="0 0 9 9"/>' } };
    expect(isPhoto(state({ drawing: vectors, refusal: { refused: 'nothing-drawn' } }))).toBe(false);
  });

  it('lies where the generator’s sight of it says', () => {
    expect(sheetOf(state({}))).toBeNull();
    const insight = { lines: new Uint8Array(), normals: null, size: 1, photo: box };
    expect(sheetOf(state({ insight }))).toEqual(box);
  });

  it('proposes the sheet that was found, until corners are chosen', () => {
    const sheet = withCorner(UNCUT, 0, [0.2, 0.1]);
    const insight = { lines: new Uint8Array(), normals: null, size: 1, photo: box, sheet };
    expect(proposedIn(state({}))).toBeNull();
    expect(proposedIn(state({ insight }))).toEqual(sheet);
    const settings = { ...START.settings, photo: { ...PLAIN.photo, corners: UNCUT } };
    expect(proposedIn(state({ insight, settings }))).toBeNull();
  });
});
