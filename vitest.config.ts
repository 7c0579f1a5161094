// Two sets: `e2e` drives the built bundle in Chromium and comes first, as its files are long; `unit` runs in
// Node.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { SlowestReporter } from './tests/report/slowest.ts';

// A page waits a third of its time, for a timer or the next frame: three of them fill two cores.
const WORKERS = Math.ceil(1.5 * availableParallelism());

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: 'artifacts/vitest.json' }], new SlowestReporter()],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          // Files of one worker share modules, compiled code and networks: half of a run's time went into
          // making them anew.
          isolate: false,
          setupFiles: 'tests/one-resvg.ts',
          maxWorkers: WORKERS, // the same for both sets, else one would wait for the other
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/e2e/one-browser.ts',
          isolate: false,
          maxWorkers: WORKERS,
          // A machine that does other work too may need minutes where a quiet one needs seconds.
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // A browser or its graphics process may hang once; what passed only then is named at the end.
          retry: 1,
        },
      },
    ],
  },
});
