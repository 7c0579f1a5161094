// In: a finished run of vitest. Out: its ten slowest tests, printed last: seconds, file, name; before them
// each test that passed only when it was tried again.
import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

const SHOWN = 10;

export interface Timed {
  readonly file: string;
  readonly name: string;
  /** Milliseconds. */
  readonly duration: number;
  /** It failed, and passed when tried again. */
  readonly again: boolean;
}

/** One line for each that failed first; nothing where none did. */
export function triedAgain(tests: readonly Timed[]): string {
  const lines = tests.filter(({ again }) => again).map(({ file, name }) => `         ${file}  ${name}`);
  return lines.length === 0 ? '' : ['Failed first, passed when tried again', ...lines, ''].join('\n');
}

/** The slowest first, one line each; ties stay in the order in which they came. */
export function slowest(tests: readonly Timed[]): string {
  const lines = [...tests]
    .sort((a, b) => b.duration - a.duration)
    .slice(0, SHOWN)
    .map(({ file, name, duration }) => `${(duration / 1000).toFixed(1).padStart(7)} s  ${file}  ${name}`);
  return ['Slowest tests', ...lines, ''].join('\n');
}

const timed = (test: TestCase): Timed => ({
  file: relative(process.cwd(), test.module.moduleId),
  name: test.fullName,
  duration: test.diagnostic()?.duration ?? 0, // a skipped test has none
  again: test.diagnostic()?.flaky ?? false,
});

/** For vitest.config.ts. A run of few tests has no need of it. */
export class SlowestReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]).map(timed);
    const again = triedAgain(tests);
    if (again) process.stdout.write(`\n${again}`);
    if (tests.length > SHOWN) process.stdout.write(`\n${slowest(tests)}`);
  }
}
