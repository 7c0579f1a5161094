// In: what an ONNX file says of itself. Out: the ways in which a drawing could be fed to it, as
// cards; one if the file brings its own card, several where its shapes leave something open; or
// why it is no generator of pictures.
import { readModelCard, type ModelCard } from '../card.ts';
import { isPlain } from './external.ts';
import { LARGEST_SIDE, USUAL_SIDE, WIDTHS, type FeedOption, type Fit, type Unfit } from './feed-option.ts';
import { fitBare, tooWide } from './fit-bare.ts';
import opsets from './opsets.json';
import type { Summary } from './summary.ts';

/** Where converters and our own export write the card; see models/convert. */
const KEY = 'realize_card';

// Of a name in a sentence. Letters.
const LONGEST_NAME = 60;

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
  return fitBare(summary, name);
}

/** Of weights that lie in a file that is not here. */
function outside(file: string): string {
  const name = file.length > LONGEST_NAME ? `${file.slice(0, LONGEST_NAME - 1)}…` : file;
  if (!isPlain(file))
    return `its weights lie in another file, “${name}”, which is no name of a file beside it; export it with external_data=False`;
  return `its weights lie in another file, ${name}; give both together, or export it again with external_data=False`;
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
    width: (stroke * USUAL_SIDE) / size < (WIDTHS[0] + WIDTHS[1]) / 2 ? 'thin' : 'thick',
    input: channels.some(({ name: channel }) => channel === 'r') ? 'colours' : 'lines',
    norms: null,
  };
  return { ways: [way], sure: true };
}
