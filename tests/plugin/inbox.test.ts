import { describe, expect, it } from 'vitest';
import { openInbox } from '../../src/plugin/inbox.ts';

const refused = (job: number, index: number) =>
  ({ type: 'refused', job, index, refusal: { refused: 'nothing-drawn' } }) as const;

describe('the inbox', () => {
  it('hands the answer to the job that waits for it', async () => {
    const inbox = openInbox();
    inbox.begin(1);
    const answer = inbox.wait(1, 0);
    inbox.give(refused(1, 1));
    inbox.give(refused(2, 0));
    inbox.give(refused(1, 0));
    expect(await answer).toEqual(refused(1, 0));
  });

  it('tells an older job that it is superseded, and answers to it fall through', async () => {
    const inbox = openInbox();
    inbox.begin(1);
    const old = inbox.wait(1, 0);
    inbox.begin(2);
    expect(await old).toEqual({ type: 'superseded' });
    const young = inbox.wait(2, 0);
    inbox.give(refused(1, 0));
    inbox.give(refused(2, 0));
    expect(await young).toEqual(refused(2, 0));
    expect(await inbox.wait(1, 1)).toEqual({ type: 'superseded' });
  });

  it('remembers a cancel that came while nothing waited', async () => {
    const inbox = openInbox();
    inbox.begin(4);
    inbox.give({ type: 'cancel', job: 4 });
    expect(inbox.ended(4)).toBe('cancel');
    expect(await inbox.wait(4, 0)).toEqual({ type: 'cancel' });
    inbox.begin(5);
    expect(inbox.ended(5)).toBeNull();
  });
});
