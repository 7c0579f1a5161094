// Drawings in → pictures on the canvas, one after another: read, send the
// sketch, wait for the picture, place it.
import { isRefusal, type Refusal } from '../core/sketch.ts';
import type { Refused } from '../protocol/plugin.ts';
import { TOLD } from '../words.ts';
import type { PanelAnswer, End } from './inbox.ts';
import { drawingName, type DrawnLayers } from './drawing.ts';
import { place, type Placed } from './place/place.ts';
import { read, type Reading } from './read/read.ts';
import { openStep, type Step } from './step.ts';
import { firstTurns, type From } from './turns.ts';
import { hiddenIn } from './place/hide-children.ts';
import { placeMany } from './place/place-many.ts';
import type { Workplace } from './workplace.ts';

export interface Outcome {
  placed: Placed[];
  refused: Refused[];
  /** Why it ended before its last drawing, if it did. */
  cut: End | null;
}

/** `from`: the drawing whose turn is first, where it can be read. */
export async function run(
  job: number,
  drawings: readonly DrawnLayers[],
  workplace: Workplace,
  from: From = { index: 0, way: 1 },
): Promise<Outcome> {
  const { inbox, post, panel } = workplace;
  const outcome: Outcome = { placed: [], refused: [], cut: null };
  inbox.begin(job);
  const last = await runThrough(job, { drawings, from }, workplace, outcome);
  if (outcome.cut !== 'superseded') {
    const [first] = outcome.refused;
    if (first && outcome.placed.length === 0 && !last) post({ type: 'refused', job, refusal: first.refusal });
    if (panel || outcome.cut === null)
      post({ type: 'done', job, placed: outcome.placed.length, refused: outcome.refused });
  }
  panel?.passed();
  while (panel && last && outcome.cut !== 'superseded') {
    inbox.resume(job); // a cancel ended the others, not the drawing that is seen
    outcome.cut = await answerTo(job, last, workplace, outcome);
  }
  last?.close();
  return outcome;
}

/** Each drawing's turn, from one on; what cannot be read is passed over. Gives the last one, still open. */
async function runThrough(
  job: number,
  { drawings, from }: { drawings: readonly DrawnLayers[]; from: From },
  workplace: Workplace,
  outcome: Outcome,
): Promise<Step | null> {
  let last: Step | null = null;
  let turns = firstTurns(drawings.length, from);
  const unread = new Set<number>();
  /** Since the last one that was shown. */
  let passed: Refused[] = [];
  for (let index = turns.shift(); index !== undefined; index = turns.shift()) {
    const drawing = drawings[index]!;
    const got = await workplace.inbox.unlessEnded(job, read(drawing));
    if ('type' in got) {
      outcome.cut = got.type;
      return last;
    }
    const reading = got.value;
    if (isRefusal(reading)) {
      unread.add(index);
      passed.push({ name: drawingName(drawing), refusal: reading });
      outcome.refused.push(passed.at(-1)!);
      continue;
    }
    // Once one is shown they go on behind it, however it was come to.
    if (!last) turns = [...drawings.keys()].slice(index + 1).filter((later) => !unread.has(later));
    workplace.readOne(reading);
    last?.close();
    last = openStep({ job, index, total: drawings.length }, reading, workplace);
    if (workplace.panel && passed.length > 0)
      workplace.post({ type: 'told', text: TOLD.passedOver(passed[0]!, passed.length) });
    passed = [];
    outcome.cut = await answerTo(job, last, workplace, outcome);
    if (outcome.cut !== null) return last;
  }
  return last;
}

/** Waits for the one answer to a sketch and does what it says. Returns why the job is over, or null. */
async function answerTo(
  job: number,
  step: Step,
  workplace: Workplace,
  outcome: Outcome,
): Promise<Outcome['cut']> {
  const { inbox, post, panel } = workplace;
  const { index } = step;
  const answer = await inbox.wait(job, index);
  switch (answer.type) {
    case 'cancel':
    case 'superseded':
      return answer.type;
    case 'skip':
      return null;
    case 'refused':
      if (answer.refusal.refused === 'cancelled') return 'cancel';
      outcome.refused.push({ name: step.reading.sketch.name, refusal: answer.refusal });
      return null;
    case 'place':
    case 'place-many': {
      const echo = step.echo(answer);
      if (echo !== null) {
        post({ type: 'placed', job, index, name: echo });
        return null;
      }
      const made = await put(answer, step.reading, workplace);
      if (isRefusal(made)) {
        outcome.refused.push({ name: step.reading.sketch.name, refusal: made });
        if (panel) post({ type: 'refused', job, refusal: made });
        return null;
      }
      outcome.placed.push(...made.placed);
      workplace.placed(made.placed, answer.type === 'place' && answer.batch === true);
      step.placed(made.name, answer);
      const hides = made.placed.some(({ node }) => hiddenIn(node).length > 0);
      post({ type: 'placed', job, index, name: made.name, ...(hides && { hides }) });
      return inbox.ended(job);
    }
    default:
      return answer satisfies never;
  }
}

async function put(
  answer: Extract<PanelAnswer, { type: 'place' | 'place-many' }>,
  reading: Reading,
  { canvas, selected, again }: Workplace,
): Promise<{ placed: readonly Placed[]; name: string } | Refusal> {
  if (answer.type === 'place-many') return placeMany(canvas, reading, answer.tiles);
  const { picture, made, how = { where: 'beside', again }, thumb, name } = answer;
  const offer = { picture, made, thumb: thumb ?? null, name, ...how };
  const placed = await place(canvas, reading, offer, selected());
  return isRefusal(placed) ? placed : { placed: [placed], name: placed.node.name };
}
