// What is selected in → the image that it is filled with, as a file; null when there is
// none, a sentence when it cannot be had.
import { TOLD } from '../../words.ts';
import { fillsOf } from '../storage/filled.ts';
import { within } from '../../timeout.ts';
import { WORK_LIMIT_MS } from '../time-limits.ts';

/** More does not go through the sandbox's memory twice. Bytes. */
const MOST_BYTES = 16_000_000;

export type Images = Pick<PluginAPI, 'getImageByHash'>;

export async function selectedImage(
  selection: readonly SceneNode[],
  images: Images,
): Promise<{ bytes: Uint8Array } | { told: string } | null> {
  const hash = selection.map(hashIn).find((one) => one !== null);
  if (hash === undefined || hash === null) return null;
  const bytes = await bytesOf(hash, images);
  if (!bytes) return { told: TOLD.imageUnread };
  if (bytes.length > MOST_BYTES)
    return { told: TOLD.imageTooLarge(Math.ceil(bytes.length / 1e6), Math.floor(MOST_BYTES / 1e6)) };
  return { bytes };
}

/** The bytes of an image of the file; null when the file does not hold it, or does not give it. */
export async function bytesOf(hash: string, images: Images): Promise<Uint8Array | null> {
  try {
    const image = images.getImageByHash(hash);
    const bytes = image ? await within(WORK_LIMIT_MS, image.getBytesAsync()) : null;
    return bytes instanceof Uint8Array ? bytes : null;
  } catch {
    return null; // Figma has its name, and no longer its bytes
  }
}

/** Of the layer's own topmost image, else of the first layer in it that has one. */
function hashIn(node: SceneNode): string | null {
  const own = topImage(node);
  if (own !== null || !('findOne' in node)) return own;
  const inside = node.findOne((one) => topImage(one) !== null);
  return inside && topImage(inside);
}

function topImage(node: SceneNode): string | null {
  const images = fillsOf(node).flatMap((paint) =>
    paint.type === 'IMAGE' && paint.visible !== false && paint.imageHash !== null ? [paint.imageHash] : [],
  );
  return images.at(-1) ?? null;
}
