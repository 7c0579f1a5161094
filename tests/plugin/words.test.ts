import { describe, expect, it } from 'vitest';
import { REASONS } from '../../src/core/sketch.ts';
import { clip, NOTIFY_LENGTH, sentence, stopped, summary, WORDS } from '../../src/words.ts';

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
    expect(summary(['Mug'], [])).toBe('Realized: Mug');
    expect(summary(['Mug', 'Lamp'], [])).toBe('2 pictures realized.');
    const refusal = { refused: 'nothing-drawn' } as const;
    expect(summary([], [{ name: 'Empty', refusal }])).toBe(sentence(refusal));
    expect(summary(['Mug'], [{ name: 'Empty', refusal }])).toBe(
      `1 of 2 realized. Empty: ${sentence(refusal)}`,
    );
  });

  it('cuts what is too long, and nothing else', () => {
    expect(clip('Realized: Mug')).toBe('Realized: Mug');
    const long = clip(stopped('x'.repeat(500)));
    expect(long).toHaveLength(NOTIFY_LENGTH);
    expect(long.endsWith('…')).toBe(true);
  });
});
