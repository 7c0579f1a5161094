// Effects of a node → one SVG filter, word for word as Figma writes it.
// R: the form of the filter (BackgroundImageFix, hardAlpha, effectN_…) and of background blur (a foreignObject with
// backdrop-filter before the node, data-figma-bg-blur-radius on it) is that of exports in many public repositories.
// D: what each effect means is in plugin-api.d.ts, Effect.
import type { Effect } from '@figma/plugin-typings/plugin-api-standalone';
import { renderBounds } from '../geometry/bounds.ts';
import { boxOf, transformPath, type Rect } from '../geometry/geometry.ts';
import { visibleEffects } from '../geometry/effect-reach.ts';
import { outlines } from '../geometry/outline.ts';
import { absoluteBox } from '../document/scene.ts';
import * as say from '../limits/sentences.ts';
import type { NodeRecord } from '../document/store.ts';
import { viewOf, type Page } from './page.ts';
import { element, num, shortPath } from './text.ts';

type Blur = Extract<Effect, { type: 'LAYER_BLUR' | 'BACKGROUND_BLUR' }>;
const isBackgroundBlur = (effect: Effect): effect is Blur => effect.type === 'BACKGROUND_BLUR';
type Shadow = Extract<Effect, { type: 'DROP_SHADOW' | 'INNER_SHADOW' }>;

/** The letter of each effect in a filter's id: filter0_di_1_23. */
const LETTER: Partial<Record<Effect['type'], string>> = { DROP_SHADOW: 'd', INNER_SHADOW: 'i', LAYER_BLUR: 'f' }; // prettier-ignore

const HARD_ALPHA = element('feColorMatrix', {
  in: 'SourceAlpha',
  type: 'matrix',
  values: '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0',
  result: 'hardAlpha',
});

/** The attributes that apply the node's effects; none when it has none. */
export function effectAttributes(page: Page, record: NodeRecord): Record<string, string> {
  const effects = visibleEffects(record);
  const blur = effects.find(isBackgroundBlur);
  const marked = blur ? { 'data-figma-bg-blur-radius': num(blur.radius) } : {};
  const own = effects.filter((effect) => effect.type !== 'BACKGROUND_BLUR');
  if (own.length === 0) return marked;
  const letters = own.map((effect) => {
    const letter = LETTER[effect.type];
    if (!letter) throw say.notHere(`effect ${effect.type} in SVG export`);
    return letter;
  });
  const id = page.idFor('filter', letters.join(''));
  const name = (index: number, kind: string): string => `effect${index + 1}_${kind}_${page.ending}`;
  const lines = [element('feFlood', { 'flood-opacity': '0', result: 'BackgroundImageFix' })];
  let below = 'BackgroundImageFix';
  let count = 0;
  for (const shadow of own)
    if (shadow.type === 'DROP_SHADOW') {
      const result = name(count, 'dropShadow');
      lines.push(...dropShadow(shadow, below, result));
      below = result;
      count += 1;
    }
  lines.push(element('feBlend', { mode: 'normal', in: 'SourceGraphic', in2: below, result: 'shape' }));
  let top = 'shape';
  for (const shadow of own)
    if (shadow.type === 'INNER_SHADOW') {
      const result = name(count, 'innerShadow');
      lines.push(...innerShadow(shadow, top, result));
      top = result;
      count += 1;
    }
  for (const effect of own)
    if (effect.type === 'LAYER_BLUR')
      lines.push(
        element('feGaussianBlur', {
          stdDeviation: num(effect.radius / 2),
          result: name(count++, 'foregroundBlur'),
        }),
      );
  const filter = { id, ...regionOf(page, record), filterUnits: 'userSpaceOnUse', 'color-interpolation-filters': 'sRGB' }; // prettier-ignore
  page.definitions.push(element('filter', filter, lines.join('\n')));
  return { filter: `url(#${id})`, ...marked };
}

function dropShadow(shadow: Shadow, below: string, result: string): string[] {
  const { showShadowBehindNode } = shadow as Extract<Shadow, { type: 'DROP_SHADOW' }>;
  return [
    HARD_ALPHA,
    ...spread(shadow, result, 'dilate'),
    ...offset(shadow),
    ...(showShadowBehindNode === true ? [] : [element('feComposite', { in2: 'hardAlpha', operator: 'out' })]),
    tint(shadow),
    element('feBlend', { mode: 'normal', in2: below, result }),
  ];
}

function innerShadow(shadow: Shadow, below: string, result: string): string[] {
  return [
    HARD_ALPHA,
    ...spread(shadow, result, 'erode'),
    ...offset(shadow),
    element('feComposite', { in2: 'hardAlpha', operator: 'arithmetic', k2: '-1', k3: '1' }),
    tint(shadow),
    element('feBlend', { mode: 'normal', in2: below, result }),
  ];
}

function spread({ spread: width = 0 }: Shadow, result: string, grow: 'dilate' | 'erode'): string[] {
  if (width === 0) return [];
  const operator = width > 0 === (grow === 'dilate') ? 'dilate' : 'erode';
  return [element('feMorphology', { radius: num(Math.abs(width)), operator, in: 'SourceAlpha', result })];
}

const offset = ({ offset: { x, y }, radius }: Shadow): string[] => [
  element('feOffset', { dx: x || undefined, dy: y || undefined }),
  ...(radius > 0 ? [element('feGaussianBlur', { stdDeviation: num(radius / 2) })] : []),
];

const tint = ({ color: { r, g, b, a } }: Shadow): string =>
  element('feColorMatrix', {
    type: 'matrix',
    values: [0, 0, 0, 0, r, 0, 0, 0, 0, g, 0, 0, 0, 0, b, 0, 0, 0, a, 0].map(num).join(' '),
  });

/** Where the filter may draw, in the SVG's coordinates. */
function regionOf(page: Page, record: NodeRecord): Record<string, string> {
  const drawn = renderBounds(page.store, record) ?? absoluteBox(page.store, record);
  const { x, y, width, height } = boxOf(page.toView, drawn);
  return { x: num(x), y: num(y), width: num(width), height: num(height) };
}

/** What Figma writes before a node that blurs what lies behind it: HTML inside the SVG, which only browsers draw. */
export function backgroundBlur(page: Page, record: NodeRecord): string[] {
  const blur = visibleEffects(record).find(isBackgroundBlur);
  if (!blur) return [];
  const id = `${page.idFor('bgblur_')}_clip_path`;
  const { x, y, width, height }: Rect = boxOf(page.toView, absoluteBox(page.store, record));
  const [left, top] = [x - blur.radius, y - blur.radius];
  const data = outlines(page.store, record).map(({ data }) => transformPath(data, viewOf(page, record)));
  const clip = element('path', { d: shortPath(data.join('')) });
  page.definitions.push(
    element('clipPath', { id, transform: `translate(${num(-left)} ${num(-top)})` }, clip),
  );
  const style = `backdrop-filter:blur(${num(blur.radius / 2)}px);clip-path:url(#${id});height:100%;width:100%`;
  const size = { width: num(width + 2 * blur.radius), height: num(height + 2 * blur.radius) };
  const div = `<div xmlns="http://www.w3.org/1999/xhtml" style="${style}"></div>`;
  return [
    `<foreignObject x="${num(left)}" y="${num(top)}" width="${size.width}" height="${size.height}">${div}</foreignObject>`,
  ];
}
