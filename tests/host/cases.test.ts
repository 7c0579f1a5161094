import { describe, expect, it } from 'vitest';
import { NODE_KINDS, nodeKind, setScene } from '../../host/cases/cases.ts';
import { newDocument } from '../../host/document/document.ts';
import { FRAMES } from '../../host/frame/variants.ts';
import { openStand } from './stand.ts';

/** Scenes that Figma exports nothing of: they draw nothing. */
const BARE = new Set(['slice', 'hidden', 'zero']);
/** Of which the stand-in exports a drawing with nothing in it. */
const EMPTY = new Set(['paint-video', 'paint-shader']);

describe('every kind of selection', () => {
  it('has a name of its own', () => {
    expect(new Set(NODE_KINDS.map(({ id }) => id)).size).toBe(NODE_KINDS.length);
    expect(() => nodeKind('mugg')).toThrow('no kind is named "mugg"; there are frame, ');
  });

  it.each(NODE_KINDS.map((kind) => [kind.id, kind] as const))(
    '%s can be selected and exported, and nothing changes by it',
    async (_id, kind) => {
      const store = newDocument();
      const before = setScene(store, kind);
      const stand = await openStand(undefined, { store, editor: kind.editor ?? 'figma' });
      const lines = await stand.tell(`
        // Boards' own nodes and sections have no absoluteRenderBounds. (plugin-api.d.ts: OpaqueNodeMixin)
        const shown = (node) => ('absoluteRenderBounds' in node ? node.absoluteRenderBounds : node.absoluteBoundingBox) !== null;
        for (const node of figma.currentPage.selection.slice(0, 2)) {
          try { const svg = await node.exportAsync({ format: 'SVG_STRING', svgIdAttribute: true });
            say(/<(path|rect|circle|ellipse|line|image)\\b/.test(svg) ? 'drawn' : 'bare', shown(node));
          } catch (error) { say(error.message, shown(node)); }
        }`);
      const nothing =
        'in exportAsync: Failed to export node. This node may not have any visible layers. false';
      const said = EMPTY.has(kind.id) ? 'bare' : 'drawn';
      const drawn = `${said} ${kind.id !== 'in-hidden'}`;
      const wanted = kind.id === 'nothing' ? [] : [BARE.has(kind.id) ? nothing : drawn];
      expect([...new Set(lines)]).toEqual(wanted);
      expect(store.snapshot()).toBe(before);
      expect(store.depth).toEqual({ undo: 0, redo: 0 });
    },
  );
});

describe('the frames', () => {
  it('have names of their own', () => {
    expect(new Set(FRAMES.map(({ id }) => id)).size).toBe(FRAMES.length);
  });
});
