// In: a mask with Figma's angular or diamond gradients in it. Out: the same, its shapes painted by patterns.
// Masks are drawn as they are written, not read shape by shape: what wears a gradient there has to say so.
import { readFigmaGradient, type FigmaGradient } from './figma-gradient.ts';
import type { KnownElements } from './known.ts';
import { gradientWorn } from './own-paint.ts';
import type { Ids } from './paint.ts';
import { IDENTITY } from './transform.ts';
import type { Box } from '../sketch.ts';
import type { Element } from './xml.ts';

/** In place. `box`: the drawing's; `patterns`: markup, to which those that are worn are added. */
export function wearInMasks({ ids, inherited }: KnownElements, box: Box, patterns: string[]): void {
  for (const element of inherited.keys())
    if (element.tag === 'mask') wearGradients(element, ids, box, patterns);
}

function wearGradients(mask: Element, ids: Ids, box: Box, patterns: string[]): void {
  let gradient: FigmaGradient | null = null;
  mask.children = mask.children.filter((child) => {
    const { attributes } = child;
    if (attributes['data-figma-skip-parse'] === 'true') {
      gradient = readFigmaGradient(child, ids);
      return gradient === null;
    }
    if (gradient && attributes['data-figma-gradient-fill'] !== undefined) {
      const where = { matrix: IDENTITY, across: box.width, down: box.height };
      const paint = gradientWorn(gradient, child, where, patterns);
      if (paint?.kind === 'drawn') attributes['fill'] = `url(#${paint.id})`;
      gradient = null;
    }
    wearGradients(child, ids, box, patterns);
    return true;
  });
}
