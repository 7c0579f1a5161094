// Groups that fade or blend as one, and dashes, in what is seen of them. Wanted: what Chromium 147 shows.
import { expect, it } from 'vitest';
import { see } from '../seen.ts';

const BODY = '<rect x="30" y="30" width="140" height="140" rx="20" fill="#2A9D8F"/>';
const drawn = (body: string): ReturnType<typeof see> =>
  see(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" fill="none">${BODY}${body}</svg>`);

/** Each channel within 6 of 255. */
function expectColour(seen: readonly number[], wanted: readonly number[]): void {
  const far = wanted.map((value, channel) => Math.abs(value - seen[channel]!));
  expect(Math.max(...far), `${seen.slice(0, 3).join(' ')} is not ${wanted.join(' ')}`).toBeLessThan(6);
}

const RED = '<circle cx="85" cy="100" r="40" fill="#E63946"/>';
const yellow = (style = ''): string => `<circle cx="115" cy="100" r="40" fill="#FFB703" style="${style}"/>`;
const MULTIPLY = 'mix-blend-mode:multiply';

it('what lies in a faded group does not shine through itself', async () => {
  const { at } = await drawn(`<g opacity="0.5">${RED}${yellow()}</g>`);
  expectColour(at(100, 100), [149, 170, 73]);
  expectColour(at(60, 100), [136, 107, 107]);
});

it('a faded shape’s fill does not shine through its stroke; on a body it is paint', async () => {
  const ring =
    '<circle cx="100" cy="100" r="40" fill="#E63946" stroke="#FFB703" stroke-width="24" opacity="0.5"/>';
  const { at, parts } = await drawn(ring);
  expectColour(at(66, 100), [149, 170, 73]);
  expectColour(at(54, 100), [149, 170, 73]);
  expectColour(at(100, 100), [136, 107, 107]);
  expect(parts.map(({ material }) => material)).not.toContain('glass');
});

it('what is blended in a group is blended with what lies in it', async () => {
  const clip = '<defs><clipPath id="c"><rect x="40" y="40" width="120" height="120"/></clipPath></defs>';
  for (const group of ['style="isolation:isolate"', 'opacity="0.999"', 'clip-path="url(#c)"']) {
    const { at } = await drawn(`${clip}<g ${group}>${RED}${yellow(MULTIPLY)}</g>`);
    expectColour(at(100, 100), [230, 41, 1]);
    expectColour(at(145, 100), [255, 183, 3]);
  }
});

it('and blended groups in blended groups too', async () => {
  const { at } = await drawn(`<g style="mix-blend-mode:screen">${RED}${yellow(MULTIPLY)}</g>`);
  expectColour(at(100, 100), [234, 173, 143]);
});

it('dashes begin where SVG has them begin: a ring at its right, a line as far in as it says', async () => {
  const pen = 'stroke="#E63946" stroke-width="20"';
  const ring = await drawn(`<circle cx="100" cy="100" r="40" ${pen} stroke-dasharray="62.8 400"/>`);
  expectColour(ring.at(128, 128), [230, 57, 70]);
  expectColour(ring.at(72, 72), [42, 157, 143]);
  const line = await drawn(`<path d="M50 100H150" ${pen} stroke-dasharray="40 40" stroke-dashoffset="40"/>`);
  expectColour(line.at(70, 100), [42, 157, 143]);
  expectColour(line.at(110, 100), [230, 57, 70]);
});

it('a gradient’s dashes are dashes', async () => {
  const gradient =
    '<defs><linearGradient id="g" gradientUnits="userSpaceOnUse" x1="50" x2="150"><stop stop-color="#E63946"/>' +
    '<stop offset="1" stop-color="#E63946"/></linearGradient></defs>';
  const { at } = await drawn(
    `${gradient}<g transform="scale(2)"><path d="M25 50H75" stroke="url(#g)" stroke-width="10" stroke-dasharray="20 20"/></g>`,
  );
  expectColour(at(70, 100), [230, 57, 70]);
  expectColour(at(110, 100), [42, 157, 143]);
});

it('a tint is the colour that is seen: of a group by a filter, of a shape by CSS’s functions', async () => {
  const tint =
    '<defs><filter id="f"><feColorMatrix color-interpolation-filters="sRGB" values="0 0 0 0 0.1 0 0 0 0 0.3 0 0 0 0 0.8 0 0 0 1 0"/>' +
    '</filter></defs>';
  const { at } = await drawn(`${tint}<g filter="url(#f)">${RED}</g>${yellow('filter: grayscale(1)')}`);
  expectColour(at(60, 100), [26, 77, 204]);
  expectColour(at(145, 100), [185, 185, 185]);
});

it('a mask may be drawn in shares of its shape', async () => {
  const mask =
    '<defs><mask id="m" maskContentUnits="objectBoundingBox"><circle cx="0.5" cy="0.5" r="0.4" fill="#fff"/></mask></defs>';
  const square = '<rect x="40" y="40" width="120" height="120" fill="#E63946"/>';
  const { at } = await drawn(`${mask}<g mask="url(#m)">${square}</g>`);
  expectColour(at(100, 60), [230, 57, 70]);
  expectColour(at(50, 50), [42, 157, 143]);
});
