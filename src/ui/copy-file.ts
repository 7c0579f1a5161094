// A PNG that is on its way in, the clipboard with it out; false where this frame may not write there.

export async function copyPicture(png: Promise<Uint8Array>): Promise<boolean> {
  const blob = png.then((bytes) => new Blob([bytes as BlobPart], { type: 'image/png' }));
  try {
    // Begun at once and waited for: a browser takes it only as long as the click is young.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    return true;
  } catch {
    return false; // not allowed, or no picture came, of which is told elsewhere
  }
}
