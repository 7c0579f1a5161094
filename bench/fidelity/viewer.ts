// In: SVG text and the box to look at; rows of a contact sheet. Out: Chromium's own pixels; the sheet as PNG.
import { decode } from 'fast-png';
import type { Page } from 'playwright-core';
import type { Box, Rgba } from '../../src/core/sketch.ts';
import { launchBrowser } from '../../tests/e2e/browser.ts';

export interface Viewer {
  /**
   * What Chromium draws of `svg` inside `box` (the drawing's units), stretched to `width` × `height` pixels.
   */
  draw: (svg: string, box: Box, width: number, height: number) => Promise<Rgba>;
  /** Milliseconds until Chromium has drawn `svg` at its own size; the shortest of three. */
  time: (svg: string) => Promise<number>;
  /** Each entry: drawing, pictures and a line of text, in rows; a JPEG file. */
  sheet: (entries: readonly Entry[], columns: number) => Promise<Uint8Array>;
  close: () => Promise<void>;
}

export interface Entry {
  label: string;
  /** PNG file of what Chromium has drawn. */
  truth: Uint8Array;
  /** PNG files of what was made of it, an earlier build's first; null where it was refused. */
  pictures: (Uint8Array | null)[];
}

/** Of one picture on the sheet, pixels. */
const CELL = 168;

export async function openViewer(): Promise<Viewer> {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  return {
    async draw(svg, box, width, height) {
      await page.setViewportSize({ width, height });
      await page.setContent(
        `<style>*{margin:0}svg{display:block}</style>${through(svg, box, width, height)}`,
      );
      return toRgba(await shot(page));
    },
    time: (svg) => page.evaluate(drawnIn, `data:image/svg+xml,${encodeURIComponent(svg)}`),
    async sheet(entries, columns) {
      const rows = Math.ceil(entries.length / columns);
      const width = (1 + Math.max(...entries.map(({ pictures }) => pictures.length))) * (CELL + 4) + 8;
      await page.setViewportSize({ width: columns * width, height: rows * (CELL + 30) });
      await page.setContent(sheetOf(entries, columns, width));
      await page.evaluate(() => Promise.all(Array.from(document.images).map((image) => image.decode())));
      return page.screenshot({ type: 'jpeg', quality: 82 });
    },
    close: () => browser.close(),
  };
}

/** Runs in the page. */
async function drawnIn(address: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 3; i++) {
    const image = new Image();
    const began = performance.now();
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    context.getImageData(0, 0, 1, 1);
    times.push(performance.now() - began);
  }
  return Math.min(...times);
}

function shot(page: Page): Promise<Uint8Array> {
  return page.screenshot({ omitBackground: true, timeout: 20_000 });
}

function toRgba(png: Uint8Array): Rgba {
  const { width, height, data, channels } = decode(png);
  if (channels === 4) return { width, height, data: data as Uint8Array };
  const rgba = new Uint8Array(4 * width * height).fill(255);
  for (let i = 0; i < width * height; i++)
    for (let channel = 0; channel < 3; channel++) rgba[4 * i + channel] = data[3 * i + channel]!;
  return { width, height, data: rgba };
}

/** The same document with another window onto it. */
function through(svg: string, box: Box, width: number, height: number): string {
  const bare = svg.replace(/<\?xml[^>]*\?>/, '').replace(/<!DOCTYPE[^>]*>/, '');
  const [root] = /<svg[^>]*>/.exec(bare) ?? [];
  if (root === undefined) throw new Error(`no <svg> in ${JSON.stringify(bare.slice(0, 60))}`);
  const window = `width="${width}" height="${height}" viewBox="${box.x} ${box.y} ${box.width} ${box.height}"`;
  const own = root
    .replace(/\s(width|height|viewBox|preserveAspectRatio)="[^"]*"/g, '')
    .replace(/\/?>$/, (end) => ` ${window} preserveAspectRatio="none"${end}`);
  return bare.replace(root, () => own);
}

function sheetOf(entries: readonly Entry[], columns: number, width: number): string {
  const image = (png: Uint8Array | null): string =>
    png === null
      ? '<span>refused</span>'
      : `<span><img src="data:image/png;base64,${Buffer.from(png).toString('base64')}"></span>`;
  const cells = entries.map(
    ({ label, truth, pictures }) =>
      `<figure>${[truth, ...pictures].map(image).join('')}<figcaption>${label.replace(/[<&]/g, '')}</figcaption></figure>`,
  );
  return `<style>
    * { margin: 0 }
    body { display: grid; grid-template-columns: repeat(${columns}, ${width}px); background: #f4f4f4 }
    figure { height: ${CELL + 30}px }
    span { display: inline-grid; vertical-align: top; place-items: center; width: ${CELL}px; height: ${CELL}px; margin: 2px; background: #fff }
    img { max-width: ${CELL}px; max-height: ${CELL}px }
    figcaption { font: 12px sans-serif; padding-left: 4px; white-space: nowrap; overflow: hidden }
  </style>${cells.join('')}`;
}
