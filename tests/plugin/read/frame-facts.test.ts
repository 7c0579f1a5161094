// A frame on the stand-in → what the plugin says of it beside its SVG, and what core takes for ground by
// that.
import { describe, expect, it } from 'vitest';
import { groundOf } from '../../../src/core/scene/ground.ts';
import { isRefusal, type FrameFacts } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { sketch as schema } from '../../../src/schemas/sketch.ts';
import * as v from 'valibot';
import { asking, openPanel, openStage, settle, type Stage } from '../stage.ts';

const BOX = { x: 100, y: 200, width: 320, height: 240 };
const WHOLE = { x: 0, y: 0, width: 320, height: 240, name: 'Tile' };
const paint = (r: number, g: number, b: number) => [{ type: 'SOLID', color: { r, g, b } }];
const BLUE = paint(0.2, 0.3, 0.7);
const sides = (width: number) => ({ strokeWeight: width, strokeTopWeight: width, strokeRightWeight: width, strokeBottomWeight: width, strokeLeftWeight: width }); // prettier-ignore
const corners = (radius: number) => ({ topLeftRadius: radius, topRightRadius: radius, bottomLeftRadius: radius, bottomRightRadius: radius }); // prettier-ignore
const shadow = { type: 'DROP_SHADOW', visible: true, blendMode: 'NORMAL', color: { r: 0, g: 0, b: 0, a: 0.3 }, offset: { x: 0, y: 8 }, radius: 12 }; // prettier-ignore

/** What is told of a layer, and the paints that core takes for ground. */
async function seen(draw: (stage: Stage) => string) {
  const stage = await openStage(asking);
  settle(stage, [draw(stage)]);
  const { sketch, run } = await openPanel(stage);
  run.close();
  expect(run.problems).toEqual([]);
  const { svg, frame } = v.parse(schema, sketch.sketch);
  const drawing = readDrawing(svg, undefined, frame);
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  return { frame: frame!, ground: groundOf(drawing).size, shapes: drawing.shapes.length };
}

const PLAIN_FRAME: FrameFacts = {
  kind: 'frame',
  box: { x: 0, y: 0, width: 320, height: 240 },
  filled: true,
  stroke: 0,
  radius: 0,
  clips: true,
};

describe('what the plugin knows of a frame', () => {
  it('its fill, border, corners and clip, and where it lies in the room for its shadow', async () => {
    const { frame, ground, shapes } = await seen(
      (stage) =>
      stage.draw('FRAME', { ...BOX, name: 'Card' }, { fills: BLUE, strokes: paint(0, 0, 0), ...sides(4), strokeAlign: 'INSIDE', ...corners(12), clipsContent: true, effects: [shadow] }), // prettier-ignore
    );
    expect(frame).toMatchObject({ kind: 'frame', filled: true, stroke: 4, radius: 12, clips: true });
    expect(frame.box).toMatchObject({ width: 320, height: 240 });
    expect(frame.box.x).toBeGreaterThan(5);
    expect(frame.box.y).toBeGreaterThan(0);
    expect([ground, shapes]).toEqual([2, 3]);
  });

  it('a phone that fills a frame without a fill is a body', async () => {
    const { frame, ground } = await seen((stage) => {
      const parent = stage.draw('FRAME', { ...BOX, name: 'Phone' }, { fills: [] });
      stage.draw('RECTANGLE', { ...WHOLE, parent }, { fills: paint(1, 1, 1), ...corners(36) });
      stage.draw('RECTANGLE', { ...WHOLE, width: 90, name: 'screen', parent }, { fills: BLUE });
      return parent;
    });
    expect(frame).toEqual({ ...PLAIN_FRAME, filled: false });
    expect(ground).toBe(0);
  });

  it.each([
    [{ fills: [{ ...BLUE[0]!, visible: false }] }, false],
    [{ fills: [{ ...BLUE[0]!, opacity: 0 }] }, false],
    [{ fills: [{ ...BLUE[0]!, opacity: 0.5 }] }, true],
  ])('fills that nobody sees are none: %j', async (props, filled) => {
    const { frame } = await seen((stage) => stage.draw('FRAME', { ...BOX, name: 'Card' }, props));
    expect(frame.filled).toBe(filled);
  });

  it('a group and a shape have no ground of their own', async () => {
    const group = await seen((stage) => {
      const parent = stage.draw('GROUP', { ...BOX, name: 'Book' });
      const at = { ...BOX, parent };
      stage.draw('RECTANGLE', { ...at, name: 'Rectangle 1' }, { fills: BLUE });
      stage.draw('ELLIPSE', { ...at, width: 90, name: 'title' });
      return parent;
    });
    expect(group).toMatchObject({ frame: { kind: 'group', filled: false, stroke: 0 }, ground: 0 });
    const shape = await seen((stage) => stage.draw('RECTANGLE', { ...BOX, name: 'R' }, { fills: BLUE }));
    expect(shape).toMatchObject({ frame: { kind: 'shape' }, ground: 0 });
  });
});
