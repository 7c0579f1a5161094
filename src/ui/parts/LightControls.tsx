// Settings and set-ups in, the controls of the light out: which set-up, its lamps one by one, lights of the
// user's own.
import type { OwnLight } from '../../core/lamp-tune.ts';
import type { Settings } from '../../core/sketch.ts';
import { PANEL } from '../../words.ts';
import type { Loaded } from '../engine/connection.ts';
import type { Session } from '../session/session.ts';
import { LampControls } from './LampControls.tsx';
import { OwnLights } from './OwnLights.tsx';
import { Row } from './Row.tsx';
import { Segments } from './Segments.tsx';

interface Props {
  settings: Settings;
  studios: Loaded['studios'];
  lights: readonly OwnLight[];
  session: Session;
  disabled: boolean;
}

export function LightControls({ settings, studios, lights, session, disabled }: Props) {
  return (
    <>
      <Row label={PANEL.light}>
        <Segments
          name="studio"
          label={PANEL.light}
          value={settings.studio}
          options={studios.map(({ id, name }) => ({ value: id, text: name }))}
          disabled={disabled}
          onChoose={(studio) => session.choose({ studio })}
        />
      </Row>
      <LampControls
        lamps={settings.lamps}
        disabled={disabled}
        onChoose={(lamps) => session.choose({ lamps })}
      />
      <OwnLights {...{ settings, session, lights, disabled }} />
    </>
  );
}
