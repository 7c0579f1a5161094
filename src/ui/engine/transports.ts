// The worker's text in, a line to a running worker out.
// Nobody knows which kind of worker Figma's frame allows, so there are three transports:
//
//   blob: worker ──fails──▶ data: worker ──fails──▶ the frame's own thread (slow for the page, but it works)
//
// A transport counts as open when the worker has said "started". What worked is tried first the next time.
import { span } from '../../spans.ts';
import { createWatchdog } from './watchdog.ts';

export type Transport = 'blob' | 'data' | 'own';

export interface Line {
  transport: Transport;
  post: (message: unknown, transfer: Transferable[]) => void;
  /** Every message after "started", and what ends the line: an error of the script or a message that cannot
   * be read. No browser tells of a worker that is gone without a word; its silence does (watchdog.ts). */
  listen: (heard: (data: unknown) => void, broke: (message: string) => void) => void;
  close: () => void;
}

let transports: Transport[] = ['blob', 'data', 'own'];

/** `timeout` in milliseconds, asked again and again: forbidden workers fail at once, this is for one that
 * stays silent. `only` limits the transports, for a runtime that lives on one of them alone. Throws when no
 * transport is open. */
export async function openLine(
  text: string,
  timeout: () => number,
  only: readonly Transport[] = transports,
): Promise<Line> {
  const failures: string[] = [];
  for (const transport of transports.filter((one) => only.includes(one))) {
    try {
      const line = await span('worker starts', () =>
        transport === 'own' ? openOwnThread(text, timeout) : openWorker(transport, text, timeout),
      );
      if (only === transports) transports = [transport, ...transports.filter((other) => other !== transport)];
      return line;
    } catch (error) {
      failures.push(`${transport}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`no worker could be started (${failures.join('; ')})`);
}

/** A line to anything that posts and hears like a Worker, once it has said that it started. */
function connect(
  transport: Transport,
  end: Worker | MessagePort,
  timeout: () => number,
  close: () => void,
): Promise<Line> {
  return new Promise((open, fail) => {
    const watchdog = createWatchdog(timeout, (silence) => refuse(`no answer within ${silence} ms`));
    watchdog.heard();
    const refuse = (message: string) => {
      watchdog.stop();
      close();
      fail(new Error(message));
    };
    const failed = (event: Event) => {
      event.preventDefault();
      return event instanceof ErrorEvent && event.message ? event.message : `the worker's ${event.type}`;
    };
    if ('onerror' in end) end.onerror = (event) => refuse(failed(event));
    end.onmessage = (event: MessageEvent<{ type?: unknown } | null>) => {
      watchdog.stop();
      if (event.data?.type !== 'started') return refuse('something else than our worker answered');
      open({
        transport,
        post: (message, transfer) => end.postMessage(message, transfer),
        listen(heard, broke) {
          end.onmessage = (later: MessageEvent) => heard(later.data);
          end.onmessageerror = () => broke('a message could not be read');
          if ('onerror' in end) end.onerror = (later) => broke(failed(later));
        },
        close,
      });
    };
  });
}

function openWorker(transport: 'blob' | 'data', text: string, timeout: () => number): Promise<Line> {
  const url =
    transport === 'blob'
      ? URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
      : `data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`;
  const worker = new Worker(url);
  return connect(transport, worker, timeout, () => {
    worker.terminate();
    if (transport === 'blob') URL.revokeObjectURL(url);
  });
}

/** Runs the same script as an inline <script>, which the panel's own script proves to be allowed; no eval. */
function openOwnThread(text: string, timeout: () => number): Promise<Line> {
  const home = globalThis as { realizeServe?: (line: MessagePort) => void };
  if (!home.realizeServe) {
    const script = document.createElement('script');
    script.textContent = text;
    document.head.append(script);
  }
  if (!home.realizeServe) return Promise.reject(new Error('the inline script did not run'));
  const { port1, port2 } = new MessageChannel();
  const line = connect('own', port1, timeout, () => port1.close());
  home.realizeServe(port2);
  return line;
}
