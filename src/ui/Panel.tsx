// State and stores in, the window that stays out: three tabs.
// In the first the picture, how it should look, and Place.
import { Tabs } from '@create-figma-plugin/ui';
import { MODELS, PANEL, WORDS } from '../words.ts';
import { ExploreView } from './explore/ExploreView.tsx';
import type { Explore as ExploreStore } from './explore/explore.ts';
import { HistoryView } from './history/HistoryView.tsx';
import type { History } from './history/history.ts';
import { ManyView } from './many/ManyView.tsx';
import type { Many as ManyStore } from './many/many.ts';
import type { Models as ModelsStore } from './models/models.ts';
import type { NamesOfMaterial } from './material-search.ts';
import { ModelsView } from './models/ModelsView.tsx';
import { ResizeCorner } from './parts/ResizeCorner.tsx';
import { Foot } from './parts/Foot.tsx';
import { PictureControls } from './parts/PictureControls.tsx';
import { PartControls } from './parts/PartControls.tsx';
import { Segments } from './parts/Segments.tsx';
import { Shortcuts } from './parts/Shortcuts.tsx';
import { PhotoLook } from './photo/PhotoLook.tsx';
import type { Presets } from './presets/presets.ts';
import { isPhoto } from './photo/traced.ts';
import { useStraight } from './photo/useStraight.ts';
import type { StageProps } from './parts/PreviewPicture.tsx';
import { PreviewStage } from './parts/PreviewStage.tsx';
import { shownOf } from './shown.ts';
import { TABS, VIEWS } from './state.ts';

const VIEW_OPTIONS = VIEWS.map((value) => ({
  value,
  text: PANEL.views[value],
  title: PANEL.viewTitles[value],
}));
const TAB_OPTIONS = TABS.map((tab) => ({ value: PANEL.tab[tab], children: null }));

interface Props extends StageProps {
  names: NamesOfMaterial;
  explore: ExploreStore;
  history: History;
  many: ManyStore;
  models: ModelsStore;
  presets: Presets;
}

export function Panel({ state, session, lamps, names, explore, history, many, models, presets }: Props) {
  const { tab } = state;
  return (
    <main class="panel">
      <h1 class="unseen">{WORDS.panelTitle}</h1>
      <div class="tabs" role="radiogroup" aria-label={PANEL.tabs}>
        <Tabs
          name="tab"
          value={PANEL.tab[tab]}
          options={TAB_OPTIONS}
          onValueChange={(chosen: string) => {
            const found = TABS.find((one) => PANEL.tab[one] === chosen);
            if (models.state.open) models.show(false);
            if (found) session.tab(found);
          }}
        />
      </div>
      {models.state.open ? (
        <div class="tab">
          <ModelsView models={models} used={state.settings.model} />
        </div>
      ) : tab === 'realize' ? (
        <Realize {...{ state, session, lamps, names, many, models, presets }} />
      ) : tab === 'explore' ? (
        <div class="tab">
          <ExploreView explore={explore} />
        </div>
      ) : (
        <div class="tab">
          <HistoryView history={history} />
        </div>
      )}
      {models.state.hovered && <p class="models-drop">{MODELS.drop}</p>}
      {state.help && <Shortcuts close={() => session.help(false)} />}
      <ResizeCorner onResize={session.resize} />
    </main>
  );
}

function Realize({
  state,
  session,
  lamps,
  names,
  many,
  models,
  presets,
}: Omit<Props, 'explore' | 'history'>) {
  const straight = useStraight(state, session);
  return (
    <div class="realize">
      <div class="views">
        <Segments
          name="view"
          label={PANEL.view}
          value={state.view}
          options={VIEW_OPTIONS}
          disabled={!shownOf(state)}
          onChoose={session.view}
        />
      </div>
      <PreviewStage {...{ state, session, lamps, straight }} />
      <div class="settings">
        {state.view === 'parts' && shownOf(state) ? (
          <PartControls {...{ state, session, names }} />
        ) : isPhoto(state) && (state.view === 'lines' || !shownOf(state)) ? (
          <PhotoLook {...{ state, session, straight }} />
        ) : (
          <PictureControls {...{ state, session, models, presets }} />
        )}
      </div>
      {(many.waiting > 1 || many.state.running || many.state.ended) && <ManyView many={many} />}
      <Foot state={state} session={session} />
    </div>
  );
}
