// One generator of the user's own in, its row out: its name to edit, what is known of it, Use and Remove.
import { Button, Textbox } from '@create-figma-plugin/ui';
import { useState } from 'preact/hooks';
import { MODELS } from '../../words.ts';
import type { Models } from './models.ts';
import type { OwnModel } from './state.ts';

export function ModelItem({ own, models, used }: { own: OwnModel; models: Models; used: boolean }) {
  const { card, onnx, ms, licence, kept } = own;
  const [typed, setTyped] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  const where = kept === null ? MODELS.keeping : kept ? MODELS.kept : MODELS.session;
  return (
    <li class="model">
      <div class="model-name">
        <Textbox
          aria-label={MODELS.name}
          value={typed ?? card.name}
          onValueInput={setTyped}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Escape') setTyped(null);
            if (event.key === 'Enter' || event.key === 'Escape') (event.currentTarget as HTMLElement).blur();
          }}
          onBlur={() => {
            if (typed !== null) models.rename(card.id, typed);
            setTyped(null);
          }}
        />
      </div>
      <p class="quiet">{MODELS.facts(onnx.length, ms, licence, where)}</p>
      <div class="model-actions">
        <Button secondary disabled={used} onClick={() => models.use(card.id)}>
          {used ? MODELS.used : MODELS.use}
        </Button>
        <Button
          secondary
          danger={sure}
          onBlur={() => setSure(false)}
          onClick={() => (sure ? models.remove(card.id) : setSure(true))}
        >
          {sure ? MODELS.removeSure : MODELS.remove}
        </Button>
      </div>
    </li>
  );
}
