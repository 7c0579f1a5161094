// Which parts a picture shows and where, what each wears, as panel and command line are told of them: types
// alone.

/** One part as it was found, and what it wears now. */
export interface PartSeen {
  /** The same after small edits of the drawing. */
  key: string;
  /** Its layer's name; empty for what only lines enclose. */
  name: string;
  /** sRGB, `#rrggbb`. */
  colour: string;
  /** Id in the light's card. */
  material: string;
  /** The drawing paints it. */
  painted: boolean;
  /** 0…1 of all that is covered; 0 for what is seen through glass alone. */
  share?: number;
  /** The parts that it touches, as indices into the list. */
  beside?: readonly number[];
  /** What it may be made of besides, where neither choice nor name says so, likeliest first. */
  open?: readonly string[];
}

/** Which part is where. Pixel (0, 0)…(width, height) covers the same box as the picture it came with. */
export interface PartsSeen {
  width: number;
  height: number;
  /** Index into `parts` + 1; 0 where nothing is. */
  labels: Uint16Array;
  parts: PartSeen[];
}
