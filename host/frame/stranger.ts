// A page that is not Figma, in the same browser window as the plugin's: it
// posts to every frame that it can reach.
// In: what it says, besides rubbish. Out: how to be rid of it.
import { RUBBISH } from '../faults/messages.ts';

/** Messages of a plugin called Realize Sketch, word for word, from somebody who has no right to send them. */
const FORGED: readonly unknown[] = [1, 2, 3].flatMap((job) => [
  { type: 'refused', job, refusal: { refused: 'read-only' } },
  { type: 'sketch', job, index: 0, total: 1, sketch: { id: '9:9', name: 'Forged', svg: '<svg viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>' } },
  { type: 'done', job, placed: 9, refused: [] },
]); // prettier-ignore

const EVERY = 200; // milliseconds
const VOLLEYS = 50;

export function openStranger(says: readonly unknown[] = FORGED): { close(): void } {
  const element = document.createElement('iframe');
  element.sandbox.value = 'allow-scripts';
  element.style.display = 'none';
  const plain = JSON.stringify([...RUBBISH.filter((one) => !(one instanceof Uint8Array)), ...says]).replaceAll('<', '\\u003c'); // prettier-ignore
  element.srcdoc = `<script>
    const says = ${plain};
    const visit = (frame) => {
      for (let i = 0; i < frame.length; i += 1) {
        if (frame[i] !== self) for (const one of says) { frame[i].postMessage({ pluginMessage: one, pluginId: 'x' }, '*'); frame[i].postMessage(one, '*'); }
        visit(frame[i]);
      }
    };
    let volleys = 0;
    const timer = setInterval(() => { visit(top); volleys += 1; if (volleys === ${VOLLEYS}) clearInterval(timer); }, ${EVERY});
  </script>`;
  document.body.append(element);
  return { close: () => element.remove() };
}
