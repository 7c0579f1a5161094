// Unknown data in; what is to be realized, with what Figma knows of it, out.
import * as v from 'valibot';
import { CONTAINERS, type FrameFacts, type Sketch } from '../core/sketch.ts';
import type { LayerSurface } from '../core/layer-surface.ts';
import { box, coordinate, notNegative, unit, type Schema } from './values.ts';

const surface: Schema<LayerSurface> = v.object({
  names: v.array(v.string()),
  sides: v.tuple([coordinate, coordinate, coordinate, coordinate]),
  holds: v.boolean(),
  glass: v.boolean(),
  grain: unit,
  speck: notNegative,
});

const frame: Schema<FrameFacts> = v.object({
  kind: v.picklist(CONTAINERS),
  box,
  filled: v.boolean(),
  stroke: notNegative,
  radius: notNegative,
  clips: v.boolean(),
  surfaces: v.exactOptional(v.array(surface)),
  undrawn: v.exactOptional(v.literal(true)),
  shaderEffect: v.exactOptional(v.literal(true)),
});

export const sketch: Schema<Sketch> = v.object({
  id: v.string(),
  name: v.string(),
  svg: v.string(),
  onlyText: v.exactOptional(v.literal(true)),
  frame: v.exactOptional(frame),
});
