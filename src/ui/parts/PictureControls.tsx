// Settings in, the controls of the whole picture out: looks by name, and one of three sections, so that all
// of them fit.
import { PANEL } from '../../words.ts';
import { SECTIONS } from '../../protocol/placing.ts';
import type { Models } from '../models/models.ts';
import { PresetRow } from '../presets/PresetRow.tsx';
import type { Presets } from '../presets/presets.ts';
import { fileSide } from '../session/export.ts';
import type { Session } from '../session/session.ts';
import type { State } from '../state.ts';
import { LightControls } from './LightControls.tsx';
import { Output } from './Output.tsx';
import { Segments } from './Segments.tsx';
import { SurfaceControls } from './SurfaceControls.tsx';

const SECTION_OPTIONS = SECTIONS.map((value) => ({
  value,
  text: PANEL.sections[value],
  title: PANEL.sectionTitles[value],
}));

interface Props {
  state: State;
  session: Session;
  models: Models;
  presets: Presets;
}

export function PictureControls({ state, session, models: own, presets }: Props) {
  const { settings, engine, prefs } = state;
  if (engine.phase !== 'ready') return null;
  const { models, studios } = engine.offer;
  // Pix2Pix as published chooses colours and light itself.
  const paints = models.find(({ id }) => id === settings.model)?.lit === false;
  return (
    <section class="look" aria-label={PANEL.look} title={paints ? PANEL.ownLight : undefined}>
      <PresetRow presets={presets} disabled={paints} />
      <Segments
        name="section"
        label={PANEL.section}
        value={prefs.section}
        options={SECTION_OPTIONS}
        onChoose={(section) => session.prefer({ section })}
      />
      {prefs.section === 'lighting' ? (
        <LightControls {...{ settings, session, studios }} lights={state.lights ?? []} disabled={paints} />
      ) : prefs.section === 'surface' ? (
        <SurfaceControls {...{ settings, session }} disabled={paints} />
      ) : (
        <Output
          {...{ settings, prefs, session, models, own }}
          fileSize={fileSide(state) ?? `${prefs.scale}x`}
          name={state.drawing?.sketch.name ?? PANEL.drawing}
          palette={state.palette ?? []}
          disabled={paints}
        />
      )}
    </section>
  );
}
