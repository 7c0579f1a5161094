import { expect, it } from 'vitest';
import { blocksOf } from '../../../src/core/svg/css-blocks.ts';

it('tells statements from blocks, in order', () => {
  expect(blocksOf('x: 1; a { y: 2; b { z: 3 } } @media q { } w: 4')).toEqual([
    { prelude: 'x: 1', body: null },
    { prelude: 'a', body: ' y: 2; b { z: 3 } ' },
    { prelude: '@media q', body: ' ' },
    { prelude: 'w: 4', body: null },
  ]);
});

it('passes over what stands in quotes and brackets', () => {
  expect(blocksOf('a[b="{;"]{x:url(d;e)} y:"\\";"; z:1').map(({ prelude }) => prelude)).toEqual([
    'a[b="{;"]',
    'y:"\\";"',
    'z:1',
  ]);
});

it('reads on to the end where nothing is closed', () => {
  expect(blocksOf('a { x: (1')).toEqual([{ prelude: 'a', body: ' x: (1' }]);
});
