// In: Pieces, a pen that says how each is drawn. Out: an SVG document of the drawing in that style.
import { blurGroup, blurredMarkup, isBlurredAlone, blurReach } from './blurs.ts';
import { fitFilters } from './filter-regions.ts';
import { overlap, type Grid } from '../image/grid.ts';
import type { Box } from '../sketch.ts';
import { cutLineTo, cutTo } from '../svg/cut-path.ts';
import type { DisplayList, Piece } from './piece.ts';
import { ADD, BLUR, FADE, isLook, penReach, type Drawing, type Shape } from '../svg/shape.ts';

/** Markup in drawing coordinates, empty to leave a piece out; `whole`: no group around it fades it. */
export type PieceMarkup = string | { whole: string };

export type PenStroke = (piece: Piece, index: number) => PieceMarkup;

export interface Page {
  grid: Grid;
  /** No anti-aliasing: every pixel has one piece's colour. */
  crisp?: boolean;
  /** Masks as they are, crisp or not. */
  softMasks?: boolean;
  /** Black under everything; else nothing. */
  ground?: '#000';
  /** Whether gradients, patterns and images are drawn as themselves. */
  paints?: boolean;
  /** Groups' attributes that are left out, as what they do is done elsewhere. */
  apart?: ReadonlySet<string>;
}

export function redraw({ drawing, pieces }: DisplayList, pen: PenStroke, page: Page): string {
  const { box, width, height } = page.grid;
  let body = '';
  let open: readonly string[] = [];
  pieces.forEach((piece, index) => {
    // resvg panics on a clipped group that lies off the canvas altogether.
    if (!touches(piece.shape, page)) return;
    const drawn = pen(page.crisp ? nearby(piece, page.grid) : piece, index);
    const whole = typeof drawn !== 'string';
    const sharp = whole ? drawn.whole : drawn;
    if (sharp === '') return;
    const markup =
      page.paints && isBlurredAlone(piece.shape) ? blurredMarkup(sharp, piece.shape, page.grid) : sharp;
    // Neighbours in paint order that share their groups' outer ones lie in the same: what is blended in a
    // group is blended with what lies in it, and a clip costs a layer each time.
    const within = piece.shape.within.filter((attribute) => {
      if (page.apart?.has(attribute) || attribute.startsWith(ADD)) return false;
      return page.paints ? !(whole && attribute.startsWith(FADE)) : !isLook(attribute);
    });
    const differs = within.findIndex((attribute, i) => attribute !== open[i]);
    const shared = differs < 0 ? within.length : differs;
    const opened = within
      .slice(shared)
      .map((attribute) =>
        attribute.startsWith(BLUR) ? blurGroup(attribute, page.grid) : `<g ${attribute}>`,
      );
    body += '</g>'.repeat(open.length - shared) + opened.join('') + markup;
    open = within;
  });
  body += '</g>'.repeat(open.length);
  const ground = page.ground
    ? `<path fill="${page.ground}" d="M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}Z"/>`
    : '';
  const clips = page.crisp && !page.softMasks ? drawing.crispClips : drawing.clips;
  // Masks may be painted with anything.
  const paints = page.paints || clips.includes('url(#') ? drawing.defs.paints : '';
  const defs = clips + drawing.defs.clips + paints;
  const document =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" preserveAspectRatio="none" ` +
    `viewBox="${box.x} ${box.y} ${box.width} ${box.height}"${page.crisp ? ' shape-rendering="crispEdges"' : ''}>` +
    `${defs ? `<defs>${defs}</defs>` : ''}${ground}${body}</svg>`;
  return fitFilters(document, box).replace(
    / href="data:/g,
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="data:',
  );
}

function touches(shape: Shape, { grid: { box, width, height }, paints }: Page): boolean {
  const half = penReach(shape.stroke) + (paints ? blurReach(shape) : 0);
  const own = shape.measure.box;
  // By a pixel at least: less than that shows nothing, and rounds to nothing in there.
  const [across, down] = [box.width / width - half, box.height / height - half];
  return (
    own.x + own.width > box.x + across &&
    own.x < box.x + box.width - across &&
    own.y + own.height > box.y + down &&
    own.y < box.y + box.height - down
  );
}

/**
 * Of a shape under a mask what lies around the grid. resvg gives it a layer as large as itself, and does not
 * draw all of those that are far larger than the page.
 */
function nearby(piece: Piece, { box }: Grid): Piece {
  const { shape } = piece;
  const isLine = piece.area === 'stroke';
  const isMasked = shape.within.some((attribute) => attribute.startsWith('mask'));
  if (!isMasked || piece.outlined || (isLine && shape.stroke.dash.length > 0)) return piece;
  // A cut line's ends are not to be seen.
  const [share, pen] = isLine ? [0.5, 2 * shape.stroke.width] : [0.5, 0];
  const [padX, padY] = [share * box.width + pen, share * box.height + pen];
  const around: Box = {
    x: box.x - padX,
    y: box.y - padY,
    width: box.width + 2 * padX,
    height: box.height + 2 * padY,
  };
  const shared = overlap(around, shape.measure.box);
  const { width, height } = shape.measure.box;
  if (!shared || (shared.width >= width && shared.height >= height)) return piece;
  const d = isLine ? cutLineTo(shape.d, around) : cutTo(shape.d, around);
  return d === '' && isLine ? piece : { ...piece, shape: { ...shape, d } };
}

/** Whether a shape reaches beyond the viewBox, where the frame cuts it. */
export function leaves(shape: Shape, drawing: Drawing): boolean {
  const half = penReach(shape.stroke);
  const { x, y, width, height } = shape.measure.box;
  const view = drawing.box;
  const slack = 1e-4 * Math.max(view.width, view.height);
  return (
    x - half < view.x - slack ||
    y - half < view.y - slack ||
    x + width + half > view.x + view.width + slack ||
    y + height + half > view.y + view.height + slack
  );
}
