// In: a strip's pixels, a surface. Out: the strip's form, height and place.
import { SAMPLED } from '../form/upsample.ts';
import { between } from '../image/grid.ts';
import type { Heights } from '../relief/heights.ts';
import { lean } from '../relief/lean.ts';
import { ownSides } from './strip-shadow.ts';
import { channelOf, FLAT, type Layout, type Strip, type Surface, type SurfaceRelief } from './surface.ts';

// Seams are grooves: they darken openness (and what leaves them, in shade.ts), so that edges read
// sharply above the model's resolution.
const SEAM_DARKEN = 0.7;

/** Fills in form, height and place. Strips come in the picture's order; `longest`: pixels of one at most. */
export function openForming(surface: Surface, order: Layout, longest: number): (strip: Strip) => void {
  const { found, samplers, zones, seams, relief } = surface;
  const { width } = found.grid;
  const labels = found.labels.data;
  const places = placesOf(surface);
  const reading = relief && openReading(surface, relief, longest);
  // What the sampler writes: its own channels in its own order.
  const own = new Float32Array(SAMPLED);
  let row = -1;
  return (strip) => {
    const { pixels, intrinsic, position } = strip;
    const count = pixels.length;
    const [nx, ny, nz, open, thick] = order.sampled.map((at) => channelOf(strip, intrinsic, at)) as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    for (let k = 0; k < count; k++) {
      const i = pixels[k]!;
      if (i >= (row + 1) * width) {
        row = Math.floor(i / width);
        for (const sampler of samplers) sampler.row(row);
      }
      const x = i - row * width;
      const view = zones ? zones[i]! : 0;
      samplers[view]?.pixel(x, labels[i]!, own);
      nx[k] = own[0]!;
      ny[k] = own[1]!;
      nz[k] = own[2]!;
      open[k] = own[3]!;
      thick[k] = own[4]!;
      const place = places[view]!;
      position[k] = place.x[x]!;
      position[count + k] = place.y[row]!;
    }
    const rise = channelOf(strip, intrinsic, order.high);
    if (reading) reading(strip, { nx, ny, nz, open, rise });
    else rise.fill(FLAT.height);
    for (let k = 0; k < count; k++) {
      const seam = seams.data[pixels[k]!]!;
      if (seam > 0) open[k] = open[k]! * (1 - SEAM_DARKEN * seam);
    }
  };
}

type Formed = Record<'nx' | 'ny' | 'nz' | 'open' | 'rise', Float32Array>;

/** In place: over their edges normals lean; openness and height are those of the relief. */
function openReading(
  surface: Surface,
  { bevel, views }: SurfaceRelief,
  longest: number,
): (strip: Strip, formed: Formed) => void {
  const { found, zones } = surface;
  const labels = found.labels.data;
  const sides = ownSides(surface);
  const skies = new Float64Array(longest);
  const rises = views.map(({ heights }) => risesOf(heights));
  const own = new Float32Array(3);
  return ({ pixels }, { nx, ny, nz, open, rise }) => {
    for (let k = 0; k < pixels.length; k++) {
      const i = pixels[k]!;
      const x = bevel.x[i]!;
      const y = bevel.y[i]!;
      if (x === 0 && y === 0) continue;
      own[0] = nx[k]!;
      own[1] = ny[k]!;
      own[2] = nz[k]!;
      lean(own, x, y);
      nx[k] = own[0];
      ny[k] = own[1];
      nz[k] = own[2];
    }
    for (const [view, side] of sides.entries()) {
      const { sky } = views[view]!;
      const high = rises[view]!;
      side.strip({ pixels, labels, zones, view }, { values: sky, otherwise: NO_SAMPLE, to: skies });
      for (let k = 0; k < pixels.length; k++) {
        const i = pixels[k]!;
        if (zones !== null && zones[i] !== view) continue;
        const none = skies[k] === NO_SAMPLE;
        open[k] = open[k]! * (none ? 1 : skies[k]!);
        rise[k] = none ? 0 : high[labels[i]!]!;
      }
    }
  };
}

// Instead of a sky, 0…1, where no sample near a pixel is of its part.
const NO_SAMPLE = -1;

/** By label, its height in halves of the square's side; 0 of those that have no sample. */
function risesOf({ labels, own, size }: Heights): Float32Array {
  let most = 0;
  for (let i = 0; i < labels.length; i++) most = Math.max(most, labels[i]!);
  const rises = new Float32Array(most + 1);
  for (let i = 0; i < labels.length; i++) rises[labels[i]!] = (own[i]! * 2) / size;
  return rises;
}

/** Place in each view's square, −1…1, right and up, for every column and row of the picture. */
function placesOf({ views, found }: Surface): { x: Float32Array; y: Float32Array }[] {
  const { grid } = found;
  return views.map(({ square }) => {
    const to = between(grid, square);
    return {
      x: Float32Array.from({ length: grid.width }, (_, x) => (2 * to.x(x)) / square.width - 1),
      y: Float32Array.from({ length: grid.height }, (_, y) => 1 - (2 * to.y(y)) / square.height),
    };
  });
}
