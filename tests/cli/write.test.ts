// What is written beside a picture or instead of one: maps of the surface, the relief.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { validateBytes } from 'gltf-validator';
import { expect, it } from 'vitest';
import { PATIENCE, useCommand } from './command.ts';

const { folder, realize } = useCommand();

it(
  'writes maps of the surface beside the picture, and the relief as a GLB; not for a generator that finds no form',
  async () => {
    const { code, out } = await realize('cup.svg', '--maps', '--json', '-o', join('maps', 'cup.png'));
    expect(code).toBe(0);
    const line = JSON.parse(out) as {
      width: number;
      height: number;
      maps: { normal: string; height: string; parts: string; range: [number, number] };
    };
    const { maps, width, height } = line;
    const names = ['normal', 'height', 'parts'] as const;
    expect(names.map((name) => maps[name])).toEqual(names.map((name) => join('maps', `cup-${name}.png`)));
    const [normal, high, parts] = names.map((name) => decode(readFileSync(join(folder, maps[name]))));
    for (const map of [normal, high, parts]) expect([map?.width, map?.height]).toEqual([width, height]);
    expect([normal?.depth, high?.depth, high?.channels]).toEqual([8, 16, 1]);
    expect(high?.text['Comment']).toContain(
      `from ${maps.range[0].toFixed(3)} to ${maps.range[1].toFixed(3)}`,
    );
    // A cup of 60 units comes towards the viewer by something like half its width.
    expect(maps.range[1] - maps.range[0]).toBeGreaterThan(6);
    expect(maps.range[1] - maps.range[0]).toBeLessThan(60);
    const solid = await realize('cup.svg', '--maps', '-o', join('maps', 'solid.glb'));
    expect(solid.code).toBe(0);
    const { issues, info } = await validateBytes(
      new Uint8Array(readFileSync(join(folder, 'maps', 'solid.glb'))),
    );
    expect([issues.numErrors, issues.numWarnings, info.materialCount]).toEqual([0, 0, 2]);
    expect(existsSync(join(folder, 'maps', 'solid-height.png'))).toBe(true);
    const flat = await realize('cup.svg', '--model', 'classic', '-o', 'flat.glb');
    expect(flat.err).toContain('The generator "classic" finds no form: no flat.glb can be made of it.');
    const painted = await realize('cup.svg', '--maps', '--model', 'classic');
    expect(painted.code).toBe(1);
    expect(painted.err).toContain('The generator "classic" finds no form; leave out --maps.');
  },
  PATIENCE,
);
