// The window that stays (about 360 × 640): whose picture, the picture, how it should look, Place.
import { SegmentedControl } from '@create-figma-plugin/ui';
import { PANEL } from '../words.ts';
import { Foot } from './parts/Foot.tsx';
import { Look } from './parts/Look.tsx';
import { Stage } from './parts/Stage.tsx';
import type { Session } from './session.ts';
import type { State, View } from './state.ts';

const VIEWS: { value: View; children: string }[] = [
  { value: 'picture', children: PANEL.picture },
  { value: 'lines', children: PANEL.lines },
  { value: 'form', children: PANEL.form },
];

export function Panel({ state, session }: { state: State; session: Session }) {
  const { drawing, result, view } = state;
  return (
    <main class="panel">
      <header class="head">
        {drawing && <h1 class="cut">{drawing.sketch.name}</h1>}
        {drawing && drawing.total > 1 && <span class="quiet">{PANEL.of(drawing.index, drawing.total)}</span>}
        <div role="radiogroup" aria-label={PANEL.view}>
          <SegmentedControl
            name="view"
            value={view}
            options={VIEWS}
            disabled={!result}
            onValueChange={(chosen: string) => {
              const found = VIEWS.find(({ value }) => value === chosen);
              if (found) session.view(found.value);
            }}
          />
        </div>
      </header>
      <Stage state={state} session={session} />
      <Look state={state} session={session} />
      <Foot state={state} session={session} />
    </main>
  );
}
