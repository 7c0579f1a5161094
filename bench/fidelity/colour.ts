// In: drawings. Out: how far the default light takes each matte or satin part from its fill, how dark black
// parts stay, how much lightness varies within flat fills, and what clips. CIE Lab (D65) and CIEDE2000, by
// culori.
import { convertRgbToXyz65, convertXyz65ToLab65, differenceCiede2000, type Lab65 } from 'culori';
import { type LightCard, materialChannels } from '../../src/core/card.ts';
import type { Surface } from '../../src/core/light/pack.ts';
import { shade } from '../../src/core/light/shade.ts';
import { openPipeline } from '../../src/core/pipeline.ts';
import { PLAIN, isRefusal, type Rgba, type Settings, type Sketch } from '../../src/core/sketch.ts';
import { openEngine } from '../engine.ts';

const SIZE = 512;
/** A part of fewer pixels that lie wholly in it says nothing. */
const FEWEST_PIXELS = 150;
/** Of a flat fill, as many pixels are as near its median, in bytes of each channel. */
const FLAT = { share: 0.9, within: 3 };
/** Matte or satin: no metal, glass or lamp, and no more lacquer than satin plastic has. */
const MOST_COAT = 0.4;
/** L of a fill that is called black, and what it may become. */
const BLACK = 10;
const STILL_BLACK = 20;
const NEAR = 5;
const WATCH = { progress: () => {}, cancelled: () => Promise.resolve(false) };

export interface PartColour {
  dull: boolean;
  flat: boolean;
  /** L of the fill, and of the median lit colour. */
  fill: number;
  lit: number;
  /** ΔE00 between these two colours. */
  off: number;
  /** By how much C* of the lit one is above that of the fill. */
  richer: number;
  /** Standard deviation of the lit L. */
  spread: number;
  pixels: number;
  /** Of them: white, or without any light, in a channel where the fill is not. */
  clipped: number;
}

type Named = PartColour & { of: string };

const difference = differenceCiede2000();

/** Per part what the light made of it; parts too small to say anything are left out. */
export function coloursOf({ found, maps }: Surface, lit: Rgba, light: LightCard): PartColour[] {
  // What stands behind glass is lit without parts.
  if (found.parts.length === 0) return [];
  const inside = found.parts.map((): number[] => []);
  const { width, height, data: labels } = found.labels;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const label = labels[i]!;
      if (label === 0 || found.alpha.data[i] !== 255) continue;
      if ([i - 1, i + 1, i - width, i + width].every((near) => labels[near] === label))
        inside[label - 1]!.push(i);
    }
  const channels = materialChannels(light);
  return inside.flatMap((pixels, part) => {
    if (pixels.length < FEWEST_PIXELS) return [];
    const value = (name: string): number =>
      maps.materials[part]![channels.findIndex((channel) => channel.name === name)]!;
    const sheer = ['metal', 'transmission', 'emission'].some((name) => value(name) > 0);
    const dull = !sheer && value('coat') <= MOST_COAT;
    return [{ dull, ...colourOf(pixels, maps.base, lit.data) }];
  });
}

function colourOf(pixels: readonly number[], base: Uint8Array, lit: Uint8Array): Omit<PartColour, 'dull'> {
  const medianOf = (data: Uint8Array, channels: number): number[] =>
    [0, 1, 2].map((c) => middle(pixels.map((i) => data[channels * i + c]!)));
  const [fill, found] = [medianOf(base, 3), medianOf(lit, 4)];
  const alike = pixels.filter((i) =>
    fill.every((value, c) => Math.abs(base[3 * i + c]! - value) <= FLAT.within),
  );
  const lightness = pixels.map((i) => lab([lit[4 * i]!, lit[4 * i + 1]!, lit[4 * i + 2]!]).l);
  const mean = lightness.reduce((a, b) => a + b, 0) / pixels.length;
  const clips = (i: number): boolean =>
    [0, 1, 2].some((c) => lit[4 * i + c] === 255 && base[3 * i + c]! < 250) ||
    [0, 1, 2].every((c) => lit[4 * i + c] === 0 && base[3 * i + c]! > 5);
  return {
    flat: alike.length >= FLAT.share * pixels.length,
    fill: lab(fill).l,
    lit: lab(found).l,
    off: difference(lab(fill), lab(found)),
    richer: chroma(lab(found)) - chroma(lab(fill)),
    spread: Math.sqrt(lightness.reduce((sum, l) => sum + (l - mean) ** 2, 0) / pixels.length),
    pixels: pixels.length,
    clipped: pixels.filter(clips).length,
  };
}

