// The effects of a node in, how far they draw beyond it out: the radius and spread of shadows and blurs.
import type { Effect } from '@figma/plugin-typings/plugin-api-standalone';
import type { NodeRecord } from '../document/record.ts';

export function visibleEffects(record: NodeRecord): Effect[] {
  return ((record.props.effects ?? []) as unknown as Effect[]).filter((effect) => effect.visible);
}

/**
 * How far effects draw beyond the node, in page units: left, top, right,
 * bottom. Background blur reaches nowhere.
 */
export function effectReach(record: NodeRecord): [number, number, number, number] {
  const reach: [number, number, number, number] = [0, 0, 0, 0];
  for (const effect of visibleEffects(record)) {
    // A texture displaces by half its radius at most. (R: the regions of "effect1_texture" filters)
    if (effect.type !== 'DROP_SHADOW' && effect.type !== 'LAYER_BLUR' && effect.type !== 'TEXTURE') continue;
    const far =
      effect.type === 'TEXTURE'
        ? effect.radius / 2
        : effect.radius + (effect.type === 'DROP_SHADOW' ? (effect.spread ?? 0) : 0);
    const { x, y } = effect.type === 'DROP_SHADOW' ? effect.offset : { x: 0, y: 0 };
    [far - x, far - y, far + x, far + y].forEach((value, side) => {
      reach[side] = Math.max(reach[side]!, value);
    });
  }
  return reach;
}
