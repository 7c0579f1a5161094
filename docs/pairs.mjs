// `npm run pairs -- --out FOLDER [--count 200] [--seed 1]`: a small set of pairs to try the training on, A
// and B side by side.
// In: a seed. Out: FOLDER/train/N.png and FOLDER/val/N.png, 512 × 256: a drawn vase, bottle or bowl, and its
// picture, which the command line makes. What is trained on it learns to do at once what Realize does in two
// steps.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { realizeAll, writePng } from './realized.mjs';

/** One pair of so many is held out. */
const EVERY = 10;
/** One colour for all: which of many a vase has, its lines do not say. */
const CLAY = '#c8553d';

/** mulberry32: a seed gives the same numbers everywhere. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Radius at `t` (0 the mouth, 1 the foot) through four given ones: a Catmull-Rom spline. */
function profile([a, b, c, d], t) {
  const knots = [2 * a - b, a, b, c, d, 2 * d - c];
  const k = Math.min(2, Math.floor(3 * t));
  const u = 3 * t - k;
  const [p, q, r, s] = knots.slice(k, k + 4);
  return q + 0.5 * u * (r - p + u * (2 * p - 5 * q + 4 * r - s + u * (3 * (q - r) + s - p)));
}

/** Shapes of one vessel in a 256 square, back to front: {d, fill}. */
function vessel(next) {
  const between = (low, high) => low + (high - low) * next();
  const height = between(110, 200);
  const top = 128 - height / 2;
  const radii = [between(14, 50), between(12, 44), between(36, 80), between(22, 54)];
  const steps = Array.from({ length: 49 }, (_, i) => i / 48);
  const edge = (sign) => steps.map((t) => [128 + sign * profile(radii, t), top + height * t]);
  const points = [...edge(1), ...edge(-1).reverse()];
  const [mouth] = radii;
  const rim = 4 + mouth * between(0.12, 0.3);
  return [
    { d: `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`, fill: CLAY },
    {
      d: `M${128 - mouth} ${top}A${mouth} ${rim} 0 1 0 ${128 + mouth} ${top}A${mouth} ${rim} 0 1 0 ${128 - mouth} ${top}Z`,
      fill: '#3a332e',
    },
  ];
}

const page = (body, width = 256) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 256" width="${width}" height="256">${body}</svg>`;

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
if (!values.out || !Number.isInteger(count) || count < EVERY || !Number.isInteger(seed))
  throw new Error(`pairs: wanted --out FOLDER, a --count of at least ${EVERY} and a whole --seed`);

const work = await mkdtemp(join(tmpdir(), 'pairs-'));
try {
  const drawn = [];
  for (let i = 0; i < count; i++) {
    const shapes = vessel(random(seed * 100_000 + i));
    const file = join(work, `${i}.svg`);
    await writeFile(file, page(shapes.map(({ d, fill }) => `<path d="${d}" fill="${fill}"/>`).join('')));
    drawn.push({ file, shapes });
  }
  const reports = await realizeAll(
    drawn.map(({ file }) => file),
    work,
  );
  for (const [i, { out, box }] of reports.entries()) {
    const lines = drawn[i].shapes
      .map(({ d }) => `<path d="${d}" fill="#fff" stroke="#000" stroke-width="2"/>`)
      .join('');
    const href = `data:image/png;base64,${await readFile(out, 'base64')}`;
    const picture = `<image x="${256 + box.x}" y="${box.y}" width="${box.width}" height="${box.height}" href="${href}"/>`;
    const both = page(`<rect width="512" height="256" fill="#fff"/>${lines}${picture}`, 512);
    const folder = join(values.out, i % EVERY ? 'train' : 'val');
    await mkdir(folder, { recursive: true });
    await writePng(join(folder, `${i}.png`), both);
  }
  console.log(`${count} pairs in ${values.out}`);
} finally {
  await rm(work, { recursive: true });
}
