// The four sides' stroke weights of a rectangle or frame. In: record. Out: weights clockwise from the top.
// D: plugin-api.d.ts, IndividualStrokesMixin; strokeWeight is figma.mixed when they differ.
import type { NodeRecord } from '../document/record.ts';

export const SIDES = [
  'strokeTopWeight',
  'strokeRightWeight',
  'strokeBottomWeight',
  'strokeLeftWeight',
] as const;

/** null for kinds that have one weight all round. */
export function sidesOf(record: NodeRecord): [number, number, number, number] | null {
  const weights = SIDES.map((side) => record.props[side]);
  return weights.every((weight) => typeof weight === 'number')
    ? (weights as [number, number, number, number])
    : null;
}

export const areUneven = (record: NodeRecord): boolean => new Set(sidesOf(record) ?? []).size > 1;
