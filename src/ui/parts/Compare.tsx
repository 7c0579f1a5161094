// A drawing and its place in, the drawing over the picture out; a slider shows how much of it lies on top.
import { PANEL } from '../../words.ts';
import type { Box, Sketch } from '../../core/sketch.ts';
import { viewBoxOfText } from '../../core/svg/viewbox.ts';
import { relativeTo } from '../geometry.ts';
import { at, percent } from './at.ts';
import { Split } from './Split.tsx';
import { useFile } from './useFile.ts';

interface Props {
  sketch: Sketch;
  frame: Box;
  style: Record<string, string>;
  split: number;
  onSplit: (split: number) => void;
}

export function Compare({ sketch: { svg, name }, frame, style, split, onSplit }: Props) {
  const before = useFile(svg, 'image/svg+xml');
  return (
    <>
      <div class="layer paper" style={{ clipPath: `inset(0 ${percent(1 - split)} 0 0)` }}>
        <div class="framed" style={style}>
          {before && (
            <img
              src={before}
              alt={`${PANEL.drawing}: ${name}`}
              style={at(relativeTo(frame, viewBoxOfText(svg) ?? frame))}
            />
          )}
        </div>
      </div>
      <Split split={split} label={PANEL.compare} onSplit={onSplit} />
      {split > 0.25 && <span class="tag tag-left">{PANEL.drawing}</span>}
      {split < 0.75 && <span class="tag tag-right">{PANEL.picture}</span>}
    </>
  );
}
