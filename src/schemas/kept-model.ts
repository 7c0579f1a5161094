// Unknown data in; a generator of the user's own, as it is kept between runs, out. Larger ones are refused.
import * as v from 'valibot';
import type { KeptModel } from '../protocol/plugin.ts';
import { bytes, type Schema } from './values.ts';

/** What a kept model may have; what is larger is not sent. Letters, and bytes: Figma keeps 5 MB in all. */
export const KEPT = { card: 200_000, packed: 5_000_000 } as const;

/** A shipped generator's id never begins so. */
export const ownId = v.pipe(v.string(), v.regex(/^own-[a-z0-9-]{1,60}$/));

export const keptModel: Schema<KeptModel> = v.object({
  id: ownId,
  card: v.pipe(v.string(), v.maxLength(KEPT.card)),
  packed: v.pipe(
    bytes,
    v.check((packed) => packed.length <= KEPT.packed, `wanted at most ${KEPT.packed} bytes`),
  ),
});
