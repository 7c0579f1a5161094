// SVG's fill or stroke → Figma paints. In: style, definitions, where the node's
// unit square lies. Out: list of paints.
import { compose, invert, type Transform } from '../geometry/transform.ts';
import type { Plain } from '../document/record.ts';
import type { Store } from '../document/store.ts';
import { readPattern } from './pattern.ts';
import { readColour, type Style } from './style.ts';
import { length, readTransform } from './transform.ts';
import type { Element } from './xml.ts';

export interface Ground {
  store: Store;
  definitions: Map<string, Element>;
  /** From the file's own coordinates to the container. */
  root: Transform;
  /** From the element's user space to the container. */
  user: Transform;
  /** From the node's unit square to the container. */
  unit: Transform;
  /** The shape's box in user space, for objectBoundingBox gradients. */
  box: { x: number; y: number; width: number; height: number };
}

export function readPaint(style: Style, kind: 'fill' | 'stroke', ground: Ground): Plain[] {
  const worn = style['data-figma-gradient-fill'];
  if (kind === 'fill' && worn !== undefined) return [figmaGradient(worn, ground)];
  const text = style[kind] ?? (kind === 'fill' ? 'black' : 'none');
  const opacity = length(style[`${kind}-opacity`], 1, 1);
  const id = /^url\(\s*['"]?#([^'")]+)/.exec(text)?.[1];
  const target = id === undefined ? undefined : ground.definitions.get(id);
  if (target?.name === 'linearGradient' || target?.name === 'radialGradient')
    return [gradient(target, opacity, ground)];
  if (target?.name === 'pattern') {
    const width = Math.hypot(ground.unit[0][0], ground.unit[1][0]);
    const paint = readPattern(target, opacity, { ...ground, width });
    return paint ? [paint] : [];
  }
  const colour = readColour(id === undefined ? text : 'none', style.color);
  if (!colour) return [];
  const { r, g, b, a } = colour;
  return [{ type: 'SOLID', visible: true, opacity: opacity * a, blendMode: 'NORMAL', color: { r, g, b } }];
}

/**
 * Angular and diamond ones stand in the file as JSON, with a transform from the unit square to its
 * coordinates.
 */
function figmaGradient(text: string, ground: Ground): Plain {
  const {
    type,
    stops,
    transform: m,
    opacity,
    blendMode,
  } = JSON.parse(text) as {
    type: string;
    stops: Plain;
    transform: Record<'m00' | 'm01' | 'm02' | 'm10' | 'm11' | 'm12', number>;
    opacity: number;
    blendMode: string;
  };
  const place: Transform = [
    [m.m00, m.m01, m.m02],
    [m.m10, m.m11, m.m12],
  ];
  const gradientTransform = invert(compose(invert(ground.unit), compose(ground.root, place)));
  return {
    type,
    visible: true,
    opacity,
    blendMode,
    gradientStops: stops,
    gradientTransform: gradientTransform as unknown as Plain,
  };
}

function gradient(element: Element, opacity: number, ground: Ground): Plain {
  const chain = chainOf(element, ground.definitions);
  const find = (key: string): string | undefined =>
    chain.find((one) => one.attributes[key] !== undefined)?.attributes[key];
  const stops = chain.find((one) => one.children.some((child) => child.name === 'stop'))?.children ?? [];
  const isBox = find('gradientUnits') !== 'userSpaceOnUse';
  const { x, y, width, height } = ground.box;
  const boxed: Transform = isBox ? [[width, 0, x], [0, height, y]] : [[1, 0, 0], [0, 1, 0]]; // prettier-ignore
  const toContainer = compose(ground.user, compose(boxed, readTransform(find('gradientTransform'))));
  const at = (key: string, otherwise: number): number => {
    const text = find(key);
    return text === undefined ? otherwise : length(text, otherwise, 1);
  };
  let shape: Transform;
  if (element.name === 'linearGradient') {
    const [x1, y1, x2, y2] = [at('x1', 0), at('y1', 0), at('x2', 1), at('y2', 0)];
    const [ux, uy] = [x2 - x1, y2 - y1];
    shape = [
      [ux, -uy, x1 + uy / 2],
      [uy, ux, y1 - ux / 2],
    ];
  } else {
    const [cx, cy, r] = [at('cx', 0.5), at('cy', 0.5), at('r', 0.5)];
    shape = [
      [2 * r, 0, cx - r],
      [0, 2 * r, cy - r],
    ];
  }
  const gradientTransform = invert(compose(invert(ground.unit), compose(toContainer, shape)));
  return {
    type: element.name === 'linearGradient' ? 'GRADIENT_LINEAR' : 'GRADIENT_RADIAL',
    visible: true,
    opacity,
    blendMode: 'NORMAL',
    gradientStops: stops.filter((stop) => stop.name === 'stop').map(readStop),
    gradientTransform: gradientTransform as unknown as Plain,
  };
}

function readStop({ attributes }: Element): Plain {
  const style = Object.fromEntries(
    (attributes.style ?? '').split(';').map((pair) => pair.split(':').map((part) => part.trim())),
  ) as Record<string, string>;
  const colour = readColour(style['stop-color'] ?? attributes['stop-color'] ?? 'black');
  const opacity = length(style['stop-opacity'] ?? attributes['stop-opacity'], 1, 1);
  const { r, g, b, a } = colour ?? { r: 0, g: 0, b: 0, a: 0 };
  return {
    position: length(attributes.offset, 0, 1),
    color: { r, g, b, a: a * opacity },
    boundVariables: {},
  };
}

/** A gradient and those it takes from by href. */
function chainOf(element: Element, definitions: Map<string, Element>): Element[] {
  const chain: Element[] = [];
  for (let one: Element | undefined = element; one && !chain.includes(one);) {
    chain.push(one);
    const href: string | undefined = one.attributes.href ?? one.attributes['xlink:href'];
    one = href?.startsWith('#') ? definitions.get(href.slice(1)) : undefined;
  }
  return chain;
}
