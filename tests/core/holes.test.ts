// What is open and what is filled: holes, handles, outlines with gaps, clips.
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import type { Network } from '../../src/core/engine.ts';
import { regionsOf } from '../../src/core/image/regions-of-mask.ts';
import { openPipeline } from '../../src/core/pipeline.ts';
import { isRefusal } from '../../src/core/sketch.ts';
import { inflate, quiet } from './fake.ts';
import { at, cards, engine, picture, settings, sketch, svg } from './pictured.ts';

it('a crack between shapes that drift apart at a shallow angle has no holes', async () => {
  // A wall's eaves, up to a pixel and a half below the roof.
  const wall = '<path d="M64 168L200 74L336 168V326H64V168Z" fill="#F3E4CB"/>';
  const roof = '<path d="M188 47L212 47L370 158L350 177L200 74L50 177L30 158Z" fill="#C8553D"/>';
  const { image } = await picture(svg(wall + roof, 400), { size: 1024 });
  const opaque = image.data.filter((_, i) => i % 4 === 3).map((alpha) => (alpha > 250 ? 1 : 0));
  expect(regionsOf({ ...image, data: opaque }, 1).sizes).toEqual([0]);
});

describe('holes and regions', () => {
  const alphaAt = async (body: string, x: number, y: number): Promise<number | undefined> =>
    at(await picture(svg(body)), x, y)[3];

  it('leaves even-odd holes open', async () =>
    expect(
      await alphaAt('<path fill-rule="evenodd" d="M10 10h80v80h-80zM30 30h40v40h-40z" fill="#39c"/>', 50, 50),
    ).toBe(0));

  it('leaves a handle open that lines enclose beside filled surfaces', async () =>
    expect(
      await alphaAt(
        '<rect x="10" y="20" width="50" height="70" fill="#39c" stroke="#000" stroke-width="2"/><path d="M60 35C90 30 90 75 60 70" stroke="#000" stroke-width="2"/>',
        72,
        52,
      ),
    ).toBe(0));

  it('fills what closed strokes enclose when nothing is filled', async () =>
    expect(
      await alphaAt('<rect x="10" y="20" width="50" height="70" stroke="#000" stroke-width="2"/>', 35, 50),
    ).toBe(255));

  it('opens a stroke-only region where the network sees no object', async () => {
    const holed: Network = async (inputs) => {
      const out = await inflate(inputs);
      const n = cards.model.input.size ** 2;
      out['intrinsic']?.data.fill(0, 6 * n, 7 * n);
      return out;
    };
    const pipeline = openPipeline({ ...engine, generate: holed }, cards);
    const made = await pipeline.realize(
      sketch(svg('<rect x="10" y="20" width="50" height="70" stroke="#000" stroke-width="2"/>')),
      settings,
      quiet,
    );
    if (isRefusal(made)) throw new Error(made.refused);
    const { width, height, data } = decode(made.picture.png);
    expect(data[4 * (Math.floor(height / 2) * width + Math.floor(width / 2)) + 3]).toBe(0);
  });

  it('closes gaps in a hand-drawn outline, and says so', async () => {
    const made = await picture(
      svg('<path d="M20 22L22 80M25 83H75M78 80L80 22M77 19H23" stroke="#222" stroke-width="1.5"/>'),
    );
    expect(at(made, 50, 50)[3]).toBe(255);
    expect(made.picture.notes).toContain('nothing-closed');
  });

  it('makes a wire of a line that closes nothing', async () => {
    const made = await picture(svg('<path d="M10 50C30 0 60 100 90 50" stroke="#b33" stroke-width="3"/>'));
    expect(at(made, 10.5, 49.5)[3]).toBeGreaterThan(200);
    expect(at(made, 50, 10)[3]).toBe(0);
  });

  it('applies clips and masks', async () => {
    const clipped =
      '<clipPath id="c"><circle cx="50" cy="50" r="30"/></clipPath><mask id="m"><rect width="100" height="50" fill="#fff"/></mask>' +
      '<g clip-path="url(#c)"><g mask="url(#m)"><rect width="100" height="100" fill="#39c"/></g></g>';
    const made = await picture(svg(clipped));
    expect([at(made, 50, 30)[3], at(made, 50, 60)[3], at(made, 15, 15)[3]]).toEqual([255, 0, 0]);
  });
});
