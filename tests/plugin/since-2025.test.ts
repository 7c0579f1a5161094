// Each scene of host/cases/since-2025.ts, realized by the plugin on the stand-in → the end that the matrix
// declares for it.
import { describe, expect, it } from 'vitest';
import { setScene } from '../../host/cases/cases.ts';
import { SINCE_2025 } from '../../host/cases/since-2025.ts';
import { isRefusal } from '../../src/core/sketch.ts';
import { readDrawing } from '../../src/core/svg/drawing.ts';
import { clip, sentence } from '../../src/words.ts';
import { drawingsOf, endsOf } from '../matrix/allowed.ts';
import { finish, obliging, openStage, picturesOn } from './stage.ts';

const FRAME = 'data-lax';
/** What is told beside the picture. */
const NOTES: Record<string, string[]> = {
  'paint-video-among': ['paint-left-out'],
  'effect-shader': ['effect-left-out'],
};

describe('what came to Figma since 2025', () => {
  it.each(SINCE_2025.map((kind) => [kind.id, kind] as const))('%s', async (id, kind) => {
    const stage = await openStage(obliging, { editor: kind.editor ?? 'figma' });
    const before = setScene(stage.store, kind);
    const told = await finish(stage);
    const [end] = endsOf(null, '', id, FRAME);
    const sketches = stage.heard.flatMap((message) => (message.type === 'sketch' ? [message.sketch] : []));
    if (end !== 'pictures') {
      const opened = sentence({ refused: end as never }).slice(0, 40);
      expect(told?.slice(0, 40)).toBe(clip(opened));
      expect(stage.store.snapshot()).toBe(before);
      return expect(sketches).toEqual([]);
    }
    expect(picturesOn(stage, stage.page)).toHaveLength(drawingsOf(id));
    for (const { svg, frame } of sketches) {
      const drawing = readDrawing(svg, undefined, frame);
      if (isRefusal(drawing)) throw new Error(`${id}: ${drawing.refused}`);
      expect(drawing.notes).toEqual(NOTES[id] ?? []);
      expect(drawing.shapes.some(({ surface }) => surface?.glass)).toBe(id === 'effect-glass');
      const isGrainy = /noise|texture/.test(id);
      expect(drawing.shapes.some(({ surface }) => (surface?.grain ?? 0) > 0)).toBe(isGrainy);
    }
  });
});
