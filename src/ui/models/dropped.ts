// Files as they were chosen or dropped in, before any is read; the network among them out, or what is said of
// files that cannot be tried.
import { convertCommand, isOther } from '../../core/models/convert.ts';
import { ownerOf } from '../../core/models/external.ts';
import { LARGEST } from '../../core/models/summary.ts';
import { MODELS } from '../../words.ts';
import type { ModelsState, OwnModel } from './state.ts';
import type { Chosen } from './whole.ts';

/** All workers get a copy of all own models: what they may have together. Bytes. */
const TOGETHER_BYTES = 400_000_000;

export const networkAmong = (files: readonly Chosen[]): Chosen | undefined =>
  files.find(({ name }) => /\.onnx$/i.test(name)) ?? files[0];

/** `file`: the network among them; `own`: the models that are there. Null: it can be tried. */
export function cannotBeTried(
  { name }: Chosen,
  files: readonly Chosen[],
  own: readonly OwnModel[],
): Partial<Pick<ModelsState, 'told' | 'command'>> | null {
  const size = files.reduce((sum, one) => sum + one.size, 0);
  const owner = ownerOf(name);
  if (owner !== null) return { told: MODELS.dataAlone(name, owner) };
  if (isOther(name)) {
    const command = convertCommand(name);
    return { told: MODELS.convert(command), command };
  }
  if (size > LARGEST) return { told: MODELS.tooLarge(size, LARGEST) };
  const used = own.reduce((sum, { onnx }) => sum + onnx.length, 0);
  return used + size > TOGETHER_BYTES ? { told: MODELS.tooMuch } : null;
}

/**
 * A folder is dropped like a file, and cannot be read; what TensorFlow saves is one. Its command makes a file
 * of it.
 */
export function saidOfFolder({ name }: Chosen): [told: string, command: string] {
  const command = convertCommand(name);
  return [MODELS.folder(command), command];
}
