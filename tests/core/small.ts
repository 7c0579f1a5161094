// In: a picture as lines of text, one character a pixel. Out: a mask or a plane of it; and back to text.
import type { Plane } from '../../src/core/sketch.ts';

/** 1 for every `#`, 0 for all else. */
export function maskFrom(rows: readonly string[]): Plane<Uint8Array> {
  const data = Uint8Array.from(rows.join(''), (character) => (character === '#' ? 1 : 0));
  return { width: rows[0]!.length, height: rows.length, data };
}

/** Digits as numbers, all else as 0. */
export function labelsFrom(rows: readonly string[]): Plane<Int32Array> {
  const data = Int32Array.from(rows.join(''), (character) => Number(character.replace(/\D/, '0')));
  return { width: rows[0]!.length, height: rows.length, data };
}

/** `#` for 1, `.` for 0, other numbers as they are. */
export function rowsOf({ width, data }: Plane<Uint8Array | Int32Array>): string[] {
  const text = Array.from(data, (value) => (value === 1 ? '#' : value === 0 ? '.' : String(value))).join('');
  return Array.from({ length: data.length / width }, (_, y) => text.slice(y * width, (y + 1) * width));
}
