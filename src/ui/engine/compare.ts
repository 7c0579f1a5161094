// Two PNG files in, how far apart their pixels are out: the mean over all channels, of 255; Infinity for other sizes.

export async function meanDifference(a: Uint8Array, b: Uint8Array): Promise<number> {
  const [left, right] = await Promise.all([pixels(a), pixels(b)]);
  if (left.width !== right.width || left.height !== right.height) return Infinity;
  let sum = 0;
  // Colour counts as much as it covers: under full transparency there is nothing to see.
  for (let i = 0; i < left.data.length; i += 4) {
    const [alpha, beta] = [left.data[i + 3]! / 255, right.data[i + 3]! / 255];
    for (let c = i; c < i + 3; c++) sum += Math.abs(left.data[c]! * alpha - right.data[c]! * beta);
    sum += Math.abs(alpha - beta) * 255;
  }
  return sum / left.data.length;
}

async function pixels(png: Uint8Array): Promise<ImageData> {
  const image = await createImageBitmap(new Blob([png as Uint8Array<ArrayBuffer>], { type: 'image/png' }));
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  if (!context) throw new Error('no 2d canvas to compare pictures on');
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, image.width, image.height);
}
