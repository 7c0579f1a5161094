// In: drawings. Out: how much more contrast the light makes of what paints light and shade itself than of the
// same form in one colour: by region and by drawing, in the default choice of drawn shading and with it kept.
import { smoothRegions, type SmoothRegions } from '../../src/core/appearance/smooth-regions.ts';
import type { Surface } from '../../src/core/light/pack.ts';
import { shade } from '../../src/core/light/shade.ts';
import { openMemo } from '../../src/core/memo.ts';
import type { Parts } from '../../src/core/parts/parts.ts';
import { openPipeline } from '../../src/core/pipeline.ts';
import { PLAIN, isRefusal, type Rgba, type Settings, type Sketch } from '../../src/core/sketch.ts';
import { openEngine } from '../engine.ts';
import { contrastsOf, flattened, type Contrast } from './contrast.ts';

const SIZE = 512;
/** How much more contrast than wanted nobody minds. */
const MOST = 1.3;
const WATCH = { progress: () => {}, cancelled: () => Promise.resolve(false) };

/** What one run lit, unlit and lit. */
interface Lit {
  surface: Surface;
  image: Rgba;
}

type Named = Contrast & { of: string };

/**
 * Two lines, on regions and on drawings, each with those that are farthest above the limit; a third on those
 * that could not be measured.
 */
export async function measureContrast(sketches: readonly Sketch[], name: string): Promise<string[]> {
  const { engine, cards } = await openEngine();
  const { model, light } = cards;
  const plain: Settings = {
    ...PLAIN,
    model: model.id,
    studio: light.defaultStudio,
    size: SIZE,
    shadow: false,
  };
  const all: Named[] = [];
  const refused: string[] = [];
  for (const sketch of sketches) {
    const flat: { image: Rgba; regions: SmoothRegions }[] = [];
    const run = async (shading: Settings['shading']): Promise<Lit | string> => {
      const seen: Lit[] = [];
      const lit: typeof shade = async (surface, lamp, goOn, strip) => {
        const image = await shade(surface, lamp, goOn, strip);
        // What is lit to find the parts' gains is seen by nobody, and what stands behind glass has no parts.
        if (!image || !surface.gains || surface.found.parts.length === 0) return image;
        seen.push({ surface, image });
        if (shading === 'keep' && seen.length === 1) {
          const regions = regionsOf(surface.found, surface.maps.base);
          const base = flattened(surface.maps.base, regions);
          const even = await shade(
            { ...surface, maps: { ...surface.maps, base } },
            { ...lamp, strips: openMemo() },
            goOn,
            strip,
          );
          if (even) flat.push({ image: even, regions });
        }
        return image;
      };
      const made = await openPipeline(engine, cards, lit).realize(sketch, { ...plain, shading }, WATCH);
      return isRefusal(made) ? made.refused : (seen[0] ?? 'nothing was lit');
    };
    const [softened, kept] = [await run(PLAIN.shading), await run('keep')];
    const [even] = flat;
    const why = [softened, kept, even ?? 'cancelled'].find((one) => typeof one === 'string');
    if (typeof softened === 'string' || typeof kept === 'string' || !even) {
      refused.push(`${sketch.name} (${why})`);
      continue;
    }
    const images = { softened: softened.image, kept: kept.image, flat: even.image };
    const found = contrastsOf(even.regions, kept.surface.maps.base, images);
    all.push(...found.map((one) => ({ ...one, of: sketch.name })));
  }
  return [...report(all, name, sketches.length), ...linesOf(refused, name)];
}

const regionsOf = (found: Parts, base: Uint8Array): SmoothRegions =>
  smoothRegions(
    found,
    base,
    found.parts.map(() => true),
    null,
  );

/** What could not be measured is told, and why. */
const linesOf = (refused: readonly string[], name: string): string[] =>
  refused.length === 0 ? [] : [`${name}, not measured: ${refused.length}: ${refused.join(', ')}`];

function report(all: readonly Named[], name: string, count: number): string[] {
  const names = [...new Set(all.map(({ of }) => of))];
  const drawings = names.map((of) => pooled(all.filter((one) => one.of === of)));
  return [
    line(`${name}, regions that paint shade`, all),
    line(`${name}, drawings with such regions (of ${count})`, drawings),
  ];
}

/** Variances are means over pixels. */
function pooled(regions: readonly Named[]): Named {
  const pixels = regions.reduce((sum, one) => sum + one.pixels, 0);
  const of = (key: 'drawn' | 'softened' | 'kept' | 'wanted'): number =>
    Math.sqrt(regions.reduce((sum, one) => sum + one.pixels * one[key] ** 2, 0) / pixels);
  return {
    of: regions[0]!.of,
    pixels,
    drawn: of('drawn'),
    softened: of('softened'),
    kept: of('kept'),
    wanted: of('wanted'),
  };
}

function line(what: string, all: readonly Named[]): string {
  if (all.length === 0) return `${what}: none`;
  const sorted = (key: 'softened' | 'kept'): Named[] =>
    [...all].sort((a, b) => a[key] / a.wanted - b[key] / b.wanted);
  const said = (key: 'softened' | 'kept'): string => {
    const by = sorted(key);
    const [half, most] = [0.5, 0.9].map(
      (share) => by[Math.min(by.length - 1, Math.floor(share * by.length))]!,
    );
    const above = by.filter((one) => one[key] > MOST * one.wanted).length;
    const times = [half!, most!].map((one) => (one[key] / one.wanted).toFixed(2));
    return `${times[0]} times the wanted contrast at the median, ${times[1]} at the 90th percentile, above ${MOST}: ${above} of ${all.length}`;
  };
  const worst = sorted('softened')
    .reverse()
    .slice(0, 8)
    .map(
      ({ of, softened, wanted }) => `${of} ${(softened / wanted).toFixed(2)} (${wanted.toFixed(3)} wanted)`,
    );
  return `${what}: ${said('softened')}; kept: ${said('kept')}. Farthest: ${worst.join(', ')}`;
}
