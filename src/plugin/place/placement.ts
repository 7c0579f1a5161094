// A picture that is offered, and what stands of its drawing → the way in which it comes to stand: as a fill,
// in place of the picture that stands already, or as a layer in free room; or why there is none.
import type { Refusal } from '../../core/sketch.ts';
import { standing, topOf, type DrawnLayers } from '../drawing.ts';
import { standNew, type Legend, type StandingLayers } from './create-layers.ts';
import { canBeFilled, fillWith } from './fill.ts';
import { findFlow, findOver, type Spot } from './find-spot.ts';
import { olderThan, pictureOf } from './known-picture.ts';
import type { CanvasApi, Offer } from './offer.ts';
import { bothOf, type Lies, type Sheets } from './stored-images.ts';
import { renew } from './update-picture.ts';
import type { Cannot } from '../../protocol/placing.ts';

/** The one layer that can take a picture as its fill. */
function fillable(source: DrawnLayers): SceneNode | null {
  const [layer, ...others] = standing(source);
  return layer && others.length === 0 && canBeFilled(layer) ? layer : null;
}

/** What the panel need not offer. */
export function cannotOf(source: DrawnLayers): Cannot {
  const top = topOf(source);
  return {
    ...(fillable(source) ? {} : { fill: 'no-fill' }),
    ...(top && findFlow(top) ? {} : { layout: 'no-layout' }),
  };
}

export interface Placement {
  isNew: boolean;
  older: string | null;
  put: (canvas: CanvasApi, sheets: Sheets, legend: Legend) => StandingLayers | Refusal;
}

interface Choice {
  offer: Offer;
  /** Ids of what is selected: of several pictures of a drawing that one is updated. */
  selected: ReadonlySet<string>;
  /** Free room beside the drawing. */
  beside: (top: SceneNode) => Spot | null;
}

export function wayOf(
  source: DrawnLayers,
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
