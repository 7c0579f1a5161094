// How a photo of a sketch on paper becomes lines, as it is wished: types alone.

/** A photo or scan of a sketch on paper, made ready. */
export interface PhotoTune {
  /** 0…1: how dark pencil must be to count; 0.5 as found. */
  threshold: number;
  /** Line width, as a multiple of the usual one. */
  weight: number;
  /** The sheet's corners in 0…1 of the image, from the top left clockwise; null: the image is straight. */
  corners: Corners | null;
}

export type Corners = readonly [Corner, Corner, Corner, Corner];
export type Corner = readonly [x: number, y: number];
