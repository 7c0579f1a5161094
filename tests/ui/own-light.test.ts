import { expect, it } from 'vitest';
import { LAMPS_AS_SET_UP, type OwnLight } from '../../src/core/lamp-tune.ts';
import { PLAIN, type Settings } from '../../src/core/sketch.ts';
import { tunedLamps, type Lamp } from '../../src/ui/lamps.ts';
import { begun, lightOf, shownLight, underName } from '../../src/ui/own-light.ts';
import { settle, table } from './session/table.ts';

const settings: Settings = { ...PLAIN, model: 'realize', studio: 'soft', lamps: LAMPS_AS_SET_UP };
const light: OwnLight = { ...lightOf(settings), id: 'a', name: 'Mine' };

it('a light is shown until something of it changes; other settings do not count', () => {
  const other: Settings = { ...settings, seed: 5 };
  expect(shownLight([light], other)).toBe(light);
  expect(shownLight([light], { ...settings, studio: 'rim' })).toBeNull();
  expect(shownLight([light], { ...settings, light: { azimuth: 1, elevation: 0 } })).toBeNull();
  const [key, ...others] = LAMPS_AS_SET_UP;
  expect(shownLight([light], { ...settings, lamps: [{ ...key, warmth: 1 }, ...others] })).toBeNull();
  expect(shownLight([light], { ...settings, lamps: null })).toBeNull();
});

it('what is named is the light that was shown or at hand then, whatever is chosen since', () => {
  const now = begun(settings);
  expect(underName(light, 'Evening', [light])).toEqual({ ...light, name: 'Evening' });
  expect(underName(now, 'Mine', [light])).toEqual({ ...lightOf(settings), id: now.id, name: 'Mine 2' });
  expect([underName(light, '', []), underName(light, 'Mine', [light])]).toEqual([null, null]);
});

it('the ball’s lamps go along with what is wished', () => {
  const lamp: Lamp = { towards: [0, 0, 1], power: [2, 2, 2] };
  expect(tunedLamps([lamp], null)[0]).toBe(lamp);
  const [key, ...others] = LAMPS_AS_SET_UP;
  const [tuned] = tunedLamps([lamp], [{ ...key, azimuth: 90, strength: 0.25 }, ...others]);
  expect(tuned!.towards[0]).toBeCloseTo(1);
  expect(tuned!.power[0]).toBeCloseTo(1);
});

it('the panel asks for them, keeps, forgets and chooses; choosing one drafts in its light', async () => {
  const { session, shown, posted, drafts, state } = table('panel');
  await shown(1);
  session.lights.ask();
  session.hear({ type: 'lights', lights: [light] });
  expect([posted.at(-1), state().lights]).toEqual([{ type: 'ask-lights' }, [light]]);
  session.lights.keep({ ...light, name: 'Other' });
  session.lights.forget('a');
  expect(posted.slice(-2)).toEqual([
    { type: 'keep-light', light: { ...light, name: 'Other' } },
    { type: 'forget-light', id: 'a' },
  ]);
  session.choose(lightOf(light));
  await settle();
  expect(drafts.at(-1)?.settings).toMatchObject({ studio: 'soft', lamps: LAMPS_AS_SET_UP });
});
