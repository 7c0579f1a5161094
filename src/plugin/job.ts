// Nodes in → pictures on the canvas, one after another: read, send the sketch, wait for the picture, place it.
import { isRefusal, type Refusal } from '../core/sketch.ts';
import type { PluginToUi } from '../protocol.ts';
import type { End, Inbox } from './inbox.ts';
import { place, type Canvas, type Placed } from './place.ts';
import { read, type Reading } from './read.ts';

export interface Outcome {
  placed: Placed[];
  refused: { name: string; refusal: Refusal }[];
  /** Why it ended before its last drawing, if it did. */
  cut: End | null;
}

export interface Workplace {
  canvas: Canvas;
  inbox: Inbox;
  post: (message: PluginToUi) => void;
  /** Called with each drawing that was read, before its sketch is sent. */
  readOne: (reading: Reading) => void;
  /** Called as each picture stands. */
  placed: (placed: Placed) => void;
  /** The panel stays with the last drawing, which may be placed again in another light, until the next job begins. */
  stays: boolean;
}

interface Step {
  reading: Reading;
  index: number;
  /** When its picture was placed last, in ms since 1970. */
  placedAt: number;
}

/** A picture that comes again this soon after it was placed is one press told twice, not another press. ms */
const ECHO = 250;

export async function run(job: number, nodes: readonly SceneNode[], workplace: Workplace): Promise<Outcome> {
  const { inbox, post } = workplace;
  const outcome: Outcome = { placed: [], refused: [], cut: null };
  inbox.begin(job);
  let last: Step | null = null;
  for (const [index, node] of nodes.entries()) {
    const name = node.removed ? '' : node.name; // a removed node answers to nothing but `removed` and `id`
    const got = await inbox.unlessEnded(job, read(node));
    if ('type' in got) return { ...outcome, cut: got.type };
    const reading = got.value;
    if (isRefusal(reading)) {
      outcome.refused.push({ name, refusal: reading });
      continue;
    }
    workplace.readOne(reading);
    post({ type: 'sketch', job, index, total: nodes.length, sketch: reading.sketch, look: null });
    last = { reading, index, placedAt: -Infinity };
    outcome.cut = await answerTo(job, last, workplace, outcome);
    if (outcome.cut !== null) return outcome;
  }
  const [first] = outcome.refused;
  if (first && outcome.placed.length === 0 && !last) post({ type: 'refused', job, refusal: first.refusal });
  post({ type: 'done', job, placed: outcome.placed.length, refused: outcome.refused.length });
  while (workplace.stays && last && outcome.cut === null)
    outcome.cut = await answerTo(job, last, workplace, outcome);
  return outcome;
}

/** Waits for the one answer to a sketch and does what it says. Returns why the job is over, or null. */
async function answerTo(
  job: number,
  step: Step,
  { canvas, inbox, post, placed, stays }: Workplace,
  outcome: Outcome,
): Promise<Outcome['cut']> {
  const { reading, index } = step;
  const answer = await inbox.wait(job, index);
  switch (answer.type) {
    case 'cancel':
    case 'superseded':
      return answer.type;
    case 'refused':
      if (answer.refusal.refused === 'cancelled') return 'cancel';
      outcome.refused.push({ name: reading.sketch.name, refusal: answer.refusal });
      return null;
    case 'place': {
      const before = outcome.placed.at(-1);
      if (before && Date.now() - step.placedAt < ECHO) {
        post({ type: 'placed', job, index, name: before.node.removed ? '' : before.node.name });
        return null;
      }
      const made = await place(canvas, reading, answer.picture, answer.made);
      if (isRefusal(made)) {
        outcome.refused.push({ name: reading.sketch.name, refusal: made });
        if (stays) post({ type: 'refused', job, refusal: made });
        return null;
      }
      outcome.placed.push(made);
      placed(made);
      post({ type: 'placed', job, index, name: made.node.name });
      step.placedAt = Date.now();
      return inbox.ended(job);
    }
    default:
      return answer satisfies never;
  }
}
