// In: drawings and their pictures as images with their boxes. Out: the listing's pictures as SVG, in Figma's
// sizes.

/** Pixels. */
export const ICON = { width: 128, height: 128 };
export const WIDE = { width: 1920, height: 1080 };

interface Size {
  width: number;
  height: number;
}
interface Rectangle extends Size {
  x: number;
  y: number;
}

/** A drawing and its picture; `box`: where the picture lies, in the drawing's units. */
export interface Realized {
  drawing: Size & { href: string };
  picture: { href: string; box: Rectangle };
}

const [PAPER, CANVAS, STUDIO, SELECTION] = ['#ffffff', '#f1f1f3', '#efe7dc', '#0d99ff'];
/** Share of a cell's side that is filled. */
const FILLED = 0.84;

const image = (href: string, { x, y, width, height }: Rectangle): string =>
  `<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none" href="${href}"/>`;

const rect = ({ x, y, width, height }: Rectangle, more: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${more}/>`;

function svgOf({ width, height }: Size, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;
}

/** Drawing and picture at one scale, the middle of what the picture shows in the middle of the cell. */
function placed({ drawing, picture }: Realized, cell: Rectangle): { drawing: string; picture: string } {
  const { box } = picture;
  const scale = FILLED * Math.min(cell.width / box.width, cell.height / box.height);
  const x = cell.x + cell.width / 2 - scale * (box.x + box.width / 2);
  const y = cell.y + cell.height / 2 - scale * (box.y + box.height / 2);
  return {
    drawing: image(drawing.href, { x, y, width: scale * drawing.width, height: scale * drawing.height }),
    picture: image(picture.href, {
      x: x + scale * box.x,
      y: y + scale * box.y,
      width: scale * box.width,
      height: scale * box.height,
    }),
  };
}

/**
 * One object: its left half as drawn, on a canvas, its right half as realized. They meet as the picture is
 * registered.
 */
export function halves(realized: Realized, size: Size): string {
  const [middle, line] = [size.width / 2, Math.max(2, size.width / 480)];
  const half = { x: 0, y: 0, width: middle, height: size.height };
  const other = { ...half, x: middle };
  const { drawing, picture } = placed(realized, { x: 0, y: 0, ...size });
  return svgOf(
    size,
    `<clipPath id="drawn">${rect(half, '')}</clipPath><clipPath id="made">${rect(other, '')}</clipPath>` +
      rect(half, `fill="${CANVAS}"`) +
      rect(other, `fill="${STUDIO}"`) +
      `<g clip-path="url(#drawn)">${drawing}</g><g clip-path="url(#made)">${picture}</g>` +
      rect({ x: middle - line / 2, y: 0, width: line, height: size.height }, `fill="${SELECTION}"`),
  );
}

/** Equal cells, row by row. */
function grid(count: number, columns: number): Rectangle[] {
  const [width, height] = [WIDE.width / columns, WIDE.height / Math.ceil(count / columns)];
  return Array.from({ length: count }, (_, i) => ({
    x: (i % columns) * width,
    y: Math.floor(i / columns) * height,
    width,
    height,
  }));
}

/** Pictures alone, three a row. */
export function pictures(all: Realized[]): string {
  const cells = grid(all.length, 3).map((cell, i) => placed(all[i]!, cell).picture);
  return svgOf(WIDE, rect({ x: 0, y: 0, ...WIDE }, `fill="${STUDIO}"`) + cells.join(''));
}

/** Drawings with their pictures at the right of them, three a row. */
export function pairs(all: Realized[]): string {
  const cells = grid(all.length, 3).map((cell, i) => {
    const half = { ...cell, width: cell.width / 2 };
    const one = all[i]!;
    return placed(one, half).drawing + placed(one, { ...half, x: cell.x + half.width }).picture;
  });
  return svgOf(WIDE, rect({ x: 0, y: 0, ...WIDE }, `fill="${PAPER}"`) + cells.join(''));
}
