import { describe, expect, it } from 'vitest';
import { calledIn, isOwnTile, ownGround, roundClip, squareness } from '../../../src/core/scene/own-ground.ts';
import type { FrameFacts } from '../../../src/core/sketch.ts';
import { sceneOf } from '../parts/inked.ts';

const FRAME: FrameFacts = {
  kind: 'frame',
  box: { x: 0, y: 0, width: 10, height: 10 },
  filled: true,
  stroke: 0,
  radius: 0,
  clips: false,
};
const shapesOf = (body: string) => sceneOf(body).drawing.shapes;
const FILL = '<path d="M0 0h10v10h-10z" fill="#eee"/>';
const BODY = '<path id="cup" d="M3 3h4v4h-4z" fill="#c33"/>';
const EDGE = '<path d="M0 0h10v10h-10z" fill="none" stroke="#000"/>';
/** Which of the shapes are the frame's own. */
const own = (body: string, facts: Partial<FrameFacts> = {}): boolean[] => {
  const shapes = shapesOf(body);
  const found = ownGround(shapes, { ...FRAME, ...facts });
  return shapes.map((shape) => found.has(shape));
};

describe('a frame’s own paints', () => {
  it('are its fills below and its stroke on top, as large as the frame', () => {
    expect(own(FILL + FILL + BODY + EDGE, { stroke: 1 })).toEqual([true, true, false, true]);
    expect(own(FILL + BODY + EDGE)).toEqual([true, false, false]);
    expect(own('<path d="M0 0h10v6h-10z" fill="#eee"/>' + BODY)).toEqual([false, false]);
  });

  it('are none where Figma knows of no fill, where a layer has a name, and of groups', () => {
    expect(own(FILL + BODY, { filled: false })).toEqual([false, false]);
    expect(own(FILL.replace('<path', '<path id="wall"') + BODY)).toEqual([false, false]);
    expect(own(FILL + BODY, { kind: 'group' })).toEqual([false, false]);
  });

  it('an image is what was drawn where nothing else is', () => {
    const image =
      '<image id="i" width="9" height="9" href="data:image/png;base64,"/><pattern id="p" width="1" height="1"><use href="#i"/></pattern>';
    const photo = `<defs>${image}</defs><path d="M0 0h10v10h-10z" fill="url(#p)"/>`;
    expect(own(photo)).toEqual([false]);
    expect(own(photo + BODY)).toEqual([true, false]);
  });
});

describe('a tile', () => {
  const isTile = (body: string, facts: Partial<FrameFacts>): boolean =>
    isOwnTile(shapesOf(body)[0]!, { ...FRAME, ...facts });
  const blue = FILL.replace('#eee', '#36c');

  it('is an opaque colour with corners of a tenth and more', () => {
    expect([isTile(blue, { radius: 2 }), isTile(blue, { radius: 0.9 })]).toEqual([true, false]);
    expect(isTile(FILL.replace('#eee', '#fff'), { radius: 2 })).toBe(false);
    expect(isTile(blue.replace('/>', ' opacity="0.5"/>'), { radius: 2 })).toBe(false);
  });

  it('is no ground', () => {
    expect(own(blue + BODY, { radius: 2 })).toEqual([false, false]);
  });
});

it('a layer is called what its user called it; default names count where anything does', () => {
  const of = (id: string, facts: FrameFacts | null, anything = false): string | null => {
    const tag = id === '' ? FILL : FILL.replace('<path', `<path id="${id}"`);
    return calledIn(facts, shapesOf(tag)[0]!, anything);
  };
  expect([of('cup', FRAME), of('Rectangle 12', FRAME), of('Rechteck_3', FRAME), of('', FRAME)]).toEqual([
    'cup',
    null,
    null,
    null,
  ]);
  expect(of('Vector', FRAME, true)).toBe('Vector');
  expect([of('cup', null), of('', null)]).toEqual(['cup', null]);
});

it('round corners take their share of the box, at most those of a circle', () => {
  expect(squareness(FRAME)).toBe(1);
  expect(squareness({ ...FRAME, radius: 2 })).toBeCloseTo(1 - 0.9 * 0.04);
  expect(squareness({ ...FRAME, radius: 50 })).toBeCloseTo(1 - 0.9 * 0.25);
});

it('the clip of a frame with round corners is found, of one without there is none', () => {
  const clip = '<clipPath id="c"><path d="M1 1h8v8h-8z"/></clipPath>';
  const [shape] = shapesOf(
    `${clip}<g style="mix-blend-mode:multiply"><g clip-path="url(#c)">${BODY}</g></g>`,
  );
  const round = { ...FRAME, clips: true, radius: 2 };
  expect([
    roundClip(round, shape!),
    roundClip({ ...round, radius: 0 }, shape!),
    roundClip(null, shape!),
  ]).toEqual([1, -1, -1]);
});
