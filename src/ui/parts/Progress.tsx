// A sentence and a fraction in, a labelled bar out. Without a fraction it only says that something goes on.
import { PANEL } from '../../words.ts';

interface Props {
  text: string;
  /** 0…1, or null when nobody can know. */
  fraction: number | null;
}

export function Progress({ text, fraction }: Props) {
  const percent = fraction === null ? null : Math.round(fraction * 100);
  return (
    <div
      class={percent === null ? 'progress endless' : 'progress'}
      role="progressbar"
      aria-label={PANEL.progress}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
      aria-valuetext={text}
    >
      <div
        class="progress-bar"
        style={percent === null ? undefined : { transform: `scaleX(${percent / 100})` }}
      />
    </div>
  );
}
