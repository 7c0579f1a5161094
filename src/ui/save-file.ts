// A file's bytes and its name in, a download of the browser out.

/** How long a browser may take to begin, ms: then the bytes are let go. */
const KEPT_MS = 60_000;

const TYPES: Record<string, string> = { png: 'image/png', glb: 'model/gltf-binary', zip: 'application/zip' };
const typeOf = (name: string): string => TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? '';

export function saveFile(bytes: Uint8Array, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: typeOf(name) }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
