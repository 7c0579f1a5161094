// What tests use of packing.
export function encodeBase85(bytes: Uint8Array): string;
