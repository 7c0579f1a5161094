// In: the bytes of resvg's WebAssembly. Out: the rasteriser that every stage
// draws with, the same pixels everywhere.
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Rasterise } from '../engine.ts';

let started: Promise<void> | undefined;

/** resvg starts once for a whole program; a second call reuses it, a failed one may be tried again. */
export async function openRaster(wasm: Uint8Array): Promise<Rasterise> {
  started ??= initWasm(wasm as Uint8Array<ArrayBuffer>).catch((error: unknown) => {
    started = undefined;
    throw error;
  });
  await started;
  return rasterise;
}

const rasterise: Rasterise = (svg, width, height) => {
  const drawing = new Resvg(sized(svg, width, height), {
    fitTo: { mode: 'original' },
    font: { loadSystemFonts: false },
  });
  // After a panic inside resvg its object cannot be freed; it is left, and
  // the caller hears of the panic itself.
  const image = drawing.render();
  const size = [image.width, image.height];
  const data = straight(image.pixels);
  image.free();
  drawing.free();
  if (size[0] !== width || size[1] !== height) {
    throw new Error(`resvg drew ${size.join(' × ')}, wanted ${width} × ${height}`);
  }
  return { width, height, data };
};

/** Sets the root's pixel size and stretches its viewBox over it. */
function sized(svg: string, width: number, height: number): string {
  const root = /<svg\b(?:"[^"]*"|'[^']*'|[^>"'])*>/.exec(svg);
  if (!root) throw new Error(`no <svg> in ${JSON.stringify(svg.slice(0, 60))}`);
  const attribute = (name: string): RegExp => new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  const value = (name: string): string => attribute(name).exec(root[0])?.[1] ?? '';
  const view = attribute('viewBox').test(root[0])
    ? ''
    : ` viewBox="0 0 ${parseFloat(value('width')) || width} ${parseFloat(value('height')) || height}"`;
  let tag = root[0];
  for (const name of ['width', 'height', 'preserveAspectRatio']) tag = tag.replace(attribute(name), '');
  tag = tag.replace(/^<svg\b/, `<svg width="${width}" height="${height}" preserveAspectRatio="none"${view}`);
  return svg.slice(0, root.index) + tag + svg.slice(root.index + root[0].length);
}

/** resvg hands out premultiplied colour; images here are straight. Works in place. */
function straight(data: Uint8Array): Uint8Array {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
  for (let i = 0; i < pixels.length; i++) {
    const alpha = pixels[i]! >>> 24;
    if (alpha === 255 || alpha === 0) continue;
    for (let c = 4 * i; c < 4 * i + 3; c++) data[c] = Math.min(255, Math.round((data[c]! * 255) / alpha));
  }
  return data;
}
