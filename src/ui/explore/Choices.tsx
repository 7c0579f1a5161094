// What the grid is made of in, controls out: where colours come from, materials, seed, how many.
import {
  IconButton,
  IconChevronDown16,
  IconRefresh16,
  IconShuffleSmall24,
  Toggle,
} from '@create-figma-plugin/ui';
import { PRODUCT_PALETTES } from '../../core/colourways/colourways.ts';
import { EXPLORE } from '../../words.ts';
import { Menu } from '../parts/Menu.tsx';
import type { Group } from '../parts/Menu.tsx';
import { Segments } from '../parts/Segments.tsx';
import { SeedField } from '../parts/SeedField.tsx';
import { randomSeed } from '../seeds.ts';
import type { Explore } from './explore.ts';
import { palettesOf } from './palettes.ts';
import { COUNTS } from './state.ts';
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
        <div class="explore-seed">
          <SeedField label={EXPLORE.seed} seed={state.seed} choose={(seed) => explore.choose({ seed })} />
        </div>
        <IconButton
          aria-label={EXPLORE.again}
          title={EXPLORE.again}
          onClick={() => explore.choose({ seed: randomSeed() })}
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
