// A photo of a sheet and where its corners are thought to be in, the photo with four corners to drag out.
import { useEffect, useRef } from 'preact/hooks';
import { isSheet } from '../../core/photo/straighten.ts';
import type { Corner, Corners } from '../../core/photo-tune.ts';
import type { Box, Sketch } from '../../core/sketch.ts';
import { PHOTO } from '../../words.ts';
import { viewBoxOfText } from '../../core/svg/viewbox.ts';
import { relativeTo } from '../geometry.ts';
import { at, percent } from '../parts/at.ts';
import { useFile } from '../parts/useFile.ts';
import { cornerByKey, withCorner } from './sheet.ts';

interface Props {
  sketch: Sketch;
  /** The drawing's coordinates that the photo covers. */
  box: Box;
  corners: Corners;
  onMove: (corners: Corners) => void;
}

export function SheetCorners({ sketch: { svg, name }, box, corners, onMove }: Props) {
  const image = useFile(svg, 'image/svg+xml');
  const area = useRef<HTMLDivElement>(null);
  const held = useRef<number | null>(null);
  useEffect(() => area.current?.querySelector<HTMLElement>('.sheet-corner')?.focus(), []);
  const aspect = box.width / box.height;
  const style = { aspectRatio: String(aspect), width: `min(100cqw, ${100 * aspect}cqh)` };
  const under = ({ clientX, clientY }: PointerEvent): Corner => {
    const { left, top, width, height } = area.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return [(clientX - left) / width, (clientY - top) / height];
  };
  const outline = `M${corners.map((corner) => corner.join(' ')).join('L')}Z`;
  return (
    <div class={isSheet(corners) ? 'sheet' : 'sheet sheet-crossed'}>
      <div class="layer">
        <div ref={area} class="framed" style={style}>
          <div class="sheet-image">
            {image && (
              <img
                src={image}
                alt={PHOTO.image(name)}
                draggable={false}
                style={at(relativeTo(box, viewBoxOfText(svg) ?? box))}
              />
            )}
          </div>
          <svg class="sheet-lines" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
            <path class="sheet-around" d={`M0 0H1V1H0Z${outline}`} />
            <path class="sheet-outline" d={outline} />
          </svg>
          {corners.map((corner, index) => (
            <div
              key={index}
              class="sheet-corner"
              role="slider"
              tabIndex={0}
              aria-label={PHOTO.corners[index]}
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={Math.round(100 * corner[0])}
              aria-valuetext={PHOTO.place(corner)}
              style={{ left: percent(corner[0]), top: percent(corner[1]) }}
              onPointerDown={(event) => {
                if (event.button !== 0) return;
                event.currentTarget.setPointerCapture(event.pointerId);
                held.current = event.pointerId;
              }}
              onPointerMove={(event) =>
                held.current === event.pointerId && onMove(withCorner(corners, index, under(event)))
              }
              onPointerUp={() => (held.current = null)}
              onPointerCancel={() => (held.current = null)}
              onKeyDown={(event) => {
                const to = cornerByKey(corner, event.key, event.shiftKey);
                if (!to) return;
                event.preventDefault();
                onMove(withCorner(corners, index, to));
              }}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
