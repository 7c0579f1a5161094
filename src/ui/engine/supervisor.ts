// Sketches in, pictures or refusals out; never an exception.
// Opens a connection when first needed, replaces one that broke, retries the job once, and lets the newest
// job win: an overtaken one ends as "cancelled".
import { isRefusal } from '../../core/sketch.ts';
import type { Refusal } from '../../core/sketch.ts';
import type { Scale } from '../../protocol/placing.ts';
import { excuse, isFault, Replaced } from './failures.ts';
import type { Answer, Connection, DraftAnswer, Loaded, PictureAnswer, RunRequest } from './connection.ts';

export interface EngineRequest extends Omit<RunRequest, 'job' | 'want'> {
  /** Lines and normals too. */
  insight: boolean;
  /** Which part is where, too. */
  parts: boolean;
  /** The relief as a file, too. */
  glb?: true;
  /** Materials on balls, too. */
  swatches?: true;
  /** Maps of the surface, too. */
  maps?: true;
  /** As in Want. */
  scale?: Scale;
}

/** A runtime that may take over. Ends with a connection that has proved itself, or with why there is none. */
export type Rival = (fell: () => void) => Promise<Connection | string>;

export interface Supervisor {
  /** Starts the worker; ends with what it offers, or why it could not be started. */
  start: () => Promise<Loaded | Refusal>;
  realize: (order: EngineRequest) => Promise<PictureAnswer | Refusal>;
  /** The same, quick and for the eyes. */
  draft: (order: EngineRequest) => Promise<DraftAnswer | Refusal>;
  /** Ends every open job as "cancelled". */
  cancel: () => void;
  /** Once `rival` has opened, it does the work and the connection before is closed. Ends with why, if it did
   * not. `lost` is called when it breaks later on: the work then goes back to where it was, for good. */
  adopt: (rival: Rival, lost?: () => void) => Promise<string | null>;
  /** Gives the worker's memory back, unless a job is open. The next wish opens it again. */
  rest: () => void;
}

const ATTEMPTS = 2;
const CANCELLED: Refusal = { refused: 'cancelled' };

/** A connection on its way or open; if a rival made it, how to make it again and whom to tell of its end. */
interface Held {
  on: Promise<Connection>;
  rival: { make: Rival; lost: () => void } | null;
}

/** `open` makes a connection; it is told how to report a crash that comes after it was opened. */
export function createSupervisor(open: (fell: () => void) => Promise<Connection>): Supervisor {
  let current: Held | null = null;
  /** A rival that rests; it is woken after the next job, as WASM opens sooner. */
  let asleep: Held['rival'] = null;
  let last = 0;
  /** Jobs up to this one are no longer wanted. */
  let stale = 0;
  const wanted = new Set<number>();

  function connect(): Held {
    if (current) return current;
    const held: Held = { on: open(() => forget(held)), rival: null };
    held.on.catch(() => forget(held)); // who waits for it is told by `insist`
    current = held;
    return held;
  }

  function forget(held: Held): void {
    if (current !== held) return;
    current = null;
    held.rival?.lost();
  }

  function close(held: Held | null): void {
    void held?.on.then((on) => on.close(), ignore);
  }

  /** Runs `work` on a connection; once more on a new one if it broke there. */
  async function insist<T extends object>(asked: () => boolean, work: (on: Connection) => T | Promise<T>) {
    for (let attempt = 1; ; attempt++) {
      const held = connect();
      try {
        const on = await held.on;
        const answer = asked() ? await work(on) : CANCELLED;
        if (!isRefusal(answer) || !isFault(answer)) return answer;
        // Its memory stays as large as it has grown, and what computed wrongly may do so again.
        forget(held);
        on.close();
        if (attempt === ATTEMPTS) return answer;
      } catch (error) {
        if (attempt === ATTEMPTS && !(error instanceof Replaced)) return asked() ? excuse(error) : CANCELLED;
        if (error instanceof Replaced) attempt--; // nothing is wrong with this job
      }
      if (!asked()) return CANCELLED;
    }
  }

  async function push<T extends object>(
    { insight, parts, glb, swatches, maps, scale, ...order }: EngineRequest,
    draft: boolean,
    read: (answer: Answer) => T,
  ): Promise<T | Refusal> {
    const job = ++last;
    stale = job - 1;
    wanted.clear();
    wanted.add(job);
    const answer = await insist<T | Refusal>(
      () => job > stale,
      async (on) =>
        read(
          await on.ask({
            ...order,
            job,
            want: {
              ...{ insight, parts, draft },
              ...(glb && { glb }),
              ...(swatches && { swatches }),
              ...(maps && { maps }),
              ...(scale !== undefined && { scale }),
            },
          }),
        ),
    );
    wanted.delete(job);
    if (asleep && wanted.size === 0) wake(asleep);
    return answer;
  }

  function wake({ make, lost }: NonNullable<Held['rival']>): void {
    asleep = null;
    void adopt(make, lost).then((verdict) => verdict !== null && lost());
  }

  async function adopt(make: Rival, lost: () => void = ignore): Promise<string | null> {
    let fallen = false;
    let held: Held | null = null;
    const opened = await make(() => {
      fallen = true;
      if (held) forget(held);
    }).catch(excuse);
    if (typeof opened === 'string') return opened;
    if ('refused' in opened) return opened.detail ?? opened.refused;
    if (fallen) return 'it fell';
    close(current);
    current = held = { on: Promise.resolve(opened), rival: { make, lost } };
    return null;
  }

  return {
    start: () =>
      insist(
        () => true,
        (on) => on.loaded,
      ),
    realize: (request) =>
      push(request, false, (answer) => {
        if ('shown' in answer) throw new Error('the worker gave a draft, wanted a picture');
        return answer;
      }),
    draft: (request) =>
      push(request, true, (answer) => {
        if ('picture' in answer) throw new Error('the worker gave a picture, wanted a draft');
        return answer;
      }),
    cancel() {
      stale = last;
      wanted.clear();
      void current?.on.then((on) => on.cancel(last), ignore);
    },
    adopt,
    rest() {
      if (wanted.size > 0 || !current) return;
      asleep = current.rival ?? asleep;
      close(current);
      current = null;
    },
  };
}

function ignore(): void {}
