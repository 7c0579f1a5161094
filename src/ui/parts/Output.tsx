// Settings and generators in, what the picture becomes out: generator and seed, size, shadow, what lies
// behind, what it is called.
import { IconButton, IconShuffleSmall24 } from '@create-figma-plugin/ui';
import { BACKGROUNDS, SIZES, type Background, type Settings } from '../../core/sketch.ts';
import type { Named } from '../../protocol/plugin.ts';
import { MODELS, NAMING, PANEL } from '../../words.ts';
import type { Loaded } from '../engine/connection.ts';
import type { Models } from '../models/models.ts';
import { randomSeed } from '../seeds.ts';
import type { Session } from '../session/session.ts';
import type { State } from '../state.ts';
import { ColourField } from './ColourField.tsx';
import { NameField } from './NameField.tsx';
import { Row } from './Row.tsx';
import { SeedField } from './SeedField.tsx';
import { Segments } from './Segments.tsx';
import { Select } from './Select.tsx';

const SHADOWS = {
  off: { shadow: false, shadowApart: false },
  in: { shadow: true, shadowApart: false },
  own: { shadow: true, shadowApart: true },
} as const;
const SHADOW_OPTIONS = (['off', 'in', 'own'] as const).map((value) => ({
  value,
  text: PANEL.shadows[value],
}));
/** What has a colour to choose. */
const SETS: readonly Background[] = ['sweep', 'gradient', 'table'];
/** No card has this id. */
const ADD = '+';

interface Props {
  /** Of the drawing at hand. */
  name: string;
  /** Of a file: longest side in pixels, or pixels a unit, such as "2x". */
  fileSize: number | string;
  prefs: State['prefs'];
  settings: Settings;
  models: Loaded['models'];
  own: Models;
  palette: readonly Named[];
  session: Session;
  disabled: boolean;
}

export function Output(props: Props) {
  const { name, fileSize, prefs, settings, models, own, palette, session, disabled } = props;
  const shadow = disabled || !settings.shadow ? 'off' : settings.shadowApart ? 'own' : 'in';
  return (
    <>
      <Row label={PANEL.seed}>
        <Seed seed={settings.seed} disabled={disabled} choose={(seed) => session.choose({ seed })} />
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
      <Row label={PANEL.size}>
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
          <ColourField
            colour={settings.backdrop}
            palette={palette}
            onChoose={(backdrop) => session.choose({ backdrop })}
          />
        </Row>
      )}
      <Row label={PANEL.shadow}>
        <Segments
          name="shadow"
          label={PANEL.shadow}
          value={shadow}
          options={SHADOW_OPTIONS}
          disabled={disabled}
          onChoose={(chosen) => session.choose(SHADOWS[chosen])}
        />
      </Row>
      <Row label={NAMING.row}>
        <NameField
          pattern={prefs.naming}
          subject={{ sketch: { name }, settings, layerSize: settings.size, fileSize }}
          onChoose={(naming) => session.prefer({ naming })}
        />
      </Row>
    </>
  );
}

interface SeedProps {
  seed: number;
  disabled: boolean;
  choose: (seed: number) => void;
}

function Seed({ seed, disabled, choose }: SeedProps) {
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
