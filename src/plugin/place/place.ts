// A finished picture in → it stands where the user wants it, at the drawing's own scale: beside
// its drawing over nothing else, exactly over it, in its auto layout, as its fill, or in place
// of the picture that stands already.
import type { Note } from '../../core/picture.ts';
import { isRefusal, type Refusal } from '../../core/sketch.ts';
import type { Made } from '../../protocol/made.ts';
import type { MapKind } from '../../protocol/placing.ts';
import { WORDS } from '../../words.ts';
import { coverNow, type Reading } from '../read/read.ts';
import { offerAgain } from './relaunch.ts';
import { bothOf, liesOf, sheetsOf, type Sheets } from './stored-images.ts';
import { openPage } from './open-page.ts';
import { findSpot, type Spot } from './find-spot.ts';
import type { Legend, StandingLayers } from './create-layers.ts';
import { madeFrom, drawingName, standing, type DrawnLayers } from '../drawing.ts';
import type { CanvasApi, Offer } from './offer.ts';
import { wayOf, type Placement } from './placement.ts';

export interface Placed {
  source: DrawnLayers;
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
  canvas: CanvasApi,
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
  source: DrawnLayers,
  { made, where, name }: Offer,
  more?: Pick<Legend, 'number' | 'map'>,
): Legend {
  return { drawing: drawingName(source), made: madeFrom(source, made), where, name, ...more };
}

export function placedFrom(
  source: DrawnLayers,
  page: PageNode,
  { picture: node, takeBack, seal }: StandingLayers,
  { offer, sheets, isNew, older }: Pick<Placement, 'isNew' | 'older'> & { offer: Offer; sheets: Sheets },
): Placed {
  // No file is kept: a batch of thirty would hold them all.
  const { picture, made, thumb, where } = offer;
  return {
    source,
    drawing: drawingName(source),
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
