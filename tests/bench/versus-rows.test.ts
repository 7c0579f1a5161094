import { describe, expect, it } from 'vitest';
import { lineOf, ratioOf, type Row } from '../../bench/versus-rows.ts';

const timed = (before: number[], now: number[], busy: number | null): Row => ({
  what: 'a picture',
  unit: 'ms',
  goal: 0.6,
  before: before.map((wall) => ({ wall, busy })),
  now: now.map((wall) => ({ wall, busy })),
});

describe('a row of two programs', () => {
  it('has the median ratio of pairs, of processor time where that is known', () => {
    const row = timed([100, 100, 100], [50, 90, 60], null);
    expect(ratioOf(row)).toBeCloseTo(0.6);
    expect(ratioOf(timed([100], [50], 8))).toBe(1);
  });

  it('tells no processor time of what another process takes', () => {
    expect(lineOf(timed([100], [50], null))).not.toContain('processor');
    expect(lineOf(timed([100], [50], 8))).toContain('wall 100 → 50 ms, 0.50');
    expect(lineOf(timed([100], [50], 8))).toContain('processor 8 → 8 ms, 1.00');
  });

  it('says whether its goal is met', () => {
    expect(lineOf(timed([100], [60], null))).toMatch(/goal 0.6: met$/);
    expect(lineOf(timed([100], [61], null))).toMatch(/goal 0.6: missed$/);
    expect(lineOf({ ...timed([100], [61], null), goal: null })).not.toContain('goal');
  });

  it('weighs memory without calling it time', () => {
    const row: Row = { ...timed([600], [480], null), unit: 'MB' };
    expect(lineOf(row)).toContain('600 → 480 MB, 0.80');
    expect(lineOf(row)).not.toContain('wall');
  });
});
