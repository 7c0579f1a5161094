// In: a file's bytes. Out: SVG text: the file's own, or, for a PNG or JPEG, a page that holds the photo.

/** Throws a sentence for what is neither. */
export function toSvg(bytes: Uint8Array): string {
  const png = sizeOfPng(bytes);
  if (png) return page('image/png', png, bytes);
  const jpeg = sizeOfJpeg(bytes);
  if (jpeg) return page('image/jpeg', jpeg, bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
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
  if (bytes.length < 24 || view.getUint32(0) !== 0x89504e47) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Walks the segments to the frame header (SOF0 … SOF15, without the three that are none). */
function sizeOfJpeg(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker < 0xffc0 || marker > 0xffcf || [0xffc4, 0xffc8, 0xffcc].includes(marker)) continue;
    return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}
