// The drawing's and the picture's rectangles in, where both stand in the preview out (fractions of a common frame).
import type { Box } from '../core/sketch.ts';

export interface Framing {
  /** Width over height of what is shown. */
  aspect: number;
  drawing: Box;
  picture: Box;
}

/** All boxes in the drawing's own coordinates. The frame holds both; a shadow may reach out of the drawing. */
export function frameBoth(drawing: Box, picture: Box): Framing {
  const x = Math.min(drawing.x, picture.x);
  const y = Math.min(drawing.y, picture.y);
  const width = Math.max(drawing.x + drawing.width, picture.x + picture.width) - x;
  const height = Math.max(drawing.y + drawing.height, picture.y + picture.height) - y;
  const within = (box: Box): Box => ({
    x: (box.x - x) / width,
    y: (box.y - y) / height,
    width: box.width / width,
    height: box.height / height,
  });
  return { aspect: width / height, drawing: within(drawing), picture: within(picture) };
}

/** The coordinate system of an SVG document: its viewBox, else its width and height. Null when it has neither. */
export function viewBoxOf(svg: string): Box | null {
  const root = /<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
  const attribute = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(root)?.[1] ?? '';
  const [x, y, width, height] = attribute('viewBox')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (x !== undefined && y !== undefined && width && height) return { x, y, width, height };
  const size = { width: parseFloat(attribute('width')), height: parseFloat(attribute('height')) };
  return size.width > 0 && size.height > 0 ? { x: 0, y: 0, ...size } : null;
}
