// A plate and a ball, lit; on white; stopped.
import { describe, expect, it } from 'vitest';
import { lightPicture } from '../../../src/core/lit/light.ts';
import { PLAIN } from '../../../src/core/sketch.ts';
import { madeOf } from './made.ts';
import { go, made, at } from './plate.ts';

describe('the picture', () => {
  const lit = async (wish: { background?: 'none' | 'white' } = {}, from = made) => {
    const { form, figure, appearance, relief, grid, engine } = from;
    const seen = relief.views.map(({ heights }) => new Float32Array(heights.own.length).fill(1));
    const setting = {
      grid,
      large: false,
      feet: [],
      below: null,
      background: wish.background ?? 'none',
      rasterise: engine.rasterise,
      standing: [],
      backdrop: PLAIN.backdrop,
    };
    return lightPicture(
      { form, figure, appearance, relief, seen, texture: null, gains: null, bounce: null },
      setting,
      from.lighting,
      go,
    );
  };

  it('is lit in the parts’ colours, and clear where nothing is', async () => {
    const round = await madeOf('<circle id="ball" cx="50" cy="50" r="40" fill="#c43"/>', 24);
    const { image, ground } = (await lit({}, round))!;
    if ('png' in image) throw new Error('wanted pixels');
    const pixel = (x: number, y: number): number[] => [
      ...image.data.subarray(4 * at(x, y), 4 * at(x, y) + 4),
    ];
    const [r = 0, g = 0, b = 0, alpha] = pixel(12, 12);
    expect(alpha).toBe(255);
    expect([g / r, b / r]).toEqual([expect.closeTo(0x44 / 0xcc, 1), expect.closeTo(0x33 / 0xcc, 1)]);
    expect(pixel(0, 0)[3]).toBe(0);
    expect(ground).toBeNull();
  });

  it('lies on white where that is wished', async () => {
    const round = await madeOf('<circle id="ball" cx="50" cy="50" r="40" fill="#c43"/>', 24);
    const { image } = (await lit({ background: 'white' }, round))!;
    if ('png' in image) throw new Error('wanted pixels');
    expect([...image.data.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
  });

  it('stops where it is asked to', async () => {
    const { form, figure, appearance, relief, grid, engine, lighting } = made;
    const setting = {
      grid,
      large: true,
      feet: [],
      below: null,
      background: 'none',
      rasterise: engine.rasterise,
      standing: [],
      backdrop: PLAIN.backdrop,
    } as const;
    const seen = relief.views.map(({ heights }) => new Float32Array(heights.own.length).fill(1));
    const stop = (): Promise<boolean> => Promise.resolve(false);
    expect(
      await lightPicture(
        { form, figure, appearance, relief, seen, texture: null, gains: null, bounce: null },
        setting,
        lighting,
        stop,
      ),
    ).toBeNull();
  });
});
