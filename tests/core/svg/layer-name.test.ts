import { expect, it } from 'vitest';
import { layerNameOf } from '../../../src/core/svg/layer-name.ts';

it.each([
  ['K\u00c3\u00bchler glass', 'Kühler glass'],
  ['\u00e3\u0082\u00ac\u00e3\u0083\u00a9\u00e3\u0082\u00b9', 'ガラス'],
  ['plain', 'plain'],
  ['Kühler', 'Kühler'], // a file that another tool wrote: no UTF-8 in it
  ['ガラス', 'ガラス'],
])('%s is %s', (written, name) => {
  expect(layerNameOf(written)).toBe(name);
});
