// How much of one picture lies over another in, the slider over both and the line that parts them out.
import { percent } from './at.ts';

interface Props {
  /** 0…1 */
  split: number;
  label: string;
  onSplit: (split: number) => void;
}

export function Split({ split, label, onSplit }: Props) {
  return (
    <>
      <input
        class="slider"
        type="range"
        min={0}
        max={1}
        step={0.01}
        value={split}
        aria-label={label}
        onInput={(event) => onSplit(Number(event.currentTarget.value))}
      />
      <div
        class={split === 0 || split === 1 ? 'divider divider-end' : 'divider'}
        style={{ left: `clamp(8px, ${percent(split)}, 100% - 8px)` }}
        aria-hidden="true"
      />
    </>
  );
}
