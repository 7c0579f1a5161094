// The files of core and what they import in; the arrows that point against the order of the stages out: there
// must be none.
import { describe, expect, it } from 'vitest';
import { sourcesOf, type Source } from './sources.ts';

type Import = Pick<Source, 'path' | 'imports'>;

/** From left to right. Each may import itself and what stands left of it. */
const STAGES = [
  'image',
  'photo',
  'colour',
  'svg',
  'scene',
  'parts',
  'form',
  'appearance',
  'relief',
  'texture',
  'light',
];
/**
 * Beside the stages: colourways choose among colours, models judge a card, a shader is made of a graph. No
 * stage knows them.
 */
const BESIDE: Record<string, string[]> = { colourways: ['image', 'colour'], models: [], shader: ['models'] };
/**
 * Files in core itself: what all may import, and the pipelines, which may import all stages and which no
 * stage imports.
 */
const FOUNDATIONS = [
  'card.ts',
  'clock.ts',
  'engine.ts',
  'memo.ts',
  'memory-error.ts',
  'sketch.ts',
  'part-choice.ts',
  'parts-seen.ts',
  'lamp-tune.ts',
  'layer-surface.ts',
  'photo-tune.ts',
  'picture.ts',
];
const PIPELINES = ['way.ts', 'lit', 'lit-pipeline.ts', 'painted-pipeline.ts', 'pipeline.ts'];

const roomOf = (path: string): string => path.split('/')[2]!;

function mayImport(room: string): string[] {
  if (FOUNDATIONS.includes(room)) return FOUNDATIONS;
  if (PIPELINES.includes(room)) return [...FOUNDATIONS, ...STAGES, ...PIPELINES];
  if (room in BESIDE) return [...FOUNDATIONS, ...BESIDE[room]!, room];
  return [...FOUNDATIONS, ...STAGES.slice(0, STAGES.indexOf(room) + 1)];
}

const arrowsUp = ({ path, imports }: Import): string[] =>
  imports.filter(
    (target) => target.startsWith('src/core/') && !mayImport(roomOf(path)).includes(roomOf(target)),
  );

describe('the order of the stages', () => {
  const core = sourcesOf('src/core');

  it('names every room of core, and no other', () => {
    const rooms = new Set(core.map(({ path }) => roomOf(path)));
    const named = [...STAGES, ...Object.keys(BESIDE), ...FOUNDATIONS, ...PIPELINES];
    expect([...rooms].sort()).toEqual(named.sort());
  });

  it.each(core.map((source) => [source.path, source] as const))('%s', (_path, source) => {
    expect(arrowsUp(source)).toEqual([]);
  });

  it('an arrow up would be seen', () => {
    const up = 'src/core/form/tensor.ts';
    expect(arrowsUp({ path: 'src/core/scene/scene.ts', imports: [up, 'src/core/svg/shape.ts'] })).toEqual([
      up,
    ]);
  });
});
