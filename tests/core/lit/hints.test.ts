// The hints that a generator is given with a drawing, at points of its model square.
import { expect, it } from 'vitest';
import type { ModelCard } from '../../../src/core/card.ts';
import type { Network } from '../../../src/core/engine.ts';
import { shade } from '../../../src/core/light/shade.ts';
import { openSculptors } from '../../../src/core/lit-pipeline.ts';
import { hintKey, openHints } from '../../../src/core/lit/hints.ts';
import { openMemo } from '../../../src/core/memo.ts';
import type { PartForm } from '../../../src/core/part-choice.ts';
import { readScene } from '../../../src/core/scene/read-scene.ts';
import { lookAt } from '../../../src/core/scene/sight.ts';
import { isRefusal, PLAIN } from '../../../src/core/sketch.ts';
import { fakeEngine, inflate } from '../fake.ts';
import { clock, light, model as hinting, settings, svgOf } from './made.ts';

const [NONE, HOLLOW, FLAT, ROUND] = [0, 1, 2, 3];
/** The shipped one, asked for nothing but lines and silhouette. */
const hintless: ModelCard = {
  ...hinting,
  input: { ...hinting.input, channels: hinting.input.channels.filter(({ name }) => name !== 'hint') },
};

interface Asked {
  form?: PartForm;
  parts?: Record<string, { form: PartForm }>;
}

/** At points of the drawing, 100 units wide. */
async function hintsAt(body: string, points: [number, number][], { form = 'found', parts = {} }: Asked = {}) {
  const { rasterise } = await fakeEngine();
  const from = { svg: svgOf(body) };
  const scene = await readScene(from, PLAIN.photo, clock(), { rasterise, images: openMemo() });
  if (isRefusal(scene)) throw new Error(scene.refused);
  const wishes = { parts, relief: { ...PLAIN.relief, form } };
  const sight = lookAt(scene, 0, hinting.input, rasterise);
  const { box, width } = sight.square;
  const { data } = openHints(scene, hinting, wishes, rasterise)!(sight, 0);
  return points.map(([x, y]) => {
    const [column, row] = [x - box.x, y - box.y].map((at) => Math.floor((at * width) / box.width));
    return data[row! * width + column!];
  });
}

const circle = (name: string, x: number, more = 'fill="#c43"'): string =>
  `<circle id="${name}" cx="${x}" cy="50" r="20" ${more}/>`;
/** What both lie on, so that they are one object. */
const BASE = '<path id="base" d="M2 20h96v60h-96z" fill="#eee"/>';
const LINE = 'stroke="#000" stroke-width="3"';
const BOTH: [number, number][] = [
  [25, 50],
  [75, 50],
];

it('surfaces have what their own names say, others nothing', async () => {
  const body = BASE + circle('ball', 25) + circle('thing', 75, 'fill="#36c"');
  expect(await hintsAt(body, [...BOTH, [50, 22], [50, 15]])).toEqual([ROUND, NONE, NONE, NONE]);
});

it('a bowl is hollow where it is looked into, not from its side', async () => {
  const side = '<path id="bowl" d="M55 40h40a20 20 0 0 1 -40 0z" fill="#36c"/>';
  expect(await hintsAt(BASE + circle('bowl', 25) + side, BOTH)).toEqual([HOLLOW, NONE]);
});

it('what is chosen for a part wins over its name, and over what is wished for all', async () => {
  const body = BASE + circle('ball', 25) + circle('ball', 75, 'fill="#36c"');
  expect(await hintsAt(body, BOTH, { parts: { 'ball#2': { form: 'hollow' } } })).toEqual([ROUND, HOLLOW]);
  expect(await hintsAt(body, BOTH, { form: 'flat', parts: { 'ball#1': { form: 'found' } } })).toEqual([
    NONE,
    FLAT,
  ]);
});

it('an inner shadow tells more than a name', async () => {
  // As Figma writes it.
  const filter = `<filter id="f" x="5" y="30" width="40" height="44" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB">
<feFlood flood-opacity="0" result="BackgroundImageFix"/>
<feBlend mode="normal" in="SourceGraphic" in2="BackgroundImageFix" result="shape"/>
<feColorMatrix in="SourceAlpha" type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0" result="hardAlpha"/>
<feOffset dy="4"/>
<feGaussianBlur stdDeviation="2"/>
<feComposite in2="hardAlpha" operator="arithmetic" k2="-1" k3="1"/>
<feColorMatrix type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.25 0"/>
<feBlend mode="normal" in2="shape" result="effect1_innerShadow_1_2"/>
</filter>`;
  const pressed = `<g id="plate" filter="url(#f)"><circle cx="25" cy="50" r="20" fill="#c43"/></g>`;
  expect(await hintsAt(`${BASE}${pressed}${circle('plate', 75)}<defs>${filter}</defs>`, BOTH)).toEqual([
    HOLLOW,
    FLAT,
  ]);
});

it('what lines alone enclose has the name of its outline, or what was chosen at its place', async () => {
  expect(await hintsAt(circle('ball', 50, LINE), [[50, 50]])).toEqual([ROUND]);
  const whole = circle('ring', 50, LINE);
  // Its middle in the object's box, and the side of a square as large.
  const parts = { '@0.50,0.50,0.80': { form: 'flat' } } as const;
  expect(await hintsAt(whole, [[50, 50]])).toEqual([NONE]);
  expect(await hintsAt(whole, [[50, 50]], { parts })).toEqual([FLAT]);
});

it('a generator that takes hints is asked again for another wish, and only then; others never are', async () => {
  const seen: (number | undefined)[] = [];
  const generate: Network = (inputs) => {
    const { shape, data } = inputs['drawing']!;
    const [channels = 0, side = 0] = [shape[1], shape[3]];
    seen.push(channels > 2 ? data[2 * side * side + (side * side + side) / 2] : undefined);
    return inflate(inputs);
  };
  const engine = await fakeEngine({ generate });
  const sketch = { id: '1', name: 'thing', svg: svgOf(circle('disc', 50)) };
  const wishes = [
    { ...settings, size: 32 },
    { ...settings, size: 32, seed: 5 },
    { ...settings, size: 32, parts: { 'disc#1': { form: 'hollow' as const } } },
  ];
  for (const card of [hinting, hintless]) {
    const { full } = openSculptors(engine, { model: card, light }, { lit: shade, whole: 2048 });
    for (const wish of wishes) expect(isRefusal(await full(sketch, wish, clock()))).toBe(false);
  }
  expect(seen).toEqual([NONE, HOLLOW, undefined]);
});

it('a key for what is remembered tells wishes apart, for who takes hints', () => {
  const flat = { ...settings, parts: { a: { form: 'flat' as const } } };
  expect(hintKey(hinting, flat)).not.toBe(hintKey(hinting, settings));
  expect(hintKey(hinting, { ...settings, parts: { a: { colour: '#123456' } } })).toBe(
    hintKey(hinting, settings),
  );
  expect(hintKey(hintless, flat)).toBe(hintKey(hintless, settings));
});
