// A placed picture → what colour is seen at a place of its drawing. In: PNG, the rectangle it covers. Out:
// colours, words.
import { decode } from 'fast-png';
import type { Box } from '../../src/core/sketch.ts';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];
/** The picture's mean colour around a place of the drawing; alpha 0 outside of the picture. 0…255. */
export type Seen = (x: number, y: number) => Colour;

/** `on`: what the picture covers, in the drawing's coordinates. */
export function seenIn(png: Uint8Array, on: Box): Seen {
  const { width, height, data, channels } = decode(png);
  if (channels !== 4) throw new Error(`saw ${channels} channels, wanted RGBA`);
  return (x, y) => {
    const [across, down] = [((x - on.x) / on.width) * width, ((y - on.y) / on.height) * height].map(
      Math.round,
    );
    const sum = [0, 0, 0, 0];
    for (let v = down! - 2; v <= down! + 2; v++)
      for (let u = across! - 2; u <= across! + 2; u++) {
        if (u < 0 || v < 0 || u >= width || v >= height) continue;
        for (let channel = 0; channel < 4; channel++)
          sum[channel]! += data[4 * (v * width + u) + channel]! / 25;
      }
    return sum as unknown as Colour;
  };
}

/** Named as somebody would who looks: by hue, or by brightness where there is little of one. */
export function word([r, g, b, a]: Colour): string {
  if (a < 24) return 'nothing';
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const glass = a < 235 ? 'clear ' : '';
  if (most - least < 0.16 * most + 8) return glass + (most > 200 ? 'white' : most < 75 ? 'black' : 'grey');
  const turn = most === r ? (g - b) / (most - least) : most === g ? 2 + (b - r) / (most - least) : 4 + (r - g) / (most - least);
  const hue = (60 * turn + 360) % 360;
  const names: [number, string][] = [[14, 'red'], [36, 'orange'], [58, 'yellow'], [150, 'green'], [190, 'teal'], [245, 'blue'], [300, 'violet'], [345, 'magenta'], [361, 'red']];
  return glass + names.find(([end]) => hue < end)![1];
} // prettier-ignore

export const sumOf = ([red, green, blue]: Colour): number => red + green + blue;
