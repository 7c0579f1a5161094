// In: a file's bytes. Out: SVG text: the file's own, or, for a PNG or JPEG, a page that holds the photo.
import { imageSize } from 'image-size';
import { frameOf } from '../core/image/jpeg.ts';
import { Fault } from './fault.ts';

export interface ReadDrawing {
  svg: string;
  /** Its kind, where it is one. */
  photo: 'PNG' | 'JPEG' | null;
}

const PRINT_INKS = 4;
/** Files that people have instead, by the names that `image-size` has for them. */
const OTHERS: Readonly<Record<string, string>> = {
  bmp: 'a BMP image',
  gif: 'a GIF image',
  heif: 'an HEIF image',
  avif: 'an AVIF image',
  ico: 'an icon file',
  jxl: 'a JPEG XL image',
  jp2: 'a JPEG 2000 image',
  psd: 'a Photoshop file',
  tiff: 'a TIFF image',
  webp: 'a WebP image',
};
/** Files that are no images, by how they begin. */
const BEGINNINGS: readonly (readonly [begins: string, called: string])[] = [
  ['%PDF', 'a PDF file'],
  ['PK\u0003\u0004', 'a zip file, as Sketch and others write'],
  ['fig-', 'a Figma file'],
];

/** Throws a Fault for a photo that is cut off, and for a file of another kind. */
export function toSvg(bytes: Uint8Array): ReadDrawing {
  const kind = kindOf(bytes);
  if (kind === 'JPEG' && frameOf(bytes)?.components === PRINT_INKS)
    throw new Fault('this JPEG is in CMYK, as print has it; save it in RGB');
  if (kind) return { svg: page(bytes, kind), photo: kind };
  refuseOthers(bytes);
  return {
    svg: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'),
    photo: null,
  };
}

function kindOf(bytes: Uint8Array): 'PNG' | 'JPEG' | null {
  if (begins(bytes, '\u0089PNG')) return 'PNG';
  return begins(bytes, '\u00ff\u00d8') ? 'JPEG' : null;
}

function begins(bytes: Uint8Array, text: string): boolean {
  return [...text].every((letter, i) => bytes[i] === letter.charCodeAt(0));
}

function refuseOthers(bytes: Uint8Array): void {
  const type = sizeOf(bytes)?.type ?? '';
  const called = OTHERS[type] ?? BEGINNINGS.find(([start]) => begins(bytes, start))?.[1];
  if (called) throw new Fault(`this is ${called}; save it as SVG, PNG or JPEG`);
}

/** Null: it is no image, or cut off. */
function sizeOf(bytes: Uint8Array): ReturnType<typeof imageSize> | null {
  try {
    return imageSize(bytes);
  } catch {
    return null;
  }
}

/** The page is as large as the photo is upright. */
function page(bytes: Uint8Array, kind: 'PNG' | 'JPEG'): string {
  const size = sizeOf(bytes);
  if (!size) throw new Fault(`this ${kind} is damaged`);
  const lies = (size.orientation ?? 1) > 4;
  const [width, height] = lies ? [size.height, size.width] : [size.width, size.height];
  const data = `data:image/${kind.toLowerCase()};base64,${Buffer.from(bytes).toString('base64')}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<image width="${width}" height="${height}" href="${data}"/></svg>`
  );
}
