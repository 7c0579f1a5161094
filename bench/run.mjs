// `npm run bench -- [networks] [stages] [start] [edit] [drag] [live] [four] [thirty] [endure] [large] [--runs 5] [--seed 1] [--json FILE]`: bundles main.ts and runs it.
// Seeded and never a test: times belong to one machine, one moment. `start` needs a built dist/ (npm run build).
import { bundled } from './bundled.mjs';

const { main } = await bundled('bench/main.ts');
await main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
