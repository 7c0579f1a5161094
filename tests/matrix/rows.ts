// The rows of the matrix: what is selected × how the window is held × what goes wrong, and when. In: nothing.
// Out: rows.
//
// The product is every kind × fault × frame. `pairwise` has every kind with every fault, and deals the frames
// so that every frame meets every kind and every fault, too. The order is shuffled once and for all: any
// beginning of it is a fair sample.
import { NODE_KINDS } from '../../host/cases/cases.ts';
import { FAULT_IDS, FAULTS, type FaultId } from '../../host/faults/faults.ts';
import { FRAMES } from '../../host/frame/variants.ts';

export interface Row {
  kind: string;
  frame: string;
  /** As parseFaults reads it: "node-moved@loadAsync"; empty where nothing goes wrong. */
  fault: string;
}

/** When a fault strikes: parseFaults' text after the name. Each kind meets the next one. */
const MOMENTS: Record<(typeof FAULTS)[FaultId]['where'], readonly string[]> = {
  // While Figma exports; when it has; when the picture comes; when its page is loaded to take it.
  document: ['@exportAsync', '@after exportAsync', '@ui.message:2', '@loadAsync'],
  call: [''],
  // Hello and the job; see protocol.ts. There is no third message that anybody waits for.
  message: [':1', ':2'],
  // At loading; at work; at work, in every worker that follows.
  frame: [':1', ':2', ':2×9'],
};
const OWN_MOMENTS: Partial<Record<FaultId, readonly string[]>> = {
  'user-undo': ['@exportAsync', '@after exportAsync', '@ui.message:2', '@ui.message:1'],
  'plugin-closed': ['@exportAsync', '@ui.message:1', '@after exportAsync', '@ui.message:2', '@loadAsync'],
  'worker-refused': [':1', ':1×2', ':1×9'],
  stranger: [''],
  'gpu-absent': [''],
  'webgl-absent': [''],
};

export const momentsOf = (id: FaultId): readonly string[] => OWN_MOMENTS[id] ?? MOMENTS[FAULTS[id].where];

function row(kind: number, fault: number, frame: number): Row {
  const id = FAULT_IDS[fault]!;
  const moments = momentsOf(id);
  const moment = moments[(kind + Math.floor(kind / FRAMES.length)) % moments.length]!;
  return { kind: NODE_KINDS[kind]!.id, frame: FRAMES[frame]!.id, fault: `${id}${moment}` };
}

export function pairwise(): Row[] {
  return shuffled(
    NODE_KINDS.flatMap((_, kind) =>
      FAULT_IDS.map((_, fault) => row(kind, fault, (kind + fault) % FRAMES.length)),
    ),
  );
}

export function product(): Row[] {
  return shuffled(
    NODE_KINDS.flatMap((_, kind) =>
      FAULT_IDS.flatMap((_, fault) => FRAMES.map((_, frame) => row(kind, fault, frame))),
    ),
  );
}

/** Every kind once with nothing going wrong, in the likeliest frame. */
export const untroubled = (): Row[] =>
  NODE_KINDS.map(({ id }) => ({ kind: id, frame: FRAMES[0]!.id, fault: '' }));

/** The name alone. */
export const faultOf = ({ fault }: Row): FaultId | 'none' =>
  fault === '' ? 'none' : (/^[\w-]+/.exec(fault)![0] as FaultId);

export const nameOf = ({ kind, frame, fault }: Row): string => `${kind} | ${frame} | ${fault || 'none'}`;

/** Fisher and Yates, by a generator of 32 bits (mulberry32) that starts at 4, always. */
function shuffled(rows: Row[]): Row[] {
  let state = 4;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  for (let i = rows.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [rows[i], rows[j]] = [rows[j]!, rows[i]!];
  }
  return rows;
}

/** For `npm test`: every frame once, and of each sort of fault some. */
export const sample = (): Row[] => SAMPLE.map(([kind, frame, fault]) => ({ kind, frame, fault }));

const SAMPLE: readonly (readonly [string, string, string])[] = [
  ['in-instance', 'data-lax', 'node-moved@ui.message:2'],
  ['section', 'sandboxed-lax', 'node-deleted@loadAsync'],
  ['rotated', 'srcdoc-lax', 'worker-crashed:2'],
  ['in-auto-layout', 'data-worker-data', 'work-added@exportAsync'],
  ['boolean-subtract', 'sandboxed-worker-data', 'worker-refused:1'],
  ['image', 'srcdoc-worker-data', 'heard-doubled:2'],
  ['crowded', 'data-worker-none', 'page-switched@after exportAsync'],
  ['component-set', 'sandboxed-worker-none', 'storage-broken'],
  ['mask', 'srcdoc-worker-none', 'export-cut'],
  ['text', 'data-strict', 'stranger'],
  ['in-locked', 'sandboxed-strict', 'sent-rubbish:2'],
  ['sticky', 'srcdoc-strict', 'export-hangs'],
  ['group', 'sandboxed-no-wasm', 'selection-changed@exportAsync'],
  ['slice', 'data-lax-1', 'heard-late:1'],
  ['deep', 'sandboxed-lax-1', 'plugin-closed@loadAsync'],
  ['far-off', 'srcdoc-lax-1', 'worker-killed:2'],
];
