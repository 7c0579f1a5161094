// A drawing in the open panel, and what stands on the canvas: its fills, its image, what the panel was told.
import type { apply } from '../../../host/geometry/transform.ts';
import { asking, openPanel, openStage, settle, type Stage } from '../stage.ts';

type Fills = { type: string; imageHash?: string; imageTransform?: Parameters<typeof apply>[0] }[];

export const fillsOf = (stage: Stage, id: string): Fills =>
  stage.store.get(id).props['fills'] as unknown as Fills;

export const imageOf = (stage: Stage, id: string): string | undefined =>
  fillsOf(stage, id).find(({ type }) => type === 'IMAGE')?.imageHash;

export const told = (stage: Stage): string[] =>
  stage.heard.flatMap((one) => (one.type === 'told' ? [one.text] : []));

export async function panelWith(draw: (stage: Stage) => string) {
  const stage = await openStage(asking);
  const id = draw(stage);
  const before = settle(stage, [id]);
  return { stage, id, before, ...(await openPanel(stage)) };
}
