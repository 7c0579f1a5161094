import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../src/core/image/base64.ts';
import { encodePng } from '../../../src/core/image/png.ts';
import { withCutImages } from '../../../src/core/scene/cut-images.ts';
import { castRoles } from '../../../src/core/scene/roles.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { fakeEngine } from '../fake.ts';
import { see } from '../seen.ts';

const SIDE = 32;

/** A red disc, 28 pixels across; around it nothing, or white. */
function disc(ground: readonly number[]): string {
  const data = new Uint8Array(4 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) {
    const far = Math.hypot((i % SIDE) + 0.5 - SIDE / 2, Math.floor(i / SIDE) + 0.5 - SIDE / 2);
    data.set(far < 14 ? [220, 40, 40, 255] : ground, 4 * i);
  }
  return toBase64(encodePng({ width: SIDE, height: SIDE, data }));
}

/** As Figma writes an image fill, beside a brown board. */
const placed = (png: string): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">' +
  '<rect x="20" y="10" width="60" height="60" fill="url(#p)"/><rect x="10" y="80" width="80" height="12" fill="#8D6E63"/>' +
  '<defs><pattern id="p" patternContentUnits="objectBoundingBox" width="1" height="1">' +
  `<use xlink:href="#i" transform="scale(${1 / SIDE})"/></pattern>` +
  `<image id="i" width="${SIDE}" height="${SIDE}" xlink:href="data:image/png;base64,${png}"/></defs></svg>`;

describe('an image fill', () => {
  it('ends where it shows nothing', async () => {
    const { at, parts } = await see(placed(disc([0, 0, 0, 0])));
    expect(at(50, 40)).toEqual([220, 40, 40, 255]);
    expect(at(22, 12)[3]).toBe(0);
    expect(at(78, 68)[3]).toBe(0);
    expect(parts).toHaveLength(2);
  });

  it('is its whole shape where it is opaque', async () => {
    const { at } = await see(placed(disc([255, 255, 255, 255])));
    expect(at(50, 40)).toEqual([220, 40, 40, 255]);
    expect(at(22, 12)[3]).toBe(255);
  });
});

it('masks an image that is clear in places by itself, twice, and no other', async () => {
  const { rasterise } = await fakeEngine();
  const cut = (png: string) => {
    const drawing = readDrawing(placed(png));
    if (isRefusal(drawing)) throw new Error(drawing.refused);
    const { pieces } = castRoles(drawing);
    const made = withCutImages(drawing, pieces, rasterise);
    const masks = made.pieces.map(({ shape }) => shape.within.filter((one) => one.startsWith('mask')));
    return { same: made.pieces === pieces, masks, clips: made.drawing.clips, crisp: made.drawing.crispClips };
  };
  const mask = 'mask="url(#image-0-of-realize)"';
  const clear = cut(disc([0, 0, 0, 0]));
  expect(clear.masks).toEqual([[mask, mask], []]);
  expect(clear.clips).toContain('<mask id="image-0-of-realize"');
  expect(clear.clips).not.toContain('discrete');
  expect(clear.crisp).toContain('discrete');
  expect(cut(disc([255, 255, 255, 255]))).toMatchObject({ same: true, masks: [[], []] });
});
