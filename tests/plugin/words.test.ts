import { describe, expect, it } from 'vitest';
import { REASONS } from '../../src/core/sketch.ts';
import {
  ahead,
  clip,
  crowded,
  NOTES,
  NOTIFY_LENGTH,
  type Stands,
  sentence,
  stopped,
  summary,
  TOLD,
  WORDS,
} from '../../src/words.ts';

describe('what the user reads', () => {
  it.each(REASONS)('fits into a notification: %s', (refused) => {
    const words = sentence({ refused });
    expect(words.length).toBeLessThanOrEqual(NOTIFY_LENGTH);
    expect(words).toMatch(/^[A-Z].*\.$/);
  });

  it('fits relaunch descriptions into the 1,000 characters that Figma takes', () => {
    for (const words of Object.values(WORDS)) expect(words.length).toBeLessThanOrEqual(NOTIFY_LENGTH);
  });

  it('sums up a job', () => {
    const mug: Stands = { name: 'Mug', page: null, notes: [] };
    expect(summary([mug], [])).toBe('Realized: Mug');
    expect(summary([mug, { ...mug, name: 'Lamp' }], [])).toBe('2 pictures realized.');
    expect(summary([{ ...mug, page: 'Ideas' }], [])).toBe('Realized on page “Ideas”: Mug');
    const redone = TOLD.redone('Realize 1', 'Realize 2');
    expect(summary([{ ...mug, redone }], [])).toBe('Realized: Mug. By Realize 2 now, before by Realize 1.');
    expect(summary([mug, { ...mug, redone }], [])).toBe(
      '2 pictures realized. By Realize 2 now, before by Realize 1.',
    );
    expect(summary([mug, { ...mug, notes: ['image-traced'] }], [])).toBe(
      `2 pictures realized. Mug: ${NOTES['image-traced']}`,
    );
    const refusal = { refused: 'nothing-drawn' } as const;
    expect(summary([], [{ name: 'Empty', refusal }])).toBe(sentence(refusal));
    expect(summary([mug], [{ name: 'Empty', refusal }])).toBe(`1 of 2 realized. Empty: ${sentence(refusal)}`);
  });

  it('says why even where names are long', () => {
    const name = 'A very long name of a layer that somebody pasted from a brief, word by word';
    const refusal = { refused: 'hidden' } as const;
    const mug: Stands = { name, page: name, notes: [] };
    expect(clip(summary([mug], [{ name, refusal }]))).toContain('Show it');
    expect(summary([mug], []).length).toBeLessThanOrEqual(NOTIFY_LENGTH);
    expect(crowded(name, 99_999).length).toBeLessThanOrEqual(NOTIFY_LENGTH);
    expect(ahead(10_000).length).toBeLessThanOrEqual(NOTIFY_LENGTH);
  });

  it('never cuts a letter in half', () => {
    for (let i = 90; i < 101; i += 1)
      expect(clip('x'.repeat(i) + '😀😀😀😀😀😀')).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });

  it('cuts what is too long, and nothing else', () => {
    expect(clip('Realized: Mug')).toBe('Realized: Mug');
    const long = clip(stopped('x'.repeat(500)));
    expect(long).toHaveLength(NOTIFY_LENGTH);
    expect(long.endsWith('…')).toBe(true);
  });
});
