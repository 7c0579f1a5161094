// Lights of this file in, a field to choose one, keep the light at hand under a name, rename and delete out.
import { Button, Textbox } from '@create-figma-plugin/ui';
import { useEffect, useState } from 'preact/hooks';
import type { OwnLight } from '../../core/lamp-tune.ts';
import type { Settings } from '../../core/sketch.ts';
import { LIGHTS } from '../../words.ts';
import { newLightId, lightOf, shownLight } from '../own-light.ts';
import type { Session } from '../session/session.ts';
import { Row } from './Row.tsx';
import { Select } from './Select.tsx';

const NONE = '';
/** No light has such an id. */
const ACTS = { keep: '+', rename: '=', forget: '-' } as const;

interface Props {
  settings: Settings;
  lights: readonly OwnLight[];
  session: Pick<Session, 'choose' | 'lights'>;
  disabled: boolean;
}

export function OwnLights({ settings, lights, session, disabled }: Props) {
  /** Under which id the light at hand is being named. */
  const [naming, setNaming] = useState<{ id: string; name: string } | null>(null);
  useEffect(() => session.lights.ask(), []);
  const shown = shownLight(lights, settings);
  const keep = (): void => {
    const name = naming?.name.trim();
    if (naming && name) session.lights.keep({ ...lightOf(settings), id: naming.id, name });
    setNaming(null);
  };
  const act = (chosen: string): void => {
    if (chosen === ACTS.keep) return setNaming({ id: newLightId(), name: LIGHTS.usualName });
    if (shown && chosen === ACTS.rename) return setNaming({ id: shown.id, name: shown.name });
    if (shown && chosen === ACTS.forget) return session.lights.forget(shown.id);
    const light = lights.find(({ id }) => id === chosen);
    if (light) session.choose(lightOf(light));
  };
  return (
    <Row label={LIGHTS.own}>
      {naming ? (
        <form
          class="row-controls"
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <Textbox
            aria-label={LIGHTS.name}
            value={naming.name}
            onValueInput={(name: string) => setNaming({ ...naming, name })}
          />
          <Button type="submit" secondary>
            {LIGHTS.done}
          </Button>
        </form>
      ) : (
        <Select
          label={LIGHTS.ownTitle}
          value={shown?.id ?? NONE}
          options={[
            ...(shown ? [] : [{ value: NONE, text: LIGHTS.none }]),
            ...lights.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          disabled={disabled}
          more={{
            label: LIGHTS.acts,
            value: null,
            act: true,
            options: [
              { value: ACTS.keep, text: LIGHTS.keep },
              ...(shown
                ? [
                    { value: ACTS.rename, text: LIGHTS.rename },
                    { value: ACTS.forget, text: LIGHTS.forget },
                  ]
                : []),
            ],
          }}
          onChoose={act}
        />
      )}
    </Row>
  );
}
