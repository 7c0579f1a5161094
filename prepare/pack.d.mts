// What tests use of packing.
export function encodeBase85(bytes: Uint8Array): string;
/** A script element that holds the bytes, packed by brotli; `quick`: not as tightly as can be. */
export function tight(id: string, raw: Uint8Array, quick?: boolean): Promise<string>;
