// A seed and how often it was edited in → SVG text of a coloured frame of 100 paths, as a designer draws a
// sneaker in Figma.
// Between two edits one path differs: the stripe's corner is dragged.
import { randomFrom } from './random.ts';

const PATHS = 100;

type Point = readonly [x: number, y: number];

const OUTLINE = 'stroke="#1B1B1B" stroke-width="2.5" stroke-linejoin="round"';

export function sneaker(seed: number, edits: number): string {
  const random = randomFrom(seed);
  const jitter = (value: number): string => (value + 0.8 * (random() - 0.5)).toFixed(2);
  const paths: string[] = [];
  const path = (id: string, d: string, look: string): void => {
    // Numbers in braces move a little with the seed.
    const placed = d.replace(/\{([\d.]+)\}/g, (_, value: string) => jitter(Number(value)));
    paths.push(`<path id="${id}" d="${placed}" ${look}/>`);
  };
  const dot = (id: string, [x, y]: Point, r: number, fill: string): void =>
    path(
      id,
      `M${x - r} ${y}C${x - r} ${y - 1.1 * r} ${x + r} ${y - 1.1 * r} ${x + r} ${y}S${x - r} ${y + 1.1 * r} ${x - r} ${y}Z`,
      `fill="${fill}"`,
    );
  const stitch = (id: string, [x, y]: Point, [u, v]: Point): void =>
    path(
      id,
      `M${x.toFixed(1)} ${y.toFixed(1)}L${u.toFixed(1)} ${v.toFixed(1)}`,
      'stroke="#F4E3C1" stroke-width="1.6" stroke-linecap="round"',
    );

  path(
    'fabric tongue',
    'M{166} {92}C170 66 184 46 204 42C216 40 222 48 222 58L238 108L184 122Z',
    `fill="#F3D9B1" ${OUTLINE}`,
  );
  path(
    'fabric upper',
    'M{64} {82}C64 70 74 64 86 66C104 70 124 88 146 90C164 92 176 88 188 84L268 148C300 164 352 166 394 182C426 195 442 212 442 234H48C44 186 56 130 64 82Z',
    `fill="#264653" ${OUTLINE}`,
  );
  path(
    'lining',
    'M66 78C70 68 78 65 86 66C104 70 124 88 146 90C164 92 176 88 188 84L194 89C180 100 160 106 140 103C112 99 90 84 66 78Z',
    'fill="#F3D9B1"',
  );
  path(
    'leather heel',
    'M{58} {116}C72 118 88 128 96 146C106 170 108 204 108 234H48C46 194 52 154 58 116Z',
    `fill="#E76F51" ${OUTLINE}`,
  );
  path(
    'leather toe cap',
    'M{344} {170}C362 172 379 176 394 182C424 194 438 212 438 234H316C318 208 328 186 344 170Z',
    `fill="#E76F51" ${OUTLINE}`,
  );
  path('leather eyestay', 'M{190} {86}L268 148L246 184L164 116Z', `fill="#2A9D8F" ${OUTLINE}`);
  path(
    'leather stripe',
    `M148 234L${(198 + 0.25 * (edits % 97)).toFixed(2)} 160L222 174L180 234Z`,
    'fill="#F4A261"',
  );
  path('leather stripe_2', 'M{206} 234L238 184L262 196L238 234Z', 'fill="#F4A261"');
  path(
    'rubber sole',
    'M42 228H440C449 228 454 236 452 246C450 258 440 264 428 264H60C46 264 38 254 38 244C38 236 38 228 42 228Z',
    `fill="#FFF8EC" ${OUTLINE}`,
  );
  path('rubber tread', 'M39 248H451C449 259 440 264 428 264H60C48 264 40 257 39 248Z', 'fill="#C98B5E"');
  path('logo', 'M{112} {190}l14 -16l6 12l-8 18zM134 200l8 -10l4 8zM118 210l6 6l-8 2z', 'fill="#E9C46A"');
  path('pull tab', 'M{62} {84}C52 80 50 96 56 108L64 106Z', `fill="#E9C46A" ${OUTLINE}`);
  for (let i = 0; i < 6; i++)
    path(
      `lace_${i}`,
      `M${jitter(204 + 14 * i)} ${jitter(104 + 11 * i)}L${180 + 14 * i} ${128 + 11 * i}`,
      'stroke="#FFF8EC" stroke-width="8" stroke-linecap="round"',
    );
  for (let i = 0; i < 12; i++)
    dot(
      `metal eyelet_${i}`,
      [196 + 12 * (i % 6) - (i < 6 ? 0 : 16), 98 + 10 * (i % 6) + (i < 6 ? 0 : 22)],
      2.6,
      '#B8C0C8',
    );
  for (let i = 0; i < 14; i++)
    dot(`hole_${i}`, [300 + 11 * (i % 7), 182 + 12 * Math.floor(i / 7) + 2 * (i % 7)], 2, '#16303B');
  for (let i = 0; i < 12; i++) path(`notch_${i}`, `M${52 + 33 * i} 264V252h10V264Z`, 'fill="#8C5A36"');
  // Seams along heel, toe cap and stripes take what is left.
  for (let i = 0; paths.length < PATHS; i++) {
    const t = Math.floor(i / 3);
    if (i % 3 === 0) stitch(`stitch_${i}`, [66 + 2.8 * t, 126 + 6.2 * t], [68 + 2.8 * t, 129 + 6.2 * t]);
    else if (i % 3 === 1)
      stitch(`stitch_${i}`, [340 - 1.4 * t, 182 + 3.2 * t], [339 - 1.4 * t, 184 + 3.2 * t]);
    else stitch(`stitch_${i}`, [120 + 14 * t, 224], [126 + 14 * t, 224]);
  }
  return (
    '<svg width="480" height="300" viewBox="0 0 480 300" fill="none" xmlns="http://www.w3.org/2000/svg">' +
    `<g id="sneaker"><rect width="480" height="300" fill="white"/>${paths.join('\n')}</g></svg>`
  );
}
