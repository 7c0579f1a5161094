import { describe, expect, it } from 'vitest';
import { formsByHand, type ShapedForm } from '../../../src/core/relief/by-hand.ts';
import { badge } from './parts.ts';

const SIZE = 64;
const parts = badge();
/** The badge, five samples a unit: its plate from 7 to 57, what lies on it from 22 to 42. */
const square = { box: { x: -0.4, y: -0.4, width: 12.8, height: 12.8 }, width: SIZE, height: SIZE };
const data = Int32Array.from({ length: SIZE * SIZE }, (_, i) => {
  const [x, y] = [i % SIZE, Math.floor(i / SIZE)].map((at) => Math.floor((at + 0.5) / 5 - 0.4));
  return x! < 0 || y! < 0 || x! > 11 || y! > 11 ? 0 : parts.labels.data[12 * y! + x!]!;
});
const labels = { width: SIZE, height: SIZE, data };
/** As if the generator had seen a dome over the whole square, with noise. */
const normals = {
  x: Float32Array.from({ length: SIZE * SIZE }, (_, i) => (i % SIZE) / SIZE - 0.5 + 0.1 * (i % 2)),
  y: new Float32Array(SIZE * SIZE),
};
const made = (...forms: ShapedForm[]): NonNullable<ReturnType<typeof formsByHand>> => {
  const byHand = formsByHand(parts, forms, [{ square, labels, normals }]);
  if (!byHand) throw new Error('wanted forms');
  return byHand;
};
const at = (x: number, y: number): number => y * SIZE + x;

describe('a form by hand', () => {
  it('is none where all is as found', () => {
    expect(formsByHand(parts, ['found', 'found'], [{ square, labels, normals }])).toBeNull();
  });

  it('flat faces the viewer, open to the sky; what is as found is not touched', () => {
    const { open, views } = made('flat', 'found');
    expect([...open]).toEqual([1, 0]);
    expect(views[0]!.x.every((value) => value === 0) && views[0]!.y.every((value) => value === 0)).toBe(true);
  });

  it('round leans out to all sides, most at the border and not at all in the middle', () => {
    const [{ x, y }] = made('round', 'found').views as [{ x: Float32Array; y: Float32Array }];
    expect(x[at(55, 32)]).toBeGreaterThan(0.7);
    expect(x[at(8, 32)]).toBeLessThan(-0.7);
    expect(y[at(32, 8)]).toBeGreaterThan(0.7);
    expect(y[at(32, 55)]).toBeLessThan(-0.7);
    expect(Math.abs(y[at(48, 32)]!)).toBeLessThan(0.02);
    expect(x[at(48, 32)]!).toBeLessThan(x[at(55, 32)]!);
    // What is as found keeps its own, and beside the drawing there is nothing.
    expect([x[at(32, 30)], x[at(2, 2)]]).toEqual([0, 0]);
  });

  it('tufted is held down at its button: beside it leans to it, beside its outline away from the middle', () => {
    const { x } = made('tufted', 'button').views[0]!;
    expect(x[at(44, 32)]).toBeLessThan(-0.2);
    expect(x[at(20, 32)]).toBeGreaterThan(0.2);
    expect(x[at(55, 32)]).toBeGreaterThan(0.4);
    // Without a button to hold it the filling rises there.
    expect(Math.abs(made('tufted', 'found').views[0]!.x[at(44, 32)]!)).toBeLessThan(0.35);
    // The button is a dome.
    expect(x[at(40, 32)]).toBeGreaterThan(0.3);
    expect(x[at(24, 32)]).toBeLessThan(-0.3);
  });

  it('hollow leans the other way, and sees less of the sky', () => {
    const { open, views } = made('hollow', 'found');
    expect(views[0]!.x[at(55, 32)]).toBeLessThan(-0.6);
    expect(open[0]).toBeCloseTo(0.8, 5);
  });

  it('a pane has the smooth curve that comes nearest to what was found, and no noise', () => {
    const { open, views } = made('pane', 'found');
    const { x, y } = views[0]!;
    expect([...open]).toEqual([1, 0]);
    // The dome leans by 50 / 64 from one side of the plate to the other; its noise of 0.1 from sample to
    // sample is gone.
    expect(x[at(56, 10)]! - x[at(7, 10)]!).toBeGreaterThan(0.45);
    expect(x[at(30, 10)]! - x[at(29, 10)]!).toBeCloseTo(x[at(31, 10)]! - x[at(30, 10)]!, 5);
    expect(Math.abs(y[at(30, 10)]!)).toBeLessThan(1e-6);
    expect([x[at(32, 30)], x[at(2, 2)]]).toEqual([0, 0]);
  });

  it('what is polished and smooth has no noise, and is as open as found; what is no smooth curve stays', () => {
    const { open, views } = made('polished', 'polished');
    // The badge has 400 samples, the plate 2100: one dome, less its noise.
    expect([...open]).toEqual([-1, -1]);
    const { x } = views[0]!;
    expect(x[at(30, 10)]! - x[at(29, 10)]!).toBeCloseTo(x[at(31, 10)]! - x[at(30, 10)]!, 3);
    const roof = { ...normals, x: normals.x.map((_, i) => (i % SIZE < 32 ? -0.6 : 0.6)) };
    const shaped = formsByHand(parts, ['polished', 'found'], [{ square, labels, normals: roof }]);
    expect([...shaped!.open]).toEqual([0, 0]);
  });

  it('goes on below what lies on it, which has a form of its own', () => {
    const both = made('round', 'round').views[0]!;
    const alone = made('round', 'found').views[0]!;
    // Beside the badge the plate leans as its middle does, not down to the badge's border.
    expect(Math.abs(alone.x[at(43, 32)]!)).toBeLessThan(0.45);
    expect(alone.x[at(43, 32)]).toBeGreaterThan(0.1);
    expect(both.x[at(43, 32)]).toBe(alone.x[at(43, 32)]);
    expect(both.x[at(41, 32)]).toBeGreaterThan(0.7);
    expect(both.x[at(22, 32)]).toBeLessThan(-0.7);
  });
});
