// What the grid is made of in, controls out: where colours come from, materials, seed, how many.
import {
  IconButton,
  IconChevronDown16,
  IconRefresh16,
  IconShuffleSmall24,
  TextboxNumeric,
  Toggle,
} from '@create-figma-plugin/ui';
import { useState } from 'preact/hooks';
import { PRODUCT_PALETTES } from '../../core/colourways/colourways.ts';
import { EXPLORE } from '../../words.ts';
import { Menu } from '../parts/Menu.tsx';
import type { Group } from '../parts/Menu.tsx';
import { Segments } from '../parts/Segments.tsx';
import type { Explore } from './explore.ts';
import { palettesOf } from './palettes.ts';
import { COUNTS, SEEDS } from './state.ts';
import type { Source } from './state.ts';

/** So many colours of a palette are shown beside its name. */
const SWATCHES = 6;

export function Choices({ explore }: { explore: Explore }) {
  const { state } = explore;
  const [palette, ...others] = palettesOf(state);
  const swatches = others.length === 0 ? (palette?.colours.slice(0, SWATCHES) ?? []) : [];
  return (
    <div class="choices">
      <div class="choice">
        <Menu
          className="select"
          label={`${EXPLORE.colours}: ${named(state.source)}`}
          groups={groups(state.source)}
          onChoose={explore.from}
        >
          <span class="cut">{named(state.source)}</span>
          <IconChevronDown16 />
        </Menu>
        <span class="swatches" aria-hidden="true">
          {swatches.map((colour) => (
            <span class="swatch" key={colour} style={{ background: colour }} />
          ))}
        </span>
        {state.source === 'image' && (
          <IconButton aria-label={EXPLORE.takeAgain} title={EXPLORE.takeAgain} onClick={explore.takeImage}>
            <IconRefresh16 />
          </IconButton>
        )}
        <Toggle value={state.materials} onValueChange={(materials: boolean) => explore.choose({ materials })}>
          {EXPLORE.materials}
        </Toggle>
      </div>
      <div class="choice">
        <span class="quiet">{EXPLORE.seed}</span>
        <Seed seed={state.seed} choose={(seed) => explore.choose({ seed })} />
        <IconButton
          aria-label={EXPLORE.again}
          title={EXPLORE.again}
          onClick={() => explore.choose({ seed: Math.floor(Math.random() * SEEDS) })}
        >
          <IconShuffleSmall24 />
        </IconButton>
        <Segments
          name="count"
          label={EXPLORE.count}
          value={String(state.count)}
          options={COUNTS.map((count) => ({ value: String(count), text: String(count) }))}
          onChoose={(chosen) =>
            explore.choose({ count: COUNTS.find((each) => String(each) === chosen) ?? 4 })
          }
        />
      </div>
    </div>
  );
}

interface Option {
  value: Source;
  text: string;
}

const SOURCES: Option[] = [
  { value: 'product', text: EXPLORE.product },
  { value: 'drawn', text: EXPLORE.drawn },
  { value: 'file', text: EXPLORE.file },
  { value: 'image', text: EXPLORE.image },
];
const PALETTES: Option[] = PRODUCT_PALETTES.map(({ id, name }) => ({ value: id, text: name }));

function named(source: Source): string {
  return [...SOURCES, ...PALETTES].find(({ value }) => value === source)?.text ?? source;
}

function groups(source: Source): Group<Source>[] {
  const value = (options: Option[]) => (options.some((option) => option.value === source) ? source : null);
  return [
    { label: EXPLORE.colours, value: value(SOURCES), options: SOURCES },
    { label: EXPLORE.palettes, value: value(PALETTES), options: PALETTES },
  ];
}

/** The number follows the keys; it counts once it is a whole number in range. */
function Seed({ seed, choose }: { seed: number; choose: (seed: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div class="explore-seed">
      <TextboxNumeric
        aria-label={EXPLORE.seed}
        integer
        minimum={0}
        maximum={SEEDS - 1}
        value={typed ?? String(seed)}
        onValueInput={setTyped}
        onNumericValueInput={(value: number | null) => value !== null && choose(value)}
        onBlur={() => setTyped(null)}
      />
    </div>
  );
}
