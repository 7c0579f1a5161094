// Nodes in → pictures on the canvas, one after another: read, send the sketch, wait for the picture, place it.
import { isRefusal, type Refusal } from '../core/sketch.ts';
import type { PluginToUi } from '../protocol.ts';
import type { Inbox } from './inbox.ts';
import { place, type Canvas, type Placed } from './place.ts';
import { read } from './read.ts';

export interface Outcome {
  placed: Placed[];
  refused: { name: string; refusal: Refusal }[];
  /** Why it ended before its last drawing, if it did. */
  cut: 'cancel' | 'superseded' | null;
}

export interface Workplace {
  canvas: Canvas;
  inbox: Inbox;
  post: (message: PluginToUi) => void;
  /** Called as each picture stands. */
  placed: (placed: Placed) => void;
}

export async function run(job: number, nodes: readonly SceneNode[], workplace: Workplace): Promise<Outcome> {
  const { canvas, inbox, post } = workplace;
  const outcome: Outcome = { placed: [], refused: [], cut: null };
  inbox.begin(job);
  for (const [index, node] of nodes.entries()) {
    const name = node.removed ? '' : node.name; // a removed node answers to nothing but `removed` and `id`
    const refuse = (refusal: Refusal): void => void outcome.refused.push({ name, refusal });

    const reading = await read(node);
    const over = inbox.ended(job);
    if (over) return { ...outcome, cut: over.type };
    if (isRefusal(reading)) {
      refuse(reading);
      continue;
    }

    post({ type: 'sketch', job, index, total: nodes.length, sketch: reading.sketch });
    const answer = await inbox.wait(job, index);
    switch (answer.type) {
      case 'cancel':
      case 'superseded':
        return { ...outcome, cut: answer.type };
      case 'refused':
        if (answer.refusal.refused === 'cancelled') return { ...outcome, cut: 'cancel' };
        refuse(answer.refusal);
        break;
      case 'place': {
        const placed = await place(canvas, reading, answer.picture, answer.made);
        if (isRefusal(placed)) {
          refuse(placed);
          break;
        }
        outcome.placed.push(placed);
        workplace.placed(placed);
        post({ type: 'placed', job, index, name: placed.node.name });
        break;
      }
      default:
        answer satisfies never;
    }
  }
  return outcome;
}
