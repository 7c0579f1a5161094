// What a FigJam board holds, each selected by itself there. Out: scenes.
import type { NodeKind } from './kind.ts';
import type { NodeType } from '../document/kinds.ts';
import type { Plain } from '../document/record.ts';
import { create } from '../document/tree.ts';
import { at, mugFrame } from './mug.ts';

const onBoard = (id: string, what: string, type: NodeType, props: Record<string, Plain> = {}): NodeKind => ({
  id,
  what,
  editor: 'figjam',
  build: (store) => [create(store, type, store.currentPage, { ...at(100, 100), ...props })],
});

export const BOARD_KINDS: readonly NodeKind[] = [
  { id: 'board-frame', what: 'a frame on a board', editor: 'figjam', build: (store) => [mugFrame(store, store.currentPage, at(100, 100))] },
  onBoard('sticky', 'a sticky note', 'STICKY', { characters: 'DRAW A MUG' }),
  onBoard('shape-with-text', 'a diamond with text', 'SHAPE_WITH_TEXT', { shapeType: 'DIAMOND', characters: 'MUG' }),
  onBoard('connector', 'a connector', 'CONNECTOR'),
  onBoard('stamp', 'a stamp', 'STAMP'),
  onBoard('highlight', 'a stroke of the marker', 'HIGHLIGHT', { width: 200, height: 120, vectorPaths: [{ windingRule: 'NONE', data: 'M 0 0 C 80 120 120 120 200 0' }] }),
  onBoard('washi-tape', 'washi tape', 'WASHI_TAPE'),
  onBoard('code-block', 'a block of code', 'CODE_BLOCK', { code: 'let a = 1', characters: 'LET A' }),
  onBoard('table', 'a table', 'TABLE'),
  onBoard('widget', 'a widget', 'WIDGET'),
  onBoard('embed', 'an embedded page', 'EMBED'),
  onBoard('link', 'a link with its preview', 'LINK_UNFURL'),
  onBoard('media', 'a video', 'MEDIA'),
]; // prettier-ignore
