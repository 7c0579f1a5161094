import { expect, it } from 'vitest';
import { markersOf } from '../../../src/core/svg/markers.ts';
import { INITIAL } from '../../../src/core/svg/style.ts';
import { elementOf, idsOf } from './elements.ts';

const ARROW = (attributes: string) =>
  idsOf(
    `<marker id="a" markerWidth="4" markerHeight="4" ${attributes}><path fill="context-stroke"/></marker>`,
  );

function transforms(
  d: string,
  style: Record<string, string>,
  attributes = 'orient="auto"',
  tag = 'path',
): string[] {
  const known = { ids: ARROW(attributes), inherited: new Map() };
  return markersOf(elementOf(`<${tag}/>`), d, { ...INITIAL, ...style }, known).map(
    ({ attributes: a }) => a['transform']!,
  );
}

it('stand at the vertices, turned as the path goes, as large as it is broad', () => {
  const style = { 'marker-end': 'url(#a)', 'stroke-width': '3' };
  expect(transforms('M0 0L10 0L10 5', style)).toEqual(['translate(10 5) rotate(90) scale(3) translate(0 0)']);
  expect(transforms('M0 0L10 0L10 5', { ...style, 'marker-mid': 'url(#a)' })[0]).toContain(
    'translate(10 0) rotate(45)',
  );
  expect(transforms('M0 0C0 5 5 10 10 10', { marker: 'url(#a)' })).toHaveLength(2);
  expect(transforms('M0 0H4V4Z', { marker: 'url(#a)' })[3]).toContain('translate(0 0) rotate(-67.5');
});

it('keep to their own units, place and side', () => {
  const start = { 'marker-start': 'url(#a)', 'stroke-width': '3' };
  expect(
    transforms('M0 0H9', start, 'markerUnits="userSpaceOnUse" orient="30" refX="2" viewBox="0 0 8 8"'),
  ).toEqual(['translate(0 0) rotate(30) scale(1) translate(-1 0)']);
  expect(transforms('M0 0H9', start, 'orient="auto-start-reverse"')[0]).toContain('rotate(180)');
});

it('are worn by paths alone, and take the path’s paint where they ask for it', () => {
  const known = { ids: ARROW(''), inherited: new Map() };
  const style = { ...INITIAL, stroke: 'red', 'marker-end': 'url(#a)' };
  expect(markersOf(elementOf('<rect/>'), 'M0 0H9', style, known)).toEqual([]);
  const [svg] = markersOf(elementOf('<line/>'), 'M0 0H9', style, known);
  expect(svg!.children[0]!.children[0]!.attributes['fill']).toBe('red');
});

it('take what the groups say that they stand in', () => {
  const ids = ARROW('');
  const inherited = new Map([[ids.get('a')!, { fill: 'none' }]]);
  const [svg] = markersOf(
    elementOf('<path/>'),
    'M0 0H9',
    { ...INITIAL, 'marker-end': 'url(#a)' },
    { ids, inherited },
  );
  expect(svg!.children[0]!.attributes['fill']).toBe('none');
});

it('are turned by an angle in any unit', () => {
  for (const [orient, turned] of [
    ['90', 90],
    ['0.25turn', 90],
    ['-45deg', -45],
    ['sideways', 0],
  ])
    expect(transforms('M0 0H5', { 'marker-end': 'url(#a)' }, `orient="${orient}"`)[0]).toContain(
      `rotate(${turned})`,
    );
});
