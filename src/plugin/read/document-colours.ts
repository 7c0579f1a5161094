// The document's own colours: solid paint styles, then colour variables as their default mode has them.
// Names keep their folders ("Brand/Red").
import type { Named } from '../../protocol/plugin.ts';
import { LATE, within } from '../../timeout.ts';
import { READ_LIMIT_MS } from '../time-limits.ts';

/** More do not fit into a panel that is to be looked through. */
const MOST_COLOURS = 200;
/** Variables may stand for variables; longer chains are circles. */
const MOST_ALIASES = 10;

export type Library = Pick<PluginAPI, 'getLocalPaintStylesAsync' | 'variables'>;

export async function paletteOf(library: Library): Promise<Named[]> {
  const [styles, variables] = await Promise.all([
    given(() => stylesOf(library)),
    given(() => variablesOf(library)),
  ]);
  return [...styles, ...variables].slice(0, MOST_COLOURS);
}

/** What cannot be had (FigJam has no variables) or does not come is left out. */
async function given(ask: () => Promise<Named[]>): Promise<Named[]> {
  try {
    const found = await within(READ_LIMIT_MS, ask());
    return found === LATE ? [] : found;
  } catch {
    return []; // the panel has its own palettes
  }
}

async function stylesOf(library: Library): Promise<Named[]> {
  const styles = await library.getLocalPaintStylesAsync();
  return styles.slice(0, 2 * MOST_COLOURS).flatMap(({ name, paints }) => {
    const [paint, ...more] = paints;
    return paint?.type === 'SOLID' && more.length === 0 ? [{ name, colour: hex(paint.color) }] : [];
  });
}

async function variablesOf({ variables }: Library): Promise<Named[]> {
  const [colours, collections] = await Promise.all([
    variables.getLocalVariablesAsync('COLOR'),
    variables.getLocalVariableCollectionsAsync(),
  ]);
  const modes = new Map(collections.map(({ id, defaultModeId }) => [id, defaultModeId]));
  const known = new Map(colours.map((variable) => [variable.id, variable]));
  const modeOf = async ({ variableCollectionId: id }: Variable): Promise<string | undefined> =>
    modes.get(id) ?? (await variables.getVariableCollectionByIdAsync(id))?.defaultModeId;
  const colourOf = async (variable: Variable, depth = 0): Promise<string | null> => {
    const mode = await modeOf(variable);
    const value = mode === undefined ? undefined : variable.valuesByMode[mode];
    if (typeof value !== 'object') return null;
    if ('r' in value) return hex(value);
    const target = aliasIn(value);
    if (target === null || depth >= MOST_ALIASES) return null;
    if (typeof target !== 'string') return hex(target);
    const next = known.get(target) ?? (await variables.getVariableByIdAsync(target));
    return next ? colourOf(next, depth + 1) : null;
  };
  const found = await Promise.all(
    colours.slice(0, MOST_COLOURS).map(async (one) => ({ name: one.name, colour: await colourOf(one) })),
  );
  return found.flatMap(({ name, colour }) => (colour === null ? [] : [{ name, colour }]));
}

/** Id of the variable that a value stands for, or its colour where only the opacity is another's. */
function aliasIn(value: Exclude<VariableValue, string | number | boolean>): string | RGB | null {
  if ('type' in value && value.type === 'VARIABLE_ALIAS') return value.id;
  if (!('color' in value)) return null;
  return 'r' in value.color ? value.color : value.color.id;
}

function hex({ r, g, b }: RGB): string {
  const two = (value: number): string =>
    Math.round(Math.max(0, Math.min(1, value)) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${two(r)}${two(g)}${two(b)}`;
}
