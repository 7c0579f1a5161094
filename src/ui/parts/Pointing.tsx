// Parts and which of them is meant in, marks over the picture out, and which one the pointer means.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PartsSeen } from '../../core/parts-seen.ts';
import type { Box } from '../../core/sketch.ts';
import { partAt, silhouette } from '../labels.ts';
import { relativeTo } from '../geometry.ts';
import type { Located } from '../state.ts';
import { at } from './at.ts';

interface Props {
  parts: Located;
  frame: Box;
  style: Record<string, string>;
  pointed: string | null;
  selected: readonly string[];
  onPoint: (key: string | null) => void;
  /** `more`: with the key that adds. */
  onSelect: (key: string | null, more: boolean) => void;
}

/** Figma's blue of what is selected. */
const BLUE = [13, 153, 255] as const;

export function Pointing({ parts, frame, style, pointed, selected, onPoint, onSelect }: Props) {
  const framed = useRef<HTMLDivElement>(null);
  const keyAt = (event: MouseEvent) => {
    const box = framed.current;
    return box ? keyUnder(parts, frame, box, { x: event.clientX, y: event.clientY }) : null;
  };
  return (
    <>
      <div class="layer">
        <div class="framed" ref={framed} style={style}>
          {selected.map((key) => (
            <Mark key={key} seen={parts.seen} part={key} veil={0} style={at(relativeTo(frame, parts.box))} />
          ))}
          {pointed !== null && !selected.includes(pointed) && (
            <Mark seen={parts.seen} part={pointed} veil={0.25} style={at(relativeTo(frame, parts.box))} />
          )}
        </div>
      </div>
      <div
        class="pad pad-parts"
        onPointerMove={(event) => onPoint(keyAt(event))}
        onPointerLeave={() => onPoint(null)}
        onClick={(event) => onSelect(keyAt(event), isMore(event))}
      />
    </>
  );
}

/** The key that adds to what is chosen. */
export const isMore = (event: MouseEvent | KeyboardEvent): boolean =>
  event.shiftKey || event.ctrlKey || event.metaKey;

/** The part under a point of the window, given the element that shows the frame. */
export function keyUnder(
  parts: Located,
  frame: Box,
  shown: Element,
  { x, y }: { x: number; y: number },
): string | null {
  const on = shown.getBoundingClientRect();
  const right = frame.x + ((x - on.left) / on.width) * frame.width;
  const down = frame.y + ((y - on.top) / on.height) * frame.height;
  return partAt(parts, right, down)?.key ?? null;
}

interface MarkProps {
  seen: PartsSeen;
  part: string;
  veil: number;
  style: Record<string, string>;
}

function Mark({ seen, part, veil, style }: MarkProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = seen;
  useLayoutEffect(() => {
    const shown = canvas.current;
    const context = shown?.getContext('2d');
    if (!shown || !context) return;
    // As wide as two pixels of the screen, however large it is shown.
    const rim = Math.max(1, Math.round((2 * width) / Math.max(1, shown.clientWidth)));
    context.putImageData(
      new ImageData(silhouette(seen, part, { ink: BLUE, veil, rim }), width, height),
      0,
      0,
    );
  }, [seen, part, veil]);
  return <canvas ref={canvas} class="mark" {...{ width, height, style }} aria-hidden="true" />;
}
