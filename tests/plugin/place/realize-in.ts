// A drawing inside a parent, realized: the picture, the parent and the drawing.
import { expect } from 'vitest';
import type { NodeType } from '../../../host/document/kinds.ts';
import type { Plain } from '../../../host/document/record.ts';
import { remove } from '../../../host/document/tree.ts';
import { finish, openStage, picturesOn, settle, type Stage } from '../stage.ts';

export const MUG = { x: 40, y: 60, width: 200, height: 200, name: 'Mug' };

export const ROOMY = { x: 1000, y: 500, width: 800, height: 600, name: 'Ideas' };

/** A parent with nothing in it. */
export function empty(stage: Stage, ...how: Parameters<Stage['draw']>): string {
  const id = stage.draw(...how);
  for (const child of stage.store.get(id).children) remove(stage.store, child);
  return id;
}

/** A drawing inside a parent of some kind; realized. */
export async function realizeIn(
  type: NodeType,
  more: Record<string, Plain> = {},
  furnish: (stage: Stage, parent: string, mug: string) => void = () => undefined,
) {
  const stage = await openStage();
  const parent = empty(stage, type, ROOMY, more);
  const mug = stage.draw('RECTANGLE', { ...MUG, parent });
  furnish(stage, parent, mug);
  const before = settle(stage, [mug]);
  expect(await finish(stage)).toBe('Realized: Mug');
  const [picture, ...rest] = picturesOn(stage, stage.page);
  expect(rest).toEqual([]);
  return { stage, parent, mug, before, picture: picture! };
}
