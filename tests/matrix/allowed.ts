// What a user may get, declared: for every kind of selection with nothing going wrong, for every frame, for
// every fault.
// In: ids. Out: ends. What is not declared here is a failure of the row.
import { NODE_KINDS } from '../../host/cases/cases.ts';
import type { FaultId } from '../../host/faults/faults.ts';
import { FRAMES } from '../../host/frame/variants.ts';
import type { Reason } from '../../src/core/sketch.ts';

/**
 * `pictures`: each drawing has its picture, and the user is told so. A reason: at least one drawing has none,
 * and the one sentence says why. `taken back`: nothing stands, since the user closed the plugin. `stands
 * still`: a message was lost on the way, which Figma's own wire does not do; the window says what it waits
 * for, and Cancel closes it with nothing changed.
 */
export type End = 'pictures' | 'taken back' | 'stands still' | Reason;

/** Drawings in the selection, where that is not one. */
const DRAWINGS: Record<string, number> = {
  'component-set': 2,
  section: 2,
  thirty: 30,
  'mixed-selection': 3,
};
export const drawingsOf = (kind: string): number => DRAWINGS[kind] ?? 1;

/** Kinds that are no drawing, each with the sentence that tells the way out. */
const NO_PICTURE: Record<string, Reason> = {
  nothing: 'nothing-selected',
  slice: 'no-drawing',
  'frame-empty': 'nothing-drawn',
  zero: 'nothing-drawn',
  hidden: 'hidden',
  strip: 'too-slim',
  connector: 'no-drawing',
  'code-block': 'no-drawing',
  table: 'no-drawing',
  widget: 'no-drawing',
  embed: 'no-drawing',
  link: 'no-drawing',
  media: 'no-drawing',
  'slide-row': 'no-drawing',
  'slide-grid': 'no-drawing',
  'live-element': 'no-drawing',
  tilted: 'tilted',
  'paint-video': 'not-exported',
  'paint-shader': 'not-exported',
};

/** Drawings with a video in them: should Figma export nothing of them, that is the likely reason. */
const HOLDS_VIDEO: ReadonlySet<string> = new Set(['paint-video-among']);

function endsOfKind(kind: string): readonly End[] {
  if (!NODE_KINDS.some(({ id }) => id === kind)) throw new Error(`no kind is named ${kind}`);
  return [NO_PICTURE[kind] ?? 'pictures'];
}

/** In place of a picture. */
function endsOfFrame(frame: string): readonly End[] {
  const found = FRAMES.find(({ id }) => id === frame);
  if (!found) throw new Error(`no frame is named ${frame}`);
  return found.work === 'nowhere' ? ['runtime-failed'] : ['pictures'];
}

/** Of a fault that struck. */
export const ENDS: Record<FaultId, readonly End[]> = {
  // Her drawing is gone, or where it stood: there is nothing for a picture to stand beside.
  'node-deleted': ['node-gone'],
  'parent-deleted': ['node-gone'],
  'page-deleted': ['node-gone'],
  // The picture follows its drawing.
  'node-moved': ['pictures'],
  'node-to-other-page': ['pictures'],
  'node-locked': ['pictures'],
  // Hidden before Figma drew it: there was nothing to see. Later: its picture was wanted all the same.
  'node-hidden': ['pictures', 'hidden'],
  'work-added': ['pictures'],
  'page-switched': ['pictures'],
  'selection-changed': ['pictures'],
  'user-undo': ['pictures'],
  'access-lost': ['read-only'],
  'plugin-closed': ['taken back'],
  'export-throws': ['export-failed'],
  'export-bare': ['nothing-drawn', 'nothing-seen', 'hidden'],
  'export-throws-text': ['export-failed'],
  'export-hangs': ['export-hangs'],
  'export-huge': ['too-large'],
  'export-empty': ['export-failed'],
  // Half a drawing must never become a picture as if it were the whole.
  'export-cut': ['export-failed', 'not-an-svg'],
  'image-refused': ['image-refused'],
  // No picture depends on what was kept.
  'storage-full': ['pictures'],
  'storage-broken': ['pictures'],
  'storage-foreign': ['pictures'],
  'storage-hangs': ['pictures'],
  'sent-lost': ['pictures', 'stands still'],
  'sent-doubled': ['pictures'],
  'sent-malformed': ['pictures', 'stands still'],
  'sent-late': ['pictures'],
  'sent-rubbish': ['pictures'],
  'heard-lost': ['pictures', 'stands still'],
  'heard-doubled': ['pictures'],
  'heard-malformed': ['pictures', 'stands still'],
  'heard-late': ['pictures'],
  'heard-rubbish': ['pictures'],
  // Another road is taken, or another worker; only when every worker goes the same way she is told.
  'worker-refused': ['pictures'],
  // Of a worker that is gone without a word nothing is known but its silence.
  'worker-killed': ['pictures', 'runtime-failed', 'runtime-hangs'],
  'worker-crashed': ['pictures', 'runtime-failed'],
  'worker-hangs': ['pictures', 'runtime-failed', 'runtime-hangs'],
  // resvg ends with "unreachable" whatever it lacks: that the picture could not be computed is then all that
  // is known.
  'wasm-out-of-memory': ['pictures', 'out-of-memory', 'runtime-failed'],
  // One click never asks for a graphics card; what the panel does then is in tests/e2e/engine.test.ts.
  'gpu-absent': ['pictures'],
  'gpu-lost': ['pictures'],
  'gpu-wrong': ['pictures'],
  'gpu-hangs': ['pictures'],
  stranger: ['pictures'],
  // Nor for WebGL, which is opened when a second picture is wanted; tests/e2e/light.test.ts has what it does
  // then.
  'webgl-absent': ['pictures'],
  'webgl-uncompiled': ['pictures'],
  'webgl-lost': ['pictures'],
  'webgl-wrong': ['pictures'],
  'webgl-hangs': ['pictures'],
};

/**
 * `fault`: the one that struck; `text`: as the row tells it. What spares a second worker must not cost the
 * picture: for that no sentence will do, unless the frame's own thread does the work, of which there is only
 * one.
 */
export function endsOf(fault: FaultId | null, text: string, kind: string, frame: string): readonly End[] {
  const alone = endsOfKind(kind).flatMap((end) => (end === 'pictures' ? endsOfFrame(frame) : [end]));
  if (fault === null) return alone;
  const inWorker = FRAMES.find(({ id }) => id === frame)?.work === 'worker';
  const strikesWork = fault.startsWith('worker-') || fault === 'wasm-out-of-memory';
  const once = strikesWork && inWorker && !text.includes('×');
  const ends = (once ? (['pictures'] as const) : ENDS[fault]).flatMap((end) =>
    end === 'pictures' ? alone : [end],
  );
  // Where nothing can be computed, or Figma exports nothing of what is selected, two things go wrong, and
  // either of them may be told of.
  const also = alone.filter((end) => end === 'runtime-failed' || end === 'not-exported');
  if (fault === 'export-bare' && HOLDS_VIDEO.has(kind)) also.push('not-exported');
  return [...ends, ...also];
}
