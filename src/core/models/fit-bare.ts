// In: what an ONNX file without a card says of itself. Out: the ways in which a drawing could be fed to it,
// as cards, by the shapes of what goes in and comes out; or why it is no generator of pictures.
import type { ModelCard } from '../card.ts';
import { convertCommand } from './convert.ts';
import { LARGEST_SIDE, USUAL_SIDE, WIDTHS, type FeedOption, type Fit, type Unfit } from './feed-option.ts';
import { isLast, sides, portText } from './ports.ts';
import type { Summary } from './summary.ts';

const FLOAT = 1;
/** Of a drawing that convert casts: half and double precision. */
const CAST: Readonly<Partial<Record<number, string>>> = { 10: 'half precision', 11: 'double precision' };

// Paper around the drawing, as a share of the side: as in the published edges data sets.
const MARGIN = 0.1;

type Choice = Omit<FeedOption, 'card'>;

/** `name`: the file's, without its suffix. */
export function fitBare(summary: Summary, name: string): Fit | Unfit {
  const [input, output] = [summary.inputs[0], summary.outputs[0]];
  if (!input || summary.inputs.length !== 1)
    return { refused: `it wants ${summary.inputs.length} inputs; a generator has one, the drawing` };
  if (!output) return { refused: 'it gives nothing' };
  const [inside, outside] = [sides(input, [1, 2, 3, 4]), sides(output, [3, 4])];
  if (isLast(input)) return turned(`it counts channels last, as Keras does (${portText(input)})`, name);
  if (!inside) return { refused: `it wants ${portText(input)}; a drawing is 1 × (1 to 4) × side × side` };
  if (output.dims.length === 4 && output.dims[1] === 1) return turned('its picture is grey', name);
  if (!outside) return { refused: `it gives ${portText(output)}; a picture is 1 × (3 or 4) × side × side` };
  for (const { name: port, type } of [input, output])
    if (CAST[type] !== undefined) return turned(`its tensor “${port}” is of ${CAST[type]}`, name);
    else if (type !== FLOAT)
      return {
        refused: `its tensor "${port}" has ONNX's type ${type}; wanted 1, float32 (weights may be smaller)`,
      };
  const size = inside.side ?? outside.side ?? USUAL_SIDE;
  if (size > LARGEST_SIDE) return tooWide(size);
  if (outside.side !== null && outside.side !== size)
    return { refused: `it wants ${portText(input)} and gives ${portText(output)}; both have one side` };
  const tensors: Tensors = {
    size,
    input: { tensor: input.name, channels: inside.channels },
    output: { tensor: output.name, channels: outside.channels },
  };
  const choices = choicesOf(inside.channels, summary.norms === 'untouched' ? ['picture', 'file'] : [null]);
  return {
    ways: choices.map((choice) => ({ ...choice, card: cardOf(name, tensors, choice) })),
    sure: false,
  };
}

export function tooWide(size: number): { refused: string } {
  return { refused: `its square has ${size} pixels a side; at most ${LARGEST_SIDE} are run here` };
}

/** All that its shapes leave open, likeliest first. `channels`: that go in. */
function choicesOf(channels: number, norms: readonly FeedOption['norms'][]): Choice[] {
  const choices: Choice[] = [];
  for (const width of ['thin', 'thick'] as const)
    for (const drawn of channels >= 3 ? (['lines', 'colours'] as const) : (['lines'] as const))
      for (const range of ['signed', 'unsigned'] as const)
        for (const ink of ['dark', 'light'] as const)
          // Colours are as drawn, and have no lines that could be light or thick.
          if (drawn === 'lines' || (ink === 'dark' && width === 'thin'))
            for (const whose of norms) choices.push({ ink, range, width, input: drawn, norms: whose });
  return choices;
}

/** Side of the square in pixels, and what goes in and comes out. */
interface Tensors {
  size: number;
  input: { tensor: string; channels: number };
  output: { tensor: string; channels: number };
}

function cardOf(name: string, { size, input, output }: Tensors, choice: Choice): ModelCard {
  const low = choice.range === 'unsigned' ? 0 : -1;
  const channel = (as: string): ModelCard['input']['channels'][number] => ({ name: as, range: [low, 1] });
  const colours = ['r', 'g', 'b', 'a'];
  const names = choice.input === 'colours' ? colours : colours.map(() => 'lines');
  return {
    format: 'realize-card',
    formatVersion: 1,
    id: name,
    name,
    kind: 'picture',
    input: {
      tensor: input.tensor,
      size,
      margin: Math.round(size * MARGIN),
      stroke: (WIDTHS[choice.width === 'thick' ? 1 : 0] * size) / USUAL_SIDE,
      ink: choice.ink === 'light' ? 1 : low,
      paper: choice.ink === 'light' ? low : 1,
      channels: names.slice(0, input.channels).map(channel),
    },
    output: { tensor: output.tensor, channels: colours.slice(0, output.channels).map(channel) },
  };
}

/** Of a file that convert takes as it is. */
function turned(why: string, name: string): Unfit {
  const command = convertCommand(`${name}.onnx`);
  return { refused: `${why}; in the repository’s folder models “${command}” turns it`, command };
}
