// In: what an ONNX file says of itself. Out: the ways in which a drawing could be fed to it, as
// cards; one if the file brings its own card, several where its shapes leave something open; or
// why it is no generator of pictures.
import { readModelCard, type ModelCard } from '../card.ts';
import { convertCommand } from './convert.ts';
import { isPlain } from './external.ts';
import opsets from './opsets.json';
import { isLast, sides, told } from './ports.ts';
import type { Summary } from './summary.ts';

/** Where converters and our own export write the card; see models/convert. */
const KEY = 'realize_card';
const FLOAT = 1;
/** Of a drawing that convert casts: half and double precision. */
const CAST: Readonly<Partial<Record<number, string>>> = { 10: 'half precision', 11: 'double precision' };
// Sides of the square that are looked for where the file leaves them open: the paper's.
const USUAL = 256;
// Larger squares take minutes and gigabytes on this runtime, if they are meant at all.
const LARGEST_SIDE = 2048;
// Lines of the published edges data sets, and of drawings by hand, in pixels of 256.
const WIDTHS = [1.5, 3] as const;
// Of a name in a sentence. Letters.
const LONGEST_NAME = 60;
// Paper around the drawing, as a share of the side: as in the published edges data sets.
const MARGIN = 0.1;

/** One way of feeding it, and what there is to choose about it. */
export interface FeedOption {
  card: ModelCard;
  ink: 'dark' | 'light';
  range: 'signed' | 'unsigned';
  width: 'thin' | 'thick';
  input: 'lines' | 'colours';
  /** Whose statistics its batch norms go by, where the file's were never updated; null where there is no choice. */
  norms: 'picture' | 'file' | null;
}

/** `ways`: likeliest first. */
export interface Fit {
  ways: FeedOption[];
  sure: boolean;
}

/** Why not. `command`: where convert takes it. */
export interface Unfit {
  refused: string;
  command?: string;
}

/** `name`: the file's, without its suffix. */
export function waysOf(summary: Summary, name: string): Fit | Unfit {
  const [elsewhere] = summary.external;
  if (elsewhere !== undefined) return { refused: outside(elsewhere) };
  if (summary.foreign.length > 0)
    return { refused: `it has the operator ${summary.foreign[0] ?? ''}, which is not of ONNX` };
  const { opset } = summary;
  if (opset < opsets.oldest || opset > opsets.newest)
    return { refused: `it is written for opset ${opset}; ${opsets.oldest} to ${opsets.newest} are run here` };
  const own = summary.metadata[KEY];
  if (own !== undefined) return withCard(own, name);
  return bare(summary, name);
}

/** Of weights that lie in a file that is not here. */
function outside(file: string): string {
  const name = file.length > LONGEST_NAME ? `${file.slice(0, LONGEST_NAME - 1)}…` : file;
  if (!isPlain(file))
    return `its weights lie in another file, “${name}”, which is no name of a file beside it; export it with external_data=False`;
  return `its weights lie in another file, ${name}; give both together, or export it again with external_data=False`;
}

/** Of a file that convert takes as it is. */
function turned(why: string, name: string): Unfit {
  const command = convertCommand(`${name}.onnx`);
  return { refused: `${why}; in the repository’s folder models “${command}” turns it`, command };
}

function withCard(text: string, name: string): Fit | Unfit {
  let card: ModelCard;
  try {
    card = readModelCard(JSON.parse(text));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { refused: `the card in it cannot be read: ${why}` };
  }
  const { ink, paper, channels, stroke, size } = card.input;
  if (size > LARGEST_SIDE) return tooWide(size);
  const way: FeedOption = {
    card: { ...card, name: card.name || name },
    ink: ink < paper ? 'dark' : 'light',
    range: Math.min(...channels.map(({ range }) => range[0])) < 0 ? 'signed' : 'unsigned',
    width: (stroke * USUAL) / size < (WIDTHS[0] + WIDTHS[1]) / 2 ? 'thin' : 'thick',
    input: channels.some(({ name: channel }) => channel === 'r') ? 'colours' : 'lines',
    norms: null,
  };
  return { ways: [way], sure: true };
}

function bare(summary: Summary, name: string): Fit | Unfit {
  const [input, output] = [summary.inputs[0], summary.outputs[0]];
  if (!input || summary.inputs.length !== 1)
    return { refused: `it wants ${summary.inputs.length} inputs; a generator has one, the drawing` };
  if (!output) return { refused: 'it gives nothing' };
  const [inside, outside] = [sides(input, [1, 2, 3, 4]), sides(output, [3, 4])];
  if (isLast(input)) return turned(`it counts channels last, as Keras does (${told(input)})`, name);
  if (!inside) return { refused: `it wants ${told(input)}; a drawing is 1 × (1 to 4) × side × side` };
  if (output.dims.length === 4 && output.dims[1] === 1) return turned('its picture is grey', name);
  if (!outside) return { refused: `it gives ${told(output)}; a picture is 1 × (3 or 4) × side × side` };
  for (const { name: port, type } of [input, output])
    if (CAST[type] !== undefined) return turned(`its tensor “${port}” is of ${CAST[type]}`, name);
    else if (type !== FLOAT)
      return {
        refused: `its tensor "${port}" has ONNX's type ${type}; wanted 1, float32 (weights may be smaller)`,
      };
  const size = inside.side ?? outside.side ?? USUAL;
  if (size > LARGEST_SIDE) return tooWide(size);
  if (outside.side !== null && outside.side !== size)
    return { refused: `it wants ${told(input)} and gives ${told(output)}; both have one side` };
  const cardOf = ({ ink, range, width, input: drawn }: Omit<FeedOption, 'card'>): ModelCard => {
    const low = range === 'unsigned' ? 0 : -1;
    const channel = (as: string): ModelCard['input']['channels'][number] => ({ name: as, range: [low, 1] });
    const colours = ['r', 'g', 'b', 'a'];
    const names = drawn === 'colours' ? colours : colours.map(() => 'lines');
    return {
      format: 'realize-card',
      formatVersion: 1,
      id: name,
      name,
      kind: 'picture',
      input: {
        tensor: input.name,
        size,
        margin: Math.round(size * MARGIN),
        stroke: (WIDTHS[width === 'thick' ? 1 : 0] * size) / USUAL,
        ink: ink === 'light' ? 1 : low,
        paper: ink === 'light' ? low : 1,
        channels: names.slice(0, inside.channels).map(channel),
      },
      output: { tensor: output.name, channels: colours.slice(0, outside.channels).map(channel) },
    };
  };
  const whose = summary.norms === 'untouched' ? (['picture', 'file'] as const) : [null];
  const found: Omit<FeedOption, 'card'>[] = [];
  for (const width of ['thin', 'thick'] as const)
    for (const drawn of inside.channels >= 3 ? (['lines', 'colours'] as const) : (['lines'] as const))
      for (const range of ['signed', 'unsigned'] as const)
        for (const ink of ['dark', 'light'] as const)
          // Colours are as drawn, and have no lines that could be light or thick.
          if (drawn === 'lines' || (ink === 'dark' && width === 'thin'))
            for (const norms of whose) found.push({ ink, range, width, input: drawn, norms });
  return { ways: found.map((way) => ({ ...way, card: cardOf(way) })), sure: false };
}

function tooWide(size: number): { refused: string } {
  return { refused: `its square has ${size} pixels a side; at most ${LARGEST_SIDE} are run here` };
}
