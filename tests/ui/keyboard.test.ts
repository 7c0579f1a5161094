// Which keys take back and which make again.
import { expect, test } from 'vitest';
import { stepOf } from '../../src/ui/keyboard.ts';

const none = { ctrlKey: false, metaKey: false, shiftKey: false };

test.each([
  ['z', { ctrlKey: true }, 'undo'],
  ['z', { metaKey: true }, 'undo'],
  ['Z', { ctrlKey: true, shiftKey: true }, 'redo'],
  ['y', { ctrlKey: true }, 'redo'],
  ['z', {}, null],
  ['x', { ctrlKey: true }, null],
] as const)('%s %o: %s', (key, held, way) => {
  expect(stepOf({ key, ...none, ...held })).toBe(way);
});
