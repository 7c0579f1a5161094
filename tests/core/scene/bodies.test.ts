import { beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../../src/core/engine.ts';
import { openMemo } from '../../../src/core/memo.ts';
import { bodiesOf } from '../../../src/core/scene/bodies.ts';
import type { Piece } from '../../../src/core/scene/piece.ts';
import { fakeEngine } from '../fake.ts';
import { sceneOf } from '../parts/inked.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await fakeEngine();
});

function rolesOf(...paths: string[]): { roles: string[]; pieces: readonly Piece[]; cast: readonly Piece[] } {
  const body = paths.map((d) => `<path d="${d}" fill="none" stroke="#000" stroke-width="0.6"/>`).join('');
  const { drawing, pieces } = sceneOf(body);
  const lines = pieces.map((piece): Piece => ({ ...piece, role: 'line' }));
  const { cast } = bodiesOf(drawing, lines, engine.rasterise, openMemo());
  return { roles: cast.map(({ role }) => role), pieces: lines, cast };
}

const SLASH = 'M1 1L9 9';

it('a struck-out box is whole, the slash on it', () => {
  const { roles } = rolesOf('M2 2V8H8', 'M3.5 2H8V6.5', SLASH);
  expect(roles).toEqual(['line', 'line', 'line', 'line', 'print']);
});

it('where nothing more is enclosed by it all stays as it is', () => {
  const { cast, pieces } = rolesOf('M2 5H5', 'M7 5H8.5', 'M2 7.5H4', SLASH);
  expect(cast).toBe(pieces);
});
