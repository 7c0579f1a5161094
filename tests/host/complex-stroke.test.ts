import { describe, expect, it } from 'vitest';
import { create } from '../../host/document/tree.ts';
import { newDocument } from '../../host/document/document.ts';
import type { Plain } from '../../host/document/record.ts';
import { exportSvg } from '../../host/export/svg.ts';
import { renderBounds } from '../../host/geometry/bounds.ts';
import { flatten } from '../../host/geometry/path.ts';
import { boxOfLines } from '../../host/geometry/rect.ts';
import { openStand } from './stand.ts';

const RED: Plain = { type: 'SOLID', visible: true, opacity: 1, color: { r: 1, g: 0, b: 0 } };
const STRETCH = { type: 'BRUSH', brushType: 'STRETCH', brushName: 'HEIST', direction: 'FORWARD' };
const SCATTER = { type: 'BRUSH', brushType: 'SCATTER', brushName: 'DRONE', gap: 1, wiggle: 4, sizeJitter: 1, angularJitter: 90, rotation: 0 }; // prettier-ignore

/** A line from (0, 20) to (200, 20), 8 broad, and what is drawn of it. */
function drawn(props: Record<string, Plain>) {
  const store = newDocument();
  const vectorPaths = [{ windingRule: 'NONE', data: 'M 0 20 L 200 20' }];
  const id = create(store, 'VECTOR', store.currentPage, { width: 200, height: 40, vectorPaths, strokes: [RED], strokeWeight: 8, ...props }); // prettier-ignore
  const { svg } = exportSvg(store, store.get(id), { svgIdAttribute: true });
  const d = / d="([^"]*)"/.exec(svg)?.[1] ?? '';
  return { store, id, svg, box: boxOfLines(flatten(d))!, bounds: renderBounds(store, store.get(id))! };
}

describe('strokes that are drawn as by hand', () => {
  it('plain ones stay lines, an even profile too', () => {
    for (const variable of [null, { widthProfile: 'UNIFORM' }]) {
      const { svg } = drawn({ variableWidthStrokeProperties: variable });
      expect(svg).toContain('stroke-width="8"');
    }
  });

  it.each([
    ['WEDGE', 0, 4],
    ['MIRRORED_TAPER', 0, 4],
    ['EYE', 2, 4],
  ])('a profile %s is a filled path as broad as the stroke at most', (widthProfile, least, most) => {
    const { svg, box, bounds } = drawn({ variableWidthStrokeProperties: { widthProfile } });
    expect(svg).toContain('fill="#FF0000"');
    expect(svg).not.toContain('stroke-width');
    expect(box.height / 2).toBeGreaterThan(least);
    expect(box.height / 2).toBeCloseTo(most, 1);
    expect(bounds.height).toBeGreaterThanOrEqual(box.height - 0.01);
  });

  it('points of its own are met', () => {
    const points = [{ position: 0, width: 0 }, { position: 0.5, width: 2 }, { position: 1, width: 0.5 }]; // prettier-ignore
    const { box } = drawn({
      variableWidthStrokeProperties: { widthProfile: 'CUSTOM', variableWidthPoints: points },
    });
    expect(box.height).toBeCloseTo(16, 1);
  });

  it.each([
    ['dynamic', { type: 'DYNAMIC', frequency: 1, wiggle: 6, smoothen: 0.5 }],
    ['stretched brush', STRETCH],
    ['scattered brush', SCATTER],
  ])('a %s one is a filled path inside its bounds', (_, complexStrokeProperties) => {
    const { svg, box, bounds } = drawn({ complexStrokeProperties });
    expect(svg).toMatch(/<path id="Vector" d="M[^"]+" fill="#FF0000"\/>/);
    expect(box.height).toBeGreaterThan(2);
    expect(box.height).toBeLessThanOrEqual(bounds.height + 0.01);
  });

  it('a plugin sets and reads them', async () => {
    const { store, id } = drawn({});
    const { tell } = await openStand(undefined, { store });
    const said = await tell(`const node = await figma.getNodeByIdAsync(${JSON.stringify(id)});
      say(node.complexStrokeProperties.type, node.variableWidthStrokeProperties);
      node.variableWidthStrokeProperties = { widthProfile: 'WEDGE' };
      node.complexStrokeProperties = { type: 'DYNAMIC', frequency: 1, wiggle: 2, smoothen: 0 };
      say(node.complexStrokeProperties.wiggle, node.variableWidthStrokeProperties.widthProfile);`);
    expect(said).toEqual(['BASIC null', '2 WEDGE']);
  });
});
