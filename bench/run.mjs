// `npm run bench -- [networks] [stages] [start] [edit] [drag] [live] [four] [thirty] [light] [shapes]
// [endure] [large] [--runs 5] [--seed 1] [--json FILE]`, `start --timeline [--picture FILE]`, or `versus
// COMMIT`: bundles and runs it.
// Seeded and never a test: times belong to one machine, one moment. `start` and `light` need a built dist/
// (npm run build).
import { bundled } from './bundled.mjs';
import { versus } from './versus.mjs';

const args = process.argv.slice(2);
const run = async () =>
  args[0] === 'versus' ? versus(args.slice(1)) : (await bundled('bench/main.ts')).main(args);
await run().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
