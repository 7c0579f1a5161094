// In: a strip's pixels, a surface. Out: how much of the key light each of them sees.
// Read from the relief over the model square, from the own part's side alone.
import { openOwnSide, type OwnSide } from '../relief/own-side.ts';
import { channelOf, FLAT, type Layout, type Strip, type Surface } from './surface.ts';

/** Fills in how much of the key light is seen. `longest`: pixels of a strip at most. */
export function openShadowing(surface: Surface, order: Layout, longest: number): (strip: Strip) => void {
  const { found, zones, relief } = surface;
  const sides = ownSides(surface);
  const seen = new Float64Array(relief ? longest : 0);
  return (strip) => {
    const { pixels, intrinsic } = strip;
    const to = channelOf(strip, intrinsic, order.visible);
    if (!relief) {
      to.fill(FLAT.visibility);
      return;
    }
    for (const [view, side] of sides.entries())
      side.strip(
        { pixels, labels: found.labels.data, zones, view },
        { values: relief.seen[view]!, otherwise: FLAT.visibility, to: seen },
      );
    to.set(seen.subarray(0, pixels.length));
  };
}

/** One a view; none where there is no relief. */
export function ownSides({ relief, views, found }: Surface): OwnSide[] {
  if (!relief) return [];
  return views.map(({ square }, k) => openOwnSide(relief.views[k]!.heights.labels, square, found.grid));
}
