// Settings in, the controls of the picture's look out: light, size, seed, shadow, model.
import {
  Dropdown,
  IconButton,
  IconShuffleSmall24,
  SegmentedControl,
  TextboxNumeric,
  Toggle,
} from '@create-figma-plugin/ui';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { SIZES } from '../../core/sketch.ts';
import { PANEL } from '../../words.ts';
import type { Session } from '../session.ts';
import type { State } from '../state.ts';

/** Seeds are for people: short enough to write on a sticky note. */
const SEEDS = 10_000;

export function Look({ state, session }: { state: State; session: Session }) {
  const { settings, engine } = state;
  if (engine.phase !== 'ready') return null;
  const { models, studios } = engine.offer;
  // Pix2Pix as published chooses colours and light itself.
  const own = models.find(({ id }) => id === settings.model)?.lit === false;
  const choose = (
    name: string,
    label: string,
    value: string,
    options: { value: string; children: string }[],
    disabled = false,
  ) => (
    <Row label={label}>
      <div role="radiogroup" aria-label={label}>
        <SegmentedControl
          name={name}
          value={value}
          options={options}
          disabled={disabled}
          onValueChange={(chosen: string) => pick(name, chosen)}
        />
      </div>
    </Row>
  );
  const pick = (name: string, chosen: string) => {
    if (name === 'studio') session.choose({ studio: chosen });
    for (const size of SIZES) if (name === 'size' && String(size) === chosen) session.choose({ size });
  };
  return (
    <section class="look" title={own ? PANEL.ownLight : undefined}>
      {choose(
        'studio',
        PANEL.light,
        settings.studio,
        studios.map(({ id, name }) => ({ value: id, children: name })),
        own,
      )}
      {choose(
        'size',
        PANEL.size,
        String(settings.size),
        SIZES.map((size) => ({ value: String(size), children: String(size) })),
      )}
      <Row label={PANEL.seed}>
        <Seed seed={settings.seed} disabled={own} choose={(seed) => session.choose({ seed })} />
        <Toggle
          value={settings.shadow && !own}
          disabled={own}
          onValueChange={(shadow: boolean) => session.choose({ shadow })}
        >
          {PANEL.shadow}
        </Toggle>
      </Row>
      {models.length > 1 ? (
        <Row label={PANEL.model}>
          <Dropdown
            aria-label={PANEL.model}
            role="combobox"
            value={settings.model}
            options={models.map(({ id, name }) => ({ value: id, text: name }))}
            onValueChange={(model: string) => session.choose({ model })}
          />
        </Row>
      ) : (
        <Row label={PANEL.model}>
          <span class="cut">{models[0]?.name}</span>
        </Row>
      )}
    </section>
  );
}

function Row({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="row">
      <span class="quiet">{label}</span>
      <div class="row-controls">{children}</div>
    </div>
  );
}

/** The number follows the keys; it counts once it is a whole number in range. */
function Seed({
  seed,
  disabled,
  choose,
}: {
  seed: number;
  disabled: boolean;
  choose: (seed: number) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <>
      <div class="seed">
        <TextboxNumeric
          aria-label={PANEL.seed}
          integer
          minimum={0}
          maximum={SEEDS - 1}
          disabled={disabled}
          value={typed ?? String(seed)}
          onValueInput={setTyped}
          onNumericValueInput={(value: number | null) => value !== null && choose(value)}
          onBlur={() => setTyped(null)}
        />
      </div>
      <IconButton
        aria-label={PANEL.roll}
        title={PANEL.roll}
        disabled={disabled}
        onClick={() => choose(Math.floor(Math.random() * SEEDS))}
      >
        <IconShuffleSmall24 />
      </IconButton>
    </>
  );
}
