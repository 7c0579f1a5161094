// Lights of this file in, a field to choose one, keep the light at hand under a name, rename and delete out.
import { useEffect, useState } from 'preact/hooks';
import type { OwnLight } from '../../core/lamp-tune.ts';
import type { Settings } from '../../core/sketch.ts';
import { LIGHTS } from '../../words.ts';
import { begun, lightOf, shownLight, underName } from '../own-light.ts';
import type { Session } from '../session/session.ts';
import { RenameField } from './RenameField.tsx';
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
  /** The light that is being named. */
  const [naming, setNaming] = useState<OwnLight | null>(null);
  useEffect(() => session.lights.ask(), []);
  const shown = shownLight(lights, settings);
  const named = (typed: string): void => {
    const light = naming && underName(naming, typed, lights);
    if (light) session.lights.keep(light);
    setNaming(null);
  };
  const act = (chosen: string): void => {
    if (chosen === ACTS.keep) return setNaming(begun(settings));
    if (shown && chosen === ACTS.rename) return setNaming(shown);
    if (shown && chosen === ACTS.forget) return session.lights.forget(shown.id);
    const light = lights.find(({ id }) => id === chosen);
    if (light) session.choose(lightOf(light));
  };
  return (
    <Row label={LIGHTS.own}>
      {naming ? (
        <RenameField key={naming.id} label={LIGHTS.name} start={naming.name} end={named} />
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
