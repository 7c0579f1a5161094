// Two sets: `unit` runs in Node, files side by side; `e2e` drives the built bundle in Chromium, one file after another.
import { defineConfig } from 'vitest/config';
import { SlowestReporter } from './tests/report/slowest.ts';

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: 'artifacts/vitest.json' }], new SlowestReporter()],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          // Files of one worker share modules, compiled code and networks: half of a run's time went into making them anew.
          isolate: false,
          setupFiles: 'tests/one-resvg.ts',
          maxWorkers: '100%', // Vitest leaves one core free, of two
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/e2e/one-browser.ts',
          // One browser at a time: two on two cores only make each other late.
          fileParallelism: false,
          maxWorkers: 1,
          // A machine that does other work too may need minutes where a quiet one needs seconds.
          testTimeout: 240_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
