// Noise and texture → their part of a filter. In: effect, names of the results before
// and after. Out: filter primitives.
// R: exports of Figma's in public repositories, "effect1_noise" and "effect1_texture": a table of 100
// steps of the noise's luminance shows one colour in a window around a quarter, the second in one around
// three quarters, as wide as the density.
import type { Effect } from '@figma/plugin-typings/plugin-api-standalone';
import { colour, element, num, type FigmaColour } from './text.ts';

type Noise = Extract<Effect, { type: 'NOISE' }>;
type Texture = Extract<Effect, { type: 'TEXTURE' }>;

const STEPS = 100;
/** Figma has a seed for each effect that no plugin can read. */
const SEED = 4242;

export function noise(effect: Noise, below: string, result: string): string[] {
  if (effect.noiseType === 'MULTITONE') return manyTones(effect, below, result);
  const first = { color: effect.color, middle: STEPS / 4 };
  const second = effect.noiseType === 'DUOTONE' ? [{ color: effect.secondaryColor, middle: (3 * STEPS) / 4 - 0.01 }] : []; // prettier-ignore
  const tones = [first, ...second];
  return [
    turbulence(effect),
    element('feColorMatrix', { in: 'noise', type: 'luminanceToAlpha', result: 'alphaNoise' }),
    ...tones.flatMap(({ middle }, i) => [
      element('feComponentTransfer', { in: 'alphaNoise', result: `coloredNoise${i + 1}` },
        element('feFuncA', { type: 'discrete', tableValues: steps(middle, effect.density) })),
      element('feComposite', { operator: 'in', in2: below, in: `coloredNoise${i + 1}`, result: `noise${i + 1}Clipped` }),
    ]), // prettier-ignore
    ...tones.flatMap(({ color }, i) => [
      element('feFlood', { 'flood-color': css(color), result: `color${i + 1}Flood` }),
      element('feComposite', { operator: 'in', in2: `noise${i + 1}Clipped`, in: `color${i + 1}Flood`, result: `color${i + 1}` }),
    ]), // prettier-ignore
    merged([below, ...tones.map((_, i) => `color${i + 1}`)], result),
  ];
}

/** The turbulence's own colours, twice as strong, let through where it is opaque enough. */
function manyTones(
  effect: Extract<Noise, { noiseType: 'MULTITONE' }>,
  below: string,
  result: string,
): string[] {
  const stronger = ['feFuncR', 'feFuncG', 'feFuncB'].map((channel) => element(channel, { type: 'linear', slope: 2, intercept: -0.5 })); // prettier-ignore
  const seen = element('feFuncA', { type: 'discrete', tableValues: steps(STEPS / 4, effect.density) });
  const faded = element('feFuncA', { type: 'table', tableValues: `0 ${num(effect.opacity)}` });
  return [
    turbulence(effect),
    element('feComponentTransfer', { in: 'noise', result: 'coloredNoise1' }, [...stronger, seen].join('\n')),
    element('feComposite', { operator: 'in', in2: below, in: 'coloredNoise1', result: 'noise1Clipped' }),
    element('feComponentTransfer', { in: 'noise1Clipped', result: 'color1' }, faded),
    merged([below, 'color1'], result),
  ];
}

export function texture(effect: Texture, below: string, result: string): string[] {
  // ?: no export was found that is known to be of a texture that is clipped to its shape.
  const clip = element('feComposite', { operator: 'in', in: 'displacedImage', in2: below, result: 'displacedClipped' }); // prettier-ignore
  return [
    element('feTurbulence', { type: 'fractalNoise', baseFrequency: frequency(effect), numOctaves: 3, seed: SEED }),
    element('feDisplacementMap', { in: below, scale: effect.radius, xChannelSelector: 'R', yChannelSelector: 'G', result: 'displacedImage', width: '100%', height: '100%' }),
    ...(effect.clipToShape ? [clip, merged(['displacedClipped'], result)] : [merged(['displacedImage'], result)]),
  ]; // prettier-ignore
}

const turbulence = (effect: Noise): string =>
  element('feTurbulence', { type: 'fractalNoise', baseFrequency: frequency(effect), stitchTiles: 'stitch', numOctaves: 3, result: 'noise', seed: SEED }); // prettier-ignore

const frequency = ({ noiseSize, noiseSizeVector }: Noise | Texture): string =>
  `${1 / noiseSize} ${1 / (noiseSizeVector?.y ?? noiseSize)}`;

function steps(middle: number, density: number): string {
  const half = (STEPS / 4) * density;
  const [from, to] = [Math.floor(middle - half), Math.floor(middle + half)];
  return Array.from({ length: STEPS }, (_, i) => (i >= from && i <= to ? '1 ' : '0 ')).join('');
}

const css = (color: FigmaColour & { a: number }): string => {
  const [r, g, b] = [color.r, color.g, color.b].map((channel) => Math.round(channel * 255));
  return color.a === 1 ? colour(color) : `rgba(${r}, ${g}, ${b}, ${num(color.a)})`;
};

const merged = (names: string[], result: string): string =>
  element('feMerge', { result }, names.map((name) => element('feMergeNode', { in: name })).join('\n'));
