// How the lights of the set-up are wished in, their controls out: which one, and where it stands, how strong,
// soft and warm.
import { RangeSlider } from '@create-figma-plugin/ui';
import { useState } from 'preact/hooks';
import { LAMPS_AS_SET_UP, type LampTunes as Tunes, type LampTune } from '../../core/lamp-tune.ts';
import { LIGHTS } from '../../words.ts';
import { Row } from './Row.tsx';
import { Segments } from './Segments.tsx';

const NAMES = ['0', '1', '2'] as const;
type Name = (typeof NAMES)[number] | 'all';

const OPTIONS: readonly { value: Name; text: string; title: string }[] = [
  { value: 'all', text: LIGHTS.all, title: LIGHTS.allTitle },
  ...NAMES.map((value, k) => ({ value, text: LIGHTS.lamp[k]!, title: LIGHTS.lampTitles[k]! })),
];
const { titles } = LIGHTS;

interface Props {
  lamps: Tunes | null;
  disabled: boolean;
  onChoose: (lamps: Tunes | null) => void;
}

export function LampControls({ lamps, disabled, onChoose }: Props) {
  const [shown, show] = useState<Name>('all');
  const at = shown === 'all' ? -1 : Number(shown);
  const tunes = lamps ?? LAMPS_AS_SET_UP;
  const tune = tunes[at];
  const change = (more: Partial<LampTune>): void =>
    onChoose(tunes.map((one, k) => (k === at ? { ...one, ...more } : one)) as unknown as Tunes);
  return (
    <>
      <Row label={LIGHTS.lamps}>
        <Segments
          name="lamp"
          label={LIGHTS.lampsTitle}
          value={shown === 'all' && lamps ? null : shown}
          options={OPTIONS}
          disabled={disabled}
          onChoose={(name) => {
            show(name);
            if (name === 'all') onChoose(null);
          }}
        />
      </Row>
      {tune && (
        <>
          <Row label={LIGHTS.around}>
            <Slider
              title={titles.azimuth}
              most={180}
              value={tune.azimuth}
              onInput={(azimuth) => change({ azimuth })}
            />
            <span class="quiet">{LIGHTS.height}</span>
            <Slider
              title={titles.elevation}
              most={80}
              value={tune.elevation}
              onInput={(elevation) => change({ elevation })}
            />
          </Row>
          <Row label={LIGHTS.strength}>
            <Slider
              title={titles.strength}
              value={tune.strength}
              onInput={(strength) => change({ strength })}
            />
            <span class="quiet">{LIGHTS.softness}</span>
            <Slider
              title={titles.softness}
              value={tune.softness}
              onInput={(softness) => change({ softness })}
            />
            <span class="quiet">{LIGHTS.warmth}</span>
            <Slider title={titles.warmth} value={tune.warmth} onInput={(warmth) => change({ warmth })} />
          </Row>
        </>
      )}
    </>
  );
}

interface SliderProps {
  title: string;
  value: number;
  /** Degrees to both sides; left out: a share, 0…1. */
  most?: number;
  onInput: (value: number) => void;
}

function Slider({ title, value, most, onInput }: SliderProps) {
  return (
    <RangeSlider
      aria-label={title}
      aria-valuetext={most === undefined ? LIGHTS.share(value) : LIGHTS.degrees(value)}
      title={title}
      minimum={most === undefined ? 0 : -most}
      maximum={most ?? 1}
      increment={most === undefined ? 0.05 : 5}
      value={String(value)}
      onNumericValueInput={onInput}
    />
  );
}
