// SVG text → PNG bytes, by resvg. In: resvg's wasm. Out: a function (svg, zoom) → PNG.
import { initWasm, Resvg } from '@resvg/resvg-wasm';

let started: Promise<void> | undefined;

/** resvg can be started once in a process; who comes second uses what is there. */
async function startOnce(wasm: Uint8Array): Promise<void> {
  try {
    await initWasm(wasm.slice().buffer);
  } catch (error) {
    if (!String(error).includes('Already initialized')) throw error;
  }
}

export async function openRaster(wasm: Uint8Array): Promise<(svg: string, zoom: number) => Uint8Array> {
  started ??= startOnce(wasm);
  await started;
  return (svg, zoom) => {
    // resvg reads mask-type as an attribute only; Figma writes it into style.
    const readable = svg.replaceAll('style="mask-type:alpha"', 'mask-type="alpha"');
    const resvg = new Resvg(readable, { fitTo: { mode: 'zoom', value: zoom } });
    const image = resvg.render();
    const png = image.asPng();
    image.free();
    resvg.free();
    return png;
  };
}