/** `bytes`: sRGB. */
function lab([r = 0, g = 0, b = 0]: readonly number[]): Lab65 {
  return convertXyz65ToLab65(convertRgbToXyz65({ r: r / 255, g: g / 255, b: b / 255 }));
}

function chroma({ a, b }: Lab65): number {
  return Math.hypot(a, b);
}

function middle(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[values.length >> 1]!;
}

/** Five lines of numbers, and one with the names of the drawings whose parts are farthest off. */
export async function measureColour(sketches: readonly Sketch[], name: string): Promise<string[]> {
  const { engine, cards } = await openEngine();
  const { model, light } = cards;
  const plain: Settings = { ...PLAIN, model: model.id, studio: light.defaultStudio, size: SIZE };
  const all: Named[] = [];
  const refused: string[] = [];
  for (const sketch of sketches) {
    const lit: typeof shade = async (surface, lamp, goOn, strip) => {
      const image = await shade(surface, lamp, goOn, strip);
      // What is lit to find the parts' gains is seen by nobody.
      if (image && surface.gains)
        all.push(...coloursOf(surface, image, light).map((part) => ({ ...part, of: sketch.name })));
      return image;
    };
    const made = await openPipeline(engine, cards, lit).realize(sketch, { ...plain, shadow: false }, WATCH);
    if (isRefusal(made)) refused.push(sketch.name);
  }
  return [...report(all, name), ...refused.map((id) => `${name}: refused ${id}`)];
}

function report(all: readonly Named[], name: string): string[] {
  const dull = all.filter((part) => part.dull).sort((a, b) => b.off - a.off);
  const black = dull.filter(({ fill }) => fill < BLACK);
  const flat = all.filter((part) => part.flat);
  const sum = (parts: readonly PartColour[], key: 'pixels' | 'clipped'): number =>
    parts.reduce((total, part) => total + part[key], 0);
  const share = (some: number, of: number): string =>
    `${some} of ${of}${of > 0 ? ` (${((100 * some) / of).toFixed(1)} %)` : ''}`;
  const near = dull.filter(({ off }) => off <= NEAR).length;
  const dark = black.filter(({ lit }) => lit < STILL_BLACK).length;
  const pooled = Math.sqrt(
    flat.reduce((total, part) => total + part.pixels * part.spread ** 2, 0) / sum(flat, 'pixels'),
  );
  const mean = dull.reduce((total, { richer }) => total + richer, 0) / dull.length;
  const half = (values: number[]): string => (values.length > 0 ? middle(values).toFixed(1) : 'none');
  return [
    `${name}: matte and satin parts within ΔE00 ${NEAR} of their fill: ${share(near, dull.length)}, median ${half(dull.map(({ off }) => off))}`,
    `${name}: C* above their fill's: mean ${mean.toFixed(1)}, median ${half(dull.map(({ richer }) => richer))}, most ${Math.max(...dull.map(({ richer }) => richer)).toFixed(1)}`,
    `${name}: black parts below L ${STILL_BLACK}: ${share(dark, black.length)}, median ${half(black.map(({ lit }) => lit))}`,
    `${name}: standard deviation of L in flat fills: median ${half(flat.map(({ spread }) => spread))}, all together ${pooled.toFixed(1)}; dull ones ${half(flat.filter((part) => part.dull).map(({ spread }) => spread))}`,
    `${name}: clipped pixels: ${share(sum(all, 'clipped'), sum(all, 'pixels'))}`,
    `${name}: farthest: ${dull
      .slice(0, 8)
      .map(({ of, off, fill, lit }) => `${of} ${off.toFixed(1)} (L ${fill.toFixed(0)} → ${lit.toFixed(0)})`)
      .join(', ')}`,
  ];
}
