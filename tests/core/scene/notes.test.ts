// What is told of a drawing, and what is not: each warning must be true.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Rasterise } from '../../../src/core/engine.ts';
import { openRaster } from '../../../src/core/image/raster.ts';
import { openMemo } from '../../../src/core/memo.ts';
import { sceneNotes } from '../../../src/core/scene/notes.ts';
import { setScene, type Scene } from '../../../src/core/scene/scene.ts';
import { isRefusal } from '../../../src/core/sketch.ts';
import { readDrawing } from '../../../src/core/svg/drawing.ts';

let rasterise: Rasterise;
beforeAll(async () => {
  rasterise = await openRaster(readFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm'));
});

function sceneIn(inside: string): Scene {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" fill="none">${inside}</svg>`;
  const drawing = readDrawing(svg);
  if (isRefusal(drawing)) throw new Error(drawing.refused);
  const scene = setScene(drawing, rasterise, openMemo());
  if (!scene) throw new Error('nothing drawn');
  return scene;
}

const notes = (inside: string): string[] => sceneNotes(sceneIn(inside));

describe('an open outline', () => {
  const arc = (width: number): string =>
    `<path d="M15 60C30 10 50 10 85 50" stroke="#222" stroke-width="${width}"/>`;

  it('is told of where the pen is thin', () => expect(notes(arc(1))).toEqual(['nothing-closed']));

  it('is told with the place where it is open', () => {
    const named = (d: string) => `<path id="lid" d="${d}" stroke="#222" stroke-width="2"/>`;
    const told = (inside: string) =>
      sceneIn(inside).openings.map(({ name, from, to }) => [name, ...from, ...to].join(' '));
    expect(told(named('M15 60C30 10 50 10 85 50'))).toEqual(['lid 15 60 85 50']);
    expect(told(named('M20 20H80V80H20V26'))).toEqual(['lid 20 20 20 26']);
    expect(told(named('M20 20H80V80H20Z'))).toEqual([]);
    const body = '<path id="body" d="M30 50H70V90H30V56" stroke="#222" stroke-width="2"/>';
    const handle = '<path id="handle" d="M38 46C38 20 62 20 62 46" stroke="#222" stroke-width="2"/>';
    const kettle = '<path id="body" d="M30 50H70V90H30V56" stroke="#222" stroke-width="2"/>';
    const high = '<path id="handle" d="M38 46.5C38 20 62 20 62 43" stroke="#222" stroke-width="2"/>';
    expect(told(kettle + high).map((one) => one.split(' ').slice(0, 3).join(' '))).toEqual([
      'body 30 50',
      'handle 38 46.5',
      'handle 62 43',
    ]);
    const afar = '<path id="handle" d="M38 45C38 20 62 20 62 43" stroke="#222" stroke-width="1"/>';
    const thin = kettle.replace('width="2"', 'width="1"').replace('V56', 'V54');
    expect(told(thin + afar).map((one) => one.split(' ')[0])).toContain('handle');
    expect(new Set(told(body + handle).map((one) => one.split(' ')[0]))).toEqual(new Set(['body', 'handle']));
  });

  it('is a thing itself where the pen is broad: a tick, waves', () => expect(notes(arc(8))).toEqual([]));
});

describe('what lies outside its frame', () => {
  const disc = '<circle cx="95" cy="50" r="30" fill="#393"/>';

  it('is told of where the frame cuts it', () => expect(notes(disc)).toEqual(['outside-cut']));

  it('is told of behind the frame’s own clip, which Figma writes', () =>
    expect(
      notes(`<g clip-path="url(#a)">${disc}</g><clipPath id="a"><rect width="100" height="100"/></clipPath>`),
    ).toEqual(['outside-cut']));

  it('is not where a mask holds it inside, or where hardly anything is cut', () => {
    const mask = '<mask id="m"><circle cx="50" cy="50" r="40" fill="#fff"/></mask>';
    expect(notes(`${mask}<g mask="url(#m)">${disc}</g>`)).toEqual([]);
    expect(notes('<circle cx="70" cy="50" r="30.5" fill="#393"/>')).toEqual([]);
  });
});
