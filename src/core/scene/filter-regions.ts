// In: an SVG document over a page. Out: the same, its filters no wider than the page with room round it.
// What lies outside the page is not seen; resvg 2.6.2 does not get through every drawing with a filter that
// begins pages away from its own.
import { grown, overlap } from '../image/grid.ts';
import type { Box } from '../sketch.ts';

/** Beside and above the page, a share of its longer side. */
const ROOM = 0.9;

const REGION =
  /(<filter [^>]*?filterUnits="userSpaceOnUse") x="([-\d.e]+)" y="([-\d.e]+)" width="([\d.e]+)" height="([\d.e]+)"/g;

/** All filters are in the drawing's coordinates, as are those of `page`. */
export function fitFilters(markup: string, page: Box): string {
  if (!markup.includes('<filter ')) return markup;
  const seen = grown(page, ROOM * Math.max(page.width, page.height));
  return markup.replace(REGION, (_, start: string, ...region: string[]) => {
    const [x, y, width, height] = region.slice(0, 4).map(Number) as [number, number, number, number];
    const box = overlap({ x, y, width, height }, seen) ?? page;
    return `${start} x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"`;
  });
}
