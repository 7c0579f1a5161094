// Paints that a plugin writes, with Figma's checks. In: session, record, value. Out: writes in the store.
import type { NodeRecord } from '../document/record.ts';
import * as say from '../limits/sentences.ts';
import type { Session } from '../run/session.ts';

const PAINT_TYPES = ['SOLID', 'GRADIENT_LINEAR', 'GRADIENT_RADIAL', 'GRADIENT_ANGULAR', 'GRADIENT_DIAMOND', 'IMAGE', 'VIDEO', 'SHADER', 'PATTERN']; // prettier-ignore

export function paints(session: Session, record: NodeRecord, key: 'fills' | 'strokes', value: unknown): void {
  const isPattern = (paint: { type?: unknown }): boolean => paint.type === 'PATTERN';
  // D: plugin-api.d.ts, fills ("In order to set pattern fills, you must use the setFillsAsync method");
  // wording ?.
  if (Array.isArray(value) && (value as { type?: unknown }[]).some(isPattern))
    throw new Error(
      `in set_${key}: Use set${key === 'fills' ? 'Fills' : 'Strokes'}Async to set pattern ${key}`,
    );
  writePaints(session, record, key, value);
}

/** setFillsAsync and setStrokesAsync: patterns, too. */
export function writePaints(
  session: Session,
  record: NodeRecord,
  key: 'fills' | 'strokes',
  value: unknown,
): void {
  if (!Array.isArray(value)) throw say.failedValidation(key, 'array', value);
  for (const paint of value as Record<string, unknown>[]) {
    if (!PAINT_TYPES.includes(String(paint.type)))
      throw say.failedValidation(key, `paint type ${PAINT_TYPES.join(' | ')}`, paint.type);
    if (paint.type === 'SOLID' && typeof paint.color !== 'object')
      throw say.failedValidation(key, 'color {r, g, b}', paint.color);
    if (paint.type === 'IMAGE' && typeof paint.imageHash !== 'string' && paint.imageHash !== null)
      throw say.failedValidation(key, 'imageHash string', paint.imageHash);
  }
  session.store.write(record.id, { [key]: value });
}
