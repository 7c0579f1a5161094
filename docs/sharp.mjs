// `node docs/sharp.mjs`: crops of three samples at 2048: the picture at 512 enlarged by bicubic interpolation
// beside ours.
// In: samples/*.svg, models/. Out: docs/sharp.png.
// `node docs/sharp.mjs --form in.bin out.bin`: only src/core/form/upsample.ts, over arrays, for
// models/training/evaluation/sharp.py.
//   in: int32 small, int32 large; float32 [5, small, small] form; int32 [large, large] part + 1;
//       uint8 [large, large] line
//   out: float32 [5, large, large]; 0 where there is no part
import { build } from 'esbuild';
import { decode } from 'fast-png';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const LARGE = 2048;
const SMALL = 512;
/** What is shown of each sample: the middle of the crop and its side, as shares of the drawing's viewBox. */
const CROPS = [
  { name: 'mug', x: 0.32, y: 0.3, side: 0.26 },
  { name: 'carton', x: 0.6, y: 0.42, side: 0.26 },
  { name: 'watch', x: 0.32, y: 0.58, side: 0.26 },
];
const CELL = 560;
const GAP = 16;

/** src/core/NAME.ts, bundled for Node. */
async function core(name) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/core', `${name}.ts`)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  const folder = join(root, 'node_modules/.cache/realize');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}-${process.pid}.mjs`);
  await writeFile(file, outputFiles[0].contents);
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(file, { force: true });
  }
}

async function enlargeForm(from, to) {
  const { openSampler, SAMPLED } = await core('enlarge');
  const bytes = await readFile(from);
  const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const [small, large] = new Int32Array(whole, 0, 2);
  const [few, many] = [small * small, large * large];
  const form = new Float32Array(whole, 8, SAMPLED * few);
  const data = new Int32Array(whole, 8 + 4 * SAMPLED * few, many);
  const line = new Uint8Array(whole, 8 + 4 * SAMPLED * few + 4 * many, many);
  const plane = (c) => form.subarray(c * few, (c + 1) * few);
  const box = { x: 0, y: 0, width: 1, height: 1 };
  const sampler = openSampler(
    { size: small, normal: [plane(0), plane(1), plane(2)], occlusion: plane(3), thickness: plane(4) },
    { box, width: small, height: small },
    { grid: { box, width: large, height: large }, labels: { width: large, height: large, data } },
    { width: large, height: large, data: line },
  );
  const out = new Float32Array(SAMPLED * many);
  for (let y = 0, i = 0; y < large; y++) {
    sampler.row(y);
    for (let x = 0; x < large; x++, i++) if (data[i] > 0) sampler.pixel(x, data[i], out, i, many);
  }
  await writeFile(to, Buffer.from(out.buffer));
}

/** A picture of the command line on white: {width, height, data: RGB}, and its box in the drawing. */
async function picture(name, size, folder) {
  const args = ['--no-warnings', 'src/cli/run.mjs', `samples/${name}.svg`, '--size', `${size}`, '--json'];
  const out = join(folder, `${name}-${size}.png`);
  const { stdout } = await promisify(execFile)(process.execPath, [...args, '-o', out], { cwd: root });
  const { width, height, data } = decode(await readFile(out));
  const rgb = new Float32Array(3 * width * height);
  for (let i = 0; i < width * height; i++) {
    const alpha = data[4 * i + 3] / 255;
    for (let c = 0; c < 3; c++) rgb[3 * i + c] = data[4 * i + c] * alpha + 255 * (1 - alpha);
  }
  return { width, height, data: rgb, box: JSON.parse(stdout).box };
}

/** Keys' cubic (a = −0.5) at (x, y) in pixels, sample centres at i + 0.5: three values, 0…255. */
function bicubic({ width, height, data }, x, y) {
  const weight = (d) => {
    const t = Math.abs(d);
    return t < 1 ? 1.5 * t ** 3 - 2.5 * t * t + 1 : t < 2 ? -0.5 * t ** 3 + 2.5 * t * t - 4 * t + 2 : 0;
  };
  const [i, j] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  const sum = [0, 0, 0];
  for (let v = j - 1; v <= j + 2; v++) {
    for (let u = i - 1; u <= i + 2; u++) {
      const w = weight(x - 0.5 - u) * weight(y - 0.5 - v);
      const from = Math.min(height - 1, Math.max(0, v)) * width + Math.min(width - 1, Math.max(0, u));
      for (let c = 0; c < 3; c++) sum[c] += w * data[3 * from + c];
    }
  }
  return sum.map((value) => Math.min(255, Math.max(0, Math.round(value))));
}

async function sheet() {
  const { encodePng } = await core('png');
  const folder = await mkdtemp(join(tmpdir(), 'realize-sharp-'));
  const [width, height] = [2 * CELL + 3 * GAP, CROPS.length * (CELL + GAP) + GAP];
  const data = new Uint8Array(4 * width * height).fill(255);
  try {
    for (const [row, { name, x, y, side }] of CROPS.entries()) {
      const svg = await readFile(join(root, `samples/${name}.svg`), 'utf8');
      const [, across, down] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg).map(Number);
      for (const [column, size] of [SMALL, LARGE].entries()) {
        const image = await picture(name, size, folder);
        // One cell pixel is one pixel of the large picture, in both columns.
        const unit = Math.max(image.box.width, image.box.height) / LARGE;
        const shown = Math.min(CELL, (side * Math.max(across, down)) / unit);
        for (let v = 0; v < CELL; v++) {
          for (let u = 0; u < CELL; u++) {
            const at = (centre, extent, pixel) =>
              centre * extent + ((pixel + 0.5 - CELL / 2) * shown * unit) / CELL;
            const px = ((at(x, across, u) - image.box.x) * image.width) / image.box.width;
            const py = ((at(y, down, v) - image.box.y) * image.height) / image.box.height;
            data.set(
              bicubic(image, px, py),
              4 * ((GAP + row * (CELL + GAP) + v) * width + GAP + column * (CELL + GAP) + u),
            );
          }
        }
      }
    }
    await writeFile(join(root, 'docs/sharp.png'), encodePng({ width, height, data }));
    console.log(`docs/sharp.png  ${CROPS.map(({ name }) => name).join(', ')}: bicubic, ours`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[2] === '--form') await enlargeForm(process.argv[3], process.argv[4]);
else await sheet();
