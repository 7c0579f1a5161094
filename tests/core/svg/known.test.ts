import { expect, it } from 'vitest';
import { knownOf } from '../../../src/core/svg/known.ts';
import { elementOf } from './elements.ts';

it('finds ids, and what masks and markers take from the groups around them', () => {
  const root = elementOf(
    '<g fill="red"><g style="stroke:blue"><mask id="m"/></g><marker id="a"/><rect id="m"/></g>',
  );
  const { ids, inherited, blends } = knownOf(root);
  expect(ids.get('m')!.tag).toBe('mask');
  expect([...inherited].map(([{ tag }, own]) => [tag, own])).toEqual([
    ['mask', { fill: 'red', stroke: 'blue' }],
    ['marker', { fill: 'red' }],
  ]);
  expect(blends).toBe(false);
  const around = elementOf('<g fill="red" color="blue"><pattern id="p" fill="none"/></g>');
  expect(knownOf(around).ids.get('p')!.attributes).toEqual({ id: 'p', fill: 'none', color: 'blue' });
  expect(knownOf(elementOf('<g style="mix-blend-mode:hue"/>')).blends).toBe(true);
});

it('of several elements with one id the first has it; the others keep their names', () => {
  const root = elementOf('<g><rect id="a"/><circle id="a"/><path id="a" label="wheel"/></g>');
  expect(knownOf(root).ids.get('a')!.tag).toBe('rect');
  const [, second, third] = root.children;
  expect(second!.attributes).toEqual({ 'data-name': 'a' });
  expect(third!.attributes).toEqual({ label: 'wheel' });
});
