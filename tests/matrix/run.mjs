// `npm run matrix`: bundles main.ts and runs it. Options are told there.
import { fileURLToPath } from 'node:url';
import { bundled } from '../../bench/bundled.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const { main } = await bundled('tests/matrix/main.ts', {
  define: { 'import.meta.dirname': JSON.stringify(here) },
});
await main(process.argv.slice(2));
