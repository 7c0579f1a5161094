// In: a pattern as shells have it. Out: the files that it means, for shells that hand patterns on as they
// are.
// `*` and `?` within a name, `**` for any folders, `[a-c]`, `{svg,png}`; names with a leading dot are left
// out.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

export function isGlob(word: string): boolean {
  return /[*?[{]/.test(word);
}

/** Sorted as people sort, 2 before 10. Throws nothing: where no file is meant there is none. */
export async function filesMatching(pattern: string): Promise<string[]> {
  const found = await Promise.all(alternatives(pattern).map(expanded));
  return [...new Set(found.flat())].sort(naturalOrder);
}

export function naturalOrder(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function expanded(pattern: string): Promise<string[]> {
  const steps = pattern.split(/[\\/]+/);
  return pattern.startsWith('/') ? walk('/', steps.slice(1)) : walk('', steps);
}

/** `a{b,c}d` is `abd` and `acd`; braces within braces too. */
function alternatives(pattern: string): string[] {
  const [whole, inner] = /\{([^{}]*,[^{}]*)\}/.exec(pattern) ?? [];
  if (whole === undefined || inner === undefined) return [pattern];
  return inner.split(',').flatMap((one) => alternatives(pattern.replace(whole, () => one)));
}

async function walk(folder: string, [step, ...rest]: readonly string[]): Promise<string[]> {
  if (step === undefined) return [];
  if (!isGlob(step) && rest.length > 0) return walk(join(folder, step), rest);
  const entries = await readdir(folder === '' ? '.' : folder, { withFileTypes: true }).catch(() => []);
  const shown = entries.filter(({ name }) => !name.startsWith('.') || step.startsWith('.'));
  const folders = shown.filter((entry) => entry.isDirectory());
  if (step === '**') {
    const deeper = folders.map(({ name }) => walk(join(folder, name), [step, ...rest]));
    return (await Promise.all([walk(folder, rest), ...deeper])).flat();
  }
  const meant = named(step);
  if (rest.length > 0) {
    const within = folders.filter(({ name }) => meant.test(name));
    return (await Promise.all(within.map(({ name }) => walk(join(folder, name), rest)))).flat();
  }
  return shown
    .filter((entry) => !entry.isDirectory() && meant.test(entry.name))
    .map(({ name }) => join(folder, name));
}

/** One name's pattern. A bracket that is not closed means itself. */
function named(step: string): RegExp {
  const text = step.replace(
    /\[(!?)([^\]/]+)\]|[*?]|[\\^$.|+()[\]{}]/g,
    (sign, not?: string, set?: string) => {
      if (set !== undefined) return `[${not ? '^' : ''}${set.replace(/[\\\]^]/g, '\\$&')}]`;
      if (sign === '*') return '.*';
      return sign === '?' ? '.' : `\\${sign}`;
    },
  );
  return new RegExp(`^${text}$`);
}
