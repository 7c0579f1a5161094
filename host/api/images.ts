// createImage: bytes → a stored image and its hash, with Figma's limits. In:
// PNG, JPEG or GIF bytes. Out: hash.
import { frameOf, orientationOf } from '../../src/core/image/jpeg.ts';
import * as say from '../limits/sentences.ts';
import { sha1 } from '../encoding/sha1.ts';
import type { StoredImage } from '../document/record.ts';
import type { Store } from '../document/store.ts';

/**
 * D: developers.figma.com/docs/plugins/api/properties/figma-createimage: at
 * most 4096 × 4096, PNG, JPEG or GIF.
 */
const IMAGE_LIMIT = 4096;

export function createImage(store: Store, bytes: unknown): string {
  if (!(bytes instanceof Uint8Array))
    throw new Error(`in createImage: Expected "data" to have type Uint8Array, received ${typeof bytes}`);
  const kind = sniff(bytes);
  if (!kind) throw say.imageTypeUnsupported();
  if (kind.width > IMAGE_LIMIT || kind.height > IMAGE_LIMIT) throw say.imageTooLarge();
  const hash = sha1(bytes);
  if (!store.images.has(hash)) store.images.set(hash, { ...kind, bytes: bytes.slice() });
  return hash;
}

/** Type and size from an image file's first bytes; null for other files. */
export function sniff(bytes: Uint8Array): Omit<StoredImage, 'bytes'> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (...wanted: number[]) => wanted.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && bytes.length >= 24)
    return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
  if (starts(0x47, 0x49, 0x46, 0x38) && bytes.length >= 10)
    return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
  const frame = frameOf(bytes);
  if (!frame) return null;
  // Figma shows a photo upright, as browsers do.
  const lies = orientationOf(bytes) > 4;
  const { width, height } = frame;
  return { type: 'image/jpeg', width: lies ? height : width, height: lies ? width : height };
}
