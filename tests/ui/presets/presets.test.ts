// Looks by name: what is kept, taken, changed, named and deleted, and what the plugin is asked for each time.
import { expect, test } from 'vitest';
import { presetLookOf, type Preset } from '../../../src/protocol/preset.ts';
import { PLAIN, type Settings } from '../../../src/core/sketch.ts';
import type { UiToPlugin } from '../../../src/protocol/plugin.ts';
import { createPresets } from '../../../src/ui/presets/presets.ts';
import { currentWith } from '../current.ts';
import { offer } from '../session/table.ts';

const START: Settings = { ...PLAIN, model: 'realize', studio: 'soft' };
const look = presetLookOf(START);
const SHOP: Preset = { id: 'shop01', name: 'Shop', look: { ...look, studio: 'rim', background: 'sweep' } };
const ODD: Preset = {
  id: 'other2',
  name: 'From elsewhere',
  look: { ...look, studio: 'moon', shadow: false },
};

/** A file with these looks. What is posted is kept as the plugin would. */
function open(kept: Preset[] = []) {
  const posted: UiToPlugin[] = [];
  const chosen: Partial<Settings>[] = [];
  let settings = START;
  let list = kept;
  let ids = 0;
  const presets = createPresets({
    post(message) {
      posted.push(message);
      if (message.type === 'keep-preset')
        list = [...list.filter(({ id }) => id !== message.preset.id), message.preset];
      if (message.type === 'forget-preset') list = list.filter(({ id }) => id !== message.id);
      presets.hear({ type: 'presets', presets: list });
    },
    changed: () => undefined,
    newId: () => `new00${ids++}`,
    now: () =>
      currentWith({
        settings,
        offer,
        choose(change) {
          chosen.push(change);
          settings = { ...settings, ...change };
        },
      }),
  });
  presets.hear({ type: 'opened', mode: 'panel', settings: null, editor: 'figma', prefs: null });
  return {
    presets,
    posted,
    chosen,
    names: () => list.map(({ name }) => name),
    turn: () => (settings = { ...settings, light: { azimuth: 30, elevation: 0 } }),
  };
}

test('the window that stays asks for them, the one-click window does not', () => {
  const { presets, posted } = open();
  presets.hear({ type: 'opened', mode: 'once', settings: null, editor: 'figma', prefs: null });
  expect(posted).toEqual([{ type: 'ask-presets' }]);
});

test('one is taken as a single choice, and nothing but what it holds is chosen', () => {
  const { presets, chosen } = open([SHOP]);
  presets.take('shop01');
  expect(chosen).toEqual([SHOP.look]);
  expect(Object.keys(SHOP.look)).not.toContain('parts');
  expect(presets.last).toEqual(SHOP);
  expect(presets.isWorn).toBe(true);
});

test('a light set-up that is not here stays as it is; what is gone is not taken', () => {
  const { presets, chosen } = open([ODD]);
  presets.take('other2');
  expect(chosen).toEqual([{ ...ODD.look, studio: undefined }].map(({ studio: _, ...rest }) => rest));
  presets.take('gone00');
  expect(chosen).toHaveLength(1);
});

test('the look at hand is kept under a name that no other has', () => {
  const { presets, posted, names, turn } = open([SHOP]);
  turn();
  presets.name('new');
  expect(presets.state.naming).toBe('new');
  presets.named('  Shop ');
  expect(posted.at(-1)).toEqual({
    type: 'keep-preset',
    preset: { id: 'new000', name: 'Shop 2', look: { ...look, light: { azimuth: 30, elevation: 0 } } },
  });
  expect(names()).toEqual(['Shop', 'Shop 2']);
  expect(presets.state.naming).toBeNull();
  expect(presets.isWorn).toBe(true);
});

test('an empty name gives up', () => {
  const { presets, names } = open();
  presets.name('new');
  presets.named('  ');
  expect(names()).toEqual([]);
  expect(presets.state.naming).toBeNull();
});

test('the one that was taken is renamed, changed to the look at hand, deleted', () => {
  const { presets, posted, names, turn } = open([SHOP, ODD]);
  presets.take('shop01');
  presets.name('last');
  presets.named('Window');
  expect(posted.at(-1)).toEqual({ type: 'keep-preset', preset: { ...SHOP, name: 'Window' } });
  turn();
  expect(presets.isWorn).toBe(false);
  presets.change();
  expect(presets.isWorn).toBe(true);
  expect(presets.last?.look.light).toEqual({ azimuth: 30, elevation: 0 });
  presets.forget();
  expect(posted.at(-1)).toEqual({ type: 'forget-preset', id: 'shop01' });
  expect(names()).toEqual(['From elsewhere']);
  expect(presets.last).toBeNull();
});

test('one that somebody else deletes is not the last one any more', () => {
  const { presets } = open([SHOP]);
  presets.take('shop01');
  presets.hear({ type: 'presets', presets: [] });
  expect(presets.last).toBeNull();
  expect(presets.isWorn).toBe(false);
});
