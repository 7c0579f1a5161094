// In: planes over the model square. Out: the generator's input, as the card has it; its output by name.
import { channelAt, type ModelCard } from '../card.ts';
import type { Tensor } from '../engine.ts';
import type { Plane, Rgba } from '../sketch.ts';
import { HINT } from './hint-values.ts';

/** Channels of the drawing's own colours, in the order of an image's bytes. */
const COLOURS = ['r', 'g', 'b', 'a'];

/** Whether the drawing's colours go in, for cards that name them. */
export function wantsColours({ input }: ModelCard): boolean {
  return input.channels.some(({ name }) => COLOURS.includes(name));
}

/** What some generators ask for besides. */
interface Asked {
  /** Red, green and blue over white. */
  colours?: Rgba | null;
  /** In the card's own values (hint-values.ts). */
  hints?: Plane | null;
}

/** `silhouette` null: not known. Planes but that of hints hold 0…1; all have the card's size. */
export function toTensor(
  card: ModelCard,
  lines: Plane,
  silhouette: Plane | null,
  { colours, hints }: Asked = {},
): Tensor {
  const { size, channels, ink, paper } = card.input;
  const data = new Float32Array(channels.length * size * size);
  channels.forEach((channel, i) => {
    const at = COLOURS.indexOf(channel.name);
    const plane =
      at >= 0 && colours
        ? planeOf(colours, at)
        : channel.name === 'lines'
          ? lines
          : channel.name === 'silhouette'
            ? silhouette
            : channel.name === HINT && hints
              ? hints
              : undefined;
    if (plane === undefined)
      throw new Error(
        `the card of ${card.id} asks for the input channel "${channel.name}", which is not known`,
      );
    const to = data.subarray(i * size * size, (i + 1) * size * size);
    if (plane === null) {
      if (channel.unknown === undefined)
        throw new Error(`the card of ${card.id} has no value for an unknown ${channel.name}`);
      to.fill(channel.unknown);
      return;
    }
    if (plane.width !== size || plane.height !== size)
      throw new Error(`${channel.name} is ${plane.width} × ${plane.height}, wanted ${size} × ${size}`);
    if (plane === hints) return to.set(plane.data);
    const [low, high] = channel.name === 'lines' ? [paper, ink] : channel.range;
    const values = plane.data;
    for (let p = 0; p < to.length; p++) to[p] = low + values[p]! * (high - low);
  });
  return { shape: [1, channels.length, size, size], data };
}

function planeOf({ width, height, data }: Rgba, at: number): Plane {
  const plane = new Float32Array(width * height);
  for (let p = 0; p < plane.length; p++) plane[p] = data[4 * p + at]! / 255;
  return { width, height, data: plane };
}

/** What the generator found in the model square; every plane has the card's size. */
export interface Intrinsic {
  size: number;
  /** x, y, z: camera space, unit length. */
  normal: [Float32Array, Float32Array, Float32Array];
  /** 0…1, 1 = open to the sky. */
  occlusion: Float32Array;
  /** 0…1, share of the object's longest side. */
  thickness: Float32Array;
  /** 0…1, on the ground. */
  shadow: Float32Array;
  /** 0…1, whether a pixel belongs to the object. */
  coverage: Float32Array;
}

/** Throws when the output's shape is not the card's; null when it holds something that is no number. */
export function fromTensor(card: ModelCard, tensor: Tensor): Intrinsic | null {
  const { size } = card.input;
  const { channels } = card.output;
  const wanted = [1, channels.length, size, size];
  if (tensor.shape.join() !== wanted.join())
    throw new Error(`the generator gave ${tensor.shape.join(' × ')}, wanted ${wanted.join(' × ')}`);
  const area = size * size;
  const plane = (name: string): Float32Array => {
    const at = channelAt(channels, name);
    const [low, high] = channels[at]?.range ?? [0, 1];
    const data = tensor.data.slice(at * area, (at + 1) * area);
    for (let i = 0; i < area; i++) {
      const value = data[i]!;
      if (value < low) data[i] = low;
      else if (value > high) data[i] = high;
    }
    return data;
  };
  const found = tensor.data;
  for (let i = 0; i < found.length; i++) if (!Number.isFinite(found[i]!)) return null;
  const normal: Intrinsic['normal'] = [plane('normal.x'), plane('normal.y'), plane('normal.z')];
  const [right, up, near] = normal;
  for (let i = 0; i < area; i++) {
    const x = right[i]!;
    const y = up[i]!;
    const z = near[i]!;
    const long = Math.sqrt(x * x + y * y + z * z);
    right[i] = long > 1e-4 ? x / long : 0;
    up[i] = long > 1e-4 ? y / long : 0;
    near[i] = long > 1e-4 ? z / long : 1;
  }
  return {
    size,
    normal,
    occlusion: plane('occlusion'),
    thickness: plane('thickness'),
    shadow: plane('shadow'),
    coverage: plane('coverage'),
  };
}
