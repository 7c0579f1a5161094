// In: a Form, its Figure and appearance, a studio. Out: the lit picture on what lies behind it,
// and its shadow where that is apart.
import { channelAt, type LightCard, materialChannels } from '../card.ts';
import type { Rasterise } from '../engine.ts';
import type { Grid } from '../image/grid.ts';
import type { Bounce } from '../light/bounce.ts';
import { layBackdrop } from '../light/backdrop.ts';
import { compose, type Lighting } from '../light/compose.ts';
import type { Feet } from '../light/ground-contact.ts';
import type { Surface } from '../light/pack.ts';
import { openMirror } from '../light/reflection.ts';
import { isSet, setSubjectOf, shadowOn } from '../light/studio-set.ts';
import { glassOver, type Passing } from '../light/ground-glass.ts';
import { layShadow, shadowApart, trimmed } from '../light/ground-shadow.ts';
import { drawLarge } from '../light/large-picture.ts';
import type { Box, Rgba, Settings } from '../sketch.ts';
import type { Texture } from '../texture/texture.ts';
import type { Drawn } from '../way.ts';
import type { Figure } from './figure.ts';
import type { FigureRelief } from './relief.ts';
import type { Form } from './form.ts';
import type { FigureAppearance } from './appearance.ts';

export interface Setting {
  grid: Grid;
  /** It is made in bands, and `figure` has half its size. */
  large: boolean;
  /** Empty where no shadow is wanted. */
  feet: readonly Feet[];
  /** What the shadow's own picture covers; null: there is none. */
  below: Box | null;
  background: Settings['background'];
  backdrop: Settings['backdrop'];
  /** Of what stands, where a shadow or a set is wanted. */
  standing: readonly Feet[];
  rasterise: Rasterise;
}

export interface Lit {
  form: Form;
  figure: Figure;
  appearance: FigureAppearance;
  relief: FigureRelief;
  /** One a view: per sample of its square, how much of the key light is seen. */
  seen: readonly Float32Array[];
  /** Null: no part wears one. */
  texture: Texture | null;
  /** As in Surface. */
  gains: Float32Array | null;
  bounce: Bounce | null;
}

/** What the light takes, in the drawing's own colours. */
export function surfaceOf({
  form,
  figure,
  appearance,
  relief,
  seen,
  bounce,
}: Omit<Lit, 'texture' | 'gains'>): Surface {
  const { parts, samplers, zones, seams } = figure;
  return {
    found: parts,
    maps: appearance.maps,
    views: form.views,
    samplers,
    zones,
    seams,
    relief: relief.bevel && { ...relief, bevel: relief.bevel, seen },
    texture: null,
    gains: null,
    bounce,
  };
}

/** Null: asked to stop. */
export async function lightPicture(
  { form, figure, appearance, relief, seen, texture, gains, bounce }: Lit,
  { grid, large, feet, standing, below, background, backdrop, rasterise }: Setting,
  lighting: Lighting,
  goOn: (fraction: number) => Promise<boolean>,
): Promise<Pick<Drawn, 'image' | 'ground'> | null> {
  const { scene, views } = form;
  const { parts, samplers } = figure;
  const { ofParts, shading } = appearance;
  const { studio } = lighting;
  const place = setSubjectOf(scene.found.object, standing, studio.shadow.towards);
  const behind = { background, backdrop, place, drawing: scene.drawing, rasterise };
  const mirror = background === 'table' ? openMirror(grid) : null;
  const lay = (image: Rgba, over: Grid): void => {
    mirror?.lay(image, over, standing);
    layBackdrop(image, over, behind);
  };
  const passing = passingOf(appearance, lighting.card);
  const shadows = feet.map((one) => ({ feet: one, glass: glassOver(one.grid, parts, passing) }));
  const shadowed = isSet(background) ? shadowOn(backdrop, studio) : studio;
  // Where the shadow is apart what lies behind goes with it: the picture stays a cut-out.
  const finish = (image: Rgba, over: Grid): void => {
    mirror?.take(image, over);
    if (below) return;
    for (const one of shadows) layShadow(image, over, one, shadowed);
    lay(image, over);
  };
  const image = large
    ? await drawLarge(
        { scene, views, parts, samplers, appearance: ofParts, shading, relief, seen, texture, gains, bounce },
        grid,
        {
          lamp: lighting,
          rasterise,
          finish,
          goOn,
        },
      )
    : await compose(
        { ...surfaceOf({ form, figure, appearance, relief, seen, bounce }), texture, gains },
        lighting,
        goOn,
      );
  if (!image) return null;
  if (!('png' in image)) finish(image, grid);
  const ground = below && shadowApart(grid, shadows, shadowed, below);
  if (ground) lay(ground.image, ground.grid);
  const lower = ground && trimmed(ground.image, ground.grid);
  return { image, ground: lower && { image: lower.image, box: lower.grid.box } };
}

/** Per part, how much of the light it lets through and in which colour. */
function passingOf({ maps, ofParts }: FigureAppearance, card: LightCard): Passing {
  const channels = materialChannels(card);
  const at = channelAt(channels, 'transmission');
  return { clear: maps.materials.map((values) => values[at]!), colours: ofParts.colours };
}
