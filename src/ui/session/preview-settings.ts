// Settings in, those that a preview is made with out, and whether two of them mean the same picture.
import type { Settings, Size } from '../../core/sketch.ts';

/** The sharp preview's longest side at most: more would not be seen, and it is made anew after each edit. */
export const PREVIEW_SIZE: Size = 1024;

/** The preview shows the shadow where it will lie; that it is a layer of its own is nothing to see. */
export function previewOf(settings: Settings): Settings {
  const size = settings.size < PREVIEW_SIZE ? settings.size : PREVIEW_SIZE;
  return { ...settings, size, shadowApart: false };
}

/** In whatever order their keys stand. */
export function isSame(a: Settings, b: Settings): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(settings: Settings): unknown[] {
  const { parts, ...rest } = settings;
  const entries = (record: object) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return [entries(rest), entries(parts)];
}
