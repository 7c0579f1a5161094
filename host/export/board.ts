// What a FigJam board holds → SVG elements. Figma's own drawing of these is not documented (?): each
// is drawn as the plain shape that it is, with its text as outlines, so that an export of it has
// something to read. In: record. Out: lines.
import { numberOf, sizeOf, stringOf } from '../document/scene.ts';
import { letters } from '../geometry/letters.ts';
import { outlines } from '../geometry/outline.ts';
import { transformPath } from '../geometry/path.ts';
import { apply } from '../geometry/transform.ts';
import type { NodeRecord, Plain } from '../document/record.ts';
import { visiblePaints } from './paint.ts';
import { viewOf, type Page } from './page.ts';
import { colour, element, shortPath, type Attributes } from './text.ts';

const TEXT_SIZE = 16;
const INSET = 16;
/** Grounds of kinds whose colour is not the user's to choose. */
const GROUND: Partial<Record<NodeRecord['type'], string>> = {
  CODE_BLOCK: '#1E1E1E', WIDGET: 'white', EMBED: 'white', LINK_UNFURL: 'white', MEDIA: '#B3B3B3',
  INTERACTIVE_SLIDE_ELEMENT: 'white',
}; // prettier-ignore

export function drawBoard(page: Page, record: NodeRecord, extra: Attributes): string[] {
  const view = viewOf(page, record);
  const { width } = sizeOf(page.store, record);
  const ink = (paints: Plain | undefined): string | undefined => {
    const [paint] = visiblePaints(paints);
    return paint?.type === 'SOLID' ? colour(paint.color) : undefined;
  };
  const fill = GROUND[record.type] ?? ink(record.props.fills);
  const stroke = ink(record.props.strokes);
  const weight = stroke === undefined ? undefined : numberOf(record, 'strokeWeight');
  const lines = outlines(page.store, record).map(({ data }) =>
    element('path', {
      d: shortPath(transformPath(data, view)),
      fill,
      stroke,
      'stroke-width': weight,
      'stroke-linecap': record.type === 'HIGHLIGHT' ? 'round' : undefined,
    }),
  );
  if (record.type === 'CONNECTOR') lines.push(arrow(page, record, stroke ?? 'black'));
  const text = typeof record.props.characters === 'string' ? stringOf(record, 'characters') : '';
  if (text !== '') {
    const columns = Math.max(1, Math.floor((width - 2 * INSET) / (TEXT_SIZE * 0.65)));
    const data = letters(wrapped(text, columns), TEXT_SIZE);
    const [x, y] = [INSET, INSET];
    const [[a, c], [b, d]] = view;
    const [e, f] = apply(view, x, y);
    const at = [[a, c, e], [b, d, f]] as const; // prettier-ignore
    lines.push(element('path', { d: shortPath(transformPath(data, at)), fill: fill === '#1E1E1E' ? 'white' : 'black' })); // prettier-ignore
  }
  return lines.length === 0 ? [] : [element('g', extra, lines.join('\n'))];
}

/** The head at a connector's end. */
function arrow(page: Page, record: NodeRecord, ink: string): string {
  const view = viewOf(page, record);
  const { width } = sizeOf(page.store, record);
  const point = (x: number, y: number): string => apply(view, x, y).join(' ');
  const d = `M${point(width - 16, -12)}L${point(width, 0)}L${point(width - 16, 12)}`;
  return element('path', { d, stroke: ink, 'stroke-width': numberOf(record, 'strokeWeight') });
}

function wrapped(text: string, columns: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns) lines.push(`${lines.pop()} ${word}`);
    else lines.push(word);
  }
  return lines.join('\n');
}
