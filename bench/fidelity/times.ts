// In: drawings. Out: how long each is read and its lines are found, in milliseconds of processor time, the
// slowest first, beside what Chromium takes to draw it.
import { startClock } from '../../src/core/clock.ts';
import { openMemo } from '../../src/core/memo.ts';
import { readScene } from '../../src/core/scene/read-scene.ts';
import type { Trace } from '../../src/core/scene/trace.ts';
import { PLAIN, type Sketch } from '../../src/core/sketch.ts';
import { openEngine } from '../engine.ts';
import { openViewer } from './viewer.ts';

const SHOWN = 5;
const WATCH = { progress: () => {}, cancelled: () => Promise.resolve(false) };
/** What Chromium draws within BRISK may be read for SLOW at most. */
const BRISK = 50;
const SLOW = 1000;

interface Timed {
  sketch: Sketch;
  ms: number;
}

/** A line on all of them, and one for each of the slowest. */
export async function measureTimes(sketches: readonly Sketch[], name: string): Promise<string[]> {
  const { rasterise } = (await openEngine()).engine;
  const timed = async (sketch: Sketch): Promise<Timed> => {
    const before = process.cpuUsage();
    const clock = startClock(() => performance.now(), WATCH);
    await readScene(sketch, PLAIN.photo, clock, { rasterise, images: openMemo<Trace | null>() });
    const { user, system } = process.cpuUsage(before);
    return { sketch, ms: (user + system) / 1000 };
  };
  // The engine's code is compiled while the first are read.
  for (const sketch of sketches.slice(0, SHOWN)) await timed(sketch);
  const all: Timed[] = [];
  for (const sketch of sketches) all.push(await timed(sketch));
  all.sort((a, b) => b.ms - a.ms);
  const slow = all.filter(({ ms }) => ms > SLOW).length;
  const viewer = await openViewer();
  try {
    const lines = [
      `${name}: reading takes ${all[all.length >> 1]!.ms.toFixed(0)} ms at the median, ${all[0]!.ms.toFixed(0)} at most; over ${SLOW}: ${slow} of ${all.length}`,
    ];
    for (const { sketch, ms } of all.slice(0, SHOWN)) {
      const drawn = await viewer.time(sketch.svg);
      const against = ms > SLOW && drawn <= BRISK ? 'TOO SLOW ' : '';
      lines.push(`  ${against}${sketch.name} ${ms.toFixed(0)} ms, Chromium ${drawn.toFixed(1)}`);
    }
    return lines;
  } finally {
    await viewer.close();
  }
}
