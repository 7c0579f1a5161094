// The report of vitest (JSON) and those of pytest (JUnit XML) in → a line for every test of vitest that
// failed, or passed only when tried again, which stand far up in a long log, then one plain line of counts.
// A report that is missing counts as a failure.
import { existsSync, readFileSync } from 'node:fs';

const [vitest, ...pytests] = process.argv.slice(2);
let passed = 0;
let failed = 0;

for (const [file, count] of [[vitest, countVitest], ...pytests.map((report) => [report, countPytest])]) {
  if (!existsSync(file)) {
    console.log(`${file}: not written, so that part did not run to its end`);
    failed += 1;
    continue;
  }
  const counts = count(readFileSync(file, 'utf8'));
  passed += counts.passed;
  failed += counts.failed;
}
console.log(`${passed} passed, ${failed} failed`);

function countVitest(text) {
  const report = JSON.parse(text);
  // A file that breaks before its first test has no failed test to show for it.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  for (const file of broken) console.log(`failed: ${file.name}: ${firstLine(file.message)}`);
  for (const { assertionResults } of report.testResults) {
    for (const test of assertionResults.filter((result) => result.failureMessages?.length > 0)) {
      const what = test.status === 'failed' ? 'failed' : 'failed first, passed when tried again';
      console.log(`${what}: ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
    }
  }
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

function firstLine(text = '') {
  // Vitest puts this in place of its own words where the time is over.
  const said = text.replace('STACK_TRACE_ERROR', 'took longer than its limit');
  return said.split('\n', 1)[0].slice(0, 300);
}

function countPytest(text) {
  const suite = /<testsuite\b[^>]*>/.exec(text)?.[0] ?? '';
  const number = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const failed = number('failures') + number('errors');
  return { passed: number('tests') - failed - number('skipped'), failed };
}
