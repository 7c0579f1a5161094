// Parts and what is chosen for them in, the controls of one part's colour, material, finish and form out.
import { Button, IconChevronDown16 } from '@create-figma-plugin/ui';
import { FINISHES, type PartChoice } from '../../core/part-choice.ts';
import type { PartSeen } from '../../core/parts-seen.ts';
import { PANEL } from '../../words.ts';
import { LIKENESSES, partsLike, type Likeness } from '../same-parts.ts';
import type { NamesOfMaterial } from '../material-search.ts';
import type { Session } from '../session/session.ts';
import type { State } from '../state.ts';
import { ColourField } from './ColourField.tsx';
import { Materials } from './Materials.tsx';
import { Menu } from './Menu.tsx';
import { PartFinder } from './PartFinder.tsx';
import { Row } from './Row.tsx';
import { Segments } from './Segments.tsx';
import { FormControls } from './FormControls.tsx';

const FINISH_OPTIONS = FINISHES.map((value) => ({ value, text: PANEL.finishes[value] }));

interface Props {
  state: State;
  session: Session;
  names: NamesOfMaterial;
}

export function PartControls({ state, session, names }: Props) {
  const { parts, pointed, selected } = state;
  const all = parts?.seen.parts ?? [];
  const chosen = selected.flatMap((key) => all.find((part) => part.key === key) ?? []);
  const [first] = chosen;
  return (
    <section class="look" aria-label={PANEL.views.parts}>
      {all.length > 0 ? (
        <PartFinder {...{ all, pointed, selected, session }} />
      ) : (
        <p class="quiet part-hint">{PANEL.noParts}</p>
      )}
      {first ? (
        <Wear key={first.key} {...{ all, chosen, first, state, session, names }} />
      ) : (
        all.length > 0 && <p class="quiet part-hint">{PANEL.pickHint}</p>
      )}
    </section>
  );
}

interface WearProps extends Props {
  all: readonly PartSeen[];
  /** What is changed together. */
  chosen: readonly PartSeen[];
  /** Its values are shown. */
  first: PartSeen;
}

function Wear({ all, chosen, first: part, state, session, names }: WearProps) {
  const { settings, palette, engine } = state;
  const keys = chosen.map(({ key }) => key);
  const choice = settings.parts[part.key];
  const materials = engine.phase === 'ready' ? engine.offer.materials : [];
  const material = choice?.material ?? part.material;
  const wear = (change: PartChoice | null) => session.wear(keys, change);
  return (
    <>
      <Row label={PANEL.colour}>
        <ColourField
          colour={choice?.colour ?? part.colour}
          palette={palette ?? []}
          onChoose={(colour) => wear({ colour })}
        />
        <Also {...{ all, part, count: keys.length, session }} />
      </Row>
      <Row label={PANEL.material}>
        <Materials
          value={material}
          swatches={state.swatches}
          {...{ materials, names }}
          onChoose={(id) => wear({ material: id })}
        />
        <Button secondary disabled={!keys.some((key) => settings.parts[key])} onClick={() => wear(null)}>
          {PANEL.asDrawn}
        </Button>
      </Row>
      <Row label={PANEL.finish}>
        <Segments
          name="finish"
          label={PANEL.finish}
          value={choice?.finish ?? null}
          options={FINISH_OPTIONS}
          onChoose={(finish) => wear({ finish })}
        />
      </Row>
      <FormControls
        shape={{ ...settings.relief, ...choice }}
        surface={{ ...settings.surface, ...choice }}
        onChoose={wear}
        onSurface={wear}
      />
    </>
  );
}

interface AlsoProps extends Pick<WearProps, 'all' | 'session'> {
  part: PartSeen;
  count: number;
}

/** How many parts are changed together, and a menu of those that are like the first. */
function Also({ all, part, count, session }: AlsoProps) {
  const options = LIKENESSES.map((by) => ({ value: by, keys: partsLike(all, part, by) }));
  return (
    <Menu<Likeness | 'all'>
      className="select also"
      label={`${PANEL.chosenParts(count)}: ${PANEL.also}`}
      groups={[
        {
          label: PANEL.also,
          value: null,
          act: true,
          options: [
            ...options.map(({ value, keys }) => ({
              value,
              text: PANEL.like[value](keys.length),
              not: keys.length < 2 ? PANEL.onlyThis : undefined,
            })),
            { value: 'all' as const, text: PANEL.allParts(all.length) },
          ],
        },
      ]}
      onChoose={(by) =>
        session.select(
          by === 'all'
            ? [part.key, ...all.map(({ key }) => key).filter((key) => key !== part.key)]
            : partsLike(all, part, by),
        )
      }
    >
      <span class="cut">{PANEL.chosenParts(count)}</span>
      <IconChevronDown16 />
    </Menu>
  );
}
