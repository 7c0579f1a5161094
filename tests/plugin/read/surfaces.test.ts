// Layers with effects on the stand-in → what the plugin says of them beside the SVG, and which shapes core
// gives it to.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { groundOf } from '../../../src/core/scene/ground.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import type { Drawing } from '../../../src/core/svg/shape.ts';
import { sketch as schema } from '../../../src/schemas/sketch.ts';
import { asking, openPanel, openStage, settle, type Stage } from '../stage.ts';

const BOX = { x: 100, y: 200, width: 320, height: 240, name: 'Lamp' };
const PANE = { x: 40, y: 30, width: 100, height: 80, name: 'Ellipse' };
const SMALL = { x: 60, y: 40, width: 40, height: 40, name: 'Ellipse' };
const WHITE = [{ type: 'SOLID', visible: true, opacity: 0.2, color: { r: 1, g: 1, b: 1 } }];
const RED = [{ type: 'SOLID', visible: true, opacity: 1, color: { r: 1, g: 0, b: 0 } }];
const GLASS = { type: 'GLASS', visible: true, lightIntensity: 0.5, lightAngle: 45, refraction: 0.5, depth: 8, dispersion: 0.2, radius: 4 }; // prettier-ignore
const NOISE = { type: 'NOISE', noiseType: 'MONOTONE', visible: true, blendMode: 'NORMAL', noiseSize: 2, density: 1, color: { r: 0, g: 0, b: 0, a: 0.25 } }; // prettier-ignore
const TEXTURE = { type: 'TEXTURE', visible: true, noiseSize: 3, radius: 9, clipToShape: true };

async function drawn(draw: (stage: Stage) => string[]): Promise<Drawing> {
  const stage = await openStage(asking);
  settle(stage, draw(stage));
  const { sketch, run } = await openPanel(stage);
  run.close();
  expect(run.problems).toEqual([]);
  const { svg, frame } = v.parse(schema, sketch.sketch);
  const drawing = readDrawing(svg, undefined, frame);
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  return drawing;
}

const surfacesOf = ({ shapes }: Drawing) =>
  shapes.map(({ measure, surface }) => [measure.box.width, surface]);

describe('effects of layers', () => {
  it('say glass and grain of the layer that has them, of several of one name too', async () => {
    const drawing = await drawn((stage) => {
      const frame = stage.draw('FRAME', BOX, { fills: [] });
      stage.draw('ELLIPSE', { ...PANE, parent: frame }, { fills: RED });
      stage.draw('ELLIPSE', { ...SMALL, parent: frame }, { fills: WHITE, effects: [GLASS] });
      stage.draw('RECTANGLE', { ...PANE, name: 'Wall', parent: frame }, { fills: RED, effects: [NOISE, { ...TEXTURE, visible: false }] }); // prettier-ignore
      return [frame];
    });
    expect(surfacesOf(drawing)).toEqual([
      [160, undefined],
      [100, undefined],
      [40, { glass: true, grain: 0, speck: 0 }],
      [100, { glass: false, grain: 0.5, speck: 2 }],
    ]);
  });

  it('are of all that stands in a group, of a frame’s own pane only', async () => {
    const drawing = await drawn((stage) => {
      const board = stage.draw('FRAME', BOX, { fills: [] });
      const group = stage.draw('GROUP', { ...PANE, name: 'Panes', parent: board }, { effects: [TEXTURE] });
      stage.draw('ELLIPSE', { ...PANE, parent: group }, { fills: RED });
      const card = stage.draw('FRAME', { ...PANE, y: 130, name: 'Card', parent: board }, { fills: WHITE, effects: [GLASS], clipsContent: true }); // prettier-ignore
      stage.draw('RECTANGLE', { ...SMALL, name: 'mark', parent: card }, { fills: RED });
      return [board];
    });
    const grainy = { glass: false, grain: 0.75, speck: 3 };
    expect(surfacesOf(drawing).slice(1)).toEqual([
      [100, grainy],
      [100, { glass: true, grain: 0, speck: 0 }],
      [50, undefined],
      [40, undefined],
    ]);
  });

  it('make a frame’s own fill a pane, not paper', async () => {
    const card = (effects: (typeof GLASS)[]) => (stage: Stage) => [
      stage.draw('FRAME', { ...BOX, name: 'Card' }, { fills: RED, effects }),
    ];
    expect(groundOf(await drawn(card([]))).size).toBe(1);
    const glass = await drawn(card([GLASS]));
    expect(groundOf(glass).size).toBe(0);
    expect(glass.shapes[0]?.surface?.glass).toBe(true);
  });

  it('say nothing where there are none, or others', async () => {
    const blur = { type: 'LAYER_BLUR', blurType: 'NORMAL', visible: true, radius: 2 };
    const drawing = await drawn((stage) => [stage.draw('RECTANGLE', BOX, { fills: RED, effects: [blur] })]);
    expect(drawing.frame).not.toHaveProperty('surfaces');
  });

  it('find their shapes where the drawing is several loose shapes', async () => {
    const drawing = await drawn((stage) => [
      stage.draw('ELLIPSE', { ...BOX, name: 'base' }, { fills: RED }),
      stage.draw('ELLIPSE', { ...BOX, width: 200, name: 'shade' }, { fills: RED, effects: [TEXTURE] }),
    ]);
    expect(surfacesOf(drawing)).toEqual([
      [320, undefined],
      [200, { glass: false, grain: 0.75, speck: 3 }],
    ]);
  });
});
