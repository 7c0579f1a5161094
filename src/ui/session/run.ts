// What a picture is for in, one run of the engine and what became of it out, as state.
// The newest run wins: one that was cancelled or overtaken says nothing any more.
import { isRefusal } from '../../core/sketch.ts';
import type { Stage } from '../../core/picture.ts';
import type { Refusal } from '../../core/sketch.ts';
import { PANEL, WEBGPU } from '../../words.ts';
import type { Connection, DraftAnswer, PictureAnswer } from '../engine/connection.ts';
import type { EngineRequest, Supervisor } from '../engine/supervisor.ts';
import { shownOf } from '../shown.ts';
import type { Draft, ShownDrawing, Purpose, Result } from '../state.ts';
import { previewOf } from './preview-settings.ts';
import type { Store } from './store.ts';

export interface Runner {
  /** Opens the engine, unless it is open; ends with why it cannot be, or null. */
  start: () => Promise<Refusal | null>;
  /** Ends with whether there is something to see or place. `parts`: which part is where is wanted, too. */
  run: (purpose: Purpose, parts: boolean) => Promise<boolean>;
  /**
   * A picture for a file: nothing that is shown becomes another. Null: it was refused, which is told, or
   * overtaken.
   */
  make: (extra: Extra) => Promise<Result | null>;
}

type Extra = Pick<EngineRequest, 'glb' | 'maps' | 'scale'>;

interface Wish {
  purpose: Purpose;
  parts: boolean;
  ticket: number;
  extra?: Extra;
}

export interface RunnerParts {
  store: Store;
  engine: Pick<Supervisor, 'start' | 'realize' | 'draft' | 'adopt'>;
  /** Whether another runtime does what this picture took, and does it better; see engine/webgpu.ts. */
  rival: (result: Result, fell: () => void) => Promise<Connection | string>;
  /** Many drawings are being realized one after another: the engine is theirs. */
  paused: () => boolean;
  /** A run that was to be placed has ended, and nobody has overtaken it. */
  ended: (drawing: ShownDrawing, answer: Result | Refusal) => Promise<void>;
}

export function createRunner({ store, engine, rival, paused, ended }: RunnerParts): Runner {
  const { dispatch } = store;
  let tickets = 0;
  let rivalTried = false;

  async function start(): Promise<Refusal | null> {
    const offer = await engine.start();
    if (isRefusal(offer)) dispatch({ type: 'broken', refusal: offer });
    else if (store.state.engine.phase !== 'ready') dispatch({ type: 'loaded', offer });
    return isRefusal(offer) ? offer : null;
  }

  /** Of a draft nobody waits for while something is shown; telling of it would draw the panel six times. */
  function progressed(ticket: number, stage: Stage, fraction: number): void {
    if (store.state.work?.purpose !== 'draft' || !shownOf(store.state))
      dispatch({ type: 'progress', ticket, stage, fraction });
  }

  async function attempt(
    drawing: ShownDrawing,
    { purpose, parts, ticket, extra }: Wish,
  ): Promise<Result | Draft | Refusal> {
    const broken = await start();
    if (broken) return broken;
    const { settings: chosen, view, swatches } = store.state;
    const full = purpose === 'place' || purpose === 'export';
    const settings = full ? chosen : previewOf(chosen);
    const choosesMaterials = purpose === 'preview' && view === 'parts' && !swatches;
    const looksInside = view === 'lines' || view === 'form';
    const request = {
      sketch: drawing.sketch,
      settings,
      insight: !full && looksInside,
      parts: !full && parts,
      ...(choosesMaterials && { swatches: true as const }),
      ...extra,
      progress: (stage: Stage, fraction: number) => progressed(ticket, stage, fraction),
    };
    const made: PictureAnswer | DraftAnswer | Refusal = await (purpose === 'draft'
      ? engine.draft(request)
      : engine.realize(request));
    if (isRefusal(made)) return made;
    return 'shown' in made ? { made, drawing, settings } : { made, drawing, settings };
  }

  /** After the first picture of a panel that stays; a single click would wait longer than it wins. */
  async function tryRival(result: Result): Promise<void> {
    rivalTried = true;
    const verdict = await engine.adopt(
      (fell) => rival(result, fell),
      () => dispatch({ type: 'tried', verdict: WEBGPU.lost }),
    );
    dispatch({ type: 'tried', verdict: verdict ?? PANEL.webgpu });
  }

  return {
    start,
    async run(purpose, parts) {
      const { drawing } = store.state;
      if (!drawing || paused()) return false;
      const ticket = ++tickets;
      dispatch({ type: 'started', ticket, purpose });
      const answer = await attempt(drawing, { purpose, parts, ticket });
      if (store.state.work?.ticket !== ticket) return false; // somebody else answers for it
      if (isRefusal(answer)) dispatch({ type: 'failed', ticket, refusal: answer });
      else if (isDraft(answer)) dispatch({ type: 'drafted', ticket, draft: answer });
      else dispatch({ type: 'made', ticket, result: answer });
      if (purpose === 'place' && !isDraft(answer)) await ended(drawing, answer);
      else if (isResult(answer) && !rivalTried) void tryRival(answer);
      return !isRefusal(answer);
    },
    async make(extra) {
      const { drawing } = store.state;
      if (!drawing || paused()) return null;
      const ticket = ++tickets;
      dispatch({ type: 'started', ticket, purpose: 'export' });
      const answer = await attempt(drawing, { purpose: 'export', parts: false, ticket, extra });
      if (store.state.work?.ticket !== ticket) return null;
      if (isRefusal(answer)) dispatch({ type: 'failed', ticket, refusal: answer });
      else dispatch({ type: 'stopped' });
      return isResult(answer) ? answer : null;
    },
  };
}

function isDraft(answer: Result | Draft | Refusal): answer is Draft {
  return !isRefusal(answer) && 'shown' in answer.made;
}

function isResult(answer: Result | Draft | Refusal): answer is Result {
  return !isRefusal(answer) && 'picture' in answer.made;
}
