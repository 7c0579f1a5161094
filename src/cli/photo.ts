// In: a file's bytes. Out: SVG text: the file's own, or, for a PNG or JPEG, a page that holds the photo.
import { Fault } from './fault.ts';

export interface ReadDrawing {
  svg: string;
  /** Its kind, where it is one. */
  photo: 'PNG' | 'JPEG' | null;
}

/** Throws a Fault for a photo that is cut off. */
export function toSvg(bytes: Uint8Array): ReadDrawing {
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47]))
    return { svg: page('image/png', sizeOfPng(bytes) ?? damaged('PNG'), bytes), photo: 'PNG' };
  if (begins(bytes, [0xff, 0xd8]))
    return { svg: page('image/jpeg', sizeOfJpeg(bytes) ?? damaged('JPEG'), bytes), photo: 'JPEG' };
  return {
    svg: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'),
    photo: null,
  };
}

function begins(bytes: Uint8Array, with_: readonly number[]): boolean {
  return with_.every((value, i) => bytes[i] === value);
}

function damaged(kind: string): never {
  throw new Fault(`this ${kind} is damaged`);
}

interface Size {
  width: number;
  height: number;
}

function page(type: string, { width, height }: Size, bytes: Uint8Array): string {
  const data = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<image width="${width}" height="${height}" href="${data}"/></svg>`
  );
}

function sizeOfPng(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 24) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Walks the segments to the frame header (SOF0 … SOF15, without the three that are none). */
function sizeOfJpeg(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker < 0xffc0 || marker > 0xffcf || [0xffc4, 0xffc8, 0xffcc].includes(marker)) continue;
    return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}
