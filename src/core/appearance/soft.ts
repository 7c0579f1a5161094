// In: a material. Out: whether it gives way to a hand, as cloth and hide do.
import type { Material } from '../card.ts';

// From this sheen on.
const SHEEN = 0.05;

export const isSoft = ({ values }: Material): boolean => (values['sheen'] ?? 0) >= SHEEN;
