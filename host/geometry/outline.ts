// The outline of a node as SVG path data in its own coordinates. In: record. Out: path data and winding rule.
import { arcPath, isWhole, type Arc } from './arc.ts';
import { transformPath } from './path.ts';
import { compose, invert } from './transform.ts';
import { letters } from './letters.ts';
import { absoluteTransform, numberOf, sizeOf, stringOf } from '../document/scene.ts';
import type { NodeRecord } from '../document/record.ts';
import type { Store } from '../document/store.ts';
import { rectangle, ellipse, star } from './basic-outlines.ts';

export interface Outline {
  data: string;
  evenOdd: boolean;
}

export function outlines(store: Store, record: NodeRecord): Outline[] {
  const { width, height } = sizeOf(store, record);
  switch (record.type) {
    case 'ELLIPSE':
      return [plain(isWhole(arcOf(record)) ? ellipse(width, height) : arcPath(arcOf(record), width, height))];
    case 'STAMP':
      return [plain(ellipse(width, height))];
    case 'CONNECTOR':
    case 'LINE':
      return [plain(`M0 0L${width} 0`)];
    case 'POLYGON':
      return [plain(star(numberOf(record, 'pointCount'), 1, width, height))];
    case 'STAR':
      return [plain(star(numberOf(record, 'pointCount'), numberOf(record, 'innerRadius'), width, height))];
    case 'HIGHLIGHT':
    case 'VECTOR':
      return (record.props.vectorPaths as readonly { windingRule: string; data: string }[]).map((path) => ({
        data: path.data,
        evenOdd: path.windingRule === 'EVENODD',
      }));
    case 'TEXT':
    // ?: along its path each letter stands where the path leads; here they stand in a line.
    case 'TEXT_PATH':
      return [plain(letters(stringOf(record, 'characters'), numberOf(record, 'fontSize')))];
    case 'BOOLEAN_OPERATION':
      return [merged(store, record)];
    case 'RECTANGLE':
    case 'FRAME':
    case 'COMPONENT':
    case 'INSTANCE':
    case 'COMPONENT_SET':
    case 'SECTION':
    case 'STICKY':
    case 'WASHI_TAPE':
    case 'CODE_BLOCK':
    case 'TABLE':
    case 'WIDGET':
    case 'EMBED':
    case 'LINK_UNFURL':
    case 'MEDIA':
    case 'SLOT':
    case 'SLIDE':
    case 'INTERACTIVE_SLIDE_ELEMENT':
      return [plain(rectangle(width, height, cornersOf(record)))];
    case 'SHAPE_WITH_TEXT':
      return [plain(boardShape(stringOf(record, 'shapeType'), width, height))];
    default:
      return [];
  }
}

/**
 * The commonest of FigJam's shapes; the rest are drawn as rounded rectangles. (plugin-api.d.ts, shapeType)
 */
function boardShape(type: string, width: number, height: number): string {
  const [x, y] = [width / 2, height / 2];
  switch (type) {
    case 'ELLIPSE':
      return ellipse(width, height);
    case 'DIAMOND':
      return `M${x} 0L${width} ${y}L${x} ${height}L0 ${y}Z`;
    case 'TRIANGLE_UP':
      return `M${x} 0L${width} ${height}L0 ${height}Z`;
    case 'TRIANGLE_DOWN':
      return `M0 0L${width} 0L${x} ${height}Z`;
    case 'SQUARE':
      return rectangle(width, height, []);
    default:
      return rectangle(width, height, [16, 16, 16, 16]);
  }
}

/** Older records have no arcData: they are whole. */
export const arcOf = (record: NodeRecord): Arc =>
  (record.props.arcData as unknown as Arc | undefined) ?? {
    startingAngle: 0,
    endingAngle: 2 * Math.PI,
    innerRadius: 0,
  };

const plain = (data: string): Outline => ({ data, evenOdd: false });

/** Radii clockwise from top left. */
export function cornersOf(record: NodeRecord): [number, number, number, number] {
  const at = (key: string): number => {
    const value = record.props[key];
    return typeof value === 'number' ? value : 0;
  };
  return [at('topLeftRadius'), at('topRightRadius'), at('bottomRightRadius'), at('bottomLeftRadius')];
}

/**
 * A boolean operation's outline: union by the non-zero rule, exclude by the even-odd rule. Subtract and
 * intersect are drawn with masks (export/shape.ts); their outline here is the first child's.
 */
function merged(store: Store, record: NodeRecord): Outline {
  const inside = invert(absoluteTransform(store, record));
  const operation = record.props.booleanOperation;
  const used =
    operation === 'UNION' || operation === 'EXCLUDE' ? record.children : record.children.slice(0, 1);
  const data = used.flatMap((id) => {
    const child = store.get(id);
    if (child.props.visible === false) return [];
    const toOwn = compose(inside, absoluteTransform(store, child));
    return outlines(store, child).map((outline) => transformPath(outline.data, toOwn));
  });
  return { data: data.join(''), evenOdd: operation === 'EXCLUDE' };
}
