// The file's looks by name in, one line of the settings out: a menu of them and of what can be done with them,
// or the field in which one is named.
import { IconChevronDown16 } from '@create-figma-plugin/ui';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { MOST_NAME } from '../../schemas/preset.ts';
import { PRESETS } from '../../words.ts';
import { Menu } from '../parts/Menu.tsx';
import { Row } from '../parts/Row.tsx';
import type { Presets } from './presets.ts';

export function PresetRow({ presets, disabled }: { presets: Presets; disabled: boolean }) {
  const { state, last } = presets;
  if (!state.presets) return null;
  return (
    <Row label={PRESETS.row}>
      {state.naming ? (
        <Naming
          key={state.naming}
          start={state.naming === 'last' ? (last?.name ?? '') : ''}
          end={presets.named}
        />
      ) : (
        <Kept {...{ presets, disabled }} />
      )}
    </Row>
  );
}

/** Ids are letters and digits alone. */
const ACTS = { keep: '+keep', change: '+change', rename: '+rename', forget: '+forget' } as const;

function Kept({ presets, disabled }: { presets: Presets; disabled: boolean }) {
  const { state, last, isWorn } = presets;
  const all = state.presets ?? [];
  const text = last ? (isWorn ? last.name : PRESETS.changed(last.name)) : PRESETS.none;
  const own = last
    ? [
        ...(isWorn ? [] : [{ value: ACTS.change, text: PRESETS.change(last.name) }]),
        { value: ACTS.rename, text: PRESETS.rename(last.name) },
        { value: ACTS.forget, text: PRESETS.forget(last.name) },
      ]
    : [];
  return (
    <Menu<string>
      className="select"
      label={`${PRESETS.label}: ${text}`}
      disabled={disabled}
      groups={[
        ...(all.length > 0
          ? [
              {
                label: PRESETS.label,
                value: isWorn ? (last?.id ?? null) : null,
                options: all.map(({ id, name }) => ({ value: id, text: name })),
              },
            ]
          : []),
        {
          label: PRESETS.acts,
          value: null,
          act: true,
          options: [{ value: ACTS.keep, text: PRESETS.keep }, ...own],
        },
      ]}
      onChoose={(chosen) => {
        if (chosen === ACTS.keep) presets.name('new');
        else if (chosen === ACTS.rename) presets.name('last');
        else if (chosen === ACTS.change) presets.change();
        else if (chosen === ACTS.forget) presets.forget();
        else presets.take(chosen);
      }}
    >
      <span class="cut">{text}</span>
      <IconChevronDown16 />
    </Menu>
  );
}

/** Enter keeps the name, and so does leaving the field, as with names of layers in Figma; Esc gives up. */
function Naming({ start, end }: { start: string; end: (name: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const given = useRef(false);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const give = (name: string) => {
    if (given.current) return;
    given.current = true;
    end(name);
  };
  return (
    <input
      ref={field}
      type="text"
      class="naming"
      aria-label={PRESETS.name}
      placeholder={PRESETS.name}
      autocomplete="off"
      spellcheck={false}
      maxLength={MOST_NAME}
      defaultValue={start}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        give(event.key === 'Enter' ? event.currentTarget.value : '');
      }}
      onBlur={(event) => give(event.currentTarget.value)}
    />
  );
}
