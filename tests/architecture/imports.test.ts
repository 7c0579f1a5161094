import { describe, expect, it } from 'vitest';
import { namesGlobal, sourcesOf } from './sources.ts';

const sources = sourcesOf('src');

/** What goes in and comes out of the whole way, as types and small lists. */
const nouns = [
  'lamp-tune',
  'layer-surface',
  'parts-seen',
  'part-choice',
  'photo-tune',
  'picture',
  'sketch',
].map((name) => `src/core/${name}.ts`);
/**
 * Who may import whom. Folders end in "/"; `shared` is what all may know: both wires, their schemas, the
 * words.
 */
const shared = [
  'src/door.ts',
  'src/naming.ts',
  'src/protocol/',
  'src/schemas/',
  'src/timeout.ts',
  'src/words.ts',
  ...nouns,
];
/**
 * Small pure functions of the core that the panel asks while it is looked at; the pipeline stays in the
 * worker.
 */
const asked = [
  'src/core/colourways/colourway-name.ts',
  'src/core/colourways/colourways.ts',
  'src/core/card.ts',
  'src/core/image/components.ts',
  'src/core/light/own-lamps.ts',
  'src/core/light/turn-light.ts',
  'src/core/memory-error.ts',
  'src/core/models/convert.ts',
  'src/core/models/external.ts',
  'src/core/models/feed-option.ts',
  'src/core/models/norms.ts',
  'src/core/models/fit.ts',
  'src/core/models/summary.ts',
  'src/core/models/fault.ts',
  'src/core/photo/straighten.ts',
  'src/core/svg/viewbox.ts',
];
const TABLE: Record<string, string[]> = {
  'src/core/': ['src/core/', 'culori', 'valibot', 'svgpath', 'fast-xml-parser', 'pbf', '@resvg/resvg-wasm'],
  'src/worker/': ['src/worker/', 'src/core/', 'src/spans.ts', ...shared, 'valibot'],
  'src/plugin/': [
    'src/plugin/',
    'src/core/svg/layer-name.ts',
    'src/core/svg/viewbox.ts',
    ...shared,
    'valibot',
  ],
  'src/ui/': [
    'src/ui/',
    ...asked,
    'src/spans.ts',
    ...shared,
    'valibot',
    'fflate',
    'preact',
    '@create-figma-plugin/ui',
  ],
  'src/cli/': ['src/cli/', 'src/core/', 'src/worker/', ...shared, 'node:', 'esbuild'],
  'src/protocol/': ['src/protocol/', ...nouns],
  'src/schemas/': ['src/naming.ts', 'src/schemas/', 'src/protocol/', ...nouns, 'valibot'],
  'src/words/': ['src/naming.ts', 'src/words/', ...nouns],
  'src/': [...shared, 'src/words/', 'valibot'],
};
/** Who may speak to the runtime, who unpacks it, and who knows kinds of image files. */
const DOORS: Record<string, string[]> = {
  'src/cli/photo.ts': ['image-size'],
  'src/worker/generator.ts': ['onnxruntime-web'],
  'src/worker/prepared.ts': ['onnxruntime-web'],
  'src/worker/unpack.ts': ['brotli-dec-wasm'],
};

const rowOf = (path: string): string => Object.keys(TABLE).find((folder) => path.startsWith(folder))!;
const allowed = (target: string, row: string[]): boolean =>
  row.some((entry) => (entry.endsWith('/') ? target.startsWith(entry) : target === entry));

describe('who may import whom', () => {
  it('reads all folders', () => {
    const folders = new Set(sources.map(({ path }) => rowOf(path)));
    expect([...folders].sort()).toEqual(Object.keys(TABLE).sort());
  });

  it.each(sources.map((source) => [source.path, source] as const))('%s', (path, { imports }) => {
    const row = [...TABLE[rowOf(path)]!, ...(DOORS[path] ?? [])];
    expect(imports.filter((target) => !allowed(target, row))).toEqual([]);
  });
});

describe('one door for each dangerous global', () => {
  it.each([
    ['figma', ['src/plugin/main.ts']],
    ['__html__', ['src/plugin/main.ts']],
    ['eval', []],
    ['Function', []],
    ['XMLHttpRequest', []],
    ['WebSocket', []],
  ] as const)('%s', (name, doors) => {
    expect(sources.filter((source) => namesGlobal(source, name)).map(({ path }) => path)).toEqual([...doors]);
  });
});
