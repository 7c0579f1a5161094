import { describe, expect, it } from 'vitest';
import { sentence } from '../../src/words.ts';
import { endOf, judge, reasonOf } from './judge.ts';
import type { Row } from './rows.ts';
import type { Seen, SeenPicture } from './seen.ts';

const PICTURE: SeenPicture = {
  name: 'Mug · realized',
  width: 512,
  height: 400,
  across: 256,
  down: 200,
  opaque: 0.4,
  colours: 60,
  over: [],
};
const GOOD: Seen = {
  end: 'closed',
  window: '',
  notices: ['Realized: Mug'],
  struck: [],
  pictures: [PICTURE],
  changed: '',
  undone: '',
  emptySteps: 0,
  unplacedImages: 0,
  errors: [],
  asked: [],
  workers: 0,
  ms: 3000,
};
const ROW: Row = { kind: 'frame', frame: 'data-lax', fault: 'node-deleted@loadAsync' };
const STRUCK = { ...GOOD, struck: [{ id: 'node-deleted' as const, at: 'loadAsync' }] };
const GONE = { ...STRUCK, pictures: [], notices: [sentence({ refused: 'node-gone' })] };

describe('a row passes', () => {
  it('with its picture where the fault did not strike', () => expect(judge(ROW, GOOD)).toEqual([]));
  it('with the one sentence that explains what struck', () => expect(judge(ROW, GONE)).toEqual([]));
  it('with either sentence where two things go wrong', () => {
    const failed = { ...GONE, notices: [sentence({ refused: 'runtime-failed' })] };
    for (const seen of [GONE, failed])
      expect(judge({ ...ROW, frame: 'sandboxed-no-wasm' }, seen)).toEqual([]);
    expect(judge(ROW, failed)).toHaveLength(1);
  });
  it('when the window that waits for a lost message can be cancelled', () => {
    const stood: Seen = {
      ...GONE,
      end: 'cancelled',
      notices: [],
      struck: [{ id: 'sent-lost', at: 'to page' }],
    };
    expect(judge({ ...ROW, fault: 'sent-lost:1' }, stood)).toEqual([]);
  });
});

describe('a row does not pass', () => {
  const picture = (more: Partial<SeenPicture>): Seen => ({ ...GOOD, pictures: [{ ...PICTURE, ...more }] });
  const WRONG: [string, Seen, RegExp][] = [
    ['when a picture of what is gone stands', STRUCK, /^pictures, allowed: node-gone/],
    ['with another sentence', { ...GONE, notices: [sentence({ refused: 'export-failed' })] }, /^export-failed, allowed/],
    ['with two sentences', { ...GONE, notices: [...GONE.notices, ...GONE.notices] }, /nobody can understand/],
    ['without a word', { ...GOOD, pictures: [], notices: [] }, /^taken back, allowed: pictures/],
    ['with a picture too few', { ...GOOD, pictures: [] }, /nobody can understand/],
    ['with a picture and a refusal', { ...GOOD, notices: [sentence({ refused: 'runtime-failed' })] }, /runtime-failed, allowed/],
    ['when it hangs', { ...GOOD, end: 'stuck' }, /nobody can understand: stuck/],
    ['when it must be cancelled', { ...GOOD, end: 'cancelled', pictures: [], notices: [] }, /^stands still, allowed/],
    ['with a blank picture', picture({ opaque: 0 }), /shows nothing/],
    ['with one of a single colour', picture({ colours: 1 }), /shows nothing/],
    ['with a distorted one', picture({ down: 256 }), /512 × 400 pixels on 256 × 256 units/],
    ['with one of another size', picture({ width: 300, height: 234 }), /is 300 × 234 pixels/],
    ['over other work', picture({ over: ['Jug'] }), /lies over Jug/],
    ['when the document is changed', { ...GOOD, changed: 'FRAME 1:2, name' }, /the document was changed: FRAME 1:2/],
    ['when undo does not bring it back', { ...GOOD, undone: 'RECTANGLE 1:9 is gone' }, /one undo/],
    ['with empty steps of undo', { ...GONE, emptySteps: 1 }, /1 steps of undo in which nothing happened/],
    ['with an image that stands nowhere', { ...GOOD, unplacedImages: 1 }, /1 images stored/],
    ['with an uncaught error', { ...GOOD, errors: ['TypeError: x'] }, /uncaught: TypeError/],
    ['with a request', { ...GOOD, asked: ['https://example.com/'] }, /a request: https/],
    ['with a worker left', { ...GOOD, workers: 1 }, /1 workers still run/],
  ]; // prettier-ignore
  it.each(WRONG)('%s', (_, seen, reason) => expect(judge(ROW, seen).join('; ')).toMatch(reason));

  it('when one of two drawings has no picture and nothing is said of it', () => {
    const two = { ...GOOD, notices: ['Realized: One'] };
    expect(judge({ ...ROW, kind: 'section' }, two)).toEqual(['1 pictures of 2 drawings']);
  });

  it('when a worker that dies once costs the picture', () => {
    const seen: Seen = {
      ...GONE,
      notices: [sentence({ refused: 'runtime-failed' })],
      struck: [{ id: 'worker-killed', at: 'worker' }],
    };
    expect(judge({ ...ROW, fault: 'worker-killed:1' }, seen).join()).toMatch(
      /^runtime-failed, allowed: pictures/,
    );
    expect(judge({ ...ROW, fault: 'worker-killed:2×9' }, seen)).toEqual([]);
  });
});

describe('what a notice says', () => {
  it('is known, cut short or of several', () => {
    const long = sentence({ refused: 'export-failed', detail: 'in exportAsync: '.repeat(9) });
    expect(reasonOf(`${long.slice(0, 99)}…`)).toBe('export-failed');
    expect(reasonOf('29 of 30 realized. Mug 1: The drawing was deleted before its picture was r…')).toBe(
      'node-gone',
    );
    expect(reasonOf('Realize Sketch stopped: x is not a function')).toBe(null);
  });

  it('may be said before the end only when much lies ahead', () => {
    const ahead = '30 pictures, one after another. Cancel takes all of them back.';
    expect(endOf({ ...GOOD, notices: [ahead, 'Realized: Mug'] })).toBe('pictures');
    expect(endOf({ ...GOOD, notices: ['Hello', 'Realized: Mug'] })).toBe(null);
    expect(endOf({ ...GOOD, notices: [ahead], pictures: [] })).toBe('taken back');
    expect(endOf({ ...GOOD, notices: [ahead], pictures: [], end: 'cancelled' })).toBe('stands still');
  });
});
