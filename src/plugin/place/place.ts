// A finished picture in → it stands where the user wants it, at the drawing's own scale: beside
// its drawing over nothing else, exactly over it, in its auto layout, as its fill, or in place
// of the picture that stands already.
import type { Note } from '../../core/picture.ts';
import type { Refusal } from '../../core/sketch.ts';
import { isRefusal } from '../../core/sketch.ts';
import type { Made } from '../../protocol/made.ts';
import type { Again, Cannot, MapKind, Where } from '../../protocol/placing.ts';
import { WORDS } from '../../words.ts';
import { canBeFilled, fillWith } from './fill.ts';
import { coverNow, type Reading } from '../read/read.ts';
import { offerAgain } from './relaunch.ts';
import { olderThan, pictureOf, renew } from './update-picture.ts';
import { bothOf, liesOf, sheetsOf, type Lies, type Painted, type Sheets } from './stored-images.ts';
import { openPage } from './open-page.ts';
import { findFlow, findOver, findSpot, type Spot } from './find-spot.ts';
import { standNew, type Legend, type Standing } from './create-layers.ts';
import { madeFrom, nameOf, standing, topOf, type Drawing } from '../drawing.ts';

export type Canvas = Pick<PluginAPI, 'createImage' | 'createRectangle'>;

/** One picture to place, and how. */
export interface Offer {
  picture: Painted & { width: number; height: number };
  made: Made;
  thumb: Uint8Array | null;
  where: Where;
  again: Again;
}

export interface Placed {
  source: Drawing;
  /** Name of the drawing. */
  drawing: string;
  /** The picture's layer, or the drawing that is filled with it. */
  node: SceneNode;
  page: PageNode;
  notes: readonly Note[];
  /** It is a map of the surface, which is in no history; left out: it is a picture. */
  map?: MapKind | undefined;
  /** A layer that was not there before. */
  isNew: boolean;
  /** Name of the generator that made the picture that stood here, where another one made this. */
  older: string | null;
  /** It stands without the shadow layer that was wanted: in a flow that would be a picture of its own. */
  lacksShadow: boolean;
  made: Made;
  thumb: Uint8Array | null;
  /** Of the image, in pixels. */
  width: number;
  height: number;
  sheets: Sheets;
  /** Once nothing will be taken back: the drawing gets its button. */
  seal: () => void;
  /** Leaves the document as it was before this picture. */
  takeBack: () => void;
}

/** `selected`: ids of layers; a selected picture is the one to update. */
export async function place(
  canvas: Canvas,
  reading: Reading,
  offer: Offer,
  selected: ReadonlySet<string>,
): Promise<Placed | Refusal> {
  const source = reading.drawing;
  const page = await openPage(source);
  if (isRefusal(page)) return page;
  // From here on nothing waits: what is seen of the document stays true until the picture stands.
  const cover = coverNow(reading);
  const legend = legendOf(source, offer);
  const lies = liesOf(source, cover, offer.picture);
  if (offer.where === 'layout') lies.shadow = null; // in the flow it would be a picture of its own
  const beside = (top: SceneNode): Spot | null => findSpot(top, bothOf(lies), cover.canvas);
  const way = wayOf(source, page, lies, { offer, selected, beside });
  if (isRefusal(way)) return way;
  const sheets = sheetsOf(canvas, offer.picture, lies);
  if (isRefusal(sheets)) return sheets;
  const standing = way.put(canvas, sheets, legend);
  return isRefusal(standing)
    ? standing
    : placedFrom(source, page, standing, { offer, sheets, isNew: way.isNew, older: way.older });
}

export function legendOf(
  source: Drawing,
  { made, where }: Offer,
  more?: Pick<Legend, 'number' | 'map'>,
): Legend {
  return { drawing: nameOf(source), made: madeFrom(source, made), where, ...more };
}

/** The one layer that can take a picture as its fill. */
function fillable(source: Drawing): SceneNode | null {
  const [layer, ...others] = standing(source);
  return layer && others.length === 0 && canBeFilled(layer) ? layer : null;
}

/** What the panel need not offer. */
export function cannotOf(source: Drawing): Cannot {
  const top = topOf(source);
  return {
    ...(fillable(source) ? {} : { fill: 'no-fill' }),
    ...(top && findFlow(top) ? {} : { layout: 'no-layout' }),
  };
}

interface Placement {
  isNew: boolean;
  older: string | null;
  put: (canvas: Canvas, sheets: Sheets, legend: Legend) => Standing | Refusal;
}

interface Choice {
  offer: Offer;
  /** Ids of what is selected: of several pictures of a drawing that one is updated. */
  selected: ReadonlySet<string>;
  /** Free room beside the drawing. */
  beside: (top: SceneNode) => Spot | null;
}

function wayOf(
  source: Drawing,
  page: PageNode,
  lies: Lies,
  { offer, selected, beside }: Choice,
): Placement | Refusal {
  const { where, again } = offer;
  const isUpdate = again === 'update';
  if (where === 'fill') {
    const layer = fillable(source);
    if (!layer) return { refused: 'no-fill' };
    return {
      isNew: false,
      older: null,
      put: (_, sheets, { made }) => fillWith(layer, sheets, made, isUpdate),
    };
  }
  const known = isUpdate ? pictureOf(source, page, selected) : null;
  if (known) {
    const put: Placement['put'] = (canvas, sheets, legend) => renew(canvas, known, sheets, legend);
    return { isNew: false, older: olderThan(offer.made, known), put };
  }
  const top = topOf(source);
  if (!top) return { refused: 'node-gone' };
  const spot =
    where === 'layout' ? findFlow(top) : where === 'over' ? findOver(top, bothOf(lies)) : beside(top);
  if (!spot) return { refused: where === 'layout' ? 'no-layout' : 'page-left' };
  return {
    isNew: true,
    older: null,
    put: (canvas, sheets, legend) => standNew(canvas, spot, sheets, legend),
  };
}

export function placedFrom(
  source: Drawing,
  page: PageNode,
  { picture: node, takeBack, seal }: Standing,
  { offer, sheets, isNew, older }: Pick<Placement, 'isNew' | 'older'> & { offer: Offer; sheets: Sheets },
): Placed {
  // No file is kept: a batch of thirty would hold them all.
  const { picture, made, thumb, where } = offer;
  return {
    source,
    drawing: nameOf(source),
    node,
    page,
    notes: picture.notes,
    isNew,
    older,
    lacksShadow: where === 'layout' && picture.shadow !== undefined,
    ...{ made: madeFrom(source, made), thumb, width: picture.width, height: picture.height, sheets },
    takeBack,
    seal() {
      seal();
      for (const layer of standing(source)) offerAgain(layer, WORDS.drawingAgain);
    },
  };
}
