// The user's pattern and a picture in, its name out: of its layer, and of its file.
import { colourwayName } from '../core/colourways/colourway-name.ts';
import type { Settings, Sketch } from '../core/sketch.ts';
import { MOST_NAME, fileSafe, fill, numbered } from '../naming.ts';
import { NAMING, pictureName } from '../words.ts';

interface Made {
  sketch: Pick<Sketch, 'name'>;
  settings: Pick<Settings, 'parts' | 'seed'>;
}

export interface Subject extends Made {
  /** In pixels. */
  picture: { width: number; height: number };
}

/** Before they come: longest sides of the layer's picture and the file's; "2x" where no pixels are known. */
export interface Planned extends Made {
  layerSize: number;
  fileSize: number | string;
}

/** With {n} as it is; null where there is no pattern: as usual. */
function patterned(pattern: string, { sketch, settings }: Made, size: number | string): string | null {
  if (pattern === '') return null;
  return fill(pattern, {
    name: sketch.name,
    colourway: colourwayName(settings.parts) ?? NAMING.asDrawn,
    size,
    seed: settings.seed,
  });
}

const sideOf = ({ picture: { width, height } }: Subject): number => Math.max(width, height);

/** What layer and PNG file would be called. Which number is free is known when they come. */
export function planned(pattern: string, subject: Planned): { layer: string; file: string } {
  const { sketch, layerSize, fileSize } = subject;
  const counted = (name: string): string => name.replaceAll('{n}', NAMING.number);
  return {
    layer: counted(patterned(pattern, subject, layerSize) ?? pictureName(sketch.name)),
    file: `${counted(fileSafe(patterned(pattern, subject, fileSize) ?? sketch.name))}.png`,
  };
}

/** For a message that places it: the wish for a name; nothing where it would be blank, as usual then. */
export function layerName(pattern: string, subject: Subject): { name?: string } {
  const name = patterned(pattern, subject, sideOf(subject));
  return name === null || name.trim() === '' ? {} : { name: name.slice(0, MOST_NAME) };
}

/** As usual the drawing's own name. */
export function fileName(
  pattern: string,
  subject: Subject,
  ending: string,
  isTaken: (file: string) => boolean = () => false,
): string {
  const name = fileSafe(patterned(pattern, subject, sideOf(subject)) ?? subject.sketch.name);
  return `${numbered(name, (one) => isTaken(`${one}.${ending}`))}.${ending}`;
}
