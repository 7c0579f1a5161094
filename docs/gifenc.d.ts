// The part of gifenc 1.0.3 that docs/film.ts uses; the package brings no types.
declare module 'gifenc' {
  /** Up to `colours` colours, RGB each, that stand for the pixels (straight RGBA). */
  export function quantize(rgba: Uint8Array, colours: number): [number, number, number][];
  /** Index of the nearest colour, a byte a pixel. */
  export function applyPalette(rgba: Uint8Array, palette: readonly (readonly number[])[]): Uint8Array;
  export interface Encoder {
    writeFrame: (
      index: Uint8Array,
      width: number,
      height: number,
      options: {
        palette: readonly (readonly number[])[];
        /** Milliseconds. */
        delay: number;
        transparent?: boolean;
        transparentIndex?: number;
        /** 1: later frames are painted over this one. */
        dispose?: number;
      },
    ) => void;
    finish: () => void;
    bytes: () => Uint8Array;
  }
  export function GIFEncoder(): Encoder;
}
