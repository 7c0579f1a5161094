// The store of the user's own generators in, its view out: the list, the file that is tried, how to add one.
import { Button, IconActionBackSmall24, IconButton } from '@create-figma-plugin/ui';
import { useEffect, useRef } from 'preact/hooks';
import { MODELS } from '../../words.ts';
import { Hint } from '../parts/Hint.tsx';
import { Command } from './Command.tsx';
import { ModelItem } from './ModelItem.tsx';
import './models.css';
import type { Models as Store } from './models.ts';
import { TrialTiles } from './TrialTiles.tsx';

/** `used`: id of the generator that is chosen. */
export function ModelsView({ models, used }: { models: Store; used: string }) {
  const { own, trial, told, command } = models.state;
  const back = trial ? models.cancel : () => models.show(false);
  useKeys(back);
  return (
    <section class="models" aria-label={MODELS.title} aria-busy={trial?.tiles.includes(null) ?? false}>
      <header class="models-head">
        <IconButton aria-label={MODELS.back} title={MODELS.back} onClick={back}>
          <IconActionBackSmall24 />
        </IconButton>
        <h2 class="cut">{trial ? MODELS.trying(trial.name) : MODELS.title}</h2>
      </header>
      {trial ? (
        <TrialTiles trial={trial} models={models} />
      ) : own.length > 0 ? (
        <ul class="models-list" aria-label={MODELS.list}>
          {own.map((one) => (
            <ModelItem key={one.card.id} own={one} models={models} used={used === one.card.id} />
          ))}
        </ul>
      ) : (
        <div class="models-none">
          <Hint text={MODELS.empty} drawn={false} />
        </div>
      )}
      <p class="models-told" role="status">
        {told}
      </p>
      {command && <Command text={command} />}
      {trial ? (
        <Button fullWidth secondary onClick={models.cancel}>
          {MODELS.cancel}
        </Button>
      ) : (
        <Choose models={models} text={own.length > 0 ? MODELS.another : MODELS.choose} />
      )}
    </section>
  );
}

function Choose({ models, text }: { models: Store; text: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".onnx,.data,.onnx_data"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) void models.add(files);
          currentTarget.value = ''; // the same file may be chosen again
        }}
      />
      <Button fullWidth secondary onClick={() => input.current?.click()}>
        {text}
      </Button>
    </>
  );
}

/** Esc goes one step back, and neither it nor Enter means the panel behind. */
function useKeys(back: () => void): void {
  const latest = useRef(back);
  latest.current = back;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      const at = event.target instanceof Element ? event.target : document.body;
      if (at.matches('input[type="text"]')) return;
      if (event.key === 'Escape') latest.current();
      else if (event.key !== 'Enter' || at.matches('button, input')) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, []);
}
