// Two sets: `e2e` drives the built bundle in Chromium and comes first, as its files are long; `unit` runs in Node.
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
          isolate: false,
          maxWorkers: '100%', // a page waits now and then, and one file alone leaves half of a core idle
          // A machine that does other work too may need minutes where a quiet one needs seconds.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
