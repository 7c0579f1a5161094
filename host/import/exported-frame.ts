// The file that Figma wrote of a frame that clips → what the frame is and what stands in it. In: job, svg,
// view. Out: or null.
import type { Plain } from '../document/record.ts';
import { IDENTITY } from '../geometry/transform.ts';
import type { Import } from './add-shape.ts';
import { readPaint, type Ground } from './paint.ts';
import { styleOf } from './style.ts';
import { length } from './transform.ts';
import type { Element } from './xml.ts';

type Box = readonly [x: number, y: number, width: number, height: number];

interface ExportedFrame {
  name: string | undefined;
  props: Record<string, Plain>;
  children: Element[];
}

/**
 * One group clipped to the whole view, the frame's fill as a first rectangle of that size; where it has a
 * border, a group around that and the border's rectangles, which lie half their width inside.
 */
export function exportedFrame(
  job: Import,
  svg: Element,
  view: Box,
  isSilent: (name: string) => boolean,
): ExportedFrame | null {
  const [group, ...more] = svg.children.filter((child) => !isSilent(child.name));
  if (!group || more.length > 0 || group.name !== 'g' || group.attributes.transform) return null;
  const own = group.children.filter((child) => !isSilent(child.name));
  const hasBorder = group.attributes['clip-path'] === undefined && own[0]?.name === 'g';
  const clipped = hasBorder ? own[0]! : group;
  const clip = /#([^'")]+)/.exec(clipped.attributes['clip-path'] ?? '')?.[1];
  const shape = clip === undefined ? undefined : job.definitions.get(clip)?.children[0];
  if (!shape || !covers(shape, view, 0)) return null;
  const borders = hasBorder ? own.slice(1) : [];
  if (!borders.every((border) => isBorder(border, view))) return null;
  const [first, ...rest] = clipped.children;
  const isGround = first !== undefined && covers(first, view, 0) && first.attributes.id === undefined;
  const paint = (element: Element, kind: 'fill' | 'stroke'): Plain[] =>
    readPaint(styleOf(element, {}, job.rules), kind, groundOf(job, view));
  const radius = length(shape.attributes.rx, 0);
  const corners = [
    'cornerRadius',
    'topLeftRadius',
    'topRightRadius',
    'bottomRightRadius',
    'bottomLeftRadius',
  ];
  return {
    name: group.attributes.id,
    props: {
      fills: isGround ? paint(first, 'fill') : [],
      ...Object.fromEntries(corners.map((key) => [key, radius])),
      ...(borders.length === 0 ? {} : { strokes: borders.flatMap((border) => paint(border, 'stroke')) }),
      ...sides(length(borders[0]?.attributes['stroke-width'], 1)),
    },
    children: isGround ? rest : clipped.children,
  };
}

const sides = (weight: number): Record<string, Plain> =>
  Object.fromEntries(['strokeWeight', 'strokeTopWeight', 'strokeRightWeight', 'strokeBottomWeight', 'strokeLeftWeight'].map((key) => [key, weight])); // prettier-ignore

const groundOf = (job: Import, [, , width, height]: Box): Ground => ({
  store: job.store,
  definitions: job.definitions,
  root: IDENTITY,
  user: IDENTITY,
  unit: [[width, 0, 0], [0, height, 0]],
  box: { x: 0, y: 0, width, height },
}); // prettier-ignore

function isBorder(element: Element, view: Box): boolean {
  const { id, fill, stroke } = element.attributes;
  const inset = length(element.attributes['stroke-width'], 1) / 2;
  return id === undefined && fill === undefined && stroke !== undefined && covers(element, view, inset);
}

function covers({ name, attributes }: Element, [x, y, width, height]: Box, inset: number): boolean {
  return (
    name === 'rect' &&
    attributes.transform === undefined &&
    length(attributes.x, 0) === x + inset &&
    length(attributes.y, 0) === y + inset &&
    length(attributes.width, 0, width) === width - 2 * inset &&
    length(attributes.height, 0, height) === height - 2 * inset
  );
}
