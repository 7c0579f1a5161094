// The drawing's parts in, a list to choose from out: colours and names; arrow keys go along it, Shift adds.
import { useEffect, useRef } from 'preact/hooks';
import { PANEL } from '../../words.ts';
import type { Called } from '../same-parts.ts';
import { Name } from './Name.tsx';
import { isMore } from './Pointing.tsx';

interface Props {
  parts: readonly Called[];
  pointed: string | null;
  selected: readonly string[];
  onPoint: (key: string | null) => void;
  /** `more`: with the key that adds. */
  onSelect: (key: string, more: boolean) => void;
}

export function PartList({ parts, pointed, selected, onPoint, onSelect }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const reachable = Math.max(
    0,
    parts.findIndex(({ key }) => key === selected[0]),
  );
  useEffect(() => {
    const chosen = list.current?.querySelector('[aria-selected="true"]');
    chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected]);
  const keys = (event: KeyboardEvent) => {
    const options = [...(list.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
    const now = options.indexOf(event.target as HTMLElement);
    const steps: Record<string, number> = { ArrowRight: now + 1, ArrowDown: now + 1 };
    Object.assign(steps, { ArrowLeft: now - 1, ArrowUp: now - 1, Home: 0, End: options.length - 1 });
    const to = options[Math.max(0, Math.min(options.length - 1, steps[event.key] ?? now))];
    if (event.key === 'Enter' || event.key === ' ') {
      const part = parts[now];
      if (part) onSelect(part.key, isMore(event));
    } else if (event.key in steps) to?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={list}
      class="part-list"
      role="listbox"
      aria-label={PANEL.partsList}
      aria-multiselectable
      onKeyDown={keys}
      onPointerLeave={() => onPoint(null)}
    >
      {parts.map(({ key, text, colour }, index) => (
        <div
          key={key}
          role="option"
          class={key === pointed ? 'part part-pointed' : 'part'}
          tabIndex={index === reachable ? 0 : -1}
          aria-label={text}
          aria-selected={selected.includes(key)}
          onFocus={() => onPoint(key)}
          onBlur={() => onPoint(null)}
          onPointerEnter={() => onPoint(key)}
          onClick={(event) => onSelect(key, isMore(event))}
        >
          <span class="chit" style={{ background: colour }} />
          <Name text={text} />
        </div>
      ))}
    </div>
  );
}
