// In: shapes as they were read, what effects say of the surfaces of layers. Out: the same shapes, each with
// the surface that its layer has.
// Layers of one name may lie in one group: a layer's is the shape whose box is nearest to its own (nearest
// neighbour).
import type { LayerSurface } from '../layer-surface.ts';
import type { Shape } from './shape.ts';

export function withLayerSurfaces(shapes: readonly Shape[], said: readonly LayerSurface[]): readonly Shape[] {
  const surfaces = new Map<Shape, Shape['surface']>();
  for (const one of said)
    for (const shape of shapesOf(one, shapes)) {
      const { glass = false, grain = 0, speck = 0 } = surfaces.get(shape) ?? {};
      const rougher = one.grain > grain ? one : { grain, speck };
      surfaces.set(shape, { glass: glass || one.glass, grain: rougher.grain, speck: rougher.speck });
    }
  if (surfaces.size === 0) return shapes;
  return shapes.map((shape) => {
    const surface = surfaces.get(shape);
    return surface ? { ...shape, surface } : shape;
  });
}

/** None where the layer paints nothing that is drawn. */
function shapesOf({ names, sides, holds }: LayerSurface, shapes: readonly Shape[]): readonly Shape[] {
  const under = shapes.filter((shape) => names.every((name, i) => isCalled(shape.names[i], name)));
  if (holds) return under;
  const own = under.filter((shape) => shape.names.length === names.length);
  const far = own.map((shape) => farFrom(sides, shape));
  const nearest = own[far.indexOf(Math.min(...far))];
  // Fill upon fill, and a border drawn apart, are of one outline.
  return nearest ? own.filter(({ d }) => d === nearest.d) : [];
}

/** Figma counts layers of one name: "Ellipse", "Ellipse_2". */
function isCalled(written: string | undefined, name: string): boolean {
  return written === name || written?.replace(/_\d+$/, '') === name;
}

/** Sum of how far its sides are from these. */
function farFrom([left, top, right, bottom]: LayerSurface['sides'], { measure }: Shape): number {
  const { x, y, width, height } = measure.box;
  return Math.abs(x - left) + Math.abs(y - top) + Math.abs(x + width - right) + Math.abs(y + height - bottom);
}
