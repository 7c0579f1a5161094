// `npm run loop` (after npm run build): films the loop from line to look in the playground, as docs/loop.gif
// for the README.
import { bundled } from '../bench/bundled.mjs';

// The package's module form has the names; Node would take the other one.
await bundled('docs/loop.ts', { alias: { gifenc: './node_modules/gifenc/dist/gifenc.esm.js' } });
