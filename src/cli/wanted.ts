// What the command line asks for, as one value.
import type { Feed } from './own.ts';
import type { Settings } from '../core/sketch.ts';

export const SHOWN_STAGES = ['lines', 'normals', 'parts'] as const;

/** The generator that is taken where none is named. */
export const DEFAULT_MODEL = 'realize';

export interface Arguments {
  files: string[];
  out: string | null;
  folder: string | null;
  /** For the names of files, as naming.ts reads it; null: that of the drawing. */
  pattern: string | null;
  /** The drawing's name, which tells what it is; null: its file's. */
  called: string | null;
  model: string;
  feed: Partial<Record<Feed, string>>;
  settings: Omit<Settings, 'model' | 'studio'> & { studio: string | null };
  stage: (typeof SHOWN_STAGES)[number] | null;
  /** Pixels a unit of the drawing, instead of settings.size. */
  scale: number | null;
  json: boolean;
  /** Writes over drawings and over pictures of the same run. */
  force: boolean;
  /** Its surface as maps, beside the picture. */
  maps: boolean;
}

/** Not a picture: the relief itself. */
export function isSolid({ out }: Pick<Arguments, 'out'>): boolean {
  return out !== null && /\.glb$/i.test(out);
}
