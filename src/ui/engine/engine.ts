// Sketches in, pictures or refusals out; never an exception. Opens a connection when first needed, replaces one that
// crashed, retries the job once, and lets the newest job win: an overtaken one ends as "cancelled".
import type { Reason, Refusal } from '../../core/sketch.ts';
import type { Answer, Connection, Drafted, Loaded, Made, Order } from './connection.ts';

export interface Wish extends Omit<Order, 'job' | 'want'> {
  /** Lines and normals too. */
  insight: boolean;
  /** Which part is where, too. */
  parts: boolean;
}

export interface Engine {
  /** Starts the worker; ends with what it offers, or why it could not be started. */
  start: () => Promise<Loaded | Refusal>;
  realize: (order: Wish) => Promise<Made | Refusal>;
  /** The same, quick and for the eyes. */
  draft: (order: Wish) => Promise<Drafted | Refusal>;
  /** Ends every open job as "cancelled". */
  cancel: () => void;
  /** Once `other` has opened, it does the work and the connection before is closed. Ends with why, if it did not. */
  adopt: (other: (fell: () => void) => Promise<Connection | string>) => Promise<string | null>;
}

const ATTEMPTS = 2;
/** A worker that has not come to the end of a stage this long after it was told to stop is stuck, and is replaced. */
const GRACE_MS = 10_000;
const CANCELLED: Refusal = { refused: 'cancelled' };

/** `open` makes a connection; it is told how to report a crash that comes after it was opened. */
export function createEngine(open: (fell: () => void) => Promise<Connection>): Engine {
  let current: Promise<Connection> | null = null;
  let last = 0;
  /** Jobs up to this one are no longer wanted. */
  let stale = 0;

  function connect(): Promise<Connection> {
    if (current) return current;
    const mine: Promise<Connection> = open(() => forget(mine)).catch((error: unknown) => {
      forget(mine);
      throw error;
    });
    current = mine;
    return mine;
  }

  function forget(connection: Promise<Connection>): void {
    if (current === connection) current = null;
  }

  /** Waits a while for a job that is no longer wanted; what runs beside it on a stuck worker then goes to a new one. */
  function release(job: number): void {
    const connection = current;
    void connection?.then((on) => {
      if (!on.runs(job)) return;
      setTimeout(() => {
        if (!on.runs(job)) return;
        forget(connection);
        on.close();
      }, GRACE_MS);
    }, ignore);
  }

  /** Runs `work` on a connection; once more on a new one if that crashes. */
  async function insist<T>(wanted: () => boolean, work: (on: Connection) => T | Promise<T>) {
    for (let attempt = 1; ; attempt++) {
      try {
        const on = await connect();
        return wanted() ? await work(on) : CANCELLED;
      } catch (error) {
        if (!wanted()) return CANCELLED;
        if (attempt === ATTEMPTS) return excuse(error);
      }
    }
  }

  function push<T>(
    { insight, parts, ...order }: Wish,
    draft: boolean,
    read: (answer: Answer) => T,
  ): Promise<T | Refusal> {
    const job = ++last;
    stale = job - 1;
    release(stale);
    return insist<T | Refusal>(
      () => job > stale,
      async (on) => read(await on.ask({ ...order, job, want: { insight, parts, draft } })),
    );
  }

  return {
    start: () =>
      insist(
        () => true,
        (on) => on.loaded,
      ),
    realize: (wish) =>
      push(wish, false, (answer) => {
        if ('shown' in answer) throw new Error('the worker gave a draft, wanted a picture');
        return answer;
      }),
    draft: (wish) =>
      push(wish, true, (answer) => {
        if ('picture' in answer) throw new Error('the worker gave a picture, wanted a draft');
        return answer;
      }),
    cancel() {
      stale = last;
      void current?.then((on) => on.cancel(last), ignore);
      release(last);
    },
    async adopt(other) {
      let fallen = false;
      let mine: Promise<Connection> | null = null;
      const opened = await other(() => {
        fallen = true;
        if (mine) forget(mine);
      }).catch(excuse);
      if (typeof opened === 'string') return opened;
      if ('refused' in opened) return opened.detail ?? opened.refused;
      if (fallen) return 'it fell';
      const before = current;
      current = mine = Promise.resolve(opened);
      void before?.then((on) => on.close(), ignore);
      return null;
    },
  };
}

/** Of a connection that failed to open: nothing runs there, and who waits for it is told by `insist`. */
function ignore(): void {}

function excuse(error: unknown): Refusal {
  const detail = error instanceof Error ? error.message : String(error);
  const refused: Reason = /memory|allocat/i.test(detail) ? 'out-of-memory' : 'runtime-failed';
  return { refused, detail };
}
