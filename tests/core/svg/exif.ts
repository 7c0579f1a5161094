// In: an Exif orientation. Out: a JPEG's segment that says it; a small JPEG with it, as base64.
import { fromBase64, toBase64 } from '../../../src/core/image/base64.ts';

/** APP1 with a TIFF of one entry. */
export function exifOf(orientation: number, order: 'big' | 'little'): number[] {
  const little = order === 'little';
  const two = (value: number): number[] => (little ? [value & 255, value >> 8] : [value >> 8, value & 255]);
  const four = (value: number): number[] => (little ? [...two(value), 0, 0] : [0, 0, ...two(value)]);
  const entry = [...two(0x0112), ...two(3), ...four(1), ...two(orientation), 0, 0];
  const letter = little ? 0x49 : 0x4d;
  const tiff = [letter, letter, ...two(42), ...four(8), ...two(1), ...entry, ...four(0)];
  return [0xff, 0xe1, 0, 2 + 6 + tiff.length, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
}

/** 16 × 8 pixels as stored, the left half dark, the right half light. */
const HALVES =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUV' +
  'DA8XGBYUGBIUFRT/wAALCAAIABABAREA/8QAFQABAQAAAAAAAAAAAAAAAAAACQr/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAA/' +
  'AD6UKv/Z';

export function halvesTurned(orientation: number): string {
  const [start, rest] = [fromBase64(HALVES).subarray(0, 2), fromBase64(HALVES).subarray(2)];
  return toBase64(Uint8Array.from([...start, ...exifOf(orientation, 'big'), ...rest]));
}
