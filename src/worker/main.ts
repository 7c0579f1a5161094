// The worker's script. In a Worker it serves `self`; on the frame's own thread, where no worker
// could be started, it leaves `realizeServe` for the panel, which hands it one end of a
// MessageChannel. Both ends speak wire 2.
import { openEngine } from './open.ts';
import { pause } from './pause.ts';
import { createShell } from './shell.ts';

/** What a Worker's global and a MessagePort have in common. */
interface Line {
  postMessage: (message: unknown, transfer: Transferable[]) => void;
  onmessage: ((event: MessageEvent) => void) | null;
}

function serve(line: Line): void {
  const post = (message: unknown, transfer: Transferable[]) => line.postMessage(message, transfer);
  const hear = createShell({ post, open: openEngine, pause });
  line.onmessage = (event) => hear(event.data);
  post({ type: 'started' }, []);
}

if ('document' in globalThis) Object.assign(globalThis, { realizeServe: serve });
else serve(self);
