// What the grid is made of in, controls out: where colours come from, materials, seed, how many.
import {
  Dropdown,
  IconButton,
  IconRefresh16,
  IconShuffleSmall24,
  SegmentedControl,
  TextboxNumeric,
  Toggle,
} from '@create-figma-plugin/ui';
import type { DropdownOption } from '@create-figma-plugin/ui';
import { useState } from 'preact/hooks';
import { PRODUCT_PALETTES } from '../../core/colourways.ts';
import { EXPLORE } from '../../words.ts';
import type { Explore } from './explore.ts';
import { palettesOf } from './palettes.ts';
import { COUNTS, SEEDS } from './state.ts';
import type { ExploreState } from './state.ts';

/** So many colours of a palette are shown beside its name. */
const SWATCHES = 6;

export function Choices({ explore }: { explore: Explore }) {
  const { state } = explore;
  const [palette, ...others] = palettesOf(state);
  const swatches = others.length === 0 ? (palette?.colours.slice(0, SWATCHES) ?? []) : [];
  return (
    <div class="choices">
      <div class="choice">
        <Dropdown
          aria-label={EXPLORE.colours}
          role="combobox"
          value={state.source}
          options={sources(state)}
          onValueChange={(source: string) =>
            source === 'image' && !state.image ? explore.takeImage() : explore.choose({ source })
          }
        />
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
        <div role="radiogroup" aria-label={EXPLORE.count}>
          <SegmentedControl
            name="count"
            value={String(state.count)}
            options={COUNTS.map((count) => ({ value: String(count), children: String(count) }))}
            onValueChange={(chosen: string) => {
              const count = COUNTS.find((each) => String(each) === chosen);
              if (count) explore.choose({ count });
            }}
          />
        </div>
      </div>
    </div>
  );
}

function sources({ file }: ExploreState): DropdownOption[] {
  const none = file !== null && file.colours.length === 0;
  return [
    { value: 'product', text: EXPLORE.product },
    { value: 'drawn', text: EXPLORE.drawn },
    { value: 'file', text: none ? EXPLORE.fileEmpty : EXPLORE.file, disabled: none },
    { value: 'image', text: EXPLORE.image },
    '-',
    ...PRODUCT_PALETTES.map(({ id, name }) => ({ value: id, text: name })),
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
