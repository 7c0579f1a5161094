// A button's content and what it opens in, both out: the button tells what is open, and what is open lies
// beside it.
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

/** Px between what is open and its button, and the window's edge. */
const GAP_PX = 4;
const EDGE_PX = 8;

export interface OpenPopover {
  id: string;
  button: HTMLButtonElement;
  /** `back`: the focus goes back to the button. */
  close: (back: boolean) => void;
}

interface Props {
  label: string;
  className: string;
  has: 'menu' | 'dialog';
  disabled: boolean;
  /** What the button shows. */
  children: ComponentChildren;
  list: (opened: OpenPopover) => ComponentChildren;
}

export function Opener({ label, className, has, disabled, children, list }: Props) {
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
        aria-haspopup={has}
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
      {open && button.current && list({ id, button: button.current, close })}
    </>
  );
}

/** Closes what is open once something else is pressed, or the window is left or gets another size. */
export function useLeaving(
  opened: RefObject<HTMLElement | null>,
  button: HTMLElement,
  leave: () => void,
): void {
  useEffect(() => {
    const outside = (event: Event) => {
      const target = event.target as Node;
      if (!opened.current?.contains(target) && !button.contains(target)) leave();
    };
    document.addEventListener('pointerdown', outside, true);
    window.addEventListener('resize', leave);
    window.addEventListener('blur', leave);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      window.removeEventListener('resize', leave);
      window.removeEventListener('blur', leave);
    };
  }, []);
}

/** Below its button, or above where there is more room; never out of the window. */
export function placePopover(menu: HTMLElement, button: HTMLElement): void {
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
