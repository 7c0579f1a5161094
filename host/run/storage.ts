// figma.clientStorage: plain values by key, kept between runs, 5 MB for a plugin in all.
// D: developers.figma.com/docs/plugins/api/figma-clientStorage ("up to 5MB … for each plugin").
import { copyMessage } from './message.ts';

export const STORAGE_LIMIT = 5 * 1024 * 1024;

export class ClientStorage {
  readonly #values = new Map<string, unknown>();
  /** Bytes that count as used already; a test fills the storage with it. */
  ballast = 0;

  get(key: string): unknown {
    return copyMessage(this.#values.get(key));
  }

  set(key: string, value: unknown): void {
    const copy = copyMessage(value);
    let used = this.ballast + sizeOf(key, copy);
    for (const [other, kept] of this.#values) if (other !== key) used += sizeOf(other, kept);
    if (used > STORAGE_LIMIT)
      throw new Error(
        `in setAsync: The plugin's storage would hold ${used} bytes; the limit is ${STORAGE_LIMIT} bytes (5 MB)`,
      );
    this.#values.set(key, copy);
  }

  delete(key: string): void {
    this.#values.delete(key);
  }

  keys(): string[] {
    return [...this.#values.keys()];
  }
}

function sizeOf(key: string, value: unknown): number {
  let bytes = key.length;
  const text = JSON.stringify(value, (_name, item: unknown) => {
    if (!(item instanceof Uint8Array)) return item;
    bytes += item.length;
    return null;
  });
  return bytes + (text?.length ?? 0);
}
