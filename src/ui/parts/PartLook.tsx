// Parts and what is chosen for them in, the controls of one part's colour, material, finish and form out.
import { Button } from '@create-figma-plugin/ui';
import { FINISHES, type PartSeen } from '../../core/sketch.ts';
import { PANEL } from '../../words.ts';
import type { Session } from '../session/session.ts';
import type { State } from '../state.ts';
import { Colour } from './Colour.tsx';
import { PartList } from './PartList.tsx';
import { Row } from './Row.tsx';
import { Segments } from './Segments.tsx';
import { Select } from './Select.tsx';
import { Shape } from './Shape.tsx';

const FINISH_OPTIONS = FINISHES.map((value) => ({ value, text: PANEL.finishes[value] }));

export function PartLook({ state, session }: { state: State; session: Session }) {
  const { parts, pointed, selected } = state;
  const all = parts?.seen.parts ?? [];
  const part = all.find(({ key }) => key === selected);
  return (
    <section class="look" aria-label={PANEL.views.parts}>
      {all.length > 0 ? (
        <PartList
          parts={all}
          {...{ pointed, selected }}
          onPoint={session.point}
          onSelect={(key) => session.select(key)}
        />
      ) : (
        <p class="quiet part-hint">{PANEL.noParts}</p>
      )}
      {part ? (
        <Wear key={part.key} {...{ part, state, session }} />
      ) : (
        all.length > 0 && <p class="quiet part-hint">{PANEL.pickHint}</p>
      )}
    </section>
  );
}

function Wear({ part, state, session }: { part: PartSeen; state: State; session: Session }) {
  const { settings, palette, engine } = state;
  const chosen = settings.parts[part.key];
  const materials = engine.phase === 'ready' ? engine.offer.materials : [];
  const material = chosen?.material ?? part.material;
  return (
    <>
      <Row label={PANEL.colour}>
        <Colour
          colour={chosen?.colour ?? part.colour}
          palette={palette ?? []}
          onChoose={(colour) => session.wear(part.key, { colour })}
        />
      </Row>
      <Row label={PANEL.material}>
        <Select
          label={PANEL.material}
          value={material}
          options={materials.map(({ id, name }) => ({ value: id, text: name }))}
          onChoose={(id) => session.wear(part.key, { material: id })}
        />
        <Button secondary disabled={!chosen} onClick={() => session.wear(part.key, null)}>
          {PANEL.asDrawn}
        </Button>
      </Row>
      <Row label={PANEL.finish}>
        <Segments
          name="finish"
          label={PANEL.finish}
          value={chosen?.finish ?? null}
          options={FINISH_OPTIONS}
          onChoose={(finish) => session.wear(part.key, { finish })}
        />
      </Row>
      <Shape
        shape={{ ...settings.relief, ...chosen }}
        surface={{ ...settings.surface, ...chosen }}
        onChoose={(change) => session.wear(part.key, change)}
        onSurface={(change) => session.wear(part.key, change)}
      />
    </>
  );
}
