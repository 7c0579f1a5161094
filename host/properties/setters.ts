// Writes to node properties, with Figma's checks. In: session, record, value. Out: writes in the store.
import { move, rotationOf } from '../geometry/transform.ts';
import { reflow } from '../layout/layout.ts';
import { lettersSize } from '../geometry/letters.ts';
import { NodeRef } from '../api/refs.ts';
import { numberOf, pageOf, place, relativeTransform, stringOf } from '../document/scene.ts';
import * as say from '../limits/sentences.ts';
import { SIDES, sidesOf } from '../geometry/sides.ts';
import type { Session } from '../run/session.ts';
import type { NodeRecord, Plain } from '../document/record.ts';
import { GRID_SETTERS } from './grid-setters.ts';
import { paints } from './paints.ts';
import { setPaths } from './vector-paths.ts';
import { wantFont, wantNumber, wantString, isTransform } from './wanted.ts';
import { refuseInInstance } from '../limits/access.ts';

type Setter = (session: Session, record: NodeRecord, value: unknown) => void;

export const SETTERS: Record<string, Setter> = {
  ...GRID_SETTERS,
  name(session, record, value) {
    session.store.write(record.id, { name: wantString('name', value) });
  },
  x: (session, record, value) => moveTo(session, record, 'x', wantNumber('x', value)),
  y: (session, record, value) => moveTo(session, record, 'y', wantNumber('y', value)),
  rotation(session, record, value) {
    // D: plugin-api.d.ts, LayoutMixin.rotation: degrees, turns about the top left corner.
    const degrees = wantNumber('rotation', value);
    refuseInInstance(session, record, 'rotation');
    const own = relativeTransform(session.store, record);
    const turn = ((degrees - rotationOf(own)) * Math.PI) / 180;
    const [c, s] = [Math.cos(turn), Math.sin(turn)];
    const [[a, b, x], [d, e, y]] = own;
    place(session.store, record.id, [
      [c * a + s * d, c * b + s * e, x],
      [c * d - s * a, c * e - s * b, y],
    ]);
  },
  relativeTransform(session, record, value) {
    refuseInInstance(session, record, 'relativeTransform');
    if (!isTransform(value)) throw say.failedValidation('relativeTransform', '2 × 3 matrix', value);
    place(session.store, record.id, value);
    reflowParent(session, record);
  },
  transform3d(session, record, value) {
    const { type } = (value ?? {}) as { type?: unknown };
    // D: developers.figma.com/docs/plugins/api/Transform3d ("FREEFORM … Assigning it throws an error");
    // wording ?.
    if (type !== 'NONE' && type !== 'FIXED_ORDER')
      throw say.failedValidation('transform3d', "type 'NONE' | 'FIXED_ORDER'", type);
    session.store.write(record.id, { transform3d: value as Plain });
  },
  opacity(session, record, value) {
    const opacity = wantNumber('opacity', value);
    if (opacity < 0 || opacity > 1) throw say.failedValidation('opacity', 'number from 0 to 1', value);
    session.store.write(record.id, { opacity });
  },
  fills: (session, record, value) => paints(session, record, 'fills', value),
  strokes: (session, record, value) => paints(session, record, 'strokes', value),
  cornerRadius(session, record, value) {
    const radius = wantNumber('cornerRadius', value);
    const corners = {
      topLeftRadius: radius,
      topRightRadius: radius,
      bottomRightRadius: radius,
      bottomLeftRadius: radius,
    };
    session.store.write(record.id, {
      cornerRadius: radius,
      ...('topLeftRadius' in record.props ? corners : {}),
    });
  },
  strokeWeight(session, record, value) {
    const strokeWeight = wantNumber('strokeWeight', value);
    const all = sidesOf(record) ? Object.fromEntries(SIDES.map((side) => [side, strokeWeight])) : {};
    session.store.write(record.id, { strokeWeight, ...all });
  },
  counterAxisSpacing(session, record, value) {
    if (value !== null && (typeof value !== 'number' || value < 0))
      throw say.failedValidation('counterAxisSpacing', 'number of at least 0 or null', value);
    // D: plugin-api.d.ts, counterAxisSpacing ("Changing this property on a non-wrapping auto-layout frame
    // will throw an error"); wording assumed.
    if (record.props.layoutWrap !== 'WRAP')
      throw new Error('in set_counterAxisSpacing: Can only set counterAxisSpacing if layoutWrap is WRAP');
    session.store.write(record.id, { counterAxisSpacing: value });
    reflow(session.store, record.id);
  },
  layoutPositioning(session, record, value) {
    if (value !== 'AUTO' && value !== 'ABSOLUTE')
      throw say.failedValidation('layoutPositioning', "'AUTO' | 'ABSOLUTE'", value);
    const parent = record.parent === null ? undefined : session.store.get(record.parent);
    // R: the sentence that plugin authors report; D: plugin-api.d.ts,
    // AutoLayoutChildrenMixin.layoutPositioning.
    if (value === 'ABSOLUTE' && (parent?.props.layoutMode ?? 'NONE') === 'NONE')
      throw new Error(
        'in set_layoutPositioning: Can only set layoutPositioning = ABSOLUTE if the parent node has layoutMode !== NONE',
      );
    session.store.write(record.id, { layoutPositioning: value });
    reflowParent(session, record);
  },
  selection(session, record, value) {
    const refs = Array.isArray(value) ? (value as unknown[]) : [value];
    const ids = refs.map((ref) => {
      if (!(ref instanceof NodeRef)) throw say.failedValidation('selection', 'array of nodes', value);
      const node = session.store.find(ref.id);
      if (!node) throw say.gone('set_selection', ref.id);
      // D: plugin-api.d.ts, PageNode.selection: only nodes of that page.
      if (pageOf(session.store, node)?.id !== record.id)
        throw new Error('in set_selection: The selection of a page can only include nodes in that page');
      return ref.id;
    });
    session.store.select(record.id, ids);
  },
  vectorPaths(session, record, value) {
    refuseInInstance(session, record, 'vectorPaths');
    if (!Array.isArray(value)) throw say.failedValidation('vectorPaths', 'array', value);
    setPaths(session, record, value as { windingRule: string; data: string }[]);
  },
  characters(session, record, value) {
    wantFont(session, 'characters');
    const characters = wantString('characters', value);
    session.store.write(record.id, { characters, ...lettersSize(characters, numberOf(record, 'fontSize')) });
  },
  fontSize(session, record, value) {
    wantFont(session, 'fontSize');
    const fontSize = wantNumber('fontSize', value);
    session.store.write(record.id, { fontSize, ...lettersSize(stringOf(record, 'characters'), fontSize) });
  },
};

/** Any other property: the type must stay what it was at birth, where it was of any. */
export function writePlain(session: Session, record: NodeRecord, key: string, value: unknown): void {
  const before = record.props[key];
  const kind = (one: unknown): string => (Array.isArray(one) ? 'array' : one === null ? 'null' : typeof one);
  if (before !== null && kind(value) !== kind(before)) throw say.failedValidation(key, kind(before), value);
  session.store.write(record.id, { [key]: value as Plain });
  reflow(session.store, record.id);
}

function moveTo(session: Session, record: NodeRecord, axis: 'x' | 'y', value: number): void {
  refuseInInstance(session, record, axis);
  const own = relativeTransform(session.store, record);
  const wanted = axis === 'x' ? move(own, value, own[1][2]) : move(own, own[0][2], value);
  place(session.store, record.id, wanted);
  reflowParent(session, record);
}

function reflowParent(session: Session, record: NodeRecord): void {
  if (record.parent !== null) reflow(session.store, record.parent);
}
