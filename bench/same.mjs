// `npm run same -- BASELINE`: bundles same.ts and runs it. BASELINE: a JSON file of hashes; where there is
// none, it is written.
// Before a refactoring write one, after it compare: pictures and drafts must have the same pixels.
import { bundled } from './bundled.mjs';

const { main } = await bundled('bench/same.ts');
await main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
