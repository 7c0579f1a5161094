// In: the path of an ONNX file from anywhere and how it shall be fed. Out: its bytes, its card, and what was
// taken where it leaves something open.
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ModelCard } from '../core/card.ts';
import { isPlain, withWeights } from '../core/models/external.ts';
import type { FeedOption } from '../core/models/feed-option.ts';
import { waysOf } from '../core/models/fit.ts';
import { withOwnNorms } from '../core/models/norms.ts';
import { readSummary } from '../core/models/summary.ts';
import { Fault, of } from './fault.ts';

/** Options and their values: how a file without a card is fed. */
export const FEEDS = {
  '--ink': ['dark', 'light'],
  '--range': ['signed', 'unsigned'],
  '--stroke': ['thin', 'thick'],
  '--input': ['lines', 'colours'],
} as const;
export type Feed = keyof typeof FEEDS;

export interface ChosenModel {
  card: ModelCard;
  onnx: Uint8Array;
  /** One line; null where the file says itself how it is fed. */
  taken: string | null;
}

const NORMS = {
  all: 'Its batch norms hold mean 0 and variance 1, as before training: they use the picture’s own statistics.',
  training: 'Its batch norms in training mode use the picture’s own statistics.',
} as const;

export function isFile(model: string): boolean {
  return /\.onnx$/i.test(model);
}

/** The file with the weights that lie in files beside it; as it is where one of them is not there. */
async function whole(path: string, onnx: Uint8Array): Promise<Uint8Array> {
  const summary = readSummary(onnx);
  if ('refused' in summary || summary.external.length === 0 || !summary.external.every(isPlain)) return onnx;
  const named = new Map<string, Uint8Array>();
  for (const name of summary.external) {
    const bytes = await readFile(join(dirname(path), name)).catch(() => null);
    if (!bytes) return onnx;
    named.set(name, new Uint8Array(bytes));
  }
  return withWeights(onnx, named);
}

/** Throws a Fault. */
export async function openOwn(
  path: string,
  feed: Readonly<Partial<Record<Feed, string>>>,
): Promise<ChosenModel> {
  const file = new Uint8Array(await of(path, () => readFile(path)));
  const unfit = (why: string): never => fail(`${path} cannot be used: ${why}.`);
  const onnx = await whole(path, file).catch((error: unknown) =>
    unfit(error instanceof Error ? error.message : String(error)),
  );
  const summary = readSummary(onnx);
  if ('refused' in summary) return unfit(summary.refused);
  const fit = waysOf(summary, basename(path).replace(/\.onnx$/i, ''));
  if ('refused' in fit) return unfit(fit.refused);
  const asked = Object.keys(feed);
  if (fit.sure && asked.length > 0)
    return fail(`${path} says itself how it is fed; leave out ${asked.join(' and ')}.`);
  const way = fit.ways.find(
    (one) =>
      (feed['--ink'] ?? one.ink) === one.ink &&
      (feed['--range'] ?? one.range) === one.range &&
      (feed['--stroke'] ?? one.width) === one.width &&
      (feed['--input'] ?? one.input) === one.input,
  );
  if (!way)
    return fail(
      `${path} cannot be fed with ${asked.map((word) => `${word} ${feed[word as Feed]}`).join(' ')}.`,
    );
  const taken = fit.sure ? null : `${path}: fed with ${told(way)}.`;
  if (summary.norms === null || fit.sure) return { card: way.card, onnx, taken };
  // Those never updated, and those that drift from run to run, go by the picture.
  const which = summary.norms === 'untouched' ? 'all' : 'training';
  return {
    card: way.card,
    onnx: withOwnNorms(onnx, summary.opset, which),
    taken: `${taken} ${NORMS[which]}`,
  };
}

function told({ input, ink, range, width }: FeedOption): string {
  if (input === 'colours') return `--input colours --range ${range}`;
  return `--input ${input} --ink ${ink} --range ${range} --stroke ${width}`;
}

function fail(sentence: string): never {
  throw new Fault(sentence);
}
