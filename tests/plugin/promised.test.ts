import { describe, expect, it } from 'vitest';
import { openPromised } from '../../src/plugin/promised.ts';

/** How often the panel turned to what is selected. */
function opened() {
  let turned = 0;
  return { promised: openPromised(() => void (turned += 1)), turned: () => turned };
}

describe('another selection', () => {
  it('is turned to at once where nothing is promised', () => {
    const { promised, turned } = opened();
    promised.selected();
    expect([turned(), promised.isLate()]).toEqual([1, false]);
  });

  it('waits for a picture that is promised, however often it changes, and is turned to once', () => {
    const { promised, turned } = opened();
    promised.coming(true);
    promised.selected();
    promised.selected();
    expect([turned(), promised.isLate(), promised.isOpen()]).toEqual([0, true, true]);
    promised.coming(false);
    expect([turned(), promised.isLate(), promised.isOpen()]).toEqual([1, false, false]);
  });

  it('waits for the whole batch, though its single pictures have come', () => {
    const { promised, turned } = opened();
    promised.batch();
    promised.selected();
    promised.coming(false);
    expect(turned()).toBe(0);
    promised.batchEnded();
    expect(turned()).toBe(1);
  });

  it('is not turned to again by a promise of a job that another has followed', () => {
    const { promised, turned } = opened();
    promised.coming(true);
    promised.selected();
    promised.anew();
    promised.coming(false);
    expect(turned()).toBe(0);
  });
});
