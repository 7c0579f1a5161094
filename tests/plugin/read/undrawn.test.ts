// Layers that a video or shader alone fills → what the user is told, and what the picture's notes say.
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';
import { sentence } from '../../../src/words.ts';
import { asking, finish, openPanel, openStage, settle } from '../stage.ts';

const BOX = { x: 100, y: 200, width: 320, height: 240, name: 'Lamp' };
const RED = { type: 'SOLID', visible: true, opacity: 1, color: { r: 1, g: 0, b: 0 } };
const VIDEO = { type: 'VIDEO', visible: true, opacity: 1, scaleMode: 'FILL', videoHash: null };
const SHADER = { type: 'SHADER', visible: true, opacity: 1, id: 'shader' };

describe('a layer that is filled by a video or a shader alone', () => {
  it.each([
    ['RECTANGLE', VIDEO],
    ['ELLIPSE', SHADER],
  ] as const)('%s: nothing is drawn, and the reason is told', async (type, fill) => {
    const stage = await openStage();
    const before = settle(stage, [stage.draw(type, BOX, { fills: [fill] })]);
    expect(await finish(stage)).toBe(sentence({ refused: 'not-exported' }));
    expect(stage.store.snapshot()).toBe(before);
  });

  it('is not drawn by what only cuts: the clip of the component round it', async () => {
    const stage = await openStage();
    const frame = stage.draw('COMPONENT', BOX, { fills: [], clipsContent: true });
    stage.draw('RECTANGLE', { ...BOX, x: 0, y: 0, name: 'Screen', parent: frame }, { fills: [VIDEO] });
    const before = settle(stage, [frame]);
    expect(await finish(stage)).toBe(sentence({ refused: 'not-exported' }));
    expect(stage.store.snapshot()).toBe(before);
  });

  it('is noted where it is one of several', async () => {
    const notes = async (fills: readonly (typeof RED | typeof VIDEO)[]) => {
      const stage = await openStage(asking);
      const frame = stage.draw('FRAME', BOX, { fills: [] });
      stage.draw('RECTANGLE', { ...BOX, x: 0, y: 0, name: 'Screen', parent: frame }, { fills: [...fills] });
      settle(stage, [frame]);
      const { sketch, run } = await openPanel(stage);
      run.close();
      const drawing = readDrawing(sketch.sketch.svg, undefined, sketch.sketch.frame);
      if (isRefusal(drawing)) throw new Error(drawing.refused);
      return drawing.notes;
    };
    expect(await notes([VIDEO])).toEqual(['paint-left-out']);
    expect(await notes([RED, VIDEO])).toEqual([]);
  });
});
