// The tiles that were chosen for one drawing → pictures side by side in free
// room beside it: all of them, or none.
import { isRefusal, type Box, type Refusal } from '../../core/sketch.ts';
import type { UiToPlugin } from '../../protocol/plugin.ts';
import type { CanvasApi, Offer } from './offer.ts';
import { legendOf, placedFrom, type Placed } from './place.ts';
import { openPage } from './open-page.ts';
import { coverNow, type Reading } from '../read/read.ts';
import { gapOf } from './free-space.ts';
import { bothOf, liesOf, sheetsOf, type Lies } from './stored-images.ts';
import { topOf, type DrawnLayers } from '../drawing.ts';
import { around } from '../node-tree.ts';
import { findSpot, type Spot } from './find-spot.ts';
import { standNew } from './create-layers.ts';

type Tile = Extract<UiToPlugin, { type: 'place-many' }>['tiles'][number];

export async function placeMany(
  canvas: CanvasApi,
  reading: Reading,
  tiles: readonly Tile[],
): Promise<{ placed: readonly Placed[]; name: string } | Refusal> {
  const source = reading.drawing;
  const page = await openPage(source);
  if (isRefusal(page)) return page;
  const cover = coverNow(reading);
  const lies = tiles.map(({ picture }) => liesOf(source, cover, picture));
  const cell = around(lies.map(bothOf));
  const cells = gridOf(cell, tiles.length, gapOf(cover.canvas));
  const all = around(cells);
  const top = topOf(source);
  const spot = top && findSpot(top, all, cover.canvas);
  if (!spot) return { refused: 'page-left' };
  const placed: Placed[] = [];
  for (const [index, tile] of tiles.entries()) {
    const [lie, at] = [lies[index]!, cells[index]!];
    const corner = bothOf(lie);
    const own = {
      ...spot,
      x: spot.x + at.x - all.x + corner.x - cell.x,
      y: spot.y + at.y - all.y + corner.y - cell.y,
    };
    const one = placeTile(
      canvas,
      { source, page, lie, spot: own },
      tile,
      tiles.length > 1 ? index + 1 : undefined,
    );
    if (isRefusal(one)) {
      for (const each of placed) each.takeBack();
      return one;
    }
    placed.push(one);
  }
  const [first, last] = [placed[0]!.node.name, placed.at(-1)!.node.name];
  return { placed, name: first === last ? first : `${first} – ${tiles.length}` };
}

interface Seat {
  source: DrawnLayers;
  page: PageNode;
  lie: Lies;
  spot: Spot;
}

function placeTile(
  canvas: CanvasApi,
  { source, page, lie, spot }: Seat,
  { picture, made, thumb, name, map }: Tile,
  number: number | undefined,
): Placed | Refusal {
  const offer: Offer = { picture, made, thumb: thumb ?? null, where: 'beside', again: 'add', name };
  const sheets = sheetsOf(canvas, picture, lie);
  if (isRefusal(sheets)) return sheets;
  const standing = standNew(canvas, spot, sheets, legendOf(source, offer, { number, map }));
  return isRefusal(standing)
    ? standing
    : { ...placedFrom(source, page, standing, { offer, sheets, isNew: true, older: null }), map };
}

/** One row of up to four, else rows that make about a square. */
function gridOf(cell: Box, count: number, gap: number): Box[] {
  const columns = count <= 4 ? count : Math.ceil(Math.sqrt(count));
  return Array.from({ length: count }, (_, index) => ({
    ...cell,
    x: cell.x + (index % columns) * (cell.width + gap),
    y: cell.y + Math.floor(index / columns) * (cell.height + gap),
  }));
}
