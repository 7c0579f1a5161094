// In: a mask element, where it stands. Out: a copy in drawing coordinates; one that hides or shows and
// nothing between.
import { converter } from 'culori/fn';
import { hex, parseColour } from '../colour/colour.ts';
import { declarations, type Style } from './style.ts';
import type { Box } from '../sketch.ts';
import type { Matrix } from './transform.ts';
import { writeXml, type Element } from './xml.ts';

/** What a mask shows by a tenth at least is shown whole. */
const STEP =
  '<feComponentTransfer><feFuncA type="discrete" tableValues="0 1 1 1 1 1 1 1 1 1"/></feComponentTransfer>';

const toLinear = converter('lrgb');

/** Luminance over black as opacity. */
const LIGHT =
  '<feFlood flood-color="black" result="black"/><feMerge><feMergeNode in="black"/><feMergeNode in="SourceGraphic"/>' +
  '</feMerge><feColorMatrix type="luminanceToAlpha"/>';

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
  /** What of its content shows, where the masked element says so; null: as the mask says itself. */
  mode: MaskMode | null;
}

export type MaskMode = 'alpha' | 'luminance';

/** CSS Masking 1: `mask: url(#m) alpha`, `mask-mode: alpha`. */
export function maskModeOf(style: Style): MaskMode | null {
  const behind = (style['mask'] ?? '').replace(/^url\([^)]*\)/, '');
  const said = /\b(?:alpha|luminance)\b/.exec(behind)?.[0] ?? style['mask-mode'];
  return said === 'alpha' || said === 'luminance' ? said : null;
}

const LINEAR = /color-interpolation\s*:\s*linearRGB/;

/** An element's markup. */
export interface Written {
  plain: string;
  /** For pages where every pixel is one number. */
  crisp: string;
}

/** `box`: the drawing's. */
export function maskMarkup(name: string, { element, matrix, inherited, cut, mode }: Mask, box: Box): Written {
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
  const { style = '' } = element.attributes;
  const own =
    element.attributes['mask-type'] ?? (/mask-type\s*:\s*alpha/.test(style) ? 'alpha' : 'luminance');
  const type = mode ?? own;
  const region = `x="${x - width}" y="${y - height}" width="${3 * width}" height="${3 * height}"`;
  const isLinear = element.attributes['color-interpolation'] === 'linearRGB' || LINEAR.test(style);
  const drawn = writeXml(isLinear && type === 'luminance' ? inLinearGreys(inner) : inner);
  const content = cut === null ? drawn : `<g ${cut}>${drawn}</g>`;
  const plain = `<mask id="${name}" maskUnits="userSpaceOnUse" ${region} mask-type="${type}">${content}</mask>`;
  if (!/url\(|opacity|<image|href=/.test(drawn)) return { plain, crisp: plain };
  // As wide as the mask: resvg 2.6.2 does not draw every real file with less.
  const filter =
    `<filter id="${name}-step" filterUnits="userSpaceOnUse" ${region} ` +
    `color-interpolation-filters="sRGB">${type === 'alpha' ? '' : LIGHT}${STEP}</filter>`;
  const stepped = `<g filter="url(#${name}-step)">${content}</g>`;
  return {
    plain,
    crisp: `${filter}<mask id="${name}" maskUnits="userSpaceOnUse" ${region} mask-type="alpha">${stepped}</mask>`,
  };
}

/**
 * A copy in greys as light as its flat colours are in linear light: resvg weighs all by sRGB
 * (findings/resvg-masks-in-srgb.sh).
 */
function inLinearGreys(element: Element): Element {
  const grey = (rules: Record<string, string>): Record<string, string> => {
    const greys = ['fill', 'stroke', 'color'].flatMap((name): [string, string][] => {
      const colour = parseColour(rules[name] ?? '');
      if (!colour) return [];
      const [r, g, b] = colour.rgb.map((value) => value / 255) as [number, number, number];
      const { r: red, g: green, b: blue } = toLinear({ mode: 'rgb', r, g, b });
      const light = 255 * (0.2126 * red + 0.7152 * green + 0.0722 * blue);
      return [[name, hex([light, light, light])]];
    });
    return { ...rules, ...Object.fromEntries(greys) };
  };
  const attributes = grey(element.attributes);
  const { style } = attributes;
  if (style !== undefined)
    attributes['style'] = Object.entries(grey(declarations(style)))
      .map((rule) => rule.join(':'))
      .join(';');
  return { ...element, attributes, children: element.children.map(inLinearGreys) };
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
