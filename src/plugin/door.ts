// Whatever the frame posts in → a message of the panel's, or null.
import * as v from 'valibot';
import { preset, presetId } from '../schemas/preset.ts';
import { openDoor, type Door } from '../door.ts';
import { MOST_NAME } from '../naming.ts';
import type { UiToPlugin } from '../protocol/plugin.ts';
import { MAPS } from '../protocol/placing.ts';
import { keptModel, ownId } from '../schemas/kept-model.ts';
import { ownLight, ownLightId } from '../schemas/own-light.ts';
import { file, refusal } from '../schemas/picture.ts';
import { again, made, prefs, resize, where } from '../schemas/placing.ts';
import { look, settings } from '../schemas/settings.ts';
import { bytes, count } from '../schemas/values.ts';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_NAME));
const tile = { picture: file, made, thumb: v.exactOptional(bytes), name: v.exactOptional(name) };

const message: v.GenericSchema<unknown, UiToPlugin> = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('ask'), job: count }),
  v.object({
    type: v.literal('place'),
    job: count,
    index: count,
    ...tile,
    how: v.exactOptional(v.object({ where, again })),
    batch: v.exactOptional(v.literal(true)),
  }),
  v.object({ type: v.literal('coming'), job: count, coming: v.boolean() }),
  v.object({
    type: v.literal('place-many'),
    job: count,
    index: count,
    tiles: v.pipe(
      v.array(v.object({ ...tile, map: v.exactOptional(v.picklist(MAPS)) })),
      v.minLength(1),
      v.maxLength(9),
    ),
  }),
  v.object({ type: v.literal('skip'), job: count, index: count }),
  v.object({ type: v.literal('refused'), job: count, index: count, refusal }),
  v.object({ type: v.literal('cancel'), job: count }),
  v.object({ type: v.literal('go-on'), job: count }),
  v.object({ type: v.literal('turn-to'), job: count, index: count }),
  v.object({ type: v.literal('settings'), settings }),
  v.object({ type: v.literal('look'), job: count, index: count, look }),
  v.object({ type: v.literal('prefs'), prefs }),
  v.object({ type: v.literal('resize'), ...resize }),
  v.object({ type: v.literal('show-drawing') }),
  v.object({ type: v.literal('ask-palette') }),
  v.object({ type: v.literal('ask-lights') }),
  v.object({ type: v.literal('keep-light'), light: ownLight }),
  v.object({ type: v.literal('forget-light'), id: ownLightId }),
  v.object({ type: v.literal('ask-image') }),
  v.object({ type: v.literal('ask-history') }),
  v.object({ type: v.literal('ask-presets') }),
  v.object({ type: v.literal('keep-preset'), preset }),
  v.object({ type: v.literal('forget-preset'), id: presetId }),
  v.object({ type: v.literal('fetch'), id: v.string() }),
  v.object({ type: v.literal('restore'), id: v.string(), name: v.exactOptional(name) }),
  v.object({ type: v.literal('forget'), id: v.string() }),
  v.object({ type: v.literal('keep-model'), model: keptModel }),
  v.object({ type: v.literal('forget-model'), id: ownId }),
  v.object({ type: v.literal('copy-look'), look }),
  v.object({ type: v.literal('close') }),
]);

export const openPanelDoor = (): Door<UiToPlugin> => openDoor(message);
