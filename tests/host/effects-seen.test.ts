// Figma's effects of 2025 (noise, texture, progressive blur, glass) as the stand-in exports them, read by
// core: what is seen.
import { beforeAll, describe, expect, it } from 'vitest';
import { see, type SeenPicture } from '../core/seen.ts';
import { openStand, type Stand } from './stand.ts';

const GREEN = [42, 157, 143];
const AMBER = [255, 183, 3];
const NOISE = `type: 'NOISE', visible: true, blendMode: 'NORMAL', noiseSize: 2, density: 0.5`;
const BLACK = 'color: { r: 0, g: 0, b: 0, a: 0.25 }';
const BLUR = (radius: number): string =>
  `{ type: 'LAYER_BLUR', blurType: 'NORMAL', visible: true, radius: ${radius} }`;

let stand: Stand;
beforeAll(async () => {
  stand = await openStand();
});

/** A green square of 140 in a frame of 200, and an amber disc of 80 on it that has the effects. */
async function seen(effects: string): Promise<SeenPicture> {
  const [svg] = await stand.tell(`
    const frame = figma.createFrame(); frame.resize(200, 200); frame.fills = [];
    const paint = (r, g, b) => [{ type: 'SOLID', color: { r: r / 255, g: g / 255, b: b / 255 } }];
    const square = figma.createRectangle(); square.resize(140, 140); square.x = square.y = 30; square.fills = paint(${GREEN.join()});
    const disc = figma.createEllipse(); disc.resize(80, 80); disc.x = disc.y = 60; disc.fills = paint(${AMBER.join()});
    frame.appendChild(square); frame.appendChild(disc);
    disc.effects = [${effects}];
    say((await frame.exportAsync({ format: 'SVG_STRING', svgIdAttribute: true })).replaceAll('\\n', ''));`);
  return see(svg!);
}

function expectColour(
  { at }: SeenPicture,
  [x, y]: readonly [number, number],
  colour: readonly number[],
): void {
  const pixel = at(x, y);
  const off = Math.max(...colour.map((value, i) => Math.abs(value - pixel[i]!)));
  expect({ x, y, pixel, off: off > 10 || pixel[3]! < 250 }).toEqual({ x, y, pixel, off: false });
}

describe('a disc on a square', () => {
  it.each([
    ['noise in one tone', `{ ${NOISE}, noiseType: 'MONOTONE', ${BLACK} }`],
    ['noise in two tones', `{ ${NOISE}, noiseType: 'DUOTONE', ${BLACK}, secondaryColor: { r: 1, g: 1, b: 1, a: 0.3 } }`],
    ['noise in many tones', `{ ${NOISE}, noiseType: 'MULTITONE', ${BLACK}, opacity: 0.3 }`],
    ['texture', `{ type: 'TEXTURE', visible: true, noiseSize: 2, radius: 3, clipToShape: false }`],
    ['texture clipped to it', `{ type: 'TEXTURE', visible: true, noiseSize: 2, radius: 3, clipToShape: true }`],
  ])('keeps its colour and its outline: %s', async (_effect, effects) => {
    const picture = await seen(effects);
    for (const point of [[100, 100], [66, 100], [100, 134]] as const) expectColour(picture, point, AMBER);
    for (const point of [[54, 100], [100, 146], [40, 40]] as const) expectColour(picture, point, GREEN);
  }); // prettier-ignore

  it('keeps a shadow without softness beside its noise', async () => {
    const shadow = `{ type: 'DROP_SHADOW', visible: true, blendMode: 'NORMAL', color: { r: 1, g: 0, b: 0, a: 1 }, offset: { x: 0, y: 20 }, radius: 0, spread: 0 }`;
    const picture = await seen(`${shadow}, { ${NOISE}, noiseType: 'MONOTONE', ${BLACK} }`);
    expectColour(picture, [100, 100], AMBER);
    expectColour(picture, [100, 150], [255, 0, 0]);
  });

  it.each([
    ['blurred, then grainy', `${BLUR(40)}, { ${NOISE}, noiseType: 'MONOTONE', ${BLACK} }`],
    [
      'blurred more and more',
      `{ type: 'LAYER_BLUR', blurType: 'PROGRESSIVE', visible: true, radius: 40, startRadius: 0, startOffset: { x: 0, y: 0 }, endOffset: { x: 0, y: 1 } }`,
    ],
  ])('is soft paint without a border: %s', async (_effect, effects) => {
    const { at, parts } = await seen(effects);
    expect(parts).toHaveLength(1);
    const reds = [100, 75, 60, 45].map((x) => at(x, 100)[0]!);
    for (const [i, red] of reds.slice(1).entries()) expect(red).toBeLessThan(reds[i]! - 5);
    expect(at(22, 100)[3]).toBe(0);
  });

  it('is there as glass, whatever lies below it, and so is the square', async () => {
    const picture = await seen(
      `{ type: 'GLASS', visible: true, lightIntensity: 0.8, lightAngle: 45, refraction: 0.5, depth: 20, dispersion: 0.5, radius: 8 }`,
    );
    expect(picture.at(100, 100)[3]).toBeGreaterThan(120);
    expect(picture.at(100, 100)[0]! - picture.at(100, 100)[2]!).toBeGreaterThan(60);
    for (const point of [[40, 40], [50, 100], [160, 160]] as const) expectColour(picture, point, GREEN);
  }); // prettier-ignore
});
