// In: pieces in paint order, how some of them are drawn. Out: all of them, where some are blended in a way
// that resvg does not know, or mistakes.
// Compositing and Blending 1: a group that fades, is cut or isolated is composed by itself and then laid on
// what lies below it; so is each blended group at its own level (image/blend.ts).
import { blendOver } from '../image/blend.ts';
import type { Rgba } from '../sketch.ts';
import { ADD, BLEND, BLUR, FADE, FILTER, isLook } from '../svg/shape.ts';
import type { Piece } from './piece.ts';

/** What resvg draws otherwise than browsers (findings/resvg-blends-below-black.sh), and plus-lighter. */
const APART = /^style="mix-blend-mode:(?:plus-lighter|hue|saturation|color|luminosity)"/;

/** `from`: place of the first among all; `apart`: attributes of groups whose work is done here. */
type Draw = (pieces: readonly Piece[], from: number, apart: ReadonlySet<string>) => Rgba;

interface Place {
  /** Of the first piece among all. */
  from: number;
  /** How many of the groups around are composed already. */
  depth: number;
  apart: ReadonlySet<string>;
}

export function composed(
  pieces: readonly Piece[],
  { width, height }: Pick<Rgba, 'width' | 'height'>,
  draw: Draw,
): Rgba {
  const compose = (some: readonly Piece[], { from, depth, apart }: Place): Rgba => {
    if (!some.some((piece) => isApart(piece, depth))) return draw(some, from, apart);
    const whole: Rgba = { width, height, data: new Uint8Array(4 * width * height) };
    for (const run of runsOf(some, depth)) {
      const { group } = run;
      const inner = { from: from + run.from, depth: depth + 1, apart };
      if (group === undefined) lay('', draw(run.pieces, inner.from, apart).data, whole.data);
      else {
        // A clip or mask is drawn with what lies in it.
        const own = isLook(group) ? { ...inner, apart: new Set([...apart, group]) } : inner;
        lay(group, compose(run.pieces, own).data, whole.data);
      }
    }
    return whole;
  };
  return compose(pieces, { from: 0, depth: 0, apart: new Set() });
}

const isApart = ({ shape }: Piece, depth: number): boolean =>
  shape.within.slice(depth).some((attribute) => APART.test(attribute));

interface Run {
  pieces: Piece[];
  from: number;
  /** The group that is composed by itself; undefined: none is. */
  group: string | undefined;
}

/** Neighbours that are blended as one, or lie in one group with something that is blended here. */
function runsOf(pieces: readonly Piece[], depth: number): Run[] {
  const at = ({ shape }: Piece): string | undefined => shape.within[depth];
  const mixed = new Set(pieces.filter((piece) => isApart(piece, depth + 1)).map(at));
  const runs: Run[] = [];
  pieces.forEach((piece, from) => {
    const own = at(piece);
    const isFiltered = own?.startsWith(FILTER) || own?.startsWith(BLUR);
    const group = own?.startsWith(BLEND) || (mixed.has(own) && !isFiltered) ? own : undefined;
    const last = runs.at(-1);
    if (last && last.group === group) last.pieces.push(piece);
    else runs.push({ pieces: [piece], from, group });
  });
  return runs;
}

/** One composed group on what lies below, in place. */
function lay(group: string, above: Uint8Array, below: Uint8Array): void {
  const mode = group.startsWith(BLEND) ? group.slice(BLEND.length).split('"')[0]! : 'normal';
  const fade = group.startsWith(FADE) ? Number(group.slice(FADE.length).split('"')[0]) : 1;
  for (let at = 0; at < below.length; at += 4) {
    if (fade < 1) above[at + 3] = Math.round(fade * above[at + 3]!);
    if (!group.startsWith(ADD)) blendOver(mode, below, above, at);
    else if (above[at + 3]! > 0) add(below, above, at);
  }
}

/** CSS's plus-lighter, in place: premultiplied colours and alphas are added, up to white and opaque. */
function add(below: Uint8Array, above: Uint8Array, at: number): void {
  const [under, over] = [below[at + 3]! / 255, above[at + 3]! / 255];
  const alpha = Math.min(1, under + over);
  for (let c = at; c < at + 3; c++) {
    const sum = Math.min(255, below[c]! * under + above[c]! * over);
    below[c] = Math.min(255, Math.round(sum / alpha));
  }
  below[at + 3] = Math.round(255 * alpha);
}
