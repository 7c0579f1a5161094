// In: a document's elements. Out: what has to be known of all of them before any is read: elements by id,
// what masks and markers inherit, whether anything is blended, or asks for the paints of what shows it. What
// patterns inherit is written into them.
import { keepName } from './layer-name.ts';
import { inheritedBy, type Inherited } from './mask.ts';
import type { Ids } from './paint.ts';
import type { Element } from './xml.ts';

export interface KnownElements {
  /** The first element of each id; the others lose theirs. */
  ids: Ids;
  /** By mask and marker, what they take from the groups that they stand in. */
  inherited: ReadonlyMap<Element, Inherited>;
  /** Whether anything is blended at all. */
  blends: boolean;
  /** Whether anything asks for the paints of what shows it (context-fill, context-stroke). */
  contexts: boolean;
}

export function knownOf(root: Element): KnownElements {
  const ids = new Map<string, Element>();
  const inherited = new Map<Element, Inherited>();
  let [blends, contexts] = [false, false];
  const walk = (element: Element, above: Inherited): void => {
    if (element.tag === 'mask' || element.tag === 'marker') inherited.set(element, above);
    // resvg gets a pattern without the groups around it.
    if (element.tag === 'pattern') element.attributes = { ...above, ...element.attributes };
    const id = element.attributes['id'];
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
    else if (id !== undefined) {
      // resvg takes the last one of an id.
      keepName(element.attributes);
      delete element.attributes['id'];
    }
    const { fill, stroke, style } = element.attributes;
    if (style?.includes('mix-blend-mode')) blends = true;
    if (`${fill} ${stroke} ${style}`.includes('context-')) contexts = true;
    const own = { ...above, ...inheritedBy(element) };
    for (const child of element.children) walk(child, own);
  };
  walk(root, {});
  return { ids, inherited, blends, contexts };
}
