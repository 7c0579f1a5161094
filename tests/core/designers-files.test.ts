// What designers’ files from public repositories have and came out wrong, small; core's whole way.
import { expect, it } from 'vitest';
import { encodePng } from '../../src/core/image/png.ts';
import { see, type SeenPicture } from './seen.ts';

const drawing = (inner: string, box = '0 0 200 200'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" fill="none">${inner}</svg>`;
const BODY = '<rect x="30" y="30" width="140" height="140" rx="20" fill="#2A9D8F"/>';

/** Opaque and in these colours, each channel within 8. */
function expectColours(
  { at }: SeenPicture,
  ...points: (readonly [x: number, y: number, r: number, g: number, b: number])[]
): void {
  for (const [x, y, ...colour] of points) {
    const seen = at(x, y);
    const off = Math.max(...colour.map((value, i) => Math.abs(value - seen[i]!)));
    expect({ x, y, seen, off: off > 8 || seen[3]! < 250 }).toEqual({ x, y, seen, off: false });
  }
}

it.each([
  ['clip', '<clipPath id="c"><path fill="#fff" d="M0 0h200v200H0z"/></clipPath>', 'clip-path'],
  [
    'mask',
    '<mask id="c" style="mask-type:luminance" maskUnits="userSpaceOnUse" x="0" y="0" width="200" height="200"><path d="M200 0H0V200H200V0Z" fill="white"/></mask>',
    'mask',
  ],
])('a frame’s %s that an optimiser wrote as a path leaves its white ground a ground', async (_, made, by) => {
  const ground = '<path fill="#fff" d="M200 0H0v200h200z"/>';
  const seen = await see(
    drawing(`${made}<g ${by}="url(#c)">${ground}<circle cx="100" cy="100" r="60" fill="#00EADB"/></g>`),
  );
  expect(seen.at(5, 5)[3]).toBe(0);
  expectColours(seen, [100, 100, 0, 234, 219]);
});

it('a mask that shows half is no frame’s clip', async () => {
  const mask = '<mask id="m"><rect width="200" height="200" fill="#fff" fill-opacity="0.5"/></mask>';
  const seen = await see(
    drawing(`${BODY}<rect x="60" y="60" width="80" height="80" fill="#E63946" mask="url(#m)"/>${mask}`),
  );
  expectColours(seen, [100, 100, 136, 107, 106]);
});

it('a translucent card on a body keeps its dark outline', async () => {
  const card =
    '<rect x="50" y="80" width="100" height="30" rx="8" fill="#fff" fill-opacity=".6" stroke="#222" stroke-width="3"/>';
  expectColours(
    await see(drawing(BODY + card)),
    [50, 95, 34, 34, 34],
    [100, 80, 34, 34, 34],
    [100, 95, 170, 216, 210],
  );
});

it('one outline among many shapes without is seen', async () => {
  const dots = [50, 75, 100, 125, 150]
    .map((x) => `<circle cx="${x}" cy="60" r="8" fill="#E9C46A"/>`)
    .join('');
  const card =
    '<rect x="50" y="90" width="100" height="50" rx="8" fill="#F4F6FA" stroke="#222" stroke-width="2"/>';
  expectColours(await see(drawing(BODY + dots + card)), [50, 115, 34, 34, 34], [100, 115, 244, 246, 250]);
});

it('a gradient from opaque to thin is paint that fades, no glass', async () => {
  const fade =
    '<linearGradient id="g" x2="0" y2="1"><stop stop-color="#343434"/><stop offset="1" stop-color="#171717" stop-opacity=".16"/></linearGradient>';
  const seen = await see(
    drawing(
      `${fade}<circle cx="100" cy="100" r="90" fill="url(#g)"/><circle cx="100" cy="165" r="20" fill="#006399"/>`,
    ),
  );
  expect(seen.parts.map(({ material }) => material)).not.toContain('glass');
  expect(seen.at(100, 15)[0]).toBeLessThan(60);
  expect(seen.at(100, 15)[3]).toBeGreaterThan(230);
  expect(seen.at(60, 150)[3]).toBeLessThan(140);
});

it('a dark card with white and coloured signs is a card', async () => {
  const card = '<rect width="120" height="80" rx="4" fill="#111"/>';
  const signs =
    '<rect x="50" y="30" width="50" height="20" fill="#fff"/><circle cx="30" cy="40" r="10" fill="#4285F4"/>';
  const seen = await see(drawing(card + signs, '0 0 120 80'));
  expectColours(seen, [10, 10, 17, 17, 17], [75, 40, 255, 255, 255], [30, 40, 66, 133, 244]);
});

it('one black in three shades is greys, not a colour of ours', async () => {
  const facets =
    '<path d="M100 20L40 100L100 130Z" opacity=".45"/><path d="M100 20L160 100L100 130Z" opacity=".6"/><path d="M100 60L160 100L40 115L100 185Z" opacity=".8"/>';
  const seen = await see(drawing(`<g fill="#000">${facets}</g>`));
  expectColours(seen, [80, 100, 140, 140, 140], [110, 50, 102, 102, 102], [90, 150, 51, 51, 51]);
  // Where one lies on another both darken.
  expectColours(seen, [120, 100, 20, 20, 20]);
  expect(seen.notes).not.toContain('ink-coloured');
});

it('a chart’s pale rings are rings beside its coloured one', async () => {
  const arc = (d: string, colour: string): string => `<path d="${d}" stroke="${colour}" stroke-width="36"/>`;
  const seen = await see(
    drawing(
      arc('M100 40A60 60 0 1 0 142 142', '#E3E7F5') +
        arc('M142 142A60 60 0 0 0 160 100', '#D3D8EA') +
        arc('M160 100A60 60 0 0 0 100 40', '#0066FF'),
    ),
  );
  expectColours(seen, [40, 100, 227, 231, 245], [155, 122, 211, 216, 234], [142, 58, 0, 102, 255]);
  expect(seen.at(100, 100)[3]).toBe(0);
});

const lines = (...all: string[]): string => all.map((rest) => `<path fill="none" ${rest}/>`).join('');
const FACE = '<circle cx="100" cy="100" r="80" fill="none" stroke="#000" stroke-width="12"/>';

it('a face’s solid eyes are ink as its smile is, outlined in the same pen or not', async () => {
  const eyes =
    '<circle cx="70" cy="80" r="10" fill="#000"/><circle cx="130" cy="80" r="5" fill="#000" stroke="#000" stroke-width="10"/>';
  const smile = lines('d="M70 130C85 145 115 145 130 130" stroke="#000" stroke-width="12"');
  const { at } = await see(drawing(FACE + eyes + smile));
  for (const [x, y] of [
    [70, 80],
    [130, 80],
    [100, 141],
  ] as const)
    expect(Math.max(...at(x, y).slice(0, 3))).toBeLessThan(40);
  expect(Math.max(...at(100, 100).slice(0, 3))).toBeGreaterThan(60);
});

it('a chart outlined in violet on white stays violet, its lines without a fill, too', async () => {
  const bar = (x: number): string =>
    `<rect x="${x}" y="40" width="40" height="120" rx="6" fill="#fff" stroke="#7B79FF" stroke-width="3"/>`;
  const seen = await see(
    drawing([30, 80, 130].map(bar).join('') + lines('d="M38 70H62" stroke="#7B79FF" stroke-width="3"')),
  );
  expectColours(seen, [30, 100, 123, 121, 255], [80, 100, 123, 121, 255], [50, 70, 123, 121, 255]);
});

it('a loader’s spokes are all there, each in its shade as seen on white', async () => {
  const spoke = (turn: number, opacity: number): string =>
    `<rect x="88" y="10" width="24" height="60" rx="12" fill="#111" fill-opacity="${opacity}" transform="rotate(${turn} 100 100)"/>`;
  const seen = await see(drawing([0.9, 0.7, 0.5, 0.3].map((opacity, i) => spoke(90 * i, opacity)).join('')));
  expectColours(seen, [100, 40, 41, 41, 41], [160, 100, 88, 88, 88], [100, 160, 136, 136, 136]);
  expect(seen.at(40, 100)[3]).toBeGreaterThan(60);
});

it('lines in a gradient are things in its colours, and so are bright ones that enclose nothing', async () => {
  const gradient =
    '<linearGradient id="g" x1="0" x2="200" gradientUnits="userSpaceOnUse"><stop stop-color="#22C55E"/><stop offset="1" stop-color="#2563EB"/></linearGradient>';
  const frame = await see(
    drawing(gradient + lines('d="M20 20H180V180H20Z" stroke="url(#g)" stroke-width="4"')),
  );
  expectColours(frame, [20, 100, 34, 187, 108], [180, 100, 37, 108, 221]);
  expect(frame.at(100, 100)[3]).toBe(0);
  const rows = [40, 60, 80].map(
    (y) => `d="M20 ${y}C80 ${y} 120 ${y + 60} 180 ${y + 60}" stroke="#2DCF78" stroke-width="4"`,
  );
  const waves = await see(drawing(lines(...rows)));
  expectColours(waves, [40, 42, 45, 207, 120]);
  expect(waves.at(30, 50)[3]).toBe(0);
});

it('a sign in lines on a badge is seen on it where nothing is outlined', async () => {
  const badge = '<circle cx="160" cy="160" r="30" fill="#0063A0"/>';
  const disc = '<circle cx="100" cy="100" r="95" fill="#3F76FF" fill-opacity=".1"/>';
  const sign = '<circle cx="158" cy="158" r="12" fill="none" stroke="#1C2024" stroke-width="4"/>';
  expectColours(await see(drawing(disc + badge + sign)), [146, 158, 28, 32, 36], [158, 158, 0, 99, 160]);
});

it('clouds of colour in a mask are one body', async () => {
  const cloud = (x: number, y: number, r: number, colour: string): string =>
    `<g filter="url(#f)"><circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/></g>`;
  const made =
    '<mask id="m" style="mask-type:alpha" maskUnits="userSpaceOnUse" x="20" y="20" width="160" height="160"><path d="M20 180V20h60v100h100v60z" fill="#000"/></mask><filter id="f" x="-200" y="-200" width="600" height="600" filterUnits="userSpaceOnUse"><feGaussianBlur stdDeviation="6"/></filter>';
  const seen = await see(
    drawing(`${made}<g mask="url(#m)">${cloud(60, 60, 150, '#3186FF')}${cloud(190, 190, 60, '#FC413D')}</g>`),
  );
  expectColours(seen, [40, 60, 49, 134, 255], [170, 170, 252, 65, 61], [140, 125, 49, 134, 255]);
  expect(seen.at(140, 60)[3]).toBe(0);
});

it('faint rings around a badge are as faint as they were drawn', async () => {
  const badge = '<circle cx="100" cy="100" r="60" fill="#16318F"/>';
  const ring = (r: number, opacity: number): string =>
    `<circle cx="100" cy="100" r="${r}" stroke="#708BF4" stroke-opacity="${opacity}" stroke-width="4"/>`;
  const { at } = await see(drawing(ring(92, 0.15) + ring(76, 0.5) + badge));
  expect(at(24, 100)[3]).toBeGreaterThan(110);
  expect(at(24, 100)[3]).toBeLessThan(145);
  expect(at(8, 100)[3]).toBeLessThan(60);
  for (const [i, value] of [112, 139, 244].entries())
    expect(Math.abs(at(24, 100)[i]! - value)).toBeLessThan(9);
});

it('a word in joined letters is dark and whole, its counters open', async () => {
  const ring = (x: number): string =>
    `M${x} 100A30 30 0 1 1 ${x + 60} 100A30 30 0 1 1 ${x} 100ZM${x + 12} 100A18 18 0 1 0 ${x + 48} 100A18 18 0 1 0 ${x + 12} 100Z`;
  const tails = 'M8 124H222V136H8Z';
  const seen = await see(
    drawing(`<path fill="#212123" d="${[10, 82, 154].map(ring).join('')}${tails}"/>`, '0 0 230 200'),
  );
  for (const x of [16, 88, 160]) expectColours(seen, [x, 100, 33, 33, 35]);
  expectColours(seen, [76, 130, 33, 33, 35]);
  for (const x of [40, 112, 184]) expect(seen.at(x, 98)[3]).toBe(0);
  expect(seen.notes).toEqual([]);
});

it('a word in white at half its opacity is white print, no glass', async () => {
  const letters = [20, 46, 81, 107].map((x, i) => `M${x} 150h${20 + 9 * (i % 2)}v30h-${20 + 9 * (i % 2)}z`);
  const tile = '<rect x="20" y="20" width="160" height="90" rx="20" fill="#2A9D8F"/>';
  const seen = await see(drawing(`${tile}<path d="${letters.join('')}" fill="#fff" opacity=".5"/>`));
  expect(seen.parts.map(({ material }) => material)).not.toContain('glass');
  expectColours(seen, [30, 165, 255, 255, 255], [100, 60, 42, 157, 143]);
});

it('a painted picture with a small sign on it is worn, not traced', async () => {
  const png = encodePng({
    width: 40,
    height: 40,
    data: Uint8Array.from({ length: 6400 }, (_, i) => [250, 220 - (i % 24), 130, 255][i % 4]!),
  });
  const image = `<image width="200" height="200" href="data:image/png;base64,${Buffer.from(png).toString('base64')}"/>`;
  const seen = await see(
    drawing(`${image}<rect x="90" y="90" width="20" height="20" rx="4" fill="#212121"/>`),
  );
  expect(seen.notes).not.toContain('image-traced');
  expectColours(seen, [100, 100, 33, 33, 33]);
  expect(seen.at(30, 30)[0]).toBeGreaterThan(240);
});

it('a pale patch behind a scene is paint, no glass; what holds all else may be glass', async () => {
  const star = (x: number, y: number): string => `<circle cx="${x}" cy="${y}" r="6" fill="#8829D2"/>`;
  const scene = (x: number): string =>
    [70, 90, 110, 130, 150].map((y) => star(90, y)).join('') + [60, 100, 140].map((y) => star(x, y)).join('');
  const patch = '<ellipse cx="100" cy="100" rx="80" ry="70" fill="#D9BFFF" opacity=".5"/>';
  const madeOf = async (x: number): Promise<string[]> =>
    (await see(drawing(patch + scene(x)))).parts.map(({ material }) => material);
  expect(await madeOf(186)).not.toContain('glass');
  expect(await madeOf(120)).toContain('glass');
});
