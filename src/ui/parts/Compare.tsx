// A drawing and its picture in, both exactly over each other out; a slider shows how much of the drawing lies on top.
import { PANEL } from '../../words.ts';
import type { Box } from '../../core/sketch.ts';
import { frameBoth, viewBoxOf } from '../geometry.ts';
import type { Result } from '../state.ts';
import { useFile } from './useFile.ts';

interface Props {
  result: Result;
  split: number;
  onSplit: (split: number) => void;
}

const percent = (fraction: number) => `${fraction * 100}%`;

const at = ({ x, y, width, height }: Box) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
});

export function Compare({ result, split, onSplit }: Props) {
  const { picture } = result.made;
  const { svg, name } = result.drawing.sketch;
  const after = useFile(picture.png, 'image/png');
  const before = useFile(svg, 'image/svg+xml');
  const framing = frameBoth(viewBoxOf(svg) ?? picture.box, picture.box);
  const frame = {
    aspectRatio: String(framing.aspect),
    // Of the layer: as wide as it is, or as its height allows.
    width: `min(100cqw, ${100 * framing.aspect}cqh)`,
  };
  return (
    <div class="compare">
      <div class="layer">
        <div class="framed" style={frame}>
          {after && <img src={after} alt={`${PANEL.picture}: ${name}`} style={at(framing.picture)} />}
        </div>
      </div>
      <div class="layer paper" style={{ clipPath: `inset(0 ${percent(1 - split)} 0 0)` }}>
        <div class="framed" style={frame}>
          {before && <img src={before} alt={`${PANEL.drawing}: ${name}`} style={at(framing.drawing)} />}
        </div>
      </div>
      <input
        class="slider"
        type="range"
        min={0}
        max={1}
        step={0.01}
        value={split}
        aria-label={PANEL.compare}
        onInput={(event) => onSplit(Number(event.currentTarget.value))}
      />
      <div
        class={split === 0 || split === 1 ? 'divider divider-end' : 'divider'}
        style={{ left: `clamp(8px, ${percent(split)}, 100% - 8px)` }}
        aria-hidden="true"
      />
      {split > 0.25 && <span class="tag tag-left">{PANEL.drawing}</span>}
      {split > 0 && split < 0.75 && <span class="tag tag-right">{PANEL.picture}</span>}
    </div>
  );
}
