// In: a sampler of the form as found, forms by hand. Out: a sampler of these where there are any, else of
// what was found.
// Each pixel has the mean of its own part's samples (own-side.ts), so that borders stay as sharp as drawn.
import type { UpsampledForm, Sampler } from '../form/upsample.ts';
import type { Grid } from '../image/grid.ts';
import { AS_FOUND, type ByHand } from './by-hand.ts';
import { openOwnSide } from './own-side.ts';

/**
 * The form with what was wished instead, at the pixels of `grid`; its view is number `view`, over `square`.
 */
export function replaceForm(
  form: UpsampledForm,
  { open, views }: ByHand,
  view: number,
  { square, grid }: { square: Grid; grid: Grid },
): UpsampledForm {
  const bent = views[view]!;
  const over = (sampler: Sampler, at: Grid): Sampler => {
    const side = openOwnSide(form.labels.data, square, at);
    return {
      row(y) {
        sampler.row(y);
        side.row(y);
      },
      pixel(x, label, to) {
        sampler.pixel(x, label, to);
        const openness = label === 0 ? 0 : open[label - 1]!;
        if (openness === 0) return;
        // What is too thin to have a sample there stays as found, or faces the viewer.
        const none = openness === AS_FOUND ? NaN : 0;
        const aside = side.pixel(x, label, bent.x, none);
        if (Number.isNaN(aside)) return;
        face(to, aside, side.pixel(x, label, bent.y, none));
        if (openness !== AS_FOUND) to[3] = openness;
      },
    };
  };
  return { ...over(form, grid), labels: form.labels, over: (finer) => over(form.over(finer), finer) };
}

/** In place, a normal (x, y, z). `x`, `y`: no longer than 1 together. */
function face(normal: Float32Array, x: number, y: number): void {
  normal[0] = x;
  normal[1] = y;
  normal[2] = Math.sqrt(Math.max(0, 1 - x * x - y * y));
}
