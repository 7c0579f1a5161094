// All imports between the files of a folder, types included, in; the circles among them out: there must be
// none.
// Tarjan's strongly connected components (1972): files that reach each other by imports.
import { describe, expect, it } from 'vitest';
import { sourcesOf } from './sources.ts';

type Imports = ReadonlyMap<string, readonly string[]>;

/** Every group of files that import each other, over however many others, sorted by path. */
function circlesOf(imports: Imports): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    stack.push(file);
    let low = own;
    for (const target of imports.get(file) ?? []) {
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (stack.includes(target)) low = Math.min(low, lowest.get(target) ?? order.get(target)!);
    }
    lowest.set(file, low);
    if (low === own) {
      const group = stack.splice(stack.indexOf(file)).sort();
      if (group.length > 1 || imports.get(file)?.includes(file)) circles.push(group);
    }
    return low;
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return circles;
}

describe('circles of imports', () => {
  it('are found, of two files, of three, and of one that imports itself', () => {
    const imports = new Map(
      Object.entries({
        a: ['b'],
        b: ['c', 'leaf'],
        c: ['a'],
        d: ['d', 'a'],
        e: ['f'],
        f: ['e', 'a'],
        leaf: [],
      }),
    );
    expect(circlesOf(imports)).toEqual([['a', 'b', 'c'], ['d'], ['e', 'f']]);
  });

  it.each(['src', 'host', 'bench', 'docs', 'tests'])('%s has none', (folder) => {
    const sources = sourcesOf(folder);
    expect(sources.length).toBeGreaterThan(0);
    expect(circlesOf(new Map(sources.map(({ path, imports }) => [path, imports])))).toEqual([]);
  });
});
