// In: a stage. Out: several mugs on it, and the panel as it answers for all of them.
import type { UiToPlugin } from '../../src/protocol/plugin.ts';
import { MUG } from './mug.ts';
import { pictureOf, type Frame, type Sketched, type Stage } from './stage.ts';

export const batch = (sketch: Sketched): UiToPlugin => ({ ...pictureOf(sketch), batch: true }) as UiToPlugin;

/** The panel after "Place all": it answers every sketch by itself. */
export function realizing(answer: (sketch: Sketched) => UiToPlugin | null): Frame {
  return (message, send) => {
    if (message.type === 'opened') send({ type: 'ask', job: 0 });
    const reply = message.type === 'sketch' ? answer(message) : null;
    if (reply) send(reply);
  };
}

export function drawSome(stage: Stage, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    stage.draw('FRAME', { ...MUG, x: 100 + 1000 * index, name: `Mug ${index}` }),
  );
}
