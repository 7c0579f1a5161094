// What the effects of a layer say of its surface and its SVG does not: it is of glass, or there is grain on
// it. A type.

export interface LayerSurface {
  /** Names of the layers that it stands in, from the drawing's own on, and its own. */
  names: readonly string[];
  /** Of its box without strokes, in the viewBox's coordinates. */
  sides: readonly [left: number, top: number, right: number, bottom: number];
  /** It paints nothing itself: what is said holds for all that stands in it. */
  holds: boolean;
  glass: boolean;
  /** 0…1; 0: none. */
  grain: number;
  /** How large a speck of the grain is, in drawing units. */
  speck: number;
}
