// The user's pattern and a picture in, its name out: of its layer, and of its file.
import { colourwayName } from '../core/colourways/colourway-name.ts';
import type { Settings, Sketch } from '../core/sketch.ts';
import { MOST_NAME, fileSafe, fill, numbered } from '../naming.ts';
import { NAMING } from '../words.ts';

export interface Subject {
  sketch: Pick<Sketch, 'name'>;
  settings: Pick<Settings, 'parts' | 'seed'>;
  /** In pixels. */
  picture: { width: number; height: number };
}

/** With {n} as it is; null where there is no pattern: as usual. */
export function patterned(pattern: string, { sketch, settings, picture }: Subject): string | null {
  if (pattern === '') return null;
  return fill(pattern, {
    name: sketch.name,
    colourway: colourwayName(settings.parts) ?? NAMING.asDrawn,
    size: Math.max(picture.width, picture.height),
    seed: settings.seed,
  });
}

/** For a message that places it: the wish for a name; nothing where it would be blank, as usual then. */
export function layerName(pattern: string, subject: Subject): { name?: string } {
  const name = patterned(pattern, subject);
  return name === null || name.trim() === '' ? {} : { name: name.slice(0, MOST_NAME) };
}

/** As usual the drawing's own name. */
export function fileName(
  pattern: string,
  subject: Subject,
  ending: string,
  isTaken: (file: string) => boolean = () => false,
): string {
  const name = fileSafe(patterned(pattern, subject) ?? subject.sketch.name);
  return `${numbered(name, (one) => isTaken(`${one}.${ending}`))}.${ending}`;
}
