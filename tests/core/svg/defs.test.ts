import { expect, it } from 'vitest';
import { defsOf } from '../../../src/core/svg/defs.ts';
import { parseXml } from '../../../src/core/svg/xml.ts';

it('paints apart from what clips need; neither style sheets nor what is drawn', () => {
  const root = parseXml(
    '<svg><defs><linearGradient id="g"/><clipPath id="c"/><style>a{}</style><image id="i"/></defs>' +
      '<symbol id="s"/><pattern id="p"/><rect id="r"/></svg>',
    'svg',
  )!;
  expect(defsOf(root, ['<pattern id="own"/>'])).toEqual({
    clips: '<clipPath id="c"></clipPath><symbol id="s"></symbol>',
    paints:
      '<linearGradient id="g"></linearGradient><image id="i"></image><pattern id="p"></pattern><pattern id="own"/>',
  });
});

it('a link to nowhere in a symbol needs nothing of what is drawn', () => {
  const root = parseXml('<svg><symbol id="s"><a href="#"/></symbol><g><rect/></g></svg>', 'svg')!;
  expect(defsOf(root, [])).toEqual({ clips: '<symbol id="s"><a href="#"></a></symbol>', paints: '' });
});
