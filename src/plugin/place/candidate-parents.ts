// A drawing's node in → the places that could take a picture of it as a
// guest: the nearest first, its page last.
//
//   page ◀ section ◀ frame ◀ auto layout ◀ group ◀ drawing
//    │       │         │         ✗           ✗        auto layout would make room for it, a group would grow
//    └───────┴─────────┴── these take guests, if nothing above them is hidden, locked, masked or an instance
import type { Box } from '../../core/sketch.ts';

type Host = PageNode | SectionNode | FrameNode | SlideNode;

export interface Home {
  host: Host;
  /** The drawing, or what holds it, among the host's own children. */
  child: SceneNode;
  /** Where the host's (0, 0) lies on the page. */
  origin: { x: number; y: number };
  /** What a guest must lie in to be seen whole; null on the page, which has no end. */
  within: Box | null;
  /** The hosts above this one with their child on the way down, for what may lie over it. */
  above: readonly { host: ChildrenMixin; child: SceneNode }[];
}

/** Empty for a node that is on no page. */
export function homesOf(drawing: SceneNode): Home[] {
  const way: { host: BaseNode & ChildrenMixin; child: SceneNode }[] = [];
  let child = drawing;
  for (let at = drawing.parent; at; at = at.parent) {
    if (at.type === 'DOCUMENT') break;
    way.push({ host: at, child });
    if (at.type !== 'PAGE') child = at;
  }
  const page = way.at(-1);
  if (page?.host.type !== 'PAGE') return [];

  const homes: Home[] = [
    { host: page.host, child: page.child, origin: { x: 0, y: 0 }, within: null, above: [] },
  ];
  let seen: Box | null = null; // of what lies deeper: each frame on the way may cut it off
  for (let i = way.length - 2; i >= 0; i -= 1) {
    const { host, child } = way[i]!;
    if (!isOpen(host)) break; // nothing below it may take guests either
    if (!takesGuests(host) || !host.absoluteBoundingBox) continue;
    seen = seen ? shared(seen, host.absoluteBoundingBox) : host.absoluteBoundingBox;
    if (!isUpright(host.absoluteTransform) || ('layoutMode' in host && host.layoutMode !== 'NONE')) continue;
    const [[, , x], [, , y]] = host.absoluteTransform;
    homes.unshift({ host, child, origin: { x, y }, within: seen, above: way.slice(i + 1) });
  }
  return homes;
}

function takesGuests(host: BaseNode): host is SectionNode | FrameNode | SlideNode {
  return host.type === 'SECTION' || host.type === 'FRAME' || host.type === 'SLIDE';
}

/** Whether what is put in below stays as it was put: seen, whole, opaque, and in one place only. */
function isOpen(host: BaseNode & ChildrenMixin): boolean {
  if (host.type === 'TRANSFORM_GROUP') return false; // it would repeat its guest
  if (host.type === 'INSTANCE' || host.type === 'COMPONENT' || host.type === 'COMPONENT_SET') return false;
  if ('visible' in host && !host.visible) return false;
  if ('locked' in host && host.locked) return false;
  if ('opacity' in host && host.opacity < 1) return false;
  if (host.type === 'SECTION' && host.sectionContentsHidden) return false;
  // A mask would hide its later siblings.
  return !host.children.some((child) => 'isMask' in child && child.isMask);
}

function isUpright([[a, b], [c, d]]: Transform): boolean {
  const near = (value: number, wanted: number): boolean => Math.abs(value - wanted) < 1e-4;
  return near(a, 1) && near(b, 0) && near(c, 0) && near(d, 1);
}

function shared(a: Box, b: Box): Box {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x);
  const height = Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y);
  return { x, y, width, height };
}
