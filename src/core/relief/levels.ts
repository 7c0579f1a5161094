// In: Parts, how they are stacked, their bodies. Out: at what level each part's surface lies, and how broad
// its edges are rounded. Thickness from a part's own mean width (2 A / P), added up in paint order.
import type { Part, Parts } from '../parts/parts.ts';
import { bordersOf, type Contact, type Stacking } from './stacking.ts';

/** Per part, in drawing units. */
export interface Levels {
  /** Of its surface above the lowest parts: its own thickness and what lies below. */
  level: Float32Array;
  /** Width of the rounded edge: towards what lies lower, and towards nothing. */
  edge: Float32Array;
  outer: Float32Array;
}

/** A part's share of the usual thickness and of the usual rounding. */
export interface Body {
  /** By its material; below 0: it lies so much deeper than what it is drawn on. */
  thickness: number;
  /** So many times that, by hand; 1: as found. */
  raised: number;
  edge: number;
  /** Of the usual thickness what lies on it has: on paper and screens it is print, not a thing. */
  carries: number;
}

// Of the object's longer side: the thickest that a part lies on another, and the broadest edge.
const THICKEST_SHARE = 0.018;
const BROADEST_SHARE = 0.012;
// Of a part's own width.
const THICKNESS_PER_WIDTH = 0.35;
const EDGE_PER_WIDTH = 0.3;
// Edges of both sides meet in the middle at most.
const BROADEST_PER_WIDTH = 0.5;
// Of what is left to see of the part below: a bezel's ring is no deeper than it is broad.
const THICKNESS_PER_RIM = 0.35;
// An edge is no broader than this many thicknesses.
const EDGE_PER_THICKNESS = 1.6;
// What ends where the part below ends, too, is wrapped round it: an overlay.
const WRAPPED_THICKNESS = 0.45;
// What shares more than this of its border with what it lies on is no print: a flap, not a letter.
const PRINT_WRAPPED = 0.1;
// From this share of its border on a contact counts as lying on.
const LIES = 0.5;

/** `extent`: the object's longer side, in drawing units. */
export function levelsOf(
  { grid, parts }: Parts,
  { contacts, open }: Stacking,
  bodies: readonly Body[],
  extent: number,
): Levels {
  const unit = grid.box.width / grid.width;
  const border = bordersOf({ contacts, open });
  const below = parts.map((): Contact[] => []);
  for (const contact of contacts) if (contact.over >= LIES) below[contact.upper]!.push(contact);
  const widthOf = (part: Part, i: number): number => (2 * unit * part.pixels) / Math.max(1, border[i]!);
  const widths = parts.map(widthOf);
  const level = new Float32Array(parts.length);
  const edge = new Float32Array(parts.length);
  const outer = new Float32Array(parts.length);
  // Paint order: what lies below is known first.
  for (let i = 0; i < parts.length; i++) {
    const width = widths[i]!;
    const body = bodies[i]!;
    const broad = Math.min(
      body.edge * Math.min(BROADEST_SHARE * extent, EDGE_PER_WIDTH * width),
      BROADEST_PER_WIDTH * width,
    );
    outer[i] = broad;
    const on = below[i]!;
    if (on.length === 0) continue;
    const rim = Math.min(...on.map(({ lower }) => widths[lower]!));
    const wrapped = open[i]! / Math.max(1, border[i]!);
    const carrier = Math.min(...on.map(({ lower }) => bodies[lower]!.carries));
    const thick =
      body.thickness *
      body.raised *
      (wrapped > PRINT_WRAPPED ? 1 : carrier) *
      (1 - (1 - WRAPPED_THICKNESS) * Math.min(1, 3 * wrapped)) *
      Math.min(THICKEST_SHARE * extent, THICKNESS_PER_WIDTH * width, THICKNESS_PER_RIM * rim);
    level[i] = thick + Math.max(...on.map(({ lower }) => level[lower]!));
    edge[i] = Math.max(edge[i]!, Math.min(broad, EDGE_PER_THICKNESS * thick));
    // A frame is rounded towards what lies deeper in it.
    for (const { lower } of on)
      edge[lower] = Math.max(edge[lower]!, Math.min(outer[lower]!, -EDGE_PER_THICKNESS * thick));
  }
  return { level, edge, outer };
}
