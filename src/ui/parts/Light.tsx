// The light's angles in, a pad over the whole preview out: a drag turns the light.
// A click means the part under the pointer. A ball in the corner shows where the light comes from.
import { IconButton, IconReset16 } from '@create-figma-plugin/ui';
import { useRef } from 'preact/hooks';
import { PANEL } from '../../words.ts';
import type { Lamp } from '../lamps.ts';
import { dragged, turnedByKey, type LightAngles as Angles } from '../turning.ts';
import { Ball } from './Ball.tsx';

interface Props {
  light: Angles;
  lamps: readonly Lamp[];
  /** What a drag does is said in the corner, unless the picture reaches it or the light was turned before. */
  hinted: boolean;
  onTurn: (light: Angles) => void;
  /** Pressed and let go on the same spot, in px of the window. */
  onClick: (x: number, y: number) => void;
}

/** Px: less is a click with a trembling hand. */
const MOVED_PX = 4;
/** Ms: what people and systems take for a double click; a single one waits as long. */
const TWICE_MS = 250;

export function Light({ light, lamps, hinted, onTurn, onClick }: Props) {
  const held = useRef<{ id: number; x: number; y: number; from: Angles; moved: boolean } | null>(null);
  const click = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isTurned = light.azimuth !== 0 || light.elevation !== 0;
  return (
    <>
      <div
        class="pad pad-light"
        role="slider"
        tabIndex={0}
        aria-label={PANEL.turnLight}
        aria-valuemin={-180}
        aria-valuemax={180}
        aria-valuenow={Math.round(light.azimuth)}
        aria-valuetext={PANEL.turned(light)}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          held.current = {
            id: event.pointerId,
            x: event.clientX,
            y: event.clientY,
            from: light,
            moved: false,
          };
        }}
        onPointerMove={(event) => {
          const down = held.current;
          if (down?.id !== event.pointerId) return;
          const [x, y] = [event.clientX - down.x, event.clientY - down.y];
          down.moved ||= Math.hypot(x, y) >= MOVED_PX;
          const { width, height } = event.currentTarget.getBoundingClientRect();
          if (down.moved) onTurn(dragged(down.from, x / width, y / height));
        }}
        onPointerUp={(event) => {
          const down = held.current;
          held.current = null;
          clearTimeout(click.current);
          const { clientX, clientY } = event;
          if (down && !down.moved) click.current = setTimeout(() => onClick(clientX, clientY), TWICE_MS);
        }}
        onDblClick={() => {
          clearTimeout(click.current);
          onTurn({ azimuth: 0, elevation: 0 });
        }}
        onPointerCancel={() => (held.current = null)}
        onKeyDown={(event) => {
          const to = turnedByKey(light, event.key, event.shiftKey);
          if (!to) return;
          event.preventDefault();
          onTurn(to);
        }}
      />
      {hinted && !isTurned && (
        <span class="tag tag-left drag-hint" aria-hidden="true">
          {PANEL.dragHint}
        </span>
      )}
      <div class="lamp">
        {isTurned && (
          <IconButton
            aria-label={PANEL.asStudio}
            title={PANEL.asStudio}
            onClick={() => onTurn({ azimuth: 0, elevation: 0 })}
          >
            <IconReset16 />
          </IconButton>
        )}
        <Ball lamps={lamps} light={light} />
      </div>
    </>
  );
}
