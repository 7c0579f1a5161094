// Where colours come from in, palettes out: the product palettes, the styles of this file, an image, or none.
import { coloursOf, PRODUCT_PALETTES } from '../../core/colourways/colourways.ts';
import type { Palette } from '../../core/colourways/colourways.ts';
import type { Rgba } from '../../core/sketch.ts';
import type { Named } from '../../protocol/plugin.ts';
import { EXPLORE } from '../../words.ts';
import type { ExploreState } from './state.ts';

/** How many colours are taken out of an image. */
const TAKEN_COLOURS = 6;
/** A file may have hundreds of styles; the first ones are what its makers put first. */
const MOST_STYLES = 24;

/** Empty where the drawing's own colours stay. */
export function palettesOf({
  source,
  file,
  image,
}: Pick<ExploreState, 'source' | 'file' | 'image'>): readonly Palette[] {
  if (source === 'product') return PRODUCT_PALETTES;
  if (source === 'file') return file && file.colours.length > 0 ? [file] : [];
  if (source === 'image') return image ? [image] : [];
  return PRODUCT_PALETTES.filter(({ id }) => id === source);
}

export function paletteOfFile(styles: readonly Named[]): Palette {
  const colours = [...new Set(styles.map(({ colour }) => colour))].slice(0, MOST_STYLES);
  return { id: 'file', name: EXPLORE.file, colours };
}

/** Null for an image without colours to see: wholly clear. */
export function paletteOfImage(image: Rgba): Palette | null {
  const colours = coloursOf(image, TAKEN_COLOURS);
  return colours.length > 0 ? { id: 'image', name: EXPLORE.image, colours } : null;
}
