import { expect, it } from 'vitest';
import { createBar } from '../../src/cli/bar.ts';

function terminal(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  return { isTTY, columns, written, write: (text: string) => written.push(text) > 0 };
}

it('shows how far one file is, and a line above it', () => {
  const stream = terminal(true);
  const bar = createBar(stream, 1);
  bar.show(0, 'mug.svg', 0.5);
  expect(stream.written.at(-1)).toBe(`[${'█'.repeat(12)}${'·'.repeat(12)}] 50 %  mug.svg`);
  bar.say('mug.svg → mug.png');
  expect(stream.written.slice(-2)).toEqual(['\r\x1b[2K', 'mug.svg → mug.png\n']);
});

it('counts several, and never fills the line', () => {
  const stream = terminal(true, 50);
  createBar(stream, 4).show(1, `${'long'.repeat(20)}.svg`, 0);
  expect(stream.written.at(-1)).toMatch(/^\[█{6}·{18}\] 2 of 4 {2}long/);
  expect(stream.written.at(-1)).toHaveLength(49);
});

it('writes lines alone where there is no terminal', () => {
  const stream = terminal(false);
  const bar = createBar(stream, 2);
  bar.show(0, 'mug.svg', 0.5);
  bar.say('mug.svg → mug.png');
  bar.end();
  expect(stream.written).toEqual(['mug.svg → mug.png\n']);
});
