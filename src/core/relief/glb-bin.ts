// In: arrays, each for one of a few views, and an image. Out: the binary chunk of a GLB, its views and
// accessors.

interface Accessor {
  bufferView: number;
  byteOffset: number;
  count: number;
  componentType: number;
  type: 'SCALAR' | 'VEC2' | 'VEC3';
  min?: number[];
  max?: number[];
}

interface View {
  buffer: 0;
  byteOffset: number;
  byteLength: number;
  byteStride?: number;
  target?: number;
}

type Kept = Float32Array | Uint16Array | Uint32Array;
const WIDTHS = { SCALAR: 1, VEC2: 2, VEC3: 3 } as const;

export interface Bin {
  /** Appends to the view of that name; the accessor's index. */
  accessor: (view: string, values: Kept, of: Omit<Accessor, 'bufferView' | 'byteOffset' | 'count'>) => number;
  /** The index of its view. */
  image: (bytes: Uint8Array) => number;
  /** `views`: what else is told of each. */
  end: (views: Record<string, Pick<View, 'byteStride' | 'target'>>) => {
    bytes: Uint8Array;
    bufferViews: View[];
    accessors: Accessor[];
  };
}

export function openBin(): Bin {
  const views: { name: string; pieces: Uint8Array[]; length: number }[] = [];
  const accessors: Accessor[] = [];
  const viewOf = (name: string): number => {
    const known = views.findIndex((view) => view.name === name);
    return known >= 0 ? known : views.push({ name, pieces: [], length: 0 }) - 1;
  };
  const append = (name: string, bytes: Uint8Array): { bufferView: number; byteOffset: number } => {
    const bufferView = viewOf(name);
    const view = views[bufferView]!;
    const byteOffset = view.length;
    view.pieces.push(bytes);
    view.length += bytes.length;
    return { bufferView, byteOffset };
  };
  return {
    accessor(name, values, of) {
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      return accessors.push({ ...append(name, bytes), count: values.length / WIDTHS[of.type], ...of }) - 1;
    },
    image: (bytes) => append('image', bytes).bufferView,
    end(told) {
      const length = views.reduce((sum, view) => sum + 4 * Math.ceil(view.length / 4), 0);
      const bytes = new Uint8Array(length);
      let at = 0;
      const bufferViews = views.map((view): View => {
        const byteOffset = at;
        let to = at;
        for (const piece of view.pieces) {
          bytes.set(piece, to);
          to += piece.length;
        }
        // Each view begins at a whole word.
        at += 4 * Math.ceil(view.length / 4);
        return { buffer: 0, byteOffset, byteLength: view.length, ...told[view.name] };
      });
      return { bytes, bufferViews, accessors };
    },
  };
}
