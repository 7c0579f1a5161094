// What the command line takes for a photo of a sketch, and what it says of other files.
import { expect, it } from 'vitest';
import { toSvg } from '../../src/cli/photo.ts';
import { exifOf, halvesTurned } from '../core/svg/exif.ts';

const said = (bytes: Uint8Array | readonly number[]): string => {
  try {
    return toSvg(Uint8Array.from(bytes)).photo ?? 'text';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};
const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const four = (value: number): number[] => [value & 255, (value >> 8) & 255, (value >> 16) & 255, value >> 24];

it('a phone’s photo is a page as large as it stands upright', () => {
  const page = (orientation: number): string => toSvg(Buffer.from(halvesTurned(orientation), 'base64')).svg;
  expect(page(1)).toContain('viewBox="0 0 16 8"');
  expect(page(3)).toContain('viewBox="0 0 16 8"');
  expect(page(6)).toContain('viewBox="0 0 8 16"');
});

it('a file of another kind is named, with what to do', () => {
  const webp = [
    ...letters('RIFF'),
    ...four(22),
    ...letters('WEBPVP8L'),
    ...four(10),
    0x2f,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  expect(said(webp)).toBe('this is a WebP image; save it as SVG, PNG or JPEG');
  expect(said([...letters('GIF89a'), 8, 0, 8, 0, 0, 0, 0])).toMatch('this is a GIF image; save it');
  expect(said(letters('%PDF-1.7 and more of it'))).toMatch('this is a PDF file; save it');
  expect(said([...letters('PK'), 3, 4, 0, 0])).toMatch(
    'this is a zip file, as Sketch and others write; save it',
  );
});

it('a JPEG of four inks is told as that, and one that is cut off as damaged', () => {
  const frame = [0xff, 0xc0, 0, 20, 8, 0, 9, 0, 9, 4, ...Array<number>(12).fill(0)];
  expect(said([0xff, 0xd8, ...exifOf(1, 'big'), ...frame])).toBe(
    'this JPEG is in CMYK, as print has it; save it in RGB',
  );
  expect(said([0xff, 0xd8, 0xff])).toBe('this JPEG is damaged');
});

it('text is left to whoever reads SVG', () => {
  expect(said(letters('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('text');
  expect(said(letters('hello'))).toBe('text');
  expect(said([])).toBe('text');
});
