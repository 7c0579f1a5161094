// Groups of choices in, a button that opens them as Figma's dark menu out.
// The library's Dropdown has no roles that a screen reader could follow and knows one group only, so that
// this is ours, in its measures.
import { IconCheck16 } from '@create-figma-plugin/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

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

/** Px between the menu and its button, and the window's edge. */
const GAP_PX = 4;
const EDGE_PX = 8;

export function Menu<T extends string>({ label, children, groups, onChoose, disabled, className }: Props<T>) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (back: boolean) => {
    setOpen(false);
    if (back) button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={className}
        disabled={disabled}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (open || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {open && button.current && (
        <List
          {...{ id, label, groups, close }}
          button={button.current}
          onChoose={(value) => {
            onChoose(value);
            close(true);
          }}
        />
      )}
    </>
  );
}

interface ListProps<T extends string> extends Pick<Props<T>, 'label' | 'groups' | 'onChoose'> {
  id: string;
  button: HTMLButtonElement;
  close: (back: boolean) => void;
}

function List<T extends string>({ id, label, groups, button, onChoose, close }: ListProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  useLayoutEffect(() => {
    if (list.current) settle(list.current, button);
    (items().find((item) => item.ariaChecked === 'true') ?? items()[0])?.focus();
  }, []);

  useEffect(() => {
    const outside = (event: Event) => {
      const target = event.target as Node;
      if (!list.current?.contains(target) && !button.contains(target)) close(false);
    };
    const away = () => close(false);
    document.addEventListener('pointerdown', outside, true);
    window.addEventListener('resize', away);
    window.addEventListener('blur', away);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      window.removeEventListener('resize', away);
      window.removeEventListener('blur', away);
    };
  }, []);

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

/** Below its button, or above where there is more room; never out of the window. */
function settle(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = innerHeight - at.bottom - GAP_PX - EDGE_PX;
  const above = at.top - GAP_PX - EDGE_PX;
  const up = height > below && above > below;
  const room = Math.min(height, up ? above : below);
  menu.style.maxHeight = `${Math.floor(room)}px`;
  menu.style.minWidth = `${Math.floor(at.width)}px`;
  menu.style.top = `${up ? at.top - GAP_PX - room : at.bottom + GAP_PX}px`;
  const left = Math.min(at.left, innerWidth - EDGE_PX - Math.max(width, at.width));
  menu.style.left = `${Math.max(EDGE_PX, left)}px`;
}
