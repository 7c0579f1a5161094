// A finished picture in → it stands where the user wants it, at the drawing's own scale: beside
// its drawing over nothing else, exactly over it, in its auto layout, as its fill, or in place
// of the picture that stands already.
import type { Note, Refusal } from '../../core/sketch.ts';
import { isRefusal } from '../../core/sketch.ts';
import type { Again, Made, Where } from '../../protocol.ts';
import { WORDS } from '../../words.ts';
import { canBeFilled, fillWith } from './fill.ts';
import { LATE, within } from '../../timeout.ts';
import { WORK_LIMIT_MS } from '../time-limits.ts';
import { coverNow, type Reading } from '../read/read.ts';
import { offerAgain } from './relaunch.ts';
import { pictureOf, renew } from './update-picture.ts';
import { bothOf, liesOf, sheetsOf, type Lies, type Painted, type Sheets } from './stored-images.ts';
import { findFlow, findOver, findSpot, type Spot } from './find-spot.ts';
import { standNew, type Legend, type Standing } from './create-layers.ts';
import { pageOf } from '../node-tree.ts';

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
  source: SceneNode;
  /** Name of the drawing. */
  drawing: string;
  /** The picture's layer, or the drawing that is filled with it. */
  node: SceneNode;
  page: PageNode;
  notes: readonly Note[];
  /** A layer that was not there before. */
  isNew: boolean;
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
  const source = reading.node;
  const page = await openPage(source);
  if (isRefusal(page)) return page;
  // From here on nothing waits: what is seen of the document stays true until the picture stands.
  const cover = coverNow(reading);
  const legend = legendOf(source, offer);
  const lies = liesOf(source, cover, offer.picture);
  if (offer.where === 'layout') lies.shadow = null; // in the flow it would be a picture of its own
  const way = wayOf(source, page, lies, offer, selected, () => findSpot(source, bothOf(lies), cover.canvas));
  if (isRefusal(way)) return way;
  const sheets = sheetsOf(canvas, offer.picture, lies);
  if (isRefusal(sheets)) return sheets;
  const standing = way.put(canvas, sheets, legend);
  return isRefusal(standing)
    ? standing
    : placedFrom(source, page, standing, { offer, sheets, isNew: way.isNew });
}

/** How often a drawing may be moved to yet another page while one is loaded. */
const MOVES = 3;

/**
 * The drawing's page, ready to be written to. At once where it is loaded, which it
 * is unless the user went elsewhere.
 * While it loads, the drawing may go to another page, or its page may be deleted.
 */
export async function openPage(source: SceneNode): Promise<PageNode | Refusal> {
  for (let move = 0; move <= MOVES; move += 1) {
    const page = source.removed ? null : pageOf(source);
    if (!page) break;
    try {
      if ((await within(WORK_LIMIT_MS, page.loadAsync())) === LATE) break;
    } catch (error) {
      if (!page.removed) throw error;
    }
    if (!source.removed && pageOf(source)?.id === page.id) return page;
  }
  return { refused: source.removed ? 'node-gone' : 'page-left' };
}

export function legendOf(source: SceneNode, { made, where }: Offer, number?: number): Legend {
  return { drawing: source.name, made: { ...made, from: source.id }, where, number };
}

interface Placement {
  isNew: boolean;
  put: (canvas: Canvas, sheets: Sheets, legend: Legend) => Standing | Refusal;
}

function wayOf(
  source: SceneNode,
  page: PageNode,
  lies: Lies,
  { where, again }: Offer,
  selected: ReadonlySet<string>,
  beside: () => Spot | null,
): Placement | Refusal {
  const isUpdate = again === 'update';
  if (where === 'fill') {
    if (!canBeFilled(source)) return { refused: 'no-fill' };
    return { isNew: false, put: (_, sheets, { made }) => fillWith(source, sheets, made, isUpdate) };
  }
  const known = isUpdate ? pictureOf(source, page, selected) : null;
  if (known) return { isNew: false, put: (canvas, sheets, legend) => renew(canvas, known, sheets, legend) };
  const spot =
    where === 'layout' ? findFlow(source) : where === 'over' ? findOver(source, bothOf(lies)) : beside();
  if (!spot) return { refused: where === 'layout' ? 'no-layout' : 'page-left' };
  return { isNew: true, put: (canvas, sheets, legend) => standNew(canvas, spot, sheets, legend) };
}

export function placedFrom(
  source: SceneNode,
  page: PageNode,
  { picture: node, takeBack, seal }: Standing,
  { offer, sheets, isNew }: { offer: Offer; sheets: Sheets; isNew: boolean },
): Placed {
  // No file is kept: a batch of thirty would hold them all.
  const { picture, made, thumb, where } = offer;
  return {
    source,
    drawing: source.name,
    node,
    page,
    notes: picture.notes,
    isNew,
    lacksShadow: where === 'layout' && picture.shadow !== undefined,
    ...{ made, thumb, width: picture.width, height: picture.height, sheets },
    takeBack,
    seal() {
      seal();
      if (!source.removed) offerAgain(source, WORDS.drawingAgain);
    },
  };
}
