// Unknown data in; what is to be realized, with what Figma knows of it, out.
import * as v from 'valibot';
import { CONTAINERS, type FrameFacts, type Sketch } from '../core/sketch.ts';
import { box, length, type Shape } from './values.ts';

const frame: Shape<FrameFacts> = v.object({
  kind: v.picklist(CONTAINERS),
  box,
  filled: v.boolean(),
  stroke: length,
  radius: length,
  clips: v.boolean(),
});

export const sketch: Shape<Sketch> = v.object({
  id: v.string(),
  name: v.string(),
  svg: v.string(),
  onlyText: v.exactOptional(v.literal(true)),
  frame: v.exactOptional(frame),
});
