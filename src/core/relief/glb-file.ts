// In: a glTF document, the bytes of its one buffer. Out: the bytes of a GLB file (glTF 2.0, chapter 4: binary
// glTF).

const MAGIC = 0x46546c67;
const [JSON_CHUNK, BIN_CHUNK] = [0x4e4f534a, 0x004e4942] as const;

/** Header, JSON padded with spaces, binary padded with zeros, each to whole words. */
export function glbFile(document: object, bin: Uint8Array): Uint8Array {
  const json = ascii(document);
  const [long, deep] = [4 * Math.ceil(json.length / 4), 4 * Math.ceil(bin.length / 4)];
  const file = new Uint8Array(28 + long + deep);
  const view = new DataView(file.buffer);
  const words = [MAGIC, 2, file.length, long, JSON_CHUNK];
  words.forEach((word, k) => view.setUint32(4 * k, word, true));
  file.fill(0x20, 20, 20 + long);
  file.set(json, 20);
  view.setUint32(20 + long, deep, true);
  view.setUint32(24 + long, BIN_CHUNK, true);
  file.set(bin, 28 + long);
  return file;
}

/** As JSON, with every other sign by its number. */
function ascii(document: object): Uint8Array {
  const text = JSON.stringify(document).replace(
    /[^ -~]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}
