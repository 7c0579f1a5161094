// Faults on the wire between plugin and page: messages lost, doubled, damaged, late, or mixed with rubbish.
// In: one message. Out: what arrives instead, in order. "sent": from the plugin; "heard": by the plugin.

interface MessageFault {
  what: string;
  at: 'to page' | 'from page';
  /** What arrives in place of the message. */
  instead: (message: unknown) => unknown[];
  /** Milliseconds on the way. */
  delay?: number;
}

const kinds = <D extends 'to page' | 'from page'>(at: D) => ({
  lost: { what: `a message ${at} is lost`, at, instead: () => [] },
  doubled: { what: `a message ${at} arrives twice`, at, instead: (message) => [message, message] },
  malformed: { what: `a message ${at} is damaged`, at, instead: (message) => [damaged(message)] },
  late: { what: `a message ${at} is 3 s late`, at, instead: (message) => [message], delay: 3000 },
  rubbish: { what: `rubbish arrives before a message ${at}`, at, instead: (message) => [...RUBBISH, message] },
}) satisfies Record<string, MessageFault>; // prettier-ignore

/** Plain data that no door should let in. */
export const RUBBISH: readonly unknown[] = [
  null,
  undefined,
  0,
  NaN,
  '',
  'close',
  true,
  [],
  [{ type: 'close' }],
  {},
  { type: null },
  { type: 'nonsense' },
  { type: 'constructor' },
  { type: 'place' },
  { type: 'place', job: 1, index: 0, picture: { png: 'AAAA', width: 1e9, height: -1, box: null }, made: {} },
  { type: 'sketch', job: 1, index: 0, total: 1, sketch: { svg: 7 } },
  { type: 'refused', job: '1', refusal: 'cancelled' },
  { type: 'settings', settings: { size: 1e12 } },
  { pluginMessage: { type: 'close' } },
  'x'.repeat(1_000_000),
  new Uint8Array(1000),
];

/** The message with every second field of another type, so that it is never the message it was. */
export function damaged(message: unknown): unknown {
  if (message === null || typeof message !== 'object' || message instanceof Uint8Array) return 'damaged';
  const other = (value: unknown): unknown =>
    typeof value === 'string' ? 7 : typeof value === 'number' ? String(value) : value === null ? 0 : null;
  return Object.fromEntries(
    Object.entries(message)
      .reverse()
      .map(([key, value], index) => [key, index % 2 === 0 ? other(value) : value]),
  );
}

const sent = kinds('to page');
const heard = kinds('from page');

export const MESSAGE_FAULTS = {
  'sent-lost': sent.lost,
  'sent-doubled': sent.doubled,
  'sent-malformed': sent.malformed,
  'sent-late': sent.late,
  'sent-rubbish': sent.rubbish,
  'heard-lost': heard.lost,
  'heard-doubled': heard.doubled,
  'heard-malformed': heard.malformed,
  'heard-late': heard.late,
  'heard-rubbish': heard.rubbish,
} satisfies Record<string, MessageFault>;
