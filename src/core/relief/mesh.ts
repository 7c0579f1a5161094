// In: a Solid. Out: its surface as triangles, part by part, with normals as lit and places in the picture.
// A height field: two triangles a cell of samples; where parts meet the later painted one reaches across.
import { SAMPLED } from '../form/upsample.ts';
import { between } from '../image/grid.ts';
import { lean } from './lean.ts';
import type { Solid, SolidView } from './solid.ts';

/** Of one part: x right, y up, z to the viewer, in drawing units. */
export interface PartMesh {
  /** Index into the solid's parts. */
  part: number;
  /** Three a corner. */
  positions: Float32Array;
  normals: Float32Array;
  /** Two a corner: shares of the picture's width and height, from its top left. */
  places: Float32Array;
  /** Three a triangle, counter-clockwise for the viewer. */
  triangles: Uint32Array;
}

// More covered samples than this and every second one goes, along rows and columns: files stay small.
const MOST_SAMPLES = 150_000;

export function meshesOf(solid: Solid): PartMesh[] {
  const { parts, views } = solid;
  const covered = views.reduce((sum, { labels }) => sum + labels.filter((label) => label > 0).length, 0);
  const stride = covered > MOST_SAMPLES ? 2 : 1;
  const cut = views.map((view) => ({
    corners: cornersOf(solid, view),
    triangles: trianglesOf(view, stride),
  }));
  return parts.parts.flatMap((_, part): PartMesh[] => {
    const own = cut.map(({ corners, triangles }) => ({ corners, triangles: triangles.get(part + 1) ?? [] }));
    return own.some(({ triangles }) => triangles.length > 0) ? [joined(part, own)] : [];
  });
}

/** What each sample of a square has, were it a corner of a triangle. */
interface Corners {
  position: (sample: number) => [number, number, number];
  normal: Float32Array;
  place: (sample: number) => [number, number];
}

function cornersOf({ parts, bevel }: Solid, { square, form, labels, heights }: SolidView): Corners {
  const { grid } = parts;
  const unit = square.box.width / square.width;
  const to = between(square, grid);
  const normal = new Float32Array(3 * labels.length);
  const sampler = form.over(square);
  const own = new Float32Array(SAMPLED);
  for (let y = 0, i = 0; y < square.height; y++) {
    sampler.row(y);
    const row = grid.width * Math.floor(to.y(y));
    for (let x = 0; x < square.width; x++, i++) {
      if (labels[i] === 0) continue;
      sampler.pixel(x, labels[i]!, own);
      const pixel = row + Math.floor(to.x(x));
      const inside = pixel >= 0 && pixel < bevel.x.length; // beyond the picture nothing leans
      lean(own, inside ? bevel.x[pixel]! : 0, inside ? bevel.y[pixel]! : 0);
      for (let c = 0; c < 3; c++) normal[3 * i + c] = own[c]!;
    }
  }
  const share = (pixel: number, of: number): number => Math.min(1, Math.max(0, pixel / of));
  return {
    normal,
    position(i) {
      const x = i % square.width;
      const y = (i - x) / square.width;
      return [square.box.x + (x + 0.5) * unit, -(square.box.y + (y + 0.5) * unit), heights[i]!];
    },
    place(i) {
      const x = i % square.width;
      return [share(to.x(x), grid.width), share(to.y((i - x) / square.width), grid.height)];
    },
  };
}

/** Per label, three samples a triangle. */
function trianglesOf({ square, labels, heights }: SolidView, stride: number): Map<number, number[]> {
  const { width, height } = square;
  const found = new Map<number, number[]>();
  const add = (a: number, b: number, c: number): void => {
    const [la, lb, lc] = [labels[a]!, labels[b]!, labels[c]!];
    if (la === 0 || lb === 0 || lc === 0) return;
    const own = Math.max(la, lb, lc);
    const list = found.get(own) ?? [];
    found.set(own, list);
    list.push(a, b, c);
  };
  for (let y = 0; y + stride < height; y += stride) {
    for (let x = 0; x + stride < width; x += stride) {
      const a = y * width + x;
      const [b, c, d] = [a + stride, a + stride * width, a + stride * (width + 1)];
      const steep = (i: number, j: number): number => Math.abs(heights[i]! - heights[j]!);
      const missing = labels[a] === 0 || labels[d] === 0;
      // Along the diagonal that is there, and of two along the flatter one.
      if (missing || (labels[b] !== 0 && labels[c] !== 0 && steep(b, c) <= steep(a, d))) {
        add(a, c, b);
        add(b, c, d);
      } else {
        add(a, c, d);
        add(a, d, b);
      }
    }
  }
  return found;
}

function joined(part: number, views: readonly { corners: Corners; triangles: number[] }[]): PartMesh {
  const [positions, normals, places, triangles]: number[][] = [[], [], [], []];
  let count = 0;
  for (const { corners, triangles: samples } of views) {
    const known = new Map<number, number>();
    for (const sample of samples) {
      const index = known.get(sample) ?? count;
      triangles?.push(index);
      if (index < count) continue;
      known.set(sample, count++);
      positions?.push(...corners.position(sample));
      places?.push(...corners.place(sample));
      for (let c = 0; c < 3; c++) normals?.push(corners.normal[3 * sample + c]!);
    }
  }
  return {
    part,
    positions: Float32Array.from(positions ?? []),
    normals: Float32Array.from(normals ?? []),
    places: Float32Array.from(places ?? []),
    triangles: Uint32Array.from(triangles ?? []),
  };
}
