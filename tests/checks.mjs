// In: nothing. Out: lint, unused code and format, one after another, each with what it printed; status 1
// where one fails. They run beside the tests, whose pages wait for a part of their time.
import { spawnSync } from 'node:child_process';

for (const check of ['lint', 'unused', 'format']) {
  const { error, status, stdout, stderr } = spawnSync('npm', ['run', '--silent', check], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26, // every line of a tree that a rule finds fault with
    shell: process.platform === 'win32', // npm is a script there
  });
  if (error) throw error;
  console.log(`${check}: ${status === 0 ? 'holds' : `does not hold\n${stdout}${stderr}`}`);
  if (status !== 0) process.exitCode = 1;
}
