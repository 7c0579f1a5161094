// A file in, its ways to be fed out; the ways in, what each makes of a drawing out.
// One after another, in a worker that has nothing else to lose.
import type { FeedOption, Unfit } from '../../core/models/feed-option.ts';
import { waysOf } from '../../core/models/fit.ts';
import { plainly } from '../../core/models/fault.ts';
import { withOwnNorms } from '../../core/models/norms.ts';
import { readSummary } from '../../core/models/summary.ts';
import type { Shown } from '../../core/picture.ts';
import { isRefusal, PLAIN, type Settings, type Sketch } from '../../core/sketch.ts';
import type { Assets } from '../../protocol/worker.ts';
import { MODELS, sentence } from '../../words.ts';
import { excuse } from '../engine/failures.ts';
import type { Answer, Connection } from '../engine/connection.ts';

/** As many pictures as can be told apart at a glance; the likeliest ways come first. */
const MOST_WAYS = 8;

export interface Attempt {
  /** The network for a way; the same bytes for all that share its norms. */
  onnxOf: (way: FeedOption) => Uint8Array;
  ways: readonly FeedOption[];
  /** The file says itself how it is fed. */
  sure: boolean;
  /** The card inside it; empty where there is none. */
  text: string;
}

/** Nothing of the file is run here. */
export function readAttempt(name: string, bytes: Uint8Array): Attempt | Unfit {
  const summary = readSummary(bytes);
  if ('refused' in summary) return summary;
  const fit = waysOf(summary, name);
  if ('refused' in fit) return fit;
  const ways = fit.ways
    .slice(0, MOST_WAYS)
    .map((way, n) => ({ ...way, card: { ...way.card, id: `trial-${n}` } }));
  const { norms, opset } = summary;
  const onnx = norms === 'training' ? withOwnNorms(bytes, opset, 'training') : bytes;
  const own = norms === 'untouched' ? withOwnNorms(bytes, opset, 'all') : onnx;
  const onnxOf = (way: FeedOption): Uint8Array => (way.norms === 'picture' ? own : onnx);
  return { ways, onnxOf, sure: fit.sure, text: summary.metadata['realize_card'] ?? '' };
}

/** Drawn where nothing is selected that became a picture: a mug, so that there is something to choose by. */
export const SAMPLE: Sketch = {
  id: 'sample',
  name: 'Mug',
  svg: [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120">',
    '<path d="M84 44c20-4 24 34 0 34v-7c13 0 12-22 0-20Z" fill="#e76f51"/>',
    '<path d="M30 36c0 18 3 46 6 58 3 8 42 8 45 0 3-12 6-40 6-58Z" fill="#e76f51"/>',
    '<ellipse cx="58.500" cy="36" rx="28.500" ry="8" fill="#f09078"/>',
    '<ellipse cx="58.500" cy="36.500" rx="25" ry="6" fill="#6b3a2a"/>',
    '</svg>',
  ].join(''),
};

export interface Trying {
  ways: readonly FeedOption[];
  onnxOf: (way: FeedOption) => Uint8Array;
  sketch: Sketch;
  studio: string;
  open: (models: Assets['models']) => Promise<Connection>;
  /** The worker is there, and can be closed to end this. */
  opened: (connection: Connection) => void;
  tile: (way: number, tile: Shown | string, ms: number | null) => void;
}

/** Ends with a sentence why the file cannot be used, or null. Closing the connection ends it, too. */
export async function tryWays({
  ways,
  onnxOf,
  sketch,
  studio,
  open,
  opened,
  tile,
}: Trying): Promise<string | null> {
  try {
    // One copy, handed over, for all ways that share a network: the worker opens one for them.
    const copies = new Map([...new Set(ways.map(onnxOf))].map((onnx) => [onnx, onnx.slice()]));
    const connection = await open(
      ways.map((way) => ({ card: way.card, onnx: copies.get(onnxOf(way)) ?? onnxOf(way) })),
    );
    opened(connection);
    let fault = '';
    let fine = 0;
    let job = 0;
    for (const [n, { card }] of ways.entries()) {
      const settings: Settings = { ...PLAIN, model: card.id, studio, background: 'white' };
      const ask = (svg: string): Promise<Answer> =>
        connection.ask({
          job: ++job,
          sketch: { ...sketch, svg },
          settings,
          want: { insight: false, parts: false, draft: true },
          progress: () => undefined,
        });
      let answer = await ask(sketch.svg);
      // The first run of a network takes longer than the next; a space more is another drawing.
      if (ways.length === 1 && !isRefusal(answer)) answer = await ask(`${sketch.svg} `);
      if (isRefusal(answer)) {
        fault = answer.detail ?? sentence(answer);
        tile(n, MODELS.unfit(plainly(fault)), null);
        // What breaks at the first way breaks at all: each is the same network.
        if (n === 0 && answer.refused !== 'nothing-closed') return MODELS.unfit(plainly(fault));
      } else if ('shown' in answer) {
        fine++;
        tile(n, answer.shown, answer.shown.ms.generate ?? null);
      } else throw new Error('the worker gave a picture, wanted a draft');
    }
    return fine > 0 ? null : MODELS.unfit(plainly(fault));
  } catch (error) {
    const { refused, detail } = excuse(error);
    if (refused === 'runtime-hangs') return MODELS.hangs;
    if (refused === 'out-of-memory') return MODELS.tooGreedy;
    return MODELS.unfit(plainly(detail ?? sentence({ refused })));
  }
}
