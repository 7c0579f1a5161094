import { describe, expect, it } from 'vitest';
import { faultIn, fileSafe, fill, numbered } from '../src/naming.ts';
import { faultOf } from '../src/words.ts';

const facts = { name: 'Mug', colourway: 'Clay', size: 1024, seed: 7 };

describe('a pattern for names', () => {
  it('takes each token for what is known of the picture, and leaves the number to who knows the other names', () => {
    expect(fill('{name}_{colourway}_{size}px_{seed}_{n}', facts)).toBe('Mug_Clay_1024px_7_{n}');
    expect(fill('  {name}   {name} ', facts)).toBe('Mug Mug');
    expect(fill('{name}', { ...facts, name: 'A {seed} $& B' })).toBe('A {seed} $& B');
  });

  it('that gives no name is told so, as is a token that there is not', () => {
    expect(faultIn('{name}')).toBeNull();
    expect(faultIn('mug')).toBeNull();
    expect(faultOf(faultIn('  ')!)).toContain('gives no name');
    expect(faultOf(faultIn('{name} {colour}')!)).toContain('no {colour}');
  });
});

describe('names that collide get a number', () => {
  const isTaken = (name: string) => ['Mug', 'Mug 2', 'Cup 1'].includes(name);
  it.each([
    ['Mug', 'Mug 3'],
    ['Cup', 'Cup'],
    ['Cup {n}', 'Cup 2'],
    ['{n}/{n}', '1/1'],
  ])('%s → %s', (wished, given) => expect(numbered(wished, isTaken)).toBe(given));
});

it('a file has no letters that systems do not take', () => {
  expect(fileSafe('a/b\\c:*?"<>|d')).toBe('a-b-c-d');
});
