import { describe, expect, it } from 'vitest';
import { CLICK, END, rowsOf, spansOf } from '../../bench/timeline.ts';

/** Events as Chromium traces them: milliseconds, then a name, a mark unless something else is said. */
const trace = (...told: [ms: number, name: string, ph?: string][]) =>
  told.map(([ms, name, ph = 'I']) => ({ name, ph, ts: 1000 * ms, pid: 1, cat: 'blink.user_timing' }));

describe('a timeline of one click', () => {
  const spans = spansOf(
    trace(
      [10, CLICK],
      [20, 'stage parts'],
      [21, 'step form'],
      [25, 'step relief'],
      [28, 'stage parts'],
      [30, 'stage light'],
      [31, 'light', 'b'],
      [34, 'light', 'e'],
      [40, 'answer'],
      [47, END],
    ),
  );
  const of = (name: string): number[] =>
    spans.filter((span) => span.name === name).flatMap(({ from, to }) => [from, to]);

  it('counts from the click', () => {
    expect(of('light')).toEqual([21, 24]);
  });

  it('ends a stage with the next one, a step with the next step or stage', () => {
    expect(of('stage parts')).toEqual([10, 20]);
    expect(of('step form')).toEqual([11, 15]);
    expect(of('step relief')).toEqual([15, 20]);
    expect(of('stage light')).toEqual([20, 30]);
  });

  it('tells what is left after the answer', () => {
    expect(of('placing or showing')).toEqual([30, 37]);
  });

  it('is refused where no click was seen', () => {
    expect(() => spansOf(trace([10, 'answer']))).toThrow(CLICK);
  });
});

it('runs of one network are told one by one: the first, the second, the rest', () => {
  const run = (from: number) => ({ name: 'light', from, to: from + 2 });
  expect(rowsOf([run(0)])).toEqual([['light', '0', '2', '2', '']]);
  expect(rowsOf([0, 10, 20, 30].map(run))).toEqual([
    ['light, first', '0', '2', '2', ''],
    ['light, second', '10', '12', '2', ''],
    ['light, later', '20', '32', '4', '2 ×'],
  ]);
});
