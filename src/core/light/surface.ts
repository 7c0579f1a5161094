// What the light is given: a surface, and strips of its pixels. In: the light's card. Out: in which order it
// wants their channels.
import type { AppearanceMaps } from '../appearance/base-colour.ts';
import { channelAt, type LightCard, materialChannels } from '../card.ts';
import { SAMPLED, type Sampler } from '../form/upsample.ts';
import type { View } from '../form/view.ts';
import type { Parts } from '../parts/parts.ts';
import type { Bevel } from '../relief/bevel.ts';
import type { Relief } from '../relief/relief.ts';
import type { Plane } from '../sketch.ts';
import type { Bounce } from './bounce.ts';
import type { Texture } from '../texture/texture.ts';

/** The relief at the pixels of a surface, under its lamp. */
export interface SurfaceRelief extends Pick<Relief, 'views'> {
  bevel: Bevel;
  /** One a view: per sample of its square, how much of the key light is seen. */
  seen: readonly Float32Array[];
}

export interface Surface {
  found: Parts;
  maps: AppearanceMaps;
  views: readonly Pick<View, 'square'>[];
  /** One a view. */
  samplers: readonly Sampler[];
  /** Per pixel the index of its view; null where there is one. */
  zones: Uint8Array | null;
  /** 0…1: thin lines along inner borders, at the picture's size. */
  seams: Plane;
  /** Null: of what stands behind glass none is known. */
  relief: SurfaceRelief | null;
  /** Null: no part wears one. */
  texture: Texture | null;
  /** One a part: how much brighter its pigment is than its fill, linear; null: not at all. */
  gains: Float32Array | null;
  /** Null: parts send each other no light. */
  bounce: Bounce | null;
}

/** Values lie channel after channel, one entry a pixel of `pixels`. */
export interface Strip {
  /** Where they are in the picture. */
  pixels: Int32Array;
  intrinsic: Float32Array;
  base: Float32Array;
  material: Float32Array;
  position: Float32Array;
  /** The normals without texture; null where none was laid on them. */
  bare: Float32Array | null;
}

// What the light takes of each pixel's form: what a sampler gives, in its order, …
const FORM = ['normal.x', 'normal.y', 'normal.z', 'occlusion', 'thickness'];
// … and where no relief is known: in the drawing's plane, in no other part's shadow.
export const FLAT = { height: 0, visibility: 1 } as const;

/** Where the light's card wants each of the sampler's channels, those of the relief, and of the material. */
export interface Layout {
  sampled: readonly number[];
  high: number;
  visible: number;
  channels: number;
  roughness: number;
  metal: number;
}

export function orderOf(card: LightCard): Layout {
  const wanted = card.inputs.find((input) => input.tensor === 'intrinsic')?.channels ?? [];
  const known = SAMPLED + Object.keys(FLAT).length;
  if (wanted.length !== known)
    throw new Error(`the light's card asks for ${wanted.length} intrinsic channels, wanted ${known}`);
  return {
    sampled: FORM.map((name) => channelAt(wanted, name)),
    high: channelAt(wanted, 'height'),
    visible: channelAt(wanted, 'visibility'),
    channels: known,
    roughness: channelAt(materialChannels(card), 'roughness'),
    metal: channelAt(materialChannels(card), 'metal'),
  };
}

/** One of a strip's channels. */
export function channelOf({ pixels }: Strip, values: Float32Array, at: number): Float32Array {
  return values.subarray(at * pixels.length, (at + 1) * pixels.length);
}
