// In: a Sketch. Out: its Scene, or why there is none.
import { CANCELLED, type Clock } from '../clock.ts';
import { readDrawing } from '../svg/drawing.ts';
import type { Drawing } from '../svg/shape.ts';
import type { Rasterise } from '../engine.ts';
import type { Memo } from '../memo.ts';
import { withoutGround } from './ground.ts';
import { setScene, type Scene } from './scene.ts';
import type { PhotoTune } from '../photo-tune.ts';
import { isRefusal, type Refusal, type Sketch } from '../sketch.ts';
import type { Trace } from './trace.ts';

/** All of a Sketch that its Scene depends on. */
export type SceneSource = Pick<Sketch, 'svg' | 'frame'>;

/** What the Scene of a drawing depends on, for a memo. */
export function sceneKey({ svg, frame }: SceneSource, photo: PhotoTune): readonly string[] {
  return [svg, JSON.stringify({ photo, frame })];
}

/** `photo`: how images in it are read. `images`: keeps what was traced in them. */
export async function readScene(
  { svg, frame }: SceneSource,
  photo: PhotoTune,
  clock: Clock,
  { rasterise, images }: { rasterise: Rasterise; images: Memo<Trace | null> },
): Promise<Scene | Refusal> {
  if (!(await clock.next('read', 0))) return CANCELLED;
  const drawing = readDrawing(svg, photo, frame);
  if (isRefusal(drawing)) return drawing;
  if (!(await clock.next('lines', 0.04))) return CANCELLED;
  const scene = setScene(drawing, rasterise, images);
  return scene ?? { refused: isPaper(drawing) ? 'nothing-drawn' : 'nothing-seen' };
}

/** Ground and blank images alone: there is nothing that could be shown. */
function isPaper(drawing: Drawing): boolean {
  return withoutGround(drawing).every(
    ({ fill }) => fill.kind === 'image' || (fill.kind === 'drawn' && fill.image),
  );
}
