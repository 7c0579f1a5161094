// In: a models/*.json file, parsed. Out: a card that can be trusted. The cards alone
// know sizes, ranges and channel orders.
import * as v from 'valibot';

const channel = v.object({
  name: v.string(),
  range: v.tuple([v.number(), v.number()]),
  /** The value that says "not known". */
  unknown: v.optional(v.number()),
  /** By name, where it takes but a few. */
  values: v.optional(v.record(v.string(), v.number())),
});

const positive = v.pipe(v.number(), v.gtValue(0));

const model = v.object({
  format: v.literal('realize-card'),
  formatVersion: v.literal(1),
  id: v.string(),
  name: v.string(),
  kind: v.picklist(['intrinsic', 'picture']),
  input: v.object({
    tensor: v.string(),
    /** Side of the square in pixels. */
    size: v.pipe(v.number(), v.integer(), v.minValue(16)),
    /** Its side for drafts, where it has another. */
    preview: v.optional(v.pipe(v.number(), v.integer(), v.minValue(16))),
    /** Side of a second glance, at the mirrored drawing (form/glance.ts); drafts have none. */
    glance: v.optional(v.pipe(v.number(), v.integer(), v.minValue(16))),
    /** Paper around the drawing's box, in pixels of the square. */
    margin: v.pipe(v.number(), v.minValue(0)),
    /** Width of every line, in pixels of the square. */
    stroke: positive,
    ink: v.number(),
    paper: v.number(),
    channels: v.pipe(v.array(channel), v.minLength(1)),
  }),
  output: v.object({ tensor: v.string(), channels: v.pipe(v.array(channel), v.minLength(3)) }),
  /** A second output: what things look made of, one value for each `cell` × `cell` pixels. */
  look: v.optional(
    v.object({
      tensor: v.string(),
      cell: v.pipe(v.number(), v.integer(), v.minValue(1)),
      channels: v.pipe(v.array(channel), v.minLength(5)),
    }),
  ),
});

const triple = v.tuple([v.number(), v.number(), v.number()]);

const studio = v.object({
  id: v.string(),
  name: v.string(),
  vector: v.array(v.number()),
  /**
   * strength 0…1: opacity of the darkest shadow; towards the light that casts it;
   * size: that light's half width, tangent.
   */
  shadow: v.object({ strength: v.number(), colour: triple, towards: triple, size: v.number() }),
});

const material = v.object({
  id: v.string(),
  name: v.string(),
  /** Words for the material itself in layer names. "holz-": so a longer word begins; "-glas": so it ends. */
  stuff: v.array(v.string()),
  /** Words for things that are made of it: they yield to words for stuff. */
  words: v.array(v.string()),
  /** It has a direction: parts taller than wide swap grain_x with grain_y and negate anisotropy. */
  turns: v.boolean(),
  /**
   * Only a layer's own name names it, and any other material in that name goes
   * before it: a wine glass is no wine.
   */
  yields: v.optional(v.boolean(), false),
  /** sRGB 0…1: what it looks like where the drawing gives no colour. */
  colour: v.optional(triple),
  values: v.record(v.string(), v.number()),
  /**
   * A pattern of src/core/texture: one repeat as a share of all that is drawn, how high it rises in repeats,
   * how much its tone changes the colour.
   */
  texture: v.optional(v.object({ pattern: v.string(), size: positive, depth: v.number(), tone: v.number() })),
});

const light = v.object({
  format: v.literal('realize-light'),
  formatVersion: v.literal(1),
  inputs: v.array(v.object({ tensor: v.string(), channels: v.optional(v.array(channel)) })),
  output: v.object({ tensor: v.string() }),
  defaultMaterial: v.string(),
  /** They hold a word of some material and mean none: "paper plane". */
  stopWords: v.array(v.string()),
  materials: v.pipe(v.array(material), v.minLength(1)),
  defaultStudio: v.string(),
  /** Where x, y and z towards each light stand in a studio's vector. */
  directions: v.array(v.tuple([v.number(), v.number(), v.number()])),
  /** What stands where in a studio's vector. */
  studioVector: v.array(v.object({ name: v.string(), at: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
  studios: v.pipe(v.array(studio), v.minLength(1)),
});

export type ModelCard = v.InferOutput<typeof model>;
export type LightCard = v.InferOutput<typeof light>;
export type Material = LightCard['materials'][number];
export type Studio = LightCard['studios'][number];

export function readModelCard(json: unknown): ModelCard {
  return read(model, json, 'a generator’s card');
}

export function readLightCard(json: unknown): LightCard {
  const card = read(light, json, 'the light’s card');
  for (const [what, id, list] of [
    ['defaultMaterial', card.defaultMaterial, card.materials],
    ['defaultStudio', card.defaultStudio, card.studios],
  ] as const) {
    if (!list.some((entry) => entry.id === id))
      throw new Error(`the light’s card: ${what} is "${id}", which it does not list`);
  }
  return card;
}

function read<T>(schema: v.GenericSchema<unknown, T>, json: unknown, what: string): T {
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? 'its root';
  throw new Error(
    `${what}: at "${path}" it has ${issue.received.slice(0, 80)}, wanted ${issue.expected ?? issue.message}`,
  );
}

/** What the light is told of a material, in the order of its tensor. */
export const materialChannels = ({ inputs }: LightCard) =>
  inputs.find(({ tensor }) => tensor === 'material')?.channels ?? [];

/** The place of a named channel in a tensor; throws when the card does not list it. */
export function channelAt(channels: readonly { name: string }[], name: string): number {
  const at = channels.findIndex((entry) => entry.name === name);
  if (at < 0)
    throw new Error(
      `the card lists the channels ${channels.map((c) => c.name).join(', ')}; wanted ${name} too`,
    );
  return at;
}
