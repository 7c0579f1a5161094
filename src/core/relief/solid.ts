// In: a relief, the form that its parts have, how they are stacked. Out: the Solid: one surface with heights.
// What leaves the house is made of it. Normals are integrated over each object's model square (integrate.ts).
import { SAMPLED, type UpsampledForm } from '../form/upsample.ts';
import type { Grid } from '../image/grid.ts';
import type { Parts } from '../parts/parts.ts';
import type { Bevel } from './bevel.ts';
import type { Meet } from './edges.ts';
import { integrate } from './integrate.ts';
import type { Levels } from './levels.ts';
import type { Contact } from './stacking.ts';

/** A surface over one object's model square; one entry a sample, row by row. */
export interface SolidView {
  square: Grid;
  form: UpsampledForm;
  /** The part at the sample's middle; 0 off this object. */
  labels: Int32Array;
  /** Towards the viewer, in drawing units; an object's outline lies at 0 on average. */
  heights: Float32Array;
}

/** What a part wears. */
export interface PartMaterial {
  /** Its layer's, or its material's where it has none. */
  name: string;
  /** Of the light's material channels, by their names. */
  values: Readonly<Record<string, number>>;
}

export interface Solid {
  parts: Parts;
  /** Per part. */
  worn: readonly PartMaterial[];
  /** Base colour: sRGB, 3 bytes a pixel. */
  base: Uint8Array;
  /** Per pixel the index of its view; null where there is one. */
  zones: Uint8Array | null;
  bevel: Bevel;
  views: readonly SolidView[];
}

/** What a view gives to it. `zones`: per sample of its square the index of the view that it belongs to. */
export interface Viewed extends Pick<SolidView, 'square' | 'form'> {
  zones: Uint8Array | null;
}

// From this share of its border on a contact counts as lying on.
const LIES = 0.5;
// How firmly parts are held together, against 1 within a part: enough that none floats off, too little to
// bend it.
const LYING = 0.02;
const BESIDE = 0.3;
// Surfaces that turn further away are as steep as this.
const LEAST_FACING = 0.1;

/** One a view; null: `goOn`, which is told how much is done (0…1), said to stop. */
export async function solidViews(
  views: readonly Viewed[],
  contacts: readonly Contact[],
  { level }: Levels,
  goOn: (fraction: number) => Promise<boolean>,
): Promise<SolidView[] | null> {
  const made: SolidView[] = [];
  const meet = meetings(contacts, level);
  for (const [k, { square, form, zones }] of views.entries()) {
    const unit = square.box.width / square.width;
    const labels = form.labels.data.map((label, i) => (zones && zones[i] !== k ? 0 : label));
    const heights = await integrate(
      { size: square.width, labels, ...slopesOf(form, square, labels) },
      (a, b) => {
        const { rise, ...held } = meet(a, b);
        return { rise: rise / unit, ...held };
      },
      (done) => goOn((k + done) / views.length),
    );
    if (!heights) return null;
    made.push({ square, form, labels, heights: heights.map((height) => unit * height) });
  }
  return made;
}

/** Rises in drawing units. */
function meetings(contacts: readonly Contact[], level: Float32Array): Meet {
  const beside = new Set(
    contacts.filter(({ over }) => over < LIES).map(({ lower, upper }) => `${lower} ${upper}`),
  );
  return (first, second) => {
    const [a, b] = [first - 1, second - 1];
    const rise = level[b]! - level[a]!;
    return beside.has(`${Math.min(a, b)} ${Math.max(a, b)}`)
      ? { rise, weight: BESIDE, sloped: true }
      : { rise, weight: LYING, sloped: false };
  };
}

/** Of the form's own normals: rounded edges are too small for the square. */
function slopesOf(
  form: UpsampledForm,
  square: Grid,
  labels: Int32Array,
): { right: Float32Array; down: Float32Array } {
  const right = new Float32Array(labels.length);
  const down = new Float32Array(labels.length);
  const sampler = form.over(square);
  const normal = new Float32Array(SAMPLED);
  for (let y = 0, i = 0; y < square.height; y++) {
    sampler.row(y);
    for (let x = 0; x < square.width; x++, i++) {
      const label = labels[i]!;
      if (label === 0) continue;
      sampler.pixel(x, label, normal);
      const facing = Math.max(LEAST_FACING, normal[2]!);
      right[i] = -normal[0]! / facing;
      down[i] = normal[1]! / facing;
    }
  }
  return { right, down };
}
