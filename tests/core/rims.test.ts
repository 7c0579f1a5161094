// Outlines that are things, core's whole way: rims paler than what they go round, frames of glass, strokes in
// a colour; seen in their own colour and width.
import { expect, it } from 'vitest';
import { see } from './seen.ts';

const drawing = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" fill="none">${inner}</svg>`;
const WHITE = [255, 255, 255];
const house = (outline: string, frame: string): string =>
  `<g stroke-width="4"><rect x="30" y="80" width="140" height="100" fill="#D9534F" ${outline}/>` +
  `<path d="M15 85L100 20L185 85Z" fill="#8A3B2E" ${outline}/>` +
  `<rect x="85" y="115" width="34" height="65" fill="#5A3A22" ${frame}/>` +
  `<rect x="42" y="105" width="30" height="30" fill="#4A90C2" ${frame}/>` +
  `<rect x="130" y="105" width="30" height="30" fill="#4A90C2" ${frame}/></g>`;

it('white frames of doors and windows are white, among dark outlines and without', async () => {
  for (const outline of ['', 'stroke="#222"']) {
    const { at } = await see(drawing(house(outline, 'stroke="#fff"')));
    for (const [x, y] of [
      [85, 150],
      [42, 120],
      [160, 120],
    ] as const)
      expect([outline, x, ...at(x, y).slice(0, 3)]).toEqual([outline, x, ...WHITE]);
    expect(at(102, 150).slice(0, 3)).toEqual([90, 58, 34]);
  }
});

it('dark outlines round the same things are ink, and vanish', async () => {
  const { at } = await see(drawing(house('stroke="#222"', 'stroke="#222"')));
  expect(at(42, 120).slice(0, 3)).toEqual([74, 144, 194]);
});

it('stickers keep their white borders, however many they are', async () => {
  const { at, parts } = await see(
    drawing(
      '<g stroke="#fff" stroke-width="5"><circle cx="60" cy="60" r="40" fill="#E94E77"/><rect x="110" y="25" width="70" height="70" fill="#3A7BD5"/><path d="M60 115L100 180H20Z" fill="#2FAE66"/><circle cx="145" cy="145" r="35" fill="#7D4CDB"/></g>',
    ),
  );
  for (const [x, y] of [
    [60, 20],
    [110, 60],
    [60, 180],
    [180, 145],
  ] as const)
    expect([x, y, ...at(x, y)]).toEqual([x, y, ...WHITE, 255]);
  expect(parts).toHaveLength(8);
});

it('a smile on a sticker is as broad as it was drawn', async () => {
  const { at } = await see(
    drawing(
      '<circle cx="100" cy="100" r="80" fill="#E94E77" stroke="#fff" stroke-width="8"/><path d="M70 120h60" stroke="#222" stroke-width="6"/>',
    ),
  );
  for (const y of [118, 122]) expect(at(100, y).slice(0, 3)).toEqual([34, 34, 34]);
  expect(at(180, 100).slice(0, 3)).toEqual(WHITE);
});

it('a cartoon’s one pen is ink on all that it goes round, be it paler than the hair', async () => {
  const { at } = await see(
    drawing(
      '<g stroke="#8a6d5a" stroke-width="4"><circle cx="100" cy="110" r="70" fill="#f2c9a8"/><path d="M40 90a60 60 0 0 1 120 0Z" fill="#3a2418"/><rect x="60" y="160" width="80" height="30" fill="#d8e2ea"/></g>',
    ),
  );
  expect(at(100, 30).slice(0, 3)).toEqual([58, 36, 24]);
  expect(at(100, 190).slice(0, 3)).toEqual([216, 226, 234]);
});

it('spectacles keep their dark frame, bridge and temples', async () => {
  const { at } = await see(
    drawing(
      '<g stroke="#1f2937" stroke-width="6"><circle cx="55" cy="100" r="30" fill="#bae6fd" fill-opacity=".5"/><circle cx="145" cy="100" r="30" fill="#bae6fd" fill-opacity=".5"/><path d="M85 97c10-8 20-8 30 0M25 97L6 82M175 97l19-15"/></g>',
    ),
  );
  for (const [x, y] of [[55, 70], [145, 130], [100, 91], [10, 85]] as const) expect([x, y, ...at(x, y)]).toEqual([x, y, 31, 41, 55, 255]); // prettier-ignore
  expect(at(55, 100)[3]).toBeLessThan(200);
});

it('a bicycle in two colours is its tubes and its tyres, and open between them', async () => {
  const { at } = await see(
    drawing(
      '<g stroke="#222" stroke-width="7"><circle cx="40" cy="130" r="32"/><circle cx="160" cy="130" r="32"/></g><path d="M40 130L75 65h65L95 130H40M75 65l20 65M130 50h14l16 80" stroke="#d62828" stroke-width="6"/>',
    ),
  );
  for (const [x, y] of [[70, 105], [105, 90], [25, 140], [160, 110]] as const) expect([x, y, at(x, y)[3]]).toEqual([x, y, 0]); // prettier-ignore
  expect(at(75, 67)).toEqual([214, 40, 40, 255]);
  expect(at(40, 162)).toEqual([34, 34, 34, 255]);
});

it('what only strokes in a colour enclose is open, and a body below them is one', async () => {
  const { at } = await see(
    drawing(
      '<g stroke="#222" stroke-width="4"><circle cx="80" cy="100" r="60"/><path d="M40 170h80M50 180h60"/></g><path d="M80 100L180 60V140Z" stroke="#d62828" stroke-width="4"/>',
    ),
  );
  expect(at(165, 100)[3]).toBe(0);
  expect(at(170, 64)).toEqual([214, 40, 40, 255]);
  expect(at(60, 100)[3]).toBe(255);
  expect(at(120, 100)).toEqual(at(60, 100));
});
