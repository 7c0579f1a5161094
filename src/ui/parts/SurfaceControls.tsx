// Settings in, the controls of all surfaces out: form, edges, roughness and texture, and what becomes of
// drawn shading.
import { SHADINGS, type Settings } from '../../core/sketch.ts';
import { PANEL } from '../../words.ts';
import type { Session } from '../session/session.ts';
import { Row } from './Row.tsx';
import { Segments } from './Segments.tsx';
import { FormControls } from './FormControls.tsx';

const SHADING_OPTIONS = SHADINGS.map((value) => ({
  value,
  text: PANEL.shadings[value],
  title: PANEL.shadingTitle,
}));

interface Props {
  settings: Settings;
  session: Session;
  disabled: boolean;
}

export function SurfaceControls({ settings, session, disabled }: Props) {
  return (
    <>
      <FormControls
        shape={settings.relief}
        surface={settings.surface}
        disabled={disabled}
        onChoose={(change) => session.choose({ relief: { ...settings.relief, ...change } })}
        onSurface={(change) => session.choose({ surface: { ...settings.surface, ...change } })}
      />
      <Row label={PANEL.shading}>
        <Segments
          name="shading"
          label={PANEL.shadingTitle}
          value={settings.shading}
          options={SHADING_OPTIONS}
          disabled={disabled}
          onChoose={(shading) => session.choose({ shading })}
        />
      </Row>
    </>
  );
}
