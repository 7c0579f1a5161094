// The window's size in, a grip at its lower right corner out.
// The library's useWindowResize has no grip that can be seen or reached by keys, and does not tell when a
// drag ends.
import { useRef } from 'preact/hooks';
import { LEAST_PANEL } from '../../protocol/placing.ts';
import { PANEL } from '../../words.ts';

/** Px. */
const MOST = { width: 900, height: 900 };
const STEP_PX = 20;

const clamp = (value: number, side: 'width' | 'height') =>
  Math.round(Math.max(LEAST_PANEL[side], Math.min(MOST[side], value)));

export function ResizeCorner({ onResize }: { onResize: (width: number, height: number) => void }) {
  const held = useRef<{ x: number; y: number } | null>(null);
  /** What was asked for by keys: the window follows a little later, and the next press counts from here. */
  const asked = useRef<{ width: number; height: number } | null>(null);
  const to = (width: number, height: number) => {
    const size = { width: clamp(width, 'width'), height: clamp(height, 'height') };
    onResize(size.width, size.height);
    return size;
  };
  return (
    <button
      type="button"
      class="corner"
      aria-label={PANEL.resize}
      title={PANEL.resize}
      onPointerDown={(event) => {
        asked.current = null;
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { x: innerWidth - event.clientX, y: innerHeight - event.clientY };
      }}
      onPointerMove={(event) => {
        if (held.current) to(event.clientX + held.current.x, event.clientY + held.current.y);
      }}
      onPointerUp={() => (held.current = null)}
      onPointerCancel={() => (held.current = null)}
      onKeyDown={(event) => {
        const right = { ArrowRight: STEP_PX, ArrowLeft: -STEP_PX }[event.key] ?? 0;
        const down = { ArrowDown: STEP_PX, ArrowUp: -STEP_PX }[event.key] ?? 0;
        if (right === 0 && down === 0) return;
        event.preventDefault();
        const { width, height } = asked.current ?? { width: innerWidth, height: innerHeight };
        asked.current = to(width + right, height + down);
      }}
      onBlur={() => (asked.current = null)}
    >
      <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
        <path d="M7.5.5l-7 7M7.5 4l-3.5 3.5" />
      </svg>
    </button>
  );
}
