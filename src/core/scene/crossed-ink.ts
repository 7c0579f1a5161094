// In: strokes that were outlined, among pieces. Out: where a slash strikes them out, the same pieces without
// it, whole again, and the slash seen on them in its ink.
// Lines that end at its sides (slash-parts.ts), and ends near it, are joined (slash-joints.ts).
import { inkWidth } from './brushes.ts';
import { penned } from './close-gaps.ts';
import { capsOf, inPen } from './ink-middles.ts';
import { distance } from './loose-ends.ts';
import type { Piece } from './piece.ts';
import { asideOf, isCut, jointsOf, wayAcross, type CutEnd } from './slash-joints.ts';
import { slashInInk, type InkSlash } from './slash-in-ink.ts';
import { slashParts } from './slash-parts.ts';
import { withPath } from './subpaths.ts';
import { polylines } from '../svg/path.ts';
import type { Polyline } from '../svg/polyline.ts';

/** Of a curve: fine enough to tell where it is round. */
const CHORDS = 24;

export function inkUncrossed(pieces: readonly Piece[], brushes: readonly Piece[]): readonly Piece[] {
  const slash = slashInInk(brushes);
  if (!slash) return pieces;
  const pen = slash.width;
  const inks = brushes.map((piece) => {
    const contours = polylines(piece.shape.d, CHORDS);
    const parts = slashParts(contours, slash);
    const caps = contours.flatMap((contour) => capsOf(contour, inkWidth(piece.shape)));
    const ends = caps.map((cap): CutEnd => ({ ...cap, aside: asideOf(cap.at, slash.from, slash.to) }));
    return { piece, parts, ends };
  });
  const long = distance(slash.from, slash.to);
  const free = inks
    .flatMap(({ ends }) => ends)
    .filter((end) => Math.abs(end.aside) > pen && isCut(end, { pen, long }));
  const across = jointsOf([...inks.flatMap(({ parts }) => parts?.ends ?? []), ...free], { pen, long });
  // What the ink is drawn on says itself what is whole.
  const isBare = pieces.every(({ role }) => role !== 'form');
  if ((isBare && across.length === 0) || inks.some(({ parts }) => !parts)) return pieces;
  const line = inPen(brushes[0]!, pen);
  return [
    ...pieces.flatMap((piece) => {
      const ink = inks.find((own) => own.piece === piece);
      return ink ? drawn(piece, ink.parts!.besides) : [piece];
    }),
    ...across.map(({ one, two }) => penned(line, wayAcross(one, two))),
    { ...penned(line, slashLine(slash)), role: 'print' },
  ];
}

const drawn = (piece: Piece, contours: readonly Polyline[]): Piece[] =>
  contours.length > 0 ? withPath(piece, contours.map(({ points }) => `M${points.join(' ')}Z`).join('')) : [];

/** From the middle of one round end to that of the other. */
function slashLine({ from: [ax, ay], to: [bx, by], width }: InkSlash): string {
  const short = width / 2 / Math.hypot(bx - ax, by - ay);
  const [dx, dy] = [short * (bx - ax), short * (by - ay)];
  return `M${ax + dx} ${ay + dy}L${bx - dx} ${by - dy}`;
}
