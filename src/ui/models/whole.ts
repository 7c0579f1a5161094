// The files that were chosen or dropped together in, the bytes of one network with its weights inside out.
import { withWeights } from '../../core/models/external.ts';
import { readSummary } from '../../core/models/summary.ts';

export type Chosen = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/**
 * `file`: the network among them. A text says why they do not fit together; where one is
 * missing, the network comes as it is.
 */
export async function wholeFile(file: Chosen, files: readonly Chosen[]): Promise<Uint8Array | string> {
  const bytes = async (of: Chosen): Promise<Uint8Array> => new Uint8Array(await of.arrayBuffer());
  const onnx = await bytes(file);
  const summary = files.length > 1 ? readSummary(onnx) : null;
  if (!summary || 'refused' in summary || summary.external.length === 0) return onnx;
  const named = new Map<string, Uint8Array>();
  for (const other of files)
    if (summary.external.includes(other.name)) named.set(other.name, await bytes(other));
  if (!summary.external.every((name) => named.has(name))) return onnx;
  try {
    return withWeights(onnx, named);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
