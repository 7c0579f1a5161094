// In: what came from the engine. Out: line by line how long its stages took, and what became of the ways to
// be faster.
import { PANEL } from '../words.ts';
import type { DraftAnswer, PictureAnswer } from './engine/connection.ts';

/** `webgpu`: in words for the user; null: it was not tried. */
export function whatRan(made: PictureAnswer | DraftAnswer, webgpu: string | null): string[] {
  const { ms } = 'shown' in made ? made.shown : made.picture;
  const lines = Object.entries(ms).map(([stage, each]) => `${stage} ${Math.round(each)} ms`);
  if (made.webgl !== undefined) lines.push(`WebGL: ${made.webgl}`);
  if (webgpu !== null) lines.push(`WebGPU: ${webgpu}`);
  if (made.fallen !== undefined) lines.push(PANEL.fallen(made.fallen));
  return lines;
}
