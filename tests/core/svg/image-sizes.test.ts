import { expect, it } from 'vitest';
import { toBase64 } from '../../../src/core/image/base64.ts';
import { sizeImages } from '../../../src/core/svg/image-sizes.ts';
import { elementOf } from './elements.ts';
import { halvesTurned } from './exif.ts';

/** The first 24 bytes of a PNG of 4 × 3 pixels; of a GIF of 5 × 2. */
const PNG = [
  0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 4, 0, 0, 0, 3,
];
const GIF = [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 5, 0, 2, 0, ...Array<number>(14).fill(0)];
const png = `data:image/png;base64,${toBase64(Uint8Array.from(PNG))}`;

/** Width and height, as they are written in the end. */
function sized(sides: string, href = png): (string | undefined)[] {
  const group = elementOf(`<g><image ${sides} href="${href}"/></g>`);
  sizeImages(group, { width: 80, height: 60 });
  const { width, height } = group.children[0]!.attributes;
  return [width, height];
}

it.each([
  ['', '4', '3'],
  ['width="40"', '40', '30'],
  ['height="30"', '40', '30'],
  ['width="auto" height="6px"', '8', '6'],
  ['width="50%"', '40', '30'],
])('an image with %s is as wide and high as a browser shows it', (sides, width, height) => {
  expect(sized(sides)).toEqual([width, height]);
});

it('a GIF and a JPEG tell their size, too; a photo on its side that of it upright', () => {
  expect(sized('', `data:image/gif;base64,${toBase64(Uint8Array.from(GIF))}`)).toEqual(['5', '2']);
  expect(sized('', `data:image/jpeg;base64,${halvesTurned(1)}`)).toEqual(['16', '8']);
  expect(sized('height="32"', `data:image/jpeg;base64,${halvesTurned(6)}`)).toEqual(['16', '32']);
});

it.each([
  ['width="7" height="9"', png],
  ['width="7"', 'data:image/png;base64,iVBORw0KGgo='],
  ['width="7"', 'a.png'],
])('%s stays where both are said, or nothing tells', (sides, href) => {
  const { width, height } = elementOf(`<image ${sides}/>`).attributes;
  expect(sized(sides, href)).toEqual([width, height]);
});

it('a share of a viewport inside is not known', () => {
  const root = elementOf(`<g><svg><image width="50%" href="${png}"/></svg></g>`);
  sizeImages(root, { width: 80, height: 60 });
  expect(root.children[0]!.children[0]!.attributes['height']).toBeUndefined();
});
