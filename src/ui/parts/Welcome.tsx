// Nothing in, the first run's sample out: a drawing, the picture of it, and one sentence.
// It goes with the first selection, or when it is clicked.
import { Button } from '@create-figma-plugin/ui';
import { PANEL } from '../../words.ts';
import sample from './sample.webp';

export function Welcome({ onSeen }: { onSeen: () => void }) {
  return (
    <div class="hint" role="status">
      <img class="sample" src={sample} alt={PANEL.welcomeAlt} />
      <p>{PANEL.welcome}</p>
      <Button secondary onClick={onSeen}>
        {PANEL.gotIt}
      </Button>
    </div>
  );
}
