// What is shown of the drawing in, the picture exactly where the drawing is out.
// Over it lies what the view at hand adds.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Picture, Shown } from '../../core/picture.ts';
import type { Box } from '../../core/sketch.ts';
import { PANEL } from '../../words.ts';
import { viewBoxOfText } from '../../core/svg/viewbox.ts';
import { relativeTo, steady, unionOf } from '../geometry.ts';
import type { Draft, Result } from '../state.ts';
import type { Zoom } from '../zoom.ts';
import { at } from './at.ts';
import { usePainted } from './usePainted.ts';

interface Props {
  shown: Draft | Result;
  /** It shows an earlier state of the drawing. */
  dimmed: boolean;
  zoom: Zoom;
  /** `frame`: what is shown, in the drawing's coordinates; `style`: the place of it on the stage. */
  children: (frame: Box, style: Record<string, string>) => ComponentChildren;
}

export function Preview({ shown, dimmed, zoom, children }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const image: Picture | Shown = 'shown' in shown.made ? shown.made.shown : shown.made.picture;
  const painted = usePainted(canvas, image, zoom.scale) ?? image;
  const { svg, name } = shown.drawing.sketch;
  const before = useRef<Box | null>(null);
  const frame = steady(before.current, unionOf(viewBoxOfText(svg) ?? painted.box, painted.box));
  before.current = frame;
  const aspect = frame.width / frame.height;
  // Of the layer: as wide as it is, or as its height allows.
  const style = {
    aspectRatio: String(aspect),
    width: `min(100cqw, ${100 * aspect}cqh)`,
    ...(zoom.scale > 1 && {
      transform: `translate(${100 * zoom.x}cqw, ${100 * zoom.y}cqh) scale(${zoom.scale})`,
    }),
  };
  return (
    <div class={dimmed ? 'preview dimmed' : 'preview'}>
      <div class="layer">
        <div class="framed" style={style}>
          <canvas
            ref={canvas}
            role="img"
            aria-label={`${PANEL.picture}: ${name}`}
            data-made={'data' in painted ? 'draft' : 'full'}
            style={at(relativeTo(frame, painted.box))}
          />
        </div>
      </div>
      {children(frame, style)}
    </div>
  );
}
