// Materials on lit balls and the chosen one in, a field that opens them as a grid with a search out.
// A combobox whose list is a grid: letters search, the arrow keys go along the balls, Enter chooses (WAI-ARIA
// APG).
import { IconChevronDown16 } from '@create-figma-plugin/ui';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Rgba } from '../../core/sketch.ts';
import { PANEL } from '../../words.ts';
import { target } from '../explore/grid-navigation.ts';
import { materialsCalled, type NamesOfMaterial } from '../material-search.ts';
import { Opener, placePopover, useLeaving, type OpenPopover } from './Opener.tsx';
import { Swatch } from './Swatch.tsx';

interface Material {
  id: string;
  name: string;
}

interface Props {
  value: string;
  materials: readonly Material[];
  names: NamesOfMaterial;
  /** In the order of `materials`; null until they are lit. */
  swatches: Rgba | null;
  onChoose: (id: string) => void;
}

const ACROSS = 6;

export function Materials({ value, materials, names, swatches, onChoose }: Props) {
  const index = materials.findIndex(({ id }) => id === value);
  const text = materials[index]?.name ?? value;
  return (
    <Opener
      className="select material"
      label={`${PANEL.material}: ${text}`}
      has="dialog"
      disabled={materials.length === 0}
      list={(opened) => (
        <Grid
          {...{ value, materials, names, swatches, opened }}
          onChoose={(id) => {
            onChoose(id);
            opened.close(true);
          }}
        />
      )}
    >
      <Swatch swatches={swatches} index={index} />
      <span class="cut">{text}</span>
      <IconChevronDown16 />
    </Opener>
  );
}

function Grid({ value, materials, names, swatches, opened, onChoose }: Props & { opened: OpenPopover }) {
  const { id: boxId, button, close } = opened;
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(value);
  const found = materialsCalled(materials, names, typed);
  const at = Math.max(
    0,
    found.findIndex(({ id }) => id === active),
  );
  const optionId = (id: string) => `${boxId}-${id}`;
  useLeaving(box, button, () => close(false));
  useLayoutEffect(() => {
    if (box.current) placePopover(box.current, button);
    if (box.current) box.current.style.minHeight = `${box.current.offsetHeight}px`; // fewer are found: it stays
    box.current?.querySelector('input')?.focus();
  }, []);
  useLayoutEffect(() => {
    box.current?.querySelector('.swatch-active')?.scrollIntoView({ block: 'nearest' });
  }, [active, typed]);
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    const to = target(event.key, at, ACROSS, found.length);
    const now = found[at];
    if (to !== null) setActive(found[to]?.id ?? active);
    else if (event.key === 'Enter' && now) onChoose(now.id);
    else if (event.key === 'Escape' || event.key === 'Tab') close(true);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={box}
      id={boxId}
      class="menu materials"
      role="dialog"
      aria-label={PANEL.material}
      onKeyDown={keys}
    >
      <input
        type="text"
        class="materials-search"
        role="combobox"
        aria-label={PANEL.findMaterial}
        placeholder={PANEL.findMaterial}
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={found.length > 0 ? `${boxId}-list` : undefined}
        aria-activedescendant={found[at] && optionId(found[at].id)}
        value={typed}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          const first = materialsCalled(materials, names, currentTarget.value)[0];
          if (first && currentTarget.value) setActive(first.id);
        }}
      />
      {found.length > 0 && (
        <div id={`${boxId}-list`} class="materials-grid" role="listbox" aria-label={PANEL.material}>
          {found.map((one, k) => (
            <div
              key={one.id}
              id={optionId(one.id)}
              role="option"
              class={k === at ? 'swatch-option swatch-active' : 'swatch-option'}
              aria-selected={one.id === value}
              aria-label={one.name}
              onPointerMove={() => setActive(one.id)}
              onPointerDown={(event) => event.preventDefault()} // the focus stays where letters are typed
              onClick={() => onChoose(one.id)}
            >
              <Swatch swatches={swatches} index={materials.indexOf(one)} />
            </div>
          ))}
        </div>
      )}
      <p class="materials-name" role="status">
        {found[at]?.name ?? PANEL.noMaterial}
      </p>
    </div>
  );
}
