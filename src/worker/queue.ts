// Jobs in, one at a time out: one runs, one waits, the newest wins.
//
//   push(3) while 1 runs and 2 waits:   1 is asked to stop · 2 is dropped · 3 waits until 1 has ended
//
// A job that throws is reported and frees the queue like any other.

export interface Job {
  number: number;
  /** Does the work; `stopped` turns true when the job has been cancelled or overtaken. */
  run: (stopped: () => boolean) => Promise<void>;
  /** Called instead of `run` when the job never got its turn. */
  dropped: () => void;
}

export interface Queue {
  push: (job: Job) => void;
  /**
   * Stops the job if it runs, drops it if it waits; a number that is neither is no error (it has just ended).
   */
  cancel: (number: number) => void;
  idle: () => boolean;
}

export function createQueue(threw: (number: number, error: unknown) => void): Queue {
  let running: { job: Job; stop: boolean } | null = null;
  let waiting: Job | null = null;

  async function start(job: Job): Promise<void> {
    const turn = { job, stop: false };
    running = turn;
    try {
      await job.run(() => turn.stop);
    } catch (error) {
      threw(job.number, error);
    }
    running = null;
    const next = waiting;
    waiting = null;
    if (next) void start(next);
  }

  return {
    push(job) {
      if (!running) return void start(job);
      running.stop = true;
      waiting?.dropped();
      waiting = job;
    },
    cancel(number) {
      if (running?.job.number === number) running.stop = true;
      if (waiting?.number !== number) return;
      waiting.dropped();
      waiting = null;
    },
    idle: () => running === null,
  };
}
