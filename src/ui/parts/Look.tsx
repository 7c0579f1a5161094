// Settings in, the controls of the whole picture out: light, shadow, form, seed and model, what it becomes.
import { IconButton, IconShuffleSmall24 } from '@create-figma-plugin/ui';
import { BACKGROUNDS, SHADINGS, SIZES, type Background } from '../../core/sketch.ts';
import { MODELS, PANEL } from '../../words.ts';
import type { Models } from '../models/models.ts';
import { PresetRow } from '../presets/PresetRow.tsx';
import type { Presets } from '../presets/presets.ts';
import type { Session } from '../session/session.ts';
import type { State } from '../state.ts';
import { randomSeed } from '../seeds.ts';
import { Colour } from './Colour.tsx';
import { Lamps } from './Lamps.tsx';
import { OwnLights } from './OwnLights.tsx';
import { Row } from './Row.tsx';
import { SeedField } from './SeedField.tsx';
import { Segments } from './Segments.tsx';
import { Select } from './Select.tsx';
import { Shape } from './Shape.tsx';

const SHADOWS = {
  off: { shadow: false, shadowApart: false },
  in: { shadow: true, shadowApart: false },
  own: { shadow: true, shadowApart: true },
} as const;
const SHADING_OPTIONS = SHADINGS.map((value) => ({
  value,
  text: PANEL.shadings[value],
  title: PANEL.shadingTitle,
}));
/** What has a colour to choose. */
const SETS: readonly Background[] = ['sweep', 'gradient', 'table'];
/** No card has this id. */
const ADD = '+';
const SHADOW_OPTIONS = (['off', 'in', 'own'] as const).map((value) => ({
  value,
  text: PANEL.shadows[value],
}));

interface Props {
  state: State;
  session: Session;
  models: Models;
  presets: Presets;
}

export function Look({ state, session, models: own, presets }: Props) {
  const { settings, engine } = state;
  if (engine.phase !== 'ready') return null;
  const { models, studios } = engine.offer;
  // Pix2Pix as published chooses colours and light itself.
  const paints = models.find(({ id }) => id === settings.model)?.lit === false;
  const shadow = paints || !settings.shadow ? 'off' : settings.shadowApart ? 'own' : 'in';
  return (
    <section class="look" aria-label={PANEL.look} title={paints ? PANEL.ownLight : undefined}>
      <PresetRow presets={presets} disabled={paints} />
      <Row label={PANEL.light}>
        <Segments
          name="studio"
          label={PANEL.light}
          value={settings.studio}
          options={studios.map(({ id, name }) => ({ value: id, text: name }))}
          disabled={paints}
          onChoose={(studio) => session.choose({ studio })}
        />
      </Row>
      <Lamps lamps={settings.lamps} disabled={paints} onChoose={(lamps) => session.choose({ lamps })} />
      <OwnLights {...{ settings, session }} lights={state.lights ?? []} disabled={paints} />
      <Row label={PANEL.shadow}>
        <Segments
          name="shadow"
          label={PANEL.shadow}
          value={shadow}
          options={SHADOW_OPTIONS}
          disabled={paints}
          onChoose={(chosen) => session.choose(SHADOWS[chosen])}
        />
      </Row>
      <Row label={PANEL.shading}>
        <Segments
          name="shading"
          label={PANEL.shadingTitle}
          value={settings.shading}
          options={SHADING_OPTIONS}
          disabled={paints}
          onChoose={(shading) => session.choose({ shading })}
        />
      </Row>
      <Shape
        shape={settings.relief}
        surface={settings.surface}
        disabled={paints}
        onChoose={(change) => session.choose({ relief: { ...settings.relief, ...change } })}
        onSurface={(change) => session.choose({ surface: { ...settings.surface, ...change } })}
      />
      <Row label={PANEL.seed}>
        <Seed seed={settings.seed} disabled={paints} choose={(seed) => session.choose({ seed })} />
        <Select
          label={PANEL.model}
          value={settings.model}
          options={models.map(({ id, name }) => ({ value: id, text: name }))}
          more={{
            label: MODELS.group,
            value: null,
            act: true,
            options: [{ value: ADD, text: own.state.own.length > 0 ? MODELS.manage : MODELS.add }],
          }}
          onChoose={(model) => (model === ADD ? own.show(true) : session.choose({ model }))}
        />
      </Row>
      <Row label={PANEL.output}>
        <Select
          label={PANEL.size}
          value={String(settings.size)}
          options={SIZES.map((size) => ({ value: String(size), text: PANEL.pixels(size) }))}
          onChoose={(chosen) => {
            const size = SIZES.find((size) => String(size) === chosen);
            if (size) session.choose({ size });
          }}
        />
        <Select
          label={PANEL.background}
          value={settings.background}
          options={BACKGROUNDS.map((value) => ({ value, text: PANEL.backgrounds[value] }))}
          onChoose={(background) => session.choose({ background })}
        />
      </Row>
      {SETS.includes(settings.background) && (
        <Row label={PANEL.backdrop}>
          <Colour
            colour={settings.backdrop}
            palette={state.palette ?? []}
            onChoose={(backdrop) => session.choose({ backdrop })}
          />
        </Row>
      )}
    </section>
  );
}

function Seed({
  seed,
  disabled,
  choose,
}: {
  seed: number;
  disabled: boolean;
  choose: (seed: number) => void;
}) {
  return (
    <>
      <div class="seed">
        <SeedField label={PANEL.seed} seed={seed} disabled={disabled} choose={choose} />
      </div>
      <IconButton
        aria-label={PANEL.roll}
        title={PANEL.roll}
        disabled={disabled}
        onClick={() => choose(randomSeed())}
      >
        <IconShuffleSmall24 />
      </IconButton>
    </>
  );
}
