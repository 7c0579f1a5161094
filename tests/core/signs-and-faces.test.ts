// Signs of lines, core's whole way: what is open, and what is one thing twice.
import { expect, it } from 'vitest';
import { see } from './seen.ts';

const drawing = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#111" stroke-width="2">${inner}</svg>`;

it('a ring with a slash is open on both sides', async () => {
  const { at } = await see(drawing('<circle cx="12" cy="12" r="9"/><path d="M5.6 5.6L18.4 18.4"/>'));
  expect([at(16, 8)[3], at(8, 16)[3]]).toEqual([0, 0]);
  expect([at(12, 12)[3], at(12, 3)[3]]).toEqual([255, 255]);
});

it('a target’s rings are seen on its face', async () => {
  const { at } = await see(
    drawing('<circle cx="12" cy="12" r="10"/><circle cx="12" cy="12" r="6"/><circle cx="12" cy="12" r="2"/>'),
  );
  for (const x of [18, 14]) expect(Math.max(...at(x, 12).slice(0, 3))).toBeLessThan(22);
  expect(at(16, 12).slice(0, 3)).not.toEqual(at(18, 12).slice(0, 3));
});

it('equal fields wear one colour', async () => {
  const { at, parts } = await see(
    drawing(
      '<path d="M12 2v20"/><rect x="4" y="4" width="16" height="6" rx="1"/><rect x="4" y="14" width="16" height="6" rx="1"/>',
    ),
  );
  const seen = [
    [7, 7],
    [17, 7],
    [7, 17],
    [17, 17],
  ].map(([x, y]) => at(x!, y!));
  expect(new Set(seen.map(String)).size).toBe(1);
  expect(parts.length).toBeGreaterThan(3);
});

it('a clock’s hands keep their colours and widths, both', async () => {
  const { at } = await see(
    drawing(
      '<circle cx="12" cy="12" r="10" fill="#fff" stroke="#264653"/><path stroke="#264653" d="M12 7v5"/><path stroke="#E63946" d="M12 12l4 2"/>',
    ),
  );
  expect(at(12.5, 9).slice(0, 3)).toEqual([38, 70, 83]);
  expect(at(14.5, 13.2).slice(0, 3)).toEqual([230, 57, 70]);
});

it('black beside a badge in a colour stays black, however even its lines', async () => {
  const ring = (x: number, y: number) =>
    `M${x - 28} ${y}a28 28 0 1 0 56 0a28 28 0 1 0 -56 0ZM${x - 12} ${y}a12 12 0 1 1 24 0a12 12 0 1 1 -24 0Z`;
  const logo = `<path fill-rule="evenodd" d="${ring(60, 60)}${ring(140, 60)}M89 52H111V68H89Z" fill="black"/>`;
  const { at, parts } = await see(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">${logo}<circle cx="100" cy="90" r="20" fill="#3DE1B0"/></svg>`,
  );
  expect(parts).toHaveLength(2);
  for (const [x, y] of [[40, 60], [160, 60], [100, 60]] as const) expect(Math.max(...at(x, y).slice(0, 3))).toBeLessThan(10);
  expect(at(100, 95)[1]).toBeGreaterThan(200);
}); // prettier-ignore

it('a spiral is a line, no lump, be it that it ends on its own turn', async () => {
  const turns = 'M12 12a2 2 0 0 1 4 0 4 4 0 0 1-8 0 6 6 0 0 1 12 0 8 8 0 0 1-16 0 8 8 0 0 1 8-8';
  const { at } = await see(drawing(`<path d="${turns}"/>`));
  expect(at(18, 12)[3]).toBe(0);
  expect(at(20, 12)[3]).toBe(255);
});

it('what a slash strikes out is a body on both sides, the slash is seen on it, and none of it hangs faint in the air', async () => {
  const { at } = await see(
    drawing(
      '<path d="M3 3l18 18M19.8 19.8H5a2 2 0 0 1-2-2V6a2 2 0 0 1 1.8-1.8M9 4h10a2 2 0 0 1 2 2v9M15 9h2"/>',
    ),
  );
  for (const [x, y] of [[7, 16], [14, 7], [3, 12], [21, 10], [16, 9]] as const) expect([x, y, at(x, y)[3]]).toEqual([x, y, 255]); // prettier-ignore
  expect(Math.max(...at(7, 16).slice(0, 3))).toBeGreaterThan(60);
  expect(at(12, 12)).toEqual([17, 17, 17, 255]);
});

it('a rider between two wheels is as dark as they are', async () => {
  const { at } = await see(
    drawing(
      '<circle cx="18.5" cy="17.5" r="3.5"/><circle cx="5.5" cy="17.5" r="3.5"/><circle cx="15" cy="4.5" r="1"/><path d="M12 17.5V14l-3-3 4-3 2 3h2"/>',
    ),
  );
  expect(at(12, 16)).toEqual([17, 17, 17, 255]);
});
