// `npm run fidelity -- FILES | --set NAME`: bundles main.ts and runs it. "Is the picture the drawing?",
// judged beside Chromium.
import { bundled } from '../bundled.mjs';

const { main } = await bundled('bench/fidelity/main.ts');
await main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
