// In: a browser and what is done in it. Out: its spans and marks, of all frames and workers, on one clock; a
// picture of them.
// Chromium's own trace carries User Timing (W3C) of every thread; src/spans.ts writes it.
import type { Browser } from 'playwright-core';

export interface Span {
  name: string;
  /** Milliseconds since the click. */
  from: number;
  to: number;
}

interface TraceEvent {
  name: string;
  cat: string;
  /** b and e: a measure begins, ends; else a mark. */
  ph: string;
  /** Microseconds. */
  ts: number;
  pid: number;
  id2?: { local?: string };
}

/** The bench marks these itself, in the page around the frame. */
export const CLICK = 'bench click';
export const END = 'shown or placed';
/** From the worker's answer to that. */
const AFTER = 'placing or showing';

/** Moments that are told, beside those where a stage begins. */
const MOMENT = new RegExp(`^(script$|heard |answer$|${END}$)`);

/** Spans by their beginning. */
export async function traced(browser: Browser, work: () => Promise<void>): Promise<Span[]> {
  await browser.startTracing(undefined, { categories: ['blink.user_timing'] });
  await work();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return spansOf(trace.traceEvents.filter(({ cat }) => cat === 'blink.user_timing'));
}

/** A stage of the worker lasts until the next one, a step until the next of both. */
export function spansOf(events: TraceEvent[]): Span[] {
  events.sort((a, b) => a.ts - b.ts);
  const click = events.find(({ name }) => name === CLICK);
  if (!click) throw new Error(`saw ${events.length} events and no "${CLICK}"`);
  const open = new Map<string, number>();
  const spans: Span[] = [];
  const lasting: Record<'stage' | 'step' | 'answer', Span | null> = { stage: null, step: null, answer: null };
  const until = (at: number, ...kinds: (keyof typeof lasting)[]): void => {
    for (const kind of kinds) {
      if (lasting[kind]) lasting[kind].to = at;
      lasting[kind] = null;
    }
  };
  const begin = (kind: keyof typeof lasting, name: string, at: number): void => {
    lasting[kind] = { name, from: at, to: at };
    spans.push(lasting[kind]);
  };
  for (const { name, ph, pid, id2, ts } of events) {
    const at = (ts - click.ts) / 1000;
    const key = `${name} ${pid} ${id2?.local ?? ''}`;
    if (ph === 'b') open.set(key, at);
    else if (ph === 'e') spans.push({ name, from: open.get(key) ?? at, to: at });
    else if (name.startsWith('stage ') && lasting.stage?.name !== name) {
      until(at, 'stage', 'step');
      begin('stage', name, at);
    } else if (name.startsWith('step ')) {
      until(at, 'step');
      begin('step', name, at);
    } else if (name === 'answer') {
      until(at, 'stage', 'step', 'answer');
      begin('answer', AFTER, at);
    } else if (name === END) until(at, 'answer');
    if (MOMENT.test(name)) spans.push({ name, from: at, to: at });
  }
  return spans.filter(({ to }) => to >= 0).sort((a, b) => a.from - b.from);
}

/** Name, beginning, end, milliseconds in it, how often. What comes again is first, second, all later ones. */
export function rowsOf(spans: readonly Span[]): string[][] {
  return [...byName(spans)].flatMap(([name, list]) => {
    const [first, second, ...later] = list;
    if (!first || !second) return [rowOf(name, list)];
    const rows = [rowOf(`${name}, first`, [first]), rowOf(`${name}, second`, [second])];
    return later.length > 0 ? [...rows, rowOf(`${name}, later`, later)] : rows;
  });
}

function rowOf(name: string, list: readonly Span[]): string[] {
  const within = list.reduce((sum, { from, to }) => sum + to - from, 0);
  return [
    name,
    list[0]!.from.toFixed(0),
    Math.max(...list.map(({ to }) => to)).toFixed(0),
    within > 0 ? within.toFixed(0) : '',
    list.length > 1 ? `${list.length} ×` : '',
  ];
}

function byName(spans: readonly Span[]): Map<string, Span[]> {
  const groups = new Map<string, Span[]>();
  for (const span of spans) groups.set(span.name, [...(groups.get(span.name) ?? []), span]);
  return groups;
}

const [WIDTH, ROW, LEFT, TOP] = [1200, 18, 190, 30];
const COLOURS: readonly (readonly [RegExp, string])[] = [
  [/^(read|inflate|worker) /, '#5b8def'],
  [/^(open |compile|instantiate)/, '#e07a5f'],
  [/^stage /, '#81b29a'],
  [/^step /, '#b5d3c4'],
  [/^(generator|light)$/, '#f2b134'],
];

/** An SVG document: one row a name, time to the right. */
export function pictureOf(titled: readonly (readonly [string, readonly Span[]])[]): string {
  const most = Math.max(...titled.flatMap(([, spans]) => spans.map(({ to }) => to)));
  const x = (ms: number): number => LEFT + (ms / most) * (WIDTH - LEFT - 20);
  let y = 0;
  const body = titled.map(([title, spans]) => {
    const rows = [...byName(spans)];
    const head = `<text x="8" y="${y + 18}" font-weight="600">${title}</text>`;
    const bars = rows.map(([name, list], i) => {
      const top = y + TOP + i * ROW;
      const colour = COLOURS.find(([names]) => names.test(name))?.[1] ?? '#444';
      const marks = list.map(({ from, to }) => {
        const width = Math.max(2, x(to) - x(from)).toFixed(1);
        return `<rect x="${x(from).toFixed(1)}" y="${top + 3}" width="${width}" height="12" fill="${colour}"/>`;
      });
      return `<text x="8" y="${top + 13}">${name}</text>${marks.join('')}`;
    });
    y += TOP + rows.length * ROW + 16;
    return [head, ...bars].join('\n');
  });
  const step = most > 4000 ? 1000 : most > 1500 ? 500 : 100;
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => {
    const at = x(i * step).toFixed(1);
    return `<path d="M${at} 0V${y}" stroke="#ddd"/><text x="${at}" y="${y + 12}">${i * step} ms</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + 20}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/>
${[...ticks, ...body].join('\n')}
</svg>
`;
}
