// In: Parts as drawn, choices, a seed. Out: the appearance of each: colour and material; nothing of pixels.
// Choice → Appearance → material values → appearance maps (base-colour.ts) → tensor (light/pack.ts).
import type { Material } from '../card.ts';
import type { Choice } from './choices.ts';
import { overWhite, type Rgb } from '../colour/colour.ts';
import { recolour } from './recolour.ts';
import { guess, toneOf } from './guess.ts';
import { naturalColour, plausible, surely } from './guess-by-look.ts';
import type { Keys } from '../parts/part-keys.ts';
import type { MaterialNames } from './material-by-name.ts';
import { isGraded, opacityOfPiece, paintOfPiece } from './material-clues.ts';
import { materialValuesOf, type ColouredPart, type MaterialValues } from './material-values.ts';
import type { PartLook } from './part-looks.ts';
import { findWheels } from './parts-by-shape.ts';
import { recolouringsOf } from './recolourings.ts';
import type { Part, Parts } from '../parts/parts.ts';
import { twinsOf } from '../parts/twins.ts';
import { painted } from '../scene/pens.ts';
import type { PieceMarkup } from '../scene/redraw.ts';
import type { Piece } from '../scene/piece.ts';
import type { Scene } from '../scene/scene.ts';
import { lookNotes } from './notes.ts';
import type { Note } from '../picture.ts';
import { colourOf } from '../svg/shape.ts';

const GREY: Rgb = [128, 128, 128];

export interface Appearance {
  /** Per part, one colour all over; null: what is painted there. */
  flat: (Rgb | null)[];
  /** Per part, the piece of glass that wears a gradient: its fill as seen over white, pixel by pixel. */
  glazes: (Piece | null)[];
  /** Per part, whether it is a shade of ink, which is worn as seen over white. */
  shades: boolean[];
  /** Per part, whether the drawing gives it no colour. */
  free: boolean[];
  /** Per part, the colour of its pixels where nothing is painted. */
  bare: Rgb[];
  /** Per part, how it is told to people. */
  colours: Rgb[];
  materialValues: MaterialValues;
  /** Markup of a piece in the colour that it wears. */
  pen: (piece: Piece) => PieceMarkup;
  /** Per part, what it may be made of where neither choice nor name says so, likeliest first. */
  open: string[][];
  /** What of all this was guessed. */
  notes: Note[];
  /** Something is not in the colour that it was drawn in. */
  recoloured: boolean;
  ofPiece: (piece: Piece) => { colour: Rgb; material: Material };
}

export interface DrawingChoices {
  /** Of the whole drawing. */
  name: string;
  seed: number;
  chosen: (key: string) => Choice | null;
  /** Per part, what it looks made of to the generator; null where that says nothing. */
  looks: readonly (PartLook | null)[];
}

/** `means`: per part the mean of what is painted there. */
export function appearanceOf(
  { pieces }: Scene,
  { parts: found, keys, means }: { parts: Parts; keys: Keys; means: readonly Rgb[] },
  { name, seed, chosen, looks }: DrawingChoices,
  names: MaterialNames,
): Appearance {
  const { parts } = found;
  const wheels = findWheels(parts);
  const free = parts.filter(isFree);
  const lookOf = new Map(parts.map((part, i) => [part, looks[i] ?? null]));
  const guesses = guess(free, wheels, name, { seed, looks: free.map((part) => lookOf.get(part) ?? null) });
  // What is alike is one thing twice.
  const twins = twinsOf(free.map(({ field, ...part }) => field ?? part));
  const guessed = new Map(free.map((part, i) => [part, guesses[guesses[i]!.sure ? i : twins[i]!]]));
  const choices = keys.ofPart.map((key) => chosen(key));
  const coloured = parts.map((part, i): ColouredPart => ({
    part,
    colour: choices[i]?.colour ?? guessed.get(part)?.colour ?? means[i] ?? GREY,
    wheel: wheels.has(part),
    choice: choices[i] ?? null,
    guess: guessed.get(part) ?? null,
    likely: likelyOf(part, lookOf.get(part) ?? null),
  }));
  const byPiece = (piece: Piece): Choice | null => chosen(keys.ofPiece(piece));
  const materialValues = materialValuesOf(coloured, { grid: found.grid, pieces, name }, byPiece, names);

  const flat = parts.map(({ piece }, i): Rgb | null => {
    const wished = choices[i]?.colour ?? null;
    // A material that has a colour of its own wears it where the drawing gives none.
    const tone = toneOf(materialValues.named[i]?.id ?? '', seed);
    if (isFree({ piece })) {
      const { guess: seen = null, colour = GREY } = coloured[i] ?? {};
      const natural = seen?.natural ?? null;
      const usual = natural && (natural.known ?? naturalColour(materialValues.named[i]?.id ?? '', natural));
      return wished ?? rgbOf(materialValues.colours[i]) ?? tone ?? usual ?? colour;
    }
    // The colour of glass is its fill as seen over white.
    const glass = materialValues.clear[i] === true && piece ? colourOf(paintOfPiece(piece)) : null;
    return glass && piece && (wished ?? overWhite(glass, opacityOfPiece(piece)));
  });
  const glazes = parts.map(({ piece }, i): Piece | null => {
    const isPlain = !piece || choices[i]?.colour || !isGraded(piece);
    return isPlain || !materialValues.clear[i] ? null : piece;
  });
  const recolourings = recolouringsOf(pieces, byPiece, (piece) => {
    const i = parts.findIndex((part) => part.piece === piece);
    return means[i] ?? colourOf(paintOfPiece(piece)) ?? GREY;
  });
  const bare = parts.map((_, i) => choices[i]?.colour ?? means[i] ?? GREY);
  const drawnIn = (piece: Piece | null): Rgb | null => {
    const paint = piece && paintOfPiece(piece);
    if (paint?.kind !== 'flat') return null;
    return piece?.shade
      ? overWhite(paint.colour.rgb, piece.shape.opacity * paint.colour.alpha)
      : paint.colour.rgb;
  };
  const { unsaid } = materialValues;
  const open = parts.map((part, i) => {
    const look = lookOf.get(part);
    return look && unsaid[i] && !guessed.get(part)?.sure ? plausible(look) : [];
  });
  return {
    flat,
    glazes,
    open,
    notes: lookNotes(coloured, materialValues),
    shades: parts.map(({ piece }, i) => piece?.shade === true && !choices[i]?.colour),
    free: parts.map(isFree),
    bare,
    colours: parts.map(({ piece }, i) => choices[i]?.colour ?? flat[i] ?? drawnIn(piece) ?? bare[i] ?? GREY),
    materialValues,
    pen: (piece) => {
      const change = recolourings.get(piece);
      return change ? recolour(piece, change, `dye-of-realize-${pieces.indexOf(piece)}`) : painted(piece);
    },
    recoloured: recolourings.size > 0,
    ofPiece: (piece) => ({
      colour: byPiece(piece)?.colour ?? colourOf(paintOfPiece(piece)) ?? GREY,
      material: materialValues.ofPiece(piece).material,
    }),
  };
}

/** What the drawing gives no colour. */
function isFree({ piece }: Pick<Part, 'piece'>): boolean {
  return piece === null || piece.bare;
}

/** What the generator is sure of; nothing of lines, and of what nothing is painted on, which is guessed. */
function likelyOf(part: Part, look: PartLook | null): string | null {
  return look && !part.wire && !isFree(part) ? surely(look) : null;
}

function rgbOf([r, g, b]: readonly number[] = []): Rgb | null {
  return r === undefined || g === undefined || b === undefined ? null : [r, g, b];
}
