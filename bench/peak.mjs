// In: a program's bundle, its tree, a drawing's file, a size. Out: the most that a process held of the
// machine which opened the program and made that one picture, in MB, on the terminal.
// `node bench/peak.mjs BUNDLE TREE FILE.svg SIZE`: versus.ts asks it of both programs in turn.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [bundle, tree, file, size] = process.argv.slice(2);
const svg = await readFile(file, 'utf8');
process.chdir(tree);
const { openPipeline, openEngine, isRefusal, PLAIN } = await import(pathToFileURL(bundle).href);
const { engine, cards } = await openEngine();
const settings = { ...PLAIN, model: cards.model.id, studio: cards.light.defaultStudio, size: Number(size) };
const watch = { progress: () => undefined, cancelled: () => Promise.resolve(false) };
const made = await openPipeline(engine, cards).realize({ id: file, name: file, svg }, settings, watch);
if (isRefusal(made)) throw new Error(`${file} at ${size}: ${made.refused} ${made.detail ?? ''}`);
// The kernel counts kilobytes.
console.log((process.resourceUsage().maxRSS / 1024).toFixed(0));
