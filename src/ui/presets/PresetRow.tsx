// The file's looks by name in, one line of the settings out: a menu of them and of what can be done with
// them, or the field in which one is named.
import { IconChevronDown16 } from '@create-figma-plugin/ui';
import { PRESETS } from '../../words.ts';
import { Menu } from '../parts/Menu.tsx';
import { RenameField } from '../parts/RenameField.tsx';
import { Row } from '../parts/Row.tsx';
import type { Presets } from './presets.ts';

export function PresetRow({ presets, disabled }: { presets: Presets; disabled: boolean }) {
  const { state, last } = presets;
  if (!state.presets) return null;
  return (
    <Row label={PRESETS.row}>
      {state.naming ? (
        <RenameField
          key={state.naming}
          label={PRESETS.name}
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
