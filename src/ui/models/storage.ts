// A generator of the user's own in, what Figma's storage keeps of it out; what was kept in, generators out.
import { readModelCard } from '../../core/card.ts';
import type { KeptModel } from '../../protocol/plugin.ts';
import { KEPT } from '../../schemas/kept-model.ts';
import { MODELS } from '../../words.ts';
import { besides } from './own-card.ts';
import type { OwnModel } from './state.ts';

/** Nothing that is larger comes down to what can be kept, and packing it takes seconds. Bytes. */
const NEVER_KEPT_BYTES = 40_000_000;

type Codec = (bytes: Uint8Array) => Promise<Uint8Array>;

/** Null where it is too large to be kept. */
export async function packedModel(
  { card, onnx, licence, ms }: OwnModel,
  pack: Codec,
): Promise<KeptModel | null> {
  if (onnx.length > NEVER_KEPT_BYTES) return null;
  const model = { id: card.id, card: JSON.stringify({ ...card, licence, ms }), packed: await pack(onnx) };
  return model.packed.length > KEPT.packed || model.card.length > KEPT.card ? null : model;
}

/** `told`: of the last one that cannot be read any more; empty where all can. */
export async function unpackedModels(
  models: readonly KeptModel[],
  unpack: Codec,
): Promise<{ own: OwnModel[]; told: string }> {
  const own: OwnModel[] = [];
  let told = '';
  for (const { id, card, packed } of models) {
    try {
      const read = { ...readModelCard(JSON.parse(card)), id };
      own.push({ card: read, onnx: await unpack(packed), ...besides(card), kept: true });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      told = MODELS.lost(id.replace(/^own-/, ''), why);
    }
  }
  return { own, told };
}
