// A value that a plugin writes in; the same with its type out, or Figma's refusal.
import type { Transform } from '../geometry/transform.ts';
import * as say from '../limits/sentences.ts';
import type { Session } from '../run/session.ts';

/** R: the sentence that plugin authors report; every text here is in Inter Regular. */
export function wantFont(session: Session, key: string): void {
  if (session.fonts.has('Inter Regular')) return;
  throw new Error(
    `in set_${key}: Cannot write to node with unloaded font "Inter Regular". Please call figma.loadFontAsync({ family: "Inter", style: "Regular" }) and await the returned promise first.`,
  );
}

export function wantNumber(key: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw say.failedValidation(key, 'number', value);
  return value;
}

export function wantString(key: string, value: unknown): string {
  if (typeof value !== 'string') throw say.failedValidation(key, 'string', value);
  return value;
}

export function isTransform(value: unknown): value is Transform {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    (value as unknown[]).every(
      (row) => Array.isArray(row) && row.length === 3 && row.every((n) => typeof n === 'number'),
    )
  );
}
