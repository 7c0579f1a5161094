// In: a square of samples with the slopes of the surface there, how parts meet. Out: by how much each step to
// a neighbour should rise, and how firmly: the equations that integrate.ts solves.
// Trapezoid rule within a part: a step rises by the mean of the slopes at both its ends.

/** One entry a sample, row by row. */
export interface Slopes {
  size: number;
  /** Distance between neighbours, in samples of the finest square. */
  step: number;
  /** The part at the sample's middle; 0 off the drawing. */
  labels: Int32Array;
  /** Rise per sample of the finest square, towards the next sample of the row, and of the column. */
  right: Float32Array;
  down: Float32Array;
}

/** How the surfaces of two parts meet. */
interface Meeting {
  /** By how much the second lies higher, in samples of the finest square. */
  rise: number;
  /** Against 1 within a part. */
  weight: number;
  /** The slopes of both sides go on across. */
  sloped: boolean;
}

export type Meet = (first: number, second: number) => Meeting;

/**
 * What the step from a sample to the next of its row, or of its column, rises by, and how firmly; 0: there is
 * none.
 */
interface Steps {
  weight: Float32Array;
  target: Float32Array;
}

export interface Edges {
  size: number;
  right: Steps;
  down: Steps;
}

export function edgesOf({ size, step, labels, right, down }: Slopes, meet: Meet): Edges {
  const known = new Map<number, Meeting>();
  const meeting = (a: number, b: number): Meeting => {
    const key = a * 0x100000 + b;
    const found = known.get(key) ?? meet(a, b);
    known.set(key, found);
    return found;
  };
  const stepsTo = (ahead: number, slopes: Float32Array, last: (i: number) => boolean): Steps => {
    const weight = new Float32Array(labels.length);
    const target = new Float32Array(labels.length);
    for (let i = 0; i < labels.length; i++) {
      const own = labels[i]!;
      if (own === 0 || last(i)) continue;
      const other = labels[i + ahead]!;
      if (other === 0) continue;
      const slope = (step * (slopes[i]! + slopes[i + ahead]!)) / 2;
      if (own === other) {
        weight[i] = 1;
        target[i] = slope;
        continue;
      }
      const found = meeting(own, other);
      weight[i] = found.weight;
      target[i] = found.rise + (found.sloped ? slope : 0);
    }
    return { weight, target };
  };
  return {
    size,
    right: stepsTo(1, right, (i) => i % size === size - 1),
    down: stepsTo(size, down, (i) => i >= labels.length - size),
  };
}
