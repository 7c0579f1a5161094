// Groups of choices in, a button that opens them as Figma's dark menu out.
// The library's Dropdown has no roles that a screen reader could follow and knows one group only, so that
// this is ours, in its measures.
import { IconCheck16 } from '@create-figma-plugin/ui';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Opener, placePopover, useLeaving, type OpenPopover } from './Opener.tsx';

export interface Group<T extends string> {
  /** Told, and shown above where there are several groups. */
  label: string;
  value: T | null;
  /** `not`: why this one cannot be chosen now. */
  options: readonly { value: T; text: string; not?: string | undefined }[];
  /** They do something, and are not one of several that is chosen. */
  act?: boolean;
}

interface Props<T extends string> {
  label: string;
  /** What the button shows. */
  children: ComponentChildren;
  groups: readonly Group<T>[];
  onChoose: (value: T) => void;
  disabled?: boolean;
  className: string;
}

export function Menu<T extends string>({ label, children, groups, onChoose, disabled, className }: Props<T>) {
  return (
    <Opener
      {...{ label, className, children }}
      has="menu"
      disabled={disabled === true}
      list={({ id, button, close }) => (
        <List
          {...{ id, label, groups, button, close }}
          onChoose={(value) => {
            onChoose(value);
            close(true);
          }}
        />
      )}
    />
  );
}

interface ListProps<T extends string> extends Pick<Props<T>, 'label' | 'groups' | 'onChoose'>, OpenPopover {}

function List<T extends string>({ id, label, groups, button, onChoose, close }: ListProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  useLayoutEffect(() => {
    if (list.current) placePopover(list.current, button);
    (items().find((item) => item.ariaChecked === 'true') ?? items()[0])?.focus();
  }, []);

  useLeaving(list, button, () => close(false));

  const keys = (event: KeyboardEvent) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = (index: number) => all[(index + all.length) % all.length]?.focus();
    if (event.key === 'ArrowDown') to(at + 1);
    else if (event.key === 'ArrowUp') to(at - 1);
    else if (event.key === 'Home') to(0);
    else if (event.key === 'End') to(-1);
    else if (event.key === 'Escape' || event.key === 'Tab') close(true);
    else if (/^\S$/u.test(event.key)) {
      const starts = (item: HTMLElement) =>
        item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase());
      [...all.slice(at + 1), ...all].find(starts)?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={list} id={id} class="menu" role="menu" aria-label={label} onKeyDown={keys}>
      {groups.map((group) => (
        <div key={group.label} class="menu-group" role="group" aria-label={group.label}>
          {groups.filter(({ act }) => !act).length > 1 && (
            <div class="menu-label" aria-hidden="true">
              {group.label}
            </div>
          )}
          {group.options.map(({ value, text, not }) => (
            <button
              key={value}
              type="button"
              class="menu-item"
              role={group.act ? 'menuitem' : 'menuitemradio'}
              aria-checked={group.act ? undefined : value === group.value}
              aria-disabled={not !== undefined}
              tabIndex={-1}
              onClick={() => not === undefined && onChoose(value)}
              onPointerMove={(event) => event.currentTarget.focus()}
            >
              <span class="menu-check">{value === group.value && <IconCheck16 />}</span>
              {text}
              {not !== undefined && <span class="menu-not">{not}</span>}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
