// The ways in which Figma may hold a plugin's window, by name: where it lies, what is allowed in it. Tests
// iterate over FRAMES. (PLATFORM.md: which one is Figma's is not known.)
import type { Depth, Variant } from './nest.ts';
import { OWN_THREAD, type Policy } from './policy.ts';

export interface FrameKind {
  readonly id: string;
  readonly variant: Variant;
  readonly depth: Depth;
  readonly policy: Policy;
  /** Where the work can be done there. */
  readonly work: 'worker' | 'own thread' | 'nowhere';
}

const kind = (variant: Variant, policy: Policy, depth: Depth = 3): FrameKind => ({
  id: `${variant}-${policy}${depth === 3 ? '' : `-${depth}`}`,
  variant,
  depth,
  policy,
  work: policy === 'no-wasm' ? 'nowhere' : OWN_THREAD.has(policy) ? 'own thread' : 'worker',
});

/** Likeliest first; three deep unless the name ends in another number. */
export const FRAMES: readonly FrameKind[] = [
  kind('data', 'lax'),
  kind('sandboxed', 'lax'),
  kind('srcdoc', 'lax'),
  kind('data', 'worker-data'),
  kind('sandboxed', 'worker-data'),
  kind('srcdoc', 'worker-data'),
  kind('data', 'worker-none'),
  kind('sandboxed', 'worker-none'),
  kind('srcdoc', 'worker-none'),
  kind('data', 'strict'),
  kind('sandboxed', 'strict'),
  kind('srcdoc', 'strict'),
  kind('sandboxed', 'no-wasm'),
  kind('data', 'lax', 1),
  kind('sandboxed', 'lax', 1),
  kind('srcdoc', 'lax', 1),
];
