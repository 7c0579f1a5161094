// In: an element, what the groups around it hand down. Out: what it hands down itself: matrix, style, names,
// clips, looks.
// Groups that look as one are listed outermost first; of one element CSS's order: blend, opacity, clip, mask,
// filter.
import { boxOf } from './box-of.ts';
import type { Clips } from './clip.ts';
import { blendOf, blurOf, castsShadow, recolours } from './effects.ts';
import { innerFormOf } from './inner-shadow.ts';
import { maskModeOf } from './mask.ts';
import { staysInside, type Masked } from './mask-region.ts';
import { layerNameOf } from './layer-name.ts';
import type { Ids } from './paint.ts';
import { BLEND, BLUR, FADE, FILTER, ISOLATE } from './shape.ts';
import type { HandedDown } from './shapes-of.ts';
import { INITIAL, parseOpacity, reference, styleOf, type Style } from './style.ts';
import { IDENTITY, scaleOf } from './transform.ts';
import { entered } from './viewbox.ts';
import type { Box } from '../sketch.ts';
import type { Element } from './xml.ts';

/** What holds for all of a drawing. */
export interface Context {
  ids: Ids;
  clips: Clips;
  /** Whether anything is blended at all. */
  blends: boolean;
  /** A group's attribute with a number of its own, which keeps two in a row apart. */
  layer: (attribute: string) => string;
}

export function rootPlace(root: Element, box: Box, { layer }: Context): HandedDown {
  const style = styleOf(root, INITIAL);
  const opacity = parseOpacity(style['opacity']);
  return {
    matrix: IDENTITY,
    style,
    opacity,
    veil: 1,
    names: [],
    named: false,
    within: opacity < 1 ? [layer(`${FADE}${opacity}"`)] : [],
    blur: 0,
    shadow: false,
    innerForm: null,
    silhouette: null,
    across: box.width,
    down: box.height,
    uses: 0,
  };
}

/** The same place for several that are drawn in it one after the other. */
export function fadedAsOne(place: HandedDown, { layer }: Context): HandedDown {
  if (place.veil === 1) return place;
  return { ...place, within: [...place.within, layer(`${FADE}${place.veil}"`)], veil: 1 };
}

/** Null: it and all in it is invisible. `use`: that it is shown by. */
export function placeOf(
  element: Element,
  outer: HandedDown,
  context: Context,
  use: Element | null = null,
): HandedDown | null {
  const { attributes } = element;
  const { ids, clips, layer } = context;
  const style = styleOf(element, outer.style);
  if (style['display'] === 'none') return null;
  const own = parseOpacity(style['opacity']);
  const opacity = outer.opacity * own;
  if (opacity <= 0) return null;
  const space = entered(element, use, outer);
  if (!space) return null;
  const { matrix, across, down, window, around } = space;
  const written = attributes['data-name'] ?? attributes['label'] ?? attributes['id'];
  const name = written === undefined ? undefined : layerNameOf(written);
  const within = [...outer.within];
  const blend = blendOf(style);
  if (blend) within.push(layer(`${BLEND}${blend}"`));
  let veil = outer.veil * own;
  // What is blended in a group that fades or is isolated does not reach what lies below it.
  if (isGroup(element) || (context.blends && holdsBlended(element))) {
    if (veil < 1) within.push(layer(`${FADE}${veil}"`));
    else if (context.blends && isIsolated(style)) within.push(layer(`${ISOLATE}isolate"`));
    veil = 1;
  }
  const [clip, mask] = [reference(style['clip-path']), reference(style['mask'])];
  const box = (): Box | null => boxOf(element, across, down, ids);
  const masked: Masked = { box, isInside: () => staysInside(element, style) };
  for (const cut of [
    clip && clips.clip(clip, matrix, box),
    mask && clips.mask(mask, matrix, masked, maskModeOf(style)),
  ])
    if (cut) within.push(cut);
  const dye = recolours(style, ids);
  if (dye) within.push(layer(typeof dye === 'string' ? `${FILTER}${dye}"` : clips.filter(dye)));
  const blur = blurOf(style, ids) * scaleOf(matrix);
  // What lies in a blurred group is cut before it is blurred.
  if (blur > 0 && (isGroup(element) || holdsCut(element))) within.push(layer(`${BLUR}${blur}"`));
  if (window) within.push(clips.window(window, around));
  return {
    ...outer,
    matrix,
    across,
    down,
    style,
    opacity,
    veil,
    names: name === undefined ? outer.names : [...outer.names, name],
    named: name !== undefined,
    within,
    blur: Math.max(outer.blur, blur),
    shadow: outer.shadow || castsShadow(style, ids),
    // Of several shapes it is their union that is shaded, none of them by itself.
    innerForm: isGroup(element) ? null : (innerFormOf(style, ids) ?? outer.innerForm),
  };
}

/** Whether several shapes may be drawn in it that fade, blend or blur as one, or one that is cut. */
function isGroup({ tag, children }: Element): boolean {
  if (/^(use|svg|symbol)$/.test(tag)) return true;
  return isContainer({ tag }) && (children.length > 1 || children.some(isGroup));
}

const isContainer = ({ tag }: Pick<Element, 'tag'>): boolean => /^(g|a|switch|svg|symbol)$/.test(tag);

function holdsBlended(element: Element): boolean {
  return (
    isContainer(element) &&
    element.children.some(
      (child) => /mix-blend-mode/.test(child.attributes['style'] ?? '') || holdsBlended(child),
    )
  );
}

function holdsCut({ children }: Element): boolean {
  return children.some((child) => {
    const { attributes } = child;
    const isCut = 'clip-path' in attributes || 'mask' in attributes;
    return isCut || /(clip-path|mask)\s*:/.test(attributes['style'] ?? '') || holdsCut(child);
  });
}

/** Whether what is blended in it is kept from what lies below: what clips and masks do as well. */
function isIsolated(style: Style): boolean {
  return style['isolation'] === 'isolate' || (style['filter'] ?? 'none') !== 'none';
}
