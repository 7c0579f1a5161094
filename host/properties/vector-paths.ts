// Paths that a plugin writes into a vector, with Figma's checks. In: session, record, value. Out: writes in
// the store.
import { place, relativeTransform } from '../document/scene.ts';
import type { NodeRecord } from '../document/record.ts';
import { flatten, transformPath } from '../geometry/path.ts';
import { boxOfLines } from '../geometry/rect.ts';
import { translation } from '../geometry/transform.ts';
import { shifted, spaced } from '../layout/resize.ts';
import type { Session } from '../run/session.ts';

/** D: plugin-api.d.ts, VectorPath.data: absolute M, L, Q, C and Z only, words parted by spaces. */
export function setPaths(
  session: Session,
  record: NodeRecord,
  given: { windingRule: string; data: string }[],
): void {
  for (const { data } of given) {
    const wrong = /[^MLQCZ\d\s.eE+-]/.exec(data);
    if (wrong) throw new Error(`in set_vectorPaths: Failed to convert path. Invalid command at ${wrong[0]}`);
  }
  const box = boxOfLines(given.flatMap((path) => flatten(path.data))) ?? { x: 0, y: 0, width: 0, height: 0 };
  const vectorPaths = given.map((path) => ({
    windingRule: path.windingRule,
    data: spaced(transformPath(path.data, translation(-box.x, -box.y))),
  }));
  const own = relativeTransform(session.store, record);
  session.store.write(record.id, { vectorPaths, width: box.width, height: box.height });
  place(session.store, record.id, shifted(own, box.x, box.y));
}
