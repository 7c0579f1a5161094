// Where a drawing's ink is, and where a picture is opaque: pixels in, the box around them out. For
// registration.
import { decode } from 'fast-png';
import { readFile } from 'node:fs/promises';
import { openRaster } from '../../src/core/image/raster.ts';
import type { Box, Rgba } from '../../src/core/sketch.ts';
import { viewBoxOfText } from '../../src/core/svg/viewbox.ts';

/** The box around all pixels that are at least this opaque. Units: pixels. */
function opaqueBox({ width, height, data }: Rgba, least: number): Box {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (data[4 * (y * width + x) + 3]! < least) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  if (right < 0) throw new Error(`nothing opaque in ${width} × ${height} pixels`);
  return { x: left, y: top, width: right + 1 - left, height: bottom + 1 - top };
}

/**
 * Of a picture: in units of whatever `onCanvas` says it covers. Glass is the most transparent thing there is.
 */
export function pictureInk(png: Uint8Array, onCanvas: Box): Box {
  const { width, height, data, channels } = decode(png);
  if (channels !== 4 || !(data instanceof Uint8Array))
    throw new Error(`saw ${channels} channels, wanted 8-bit RGBA`);
  const box = opaqueBox({ width, height, data }, 24);
  const [across, down] = [onCanvas.width / width, onCanvas.height / height];
  return {
    x: onCanvas.x + box.x * across,
    y: onCanvas.y + box.y * down,
    width: box.width * across,
    height: box.height * down,
  };
}

const ZOOM = 4;

/** Of a sample: in its own coordinates, its white paper left out. */
export async function drawingInk(svg: string): Promise<Box> {
  const rasterise = await openRaster(await readFile('node_modules/@resvg/resvg-wasm/index_bg.wasm'));
  const bare = svg.replace(/<rect width="\d+" height="\d+" fill="white"\/>\n(?=<(?!\/clipPath))/, '');
  const view = viewBoxOfText(svg);
  if (!view) throw new Error('a sample without viewBox');
  const box = opaqueBox(rasterise(bare, view.width * ZOOM, view.height * ZOOM), 24);
  return { x: box.x / ZOOM, y: box.y / ZOOM, width: box.width / ZOOM, height: box.height / ZOOM };
}
