// In: a mask element, where it stands. Out: a copy in drawing coordinates; one that hides or shows and
// nothing between.
import { parseLength } from './basic-shapes.ts';
import { boxOf } from './box-of.ts';
import { contains, grown } from '../image/grid.ts';
import { declarations } from './style.ts';
import type { Box } from '../sketch.ts';
import type { Matrix } from './transform.ts';
import { writeXml, type Element } from './xml.ts';

/** What a mask shows by a tenth at least is shown whole. */
const STEP =
  '<feComponentTransfer><feFuncA type="discrete" tableValues="0 1 1 1 1 1 1 1 1 1"/></feComponentTransfer>';

/** Attributes that a mask's content takes from the groups around the mask, by name. */
export type Inherited = Readonly<Record<string, string>>;
const INHERITED = /^(fill|stroke|color$|clip-rule$)/;

/** Of what an element says of itself, in attributes and style, what its children inherit. */
export function inheritedBy({ attributes }: Element): Inherited {
  const { style = '' } = attributes;
  const said = style === '' ? attributes : { ...attributes, ...declarations(style) };
  // The current colour of `color` itself is the one around.
  const isOwn = (name: string, value: string): boolean =>
    INHERITED.test(name) && !/^inherit$/i.test(value) && !(name === 'color' && /^currentcolor$/i.test(value));
  return Object.fromEntries(Object.entries(said).filter(([name, value]) => isOwn(name, value)));
}

interface Mask {
  element: Element;
  /** Of its content. */
  matrix: Matrix;
  inherited: Inherited;
  /** Attribute that cuts its content at its region; null where that would cut nothing off. */
  cut: string | null;
}

/** An element's markup. */
export interface Written {
  plain: string;
  /** For pages where every pixel is one number. */
  crisp: string;
}

/** `box`: the drawing's. */
export function maskMarkup(name: string, { element, matrix, inherited, cut }: Mask, box: Box): Written {
  const { x, y, width, height } = box;
  const inner = {
    tag: 'g',
    attributes: { ...inherited, transform: `matrix(${matrix.join(' ')})` },
    children: element.children,
    text: '',
  };
  for (const inherited of ['fill', 'stroke', 'style']) {
    const value = element.attributes[inherited];
    if (value !== undefined) Object.assign(inner.attributes, { [inherited]: value });
  }
  const type =
    element.attributes['mask-type'] ??
    (/mask-type\s*:\s*alpha/.test(element.attributes['style'] ?? '') ? 'alpha' : 'luminance');
  const region = `x="${x - width}" y="${y - height}" width="${3 * width}" height="${3 * height}"`;
  const drawn = writeXml(inner);
  const content = cut === null ? drawn : `<g ${cut}>${drawn}</g>`;
  const plain = `<mask id="${name}" maskUnits="userSpaceOnUse" ${region} mask-type="${type}">${content}</mask>`;
  if (!/url\(|opacity|<image|href=/.test(drawn)) return { plain, crisp: plain };
  const light =
    '<feFlood flood-color="black" result="black"/><feMerge><feMergeNode in="black"/><feMergeNode in="SourceGraphic"/>' +
    '</feMerge><feColorMatrix type="luminanceToAlpha"/>';
  // As wide as the mask: resvg 2.6.2 does not draw every real file with less.
  const filter =
    `<filter id="${name}-step" filterUnits="userSpaceOnUse" ${region} ` +
    `color-interpolation-filters="sRGB">${type === 'alpha' ? '' : light}${STEP}</filter>`;
  const stepped = `<g filter="url(#${name}-step)">${content}</g>`;
  return {
    plain,
    crisp: `${filter}<mask id="${name}" maskUnits="userSpaceOnUse" ${region} mask-type="alpha">${stepped}</mask>`,
  };
}

/** A mask's region in its own coordinates where its content reaches beyond that; null where it does not. */
export function cuttingRegion({ attributes, children }: Element, page: Box): Box | null {
  if (attributes['maskUnits'] !== 'userSpaceOnUse') return null;
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(
    (name) => parseLength(attributes[name], NaN) ?? NaN,
  );
  const region = { x: x!, y: y!, width: width!, height: height! };
  const group: Element = { tag: 'g', attributes: {}, children, text: '' };
  const content = boxOf(group, page.width, page.height);
  if (!content || !(region.width > 0 && region.height > 0 && Number.isFinite(region.x + region.y)))
    return null;
  const slack = 0.01 * Math.max(region.width, region.height);
  return contains(grown(region, slack), content) ? null : region;
}

/** What a mask of either kind shows as it is. */
const WHITE = /^(?:#fff(?:fff)?|white)$/i;
/** What makes less of that, or something else. */
const LESS = /opacity|filter|mask|clip|transform|style|stroke/;

/** Whether all that a mask holds is one shape, white and opaque. */
export function isWhite({ attributes, children }: Element): boolean {
  const [only] = children;
  if (!only || children.length > 1 || Object.keys(only.attributes).some((name) => LESS.test(name)))
    return false;
  return WHITE.test(only.attributes['fill'] ?? attributes['fill'] ?? '');
}
