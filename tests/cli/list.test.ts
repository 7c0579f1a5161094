import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, useCommand } from './command.ts';

interface Listed {
  materials: { id: string }[];
  lights: { id: string; isDefault?: true }[];
  models: { id: string; isDefault?: true }[];
}

const { realize } = useCommand();
const card = JSON.parse(readFileSync(join(ROOT, 'models/light.json'), 'utf8')) as {
  materials: { id: string; name: string }[];
  studios: { id: string; name: string }[];
  defaultStudio: string;
};

describe('--list', () => {
  it('names every material, light set-up and generator as its option takes it, and draws nothing', async () => {
    const { code, out, err } = await realize('--list');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const { id, name } of [...card.materials, ...card.studios])
      expect(out).toMatch(new RegExp(`^  ${id} +${name}( \\(default\\))?$`, 'm'));
    expect(out).toMatch(/^ {2}realize +Realize 2 \(default\)$/m);
    expect(out).toMatch(/^ {2}classic +Pix2Pix classic$/m);
    expect(out.match(/\(default\)/g)).toHaveLength(2);
  });

  it('needs no drawing, and takes none where one is given', async () => {
    expect((await realize('cup.svg', '--list')).out).toBe((await realize('--list')).out);
  });

  it('is one object for programs with --json, wherever that stands', async () => {
    const { code, out } = await realize('--list', '--json');
    expect(code).toBe(0);
    expect((await realize('--json', '--list')).out).toBe(out);
    const listed = JSON.parse(out) as Listed;
    expect(listed.materials.map(({ id }) => id)).toEqual(card.materials.map(({ id }) => id));
    expect(listed.lights.filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual([
      card.defaultStudio,
    ]);
    expect(listed.models.map(({ id }) => id)).toEqual(['classic', 'realize']);
  });

  it('a fault beside it is told instead', async () => {
    expect(await realize('--list', '--lght', 'soft')).toMatchObject({ code: 2, out: '' });
  });
});
