// Paints → SVG: the attributes of a fill or stroke, with gradients and images put into the definitions.
import type { Paint } from '@figma/plugin-typings/plugin-api-standalone';
import type { Transform } from '../geometry/transform.ts';
import type { NodeRecord, Plain } from '../document/record.ts';
import { gradient } from './gradient.ts';
import { imageFill } from './image-fill.ts';
import { patternFill } from './pattern-fill.ts';
import type { Page } from './page.ts';
import { colour, num, type Attributes } from './text.ts';

/** ?: no export was found that is known to be of a video or a shader; nothing is drawn for them. */
const UNDRAWN: ReadonlySet<Paint['type']> = new Set<Paint['type']>(['VIDEO', 'SHADER']);

/** Paints that are drawn, bottom-most first. */
export function visiblePaints(paints: Plain | undefined): DrawnPaint[] {
  return ((paints ?? []) as unknown as Paint[]).filter(isDrawn);
}

type DrawnPaint = Exclude<Paint, { type: 'VIDEO' | 'SHADER' }>;
const isDrawn = (paint: Paint): paint is DrawnPaint => paint.visible !== false && !UNDRAWN.has(paint.type);

/**
 * Attributes for one paint that SVG has; `kind` is "fill" or "stroke". `toWritten` goes from the node's space
 * to that in which the shape is written.
 */
export function paintAttributes(
  page: Page,
  record: NodeRecord,
  { paint, kind, toWritten }: { paint: Paint; kind: 'fill' | 'stroke'; toWritten: Transform },
): Attributes {
  const opacity = paint.opacity ?? 1;
  const faded = { [`${kind}-opacity`]: opacity < 1 ? num(opacity) : undefined };
  switch (paint.type) {
    case 'SOLID':
      return { [kind]: colour(paint.color), ...faded };
    case 'GRADIENT_LINEAR':
    case 'GRADIENT_RADIAL':
      return { [kind]: `url(#${gradient(page, record, paint, toWritten)})`, ...faded };
    case 'IMAGE':
      return { [kind]: `url(#${imageFill(page, record, paint)})`, ...faded };
    case 'PATTERN':
      return { [kind]: `url(#${patternFill(page, record, paint, toWritten)})`, ...faded };
    default:
      throw new Error(`export: the stand-in cannot draw a paint of type ${paint.type}`);
  }
}

/**
 * The attribute of a layer or paint that blends. Figma's names are CSS's but for two. (plugin-api.d.ts,
 * BlendMode; R: "mix-blend-mode:plus-lighter" and "plus-darker" in exports)
 */
export function blendStyle(mode: Plain | undefined): { style?: string } {
  const css = cssBlend(mode);
  return css === 'normal' ? {} : { style: `mix-blend-mode:${css}` };
}

export function cssBlend(mode: Plain | undefined): string {
  if (typeof mode !== 'string' || mode === 'PASS_THROUGH') return 'normal';
  return OTHER_NAMES[mode] ?? mode.toLowerCase().replace('_', '-');
}

const OTHER_NAMES: Partial<Record<string, string>> = {
  LINEAR_DODGE: 'plus-lighter',
  LINEAR_BURN: 'plus-darker',
};
