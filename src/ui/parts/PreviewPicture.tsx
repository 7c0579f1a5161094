// State in, the picture out, with what the view lays over it: the light to turn, parts to point at, the
// drawing to compare with, open ends.
import { useRef } from 'preact/hooks';
import { openingsTold } from '../advice.ts';
import { tunedLamps, type Lamp } from '../lamps.ts';
import type { Session } from '../session/session.ts';
import { isStale, shownOf } from '../shown.ts';
import type { State } from '../state.ts';
import { Compare } from './Compare.tsx';
import { Light } from './Light.tsx';
import { Openings } from './Openings.tsx';
import { keyUnder, Pointing } from './Pointing.tsx';
import { Preview } from './Preview.tsx';
import { useZooming } from './useZooming.ts';

export interface StageProps {
  state: State;
  session: Session;
  lamps: ReadonlyMap<string, readonly Lamp[]>;
}

export function PreviewPicture({ state, session, lamps }: StageProps) {
  const openings = openingsTold(state);
  const { view, parts, pointed, selected, split, settings, zoom } = state;
  const stage = useRef<HTMLDivElement>(null);
  const shown = shownOf(state);
  if (!shown) return null;
  return (
    <div ref={stage} class="whole" {...useZooming(zoom, session.zoom)}>
      <Preview shown={shown} dimmed={isStale(state)} zoom={zoom}>
        {(frame, style) => (
          <>
            {view === 'compare' ? (
              <Compare
                sketch={shown.drawing.sketch}
                {...{ frame, style, split }}
                onSplit={(to) => session.split(to)}
              />
            ) : view === 'parts' && parts ? (
              <Pointing
                {...{ parts, frame, style, pointed, selected }}
                onPoint={session.point}
                onSelect={session.pick}
              />
            ) : (
              <Light
                light={settings.light}
                lamps={tunedLamps(lamps.get(settings.studio) ?? [], settings.lamps)}
                hinted={zoom.scale === 1}
                onTurn={(light) => session.choose({ light })}
                onClick={(x, y) => {
                  const framed = stage.current?.querySelector('.framed');
                  const key = framed && parts && keyUnder(parts, frame, framed, { x, y });
                  if (!key) return;
                  session.view('parts');
                  session.pick(key, false);
                }}
              />
            )}
            {openings.length > 0 && <Openings {...{ openings, frame, style }} />}
          </>
        )}
      </Preview>
    </div>
  );
}
