// All files of TypeScript, JavaScript and Python in; those that are longer than usual without a reason on the
// list below, out: there must be none.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownCode, ROOT } from './sources.ts';

/** Lines. A test file holds many small stories. */
const USUAL = 150;
const USUAL_TEST = 250;

/**
 * What may be longer, by how much, and why: one table, one way or one loop that would be harder to read in
 * pieces. A file with two jobs is split instead. Whoever shortens one takes it out of the list.
 */
const LONGER: Record<string, readonly [most: number, why: string]> = {
  'bench/fidelity/colour.ts': [160, 'one measure of colour'],
  'bench/large.ts': [180, 'one measurement, step by step'],
  'bench/main.ts': [180, 'a table of benchmarks'],
  'bench/onnx.ts': [170, 'one file format'],
  'esbuild.config.mjs': [210, 'all that the build does, in order'],
  'host/api/api.ts': [180, 'a table: the global of Figma'],
  'host/document/births.ts': [220, 'a table: values by kind of node'],
  'host/document/store.ts': [160, 'one store and its undo'],
  'host/host.ts': [170, 'wires the parts of the stand-in'],
  'host/nodes/methods.ts': [160, 'a table: methods of nodes'],
  'host/playground/canvas.tsx': [200, 'one component with its gestures'],
  'host/playground/desk.ts': [200, 'one store'],
  'host/sandbox/vm.ts': [210, 'one bridge into QuickJS'],
  'models/convert/affinelayer.py': [200, 'one network, by its names'],
  'models/convert/arithmetic.py': [220, 'a table of operators'],
  'models/convert/aten.py': [190, 'a table of operators'],
  'models/convert/bundle.py': [170, 'one file format'],
  'models/convert/convert.py': [160, 'one way, from a file to what is said of it'],
  'models/convert/convolutions.py': [210, 'a table of operators'],
  'models/convert/exported.py': [190, 'one file format'],
  'models/convert/graph_maps.py': [160, 'a table of layers'],
  'models/convert/homemade.py': [180, 'one way of telling a plan'],
  'models/convert/litert_operators.py': [180, 'a table of operators'],
  'models/convert/pickled.py': [190, 'a table of opcodes'],
  'models/convert/recognise.py': [220, 'a table: what a file begins with'],
  'models/convert/shapes.py': [230, 'a table of operators'],
  'models/convert/tensorflow.py': [220, 'one walk over a graph'],
  'models/convert/tutorial.py': [160, 'one network, by its places'],
  'models/training/learning/config.py': [170, 'two tables of settings'],
  'models/training/light/shading.py': [210, 'the light as one graph'],
  'models/training/networks/pix2pix.py': [170, 'one network and its critic'],
  'prepare/prepare.ts': [200, 'one way, from a module to the prepared one'],
  'src/core/appearance/appearance.ts': [160, 'one choice, from all that decides it'],
  'src/core/appearance/material-by-name.ts': [170, 'one choice, from all that decides it'],
  'src/core/form/border-fit.ts': [160, 'one inner loop'],
  'src/core/image/deflate.ts': [180, 'one file format'],
  'src/core/lit-pipeline.ts': [200, 'one way, stage by stage'],
  'src/core/scene/trace.ts': [160, 'one way, from ink to lines'],
  'src/core/sketch.ts': [200, 'nouns'],
  'src/core/svg/shape.ts': [162, 'nouns'],
  'src/plugin/main.ts': [180, 'wires the parts of the plugin'],
  'src/protocol/plugin.ts': [180, 'a table: messages'],
  'src/ui/engine/connection.ts': [180, 'one line to a worker'],
  'src/ui/engine/supervisor.ts': [190, 'one queue'],
  'src/ui/history/history.ts': [170, 'one store'],
  'src/ui/main.tsx': [200, 'wires the parts of the panel'],
  'src/ui/many/many.ts': [200, 'one store'],
  'src/ui/reduce.ts': [200, 'a table: what follows from what happened'],
  'src/ui/session/session.ts': [200, 'wires the parts of the session'],
  'src/words/panel.ts': [170, 'a table of sentences'],
  'src/worker/open.ts': [190, 'one way, from assets to an engine'],
};

const isTest = (file: string): boolean => /(^|\/)tests\//.test(file);
const usual = (file: string): number => (isTest(file) ? USUAL_TEST : USUAL);
const linesOf = (file: string): number => readFileSync(join(ROOT, file), 'utf8').split('\n').length - 1;

/** The files that are too long, with what they may have. */
const tooLong = (files: readonly string[], lines: (file: string) => number): string[] =>
  files
    .filter((file) => lines(file) > (LONGER[file]?.[0] ?? usual(file)))
    .map((file) => `${file}: ${lines(file)} lines, at most ${LONGER[file]?.[0] ?? usual(file)}`);

const files = ownCode();

it('no file is longer than usual, but for those that are named with a reason', () => {
  expect(files.length).toBeGreaterThan(500);
  expect(tooLong(files, linesOf)).toEqual([]);
});

it('all that are named are there, and still longer than usual', () => {
  const short = Object.keys(LONGER).filter((file) => !files.includes(file) || linesOf(file) <= usual(file));
  expect(short).toEqual([]);
});

it('a file that grows would be seen, a test later than a source', () => {
  expect(tooLong(['src/core/new.ts', 'tests/new.test.ts'], () => 151)).toEqual([
    'src/core/new.ts: 151 lines, at most 150',
  ]);
  expect(tooLong(['src/core/sketch.ts'], () => 999)).toHaveLength(1);
});
