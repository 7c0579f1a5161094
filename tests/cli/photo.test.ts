// A photo of a sketch on the command line.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { expect, it } from 'vitest';
import { PATIENCE, useCommand } from './command.ts';

const { folder, realize } = useCommand();

it(
  'traces a photo, and does not overwrite it',
  async () => {
    const data = new Uint8Array(4 * 200 * 200).fill(240);
    for (let y = 0; y < 200; y++) {
      for (let x = 0; x < 200; x++) {
        const far = Math.max(Math.abs(x - 100), Math.abs(y - 100));
        if (far > 60 && far < 64) data.fill(40, 4 * (200 * y + x), 4 * (200 * y + x) + 3);
        data[4 * (200 * y + x) + 3] = 255;
      }
    }
    const photo = encode({ width: 200, height: 200, data });
    writeFileSync(join(folder, 'photo.png'), photo);
    expect((await realize('photo.png')).code).toBe(0);
    expect(readFileSync(join(folder, 'photo.png'))).toEqual(Buffer.from(photo));
    expect(existsSync(join(folder, 'photo-realized.png'))).toBe(true);
  },
  PATIENCE,
);
