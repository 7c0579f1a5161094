// In: a commit. Out: a clean tree of it, with this one's packages, for whoever compares with it.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

/** In node_modules/.cache; made once a commit. `name`: its short hash. */
export async function treeOf(commit) {
  const hash = git('rev-parse', '--verify', `${commit}^{commit}`);
  const tree = join(root, 'node_modules/.cache/versus', hash.slice(0, 12));
  if (!existsSync(join(tree, 'package.json'))) {
    await rm(tree, { recursive: true, force: true });
    await mkdir(tree, { recursive: true });
    const archive = execFileSync('git', ['archive', '--format=tar', hash], { cwd: root, maxBuffer: 2 ** 30 });
    execFileSync('tar', ['-x', '-C', tree], { input: archive });
    await symlink(join(root, 'node_modules'), join(tree, 'node_modules'), 'dir');
  }
  return { name: hash.slice(0, 7), tree };
}
