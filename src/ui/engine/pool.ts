// Many wishes in, their pictures or refusals out as they get ready: several workers side by side.
// A worker is opened when there is work for it. Each has a supervisor of its own (a lane), which replaces
// what crashes and tries its wish once more.
import { isRefusal } from '../../core/sketch.ts';
import type { Refusal } from '../../core/sketch.ts';
import type { Connection, DraftAnswer, PictureAnswer } from './connection.ts';
import { createSupervisor } from './supervisor.ts';
import type { Supervisor, EngineRequest } from './supervisor.ts';

export interface Pool {
  /** How many workers at most. */
  readonly most: number;
  /** Ends when every wish was answered through `ready`, or at once when it is overtaken or cancelled: nothing
   * is told then. */
  run: (
    requests: readonly EngineRequest[],
    kind: 'draft' | 'picture',
    ready: (index: number, answer: PictureAnswer | DraftAnswer | Refusal) => void,
  ) => Promise<void>;
  cancel: () => void;
  /** Cancels, and closes all workers. The next run opens them again. */
  rest: () => void;
}

/** One worker, and the drawing whose form it has found: wishes of the same drawing cost it only the light. */
interface Lane {
  engine: Supervisor;
  knows: string | null;
}

/** Workers that leave a core for the panel; four are enough for nine tiles, and each holds a runtime. */
export function poolSize(cores: number): number {
  return Math.max(1, Math.min(cores - 1, 4));
}

export function createPool(open: (fell: () => void) => Promise<Connection>, most: number): Pool {
  const lanes: Lane[] = [];
  /** Ends the run that is on its way. */
  let overtake: (() => void) | null = null;

  function cancel(): void {
    if (!overtake) return;
    overtake();
    overtake = null;
    for (const { engine } of lanes) engine.cancel();
  }

  return {
    most,
    cancel,
    async run(requests, kind, ready) {
      cancel();
      let over = false;
      const overtaken = new Promise<void>((end) => {
        overtake = () => {
          over = true;
          end();
        };
      });
      const mine = overtake;
      while (lanes.length < Math.min(most, requests.length))
        lanes.push({ engine: createSupervisor(open), knows: null });

      const left = [...requests.keys()];
      const walk = async (lane: Lane): Promise<void> => {
        for (;;) {
          const index = over ? null : take(left, requests, lane, lanes);
          const request = index === null ? undefined : requests[index];
          if (index === null || !request) return;
          lane.knows = formOf(request);
          const answer = await lane.engine[kind === 'draft' ? 'draft' : 'realize'](request);
          if (isRefusal(answer)) lane.knows = null;
          if (!over) ready(index, answer);
        }
      };

      // Who knows one of the drawings goes first, so that no other lane begins it anew.
      const forms = new Set(requests.map(formOf));
      const knows = ({ knows }: Lane) => knows !== null && forms.has(knows);
      const first = [...lanes.filter(knows), ...lanes.filter((lane) => !knows(lane))].slice(
        0,
        requests.length,
      );
      await Promise.race([overtaken, Promise.all(first.map(walk))]);
      if (overtake === mine) overtake = null;
    },
    rest() {
      cancel();
      for (const { engine } of lanes.splice(0)) engine.rest();
    },
  };
}

/** What a worker remembers from one wish to the next. */
function formOf({ sketch, settings }: EngineRequest): string {
  return `${settings.model} ${sketch.svg}`;
}

/** The lane's own drawing first, then one that no lane has begun, then any. */
function take(
  left: number[],
  requests: readonly EngineRequest[],
  lane: Lane,
  lanes: readonly Lane[],
): number | null {
  const begun = new Set(lanes.map(({ knows }) => knows));
  const place = [
    left.findIndex((index) => formOf(requests[index]!) === lane.knows),
    left.findIndex((index) => !begun.has(formOf(requests[index]!))),
    left.length > 0 ? 0 : -1,
  ].find((at) => at >= 0);
  return place === undefined ? null : (left.splice(place, 1)[0] ?? null);
}
