// In: the first bytes of a JPEG. Out: how it is to be turned to stand upright; its size and its inks.
// A walk over its segments (ITU T.81, B.1). Exif 2.32: APP1 holds a TIFF, whose first directory has the tag
// Orientation.

const START = 0xffd8;
const APP1 = 0xffe1;
const START_OF_SCAN = 0xffda;
// Frame headers, and what lies between them that is none: DHT, JPG, DAC.
const FIRST_FRAME = 0xffc0;
const LAST_FRAME = 0xffcf;
const NO_FRAMES = new Set([0xffc4, 0xffc8, 0xffcc]);
/** `Exif` and two zeros. */
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const LITTLE_ENDIAN = 0x4949;
const ORIENTATION = 0x0112;
const ENTRY = 12;

/** 1…8, as Exif has it; 1, upright, where nothing else is said. */
export function orientationOf(bytes: Uint8Array): number {
  for (const [marker, at] of segments(bytes)) {
    if (marker !== APP1 || EXIF.some((byte, i) => bytes[at + 4 + i] !== byte)) continue;
    const from = Math.min(bytes.length, at + 4 + EXIF.length);
    return orientationIn(new DataView(bytes.buffer, bytes.byteOffset + from, bytes.length - from));
  }
  return 1;
}

interface JpegFrame {
  /** Pixels, as stored. */
  width: number;
  height: number;
  /** 1 for grey, 3 for colours, 4 for the inks of print. */
  components: number;
}

/** Null: it does not say. */
export function frameOf(bytes: Uint8Array): JpegFrame | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [marker, at] of segments(bytes)) {
    const isFrame = marker >= FIRST_FRAME && marker <= LAST_FRAME && !NO_FRAMES.has(marker);
    if (isFrame && at + 9 < bytes.length)
      return {
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
        components: view.getUint8(at + 9),
      };
  }
  return null;
}

/** Markers and where they are, up to the pixels. */
function* segments(bytes: Uint8Array): Generator<[marker: number, at: number]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== START) return;
  for (let at = 2; at + 4 <= bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker === START_OF_SCAN || marker >> 8 !== 0xff) return;
    yield [marker, at];
  }
}

/** `tiff` may end anywhere. */
function orientationIn(tiff: DataView): number {
  if (tiff.byteLength < 8) return 1;
  const little = tiff.getUint16(0) === LITTLE_ENDIAN;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return 1;
  const entries = tiff.getUint16(directory, little);
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + i * ENTRY;
    if (at + ENTRY > tiff.byteLength) return 1;
    if (tiff.getUint16(at, little) !== ORIENTATION) continue;
    const value = tiff.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
