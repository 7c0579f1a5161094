// SVG texts of several layers, each with where it lies on the canvas → one SVG text of all of them, in their
// order. Ids that something refers to get a prefix a layer, since Figma counts them anew in every export;
// names of layers stay.
import type { Box } from '../../core/sketch.ts';
import { around } from '../node-tree.ts';
import type { Cover } from './cover.ts';

export interface ExportPiece {
  svg: string;
  cover: Cover;
}

/** Lowest first. One piece stays as it is. */
export function merged(pieces: readonly ExportPiece[]): ExportPiece {
  const [first] = pieces;
  if (first && pieces.length === 1) return first;
  const canvas = around(pieces.map(({ cover }) => cover.canvas));
  const view = { x: 0, y: 0, width: rounded(canvas.width), height: rounded(canvas.height) };
  const groups = pieces.map(({ svg, cover }, index) =>
    placed(contentOf(svg, `layer${index}-`), cover, canvas),
  );
  const xlink = pieces.some(({ svg }) => /\sxmlns:xlink=/.test(svg))
    ? ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    : '';
  const { width, height } = view;
  const root = `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" fill="none" xmlns="http://www.w3.org/2000/svg"${xlink}>`;
  return {
    svg: `${root}\n${groups.join('')}</svg>\n`,
    cover: { view, canvas: { ...canvas, width, height } },
  };
}

/** What stands in the root, its ids made its own. */
function contentOf(svg: string, prefix: string): string {
  const from = svg.indexOf('>', svg.indexOf('<svg')) + 1;
  const content = svg.slice(from, svg.lastIndexOf('</svg>'));
  const used = new Set(
    [...content.matchAll(/url\(["']?#([^)"']+)["']?\)|href="#([^"]+)"/g)].map(
      (found) => found[1] ?? found[2]!,
    ),
  );
  if (used.size === 0) return content;
  return content
    .replace(/\sid="([^"]*)"/g, (all, id: string) => (used.has(id) ? ` id="${prefix}${id}"` : all))
    .replace(/url\((["']?)#/g, `url($1#${prefix}`)
    .replace(/href="#/g, `href="#${prefix}`);
}

/** A root's own fill is "none" everywhere; it is written once, for all. */
function placed(content: string, { view, canvas }: Cover, all: Box): string {
  const [across, down] = [canvas.width / view.width, canvas.height / view.height];
  const [x, y] = [canvas.x - all.x - view.x * across, canvas.y - all.y - view.y * down].map(rounded);
  const scale = across === 1 && down === 1 ? '' : ` scale(${rounded(across)} ${rounded(down)})`;
  return `<g transform="translate(${x} ${y})${scale}">${content.trimEnd()}\n</g>\n`;
}

/** So that a drawing that is only moved keeps its text. */
const rounded = (value: number): number => Math.round(1000 * value) / 1000;
