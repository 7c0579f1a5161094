// What the pointer is doing on the canvas between press and release.
export type Point = [number, number];

export type Gesture =
  | { kind: 'pan' }
  | { kind: 'marquee'; from: Point; to: Point; before: readonly string[] }
  | { kind: 'move'; from: Point; moved: boolean; starts: Map<string, Point> }
  | { kind: 'draw'; from: Point; to: Point; square: boolean }
  | { kind: 'pencil'; points: Point[] };
