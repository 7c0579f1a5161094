// What the stages saw and found, as pixels in; the files that the panel shows out.
import type { Insights } from '../core/form/insight.ts';
import { encodePng } from '../core/image/png.ts';
import type { Insight } from '../protocol/worker.ts';

export function insightFiles({ lines, normals, photo, sheet }: Omit<Insights, 'parts'>): Insight {
  const files = { lines: encodePng(lines), normals: normals && encodePng(normals), size: lines.width };
  return { ...files, ...(photo && { photo }), ...(sheet && { sheet }) };
}
