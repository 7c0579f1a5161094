// A row and what was seen of it in, what is wrong with that out: sentences, none when the row passes.
import { REASONS, type Reason } from '../../src/core/sketch.ts';
import { sentence } from '../../src/words.ts';
import { drawingsOf, endsOf, type End } from './allowed.ts';
import { faultOf, type Row } from './rows.ts';
import type { Seen, SeenPicture } from './seen.ts';

/** The longest side that the settings ask for; where they could not be read, the plugin's own. */
const SIDES = new Set([512, 1024]);
/** Fewer pixels than this share of the picture, or fewer colours, and it shows nothing. */
const LEAST_OPAQUE = 0.002;
const LEAST_COLOURS = 3;

export function judge(row: Row, seen: Seen): string[] {
  const fault = faultOf(row);
  const struck = fault !== 'none' && seen.struck.some(({ id }) => id === fault);
  const allowed = endsOf(struck ? fault : null, row.fault, row.kind, row.frame);
  const end = endOf(seen);
  const wrong: string[] = [];
  if (end === null) wrong.push(`ended as nobody can understand: ${told(seen)}`);
  else if (!allowed.includes(end)) wrong.push(`${end}, allowed: ${allowed.join(' or ')}; ${told(seen)}`);
  if (end === 'pictures' && seen.pictures.length !== drawingsOf(row.kind))
    wrong.push(`${seen.pictures.length} pictures of ${drawingsOf(row.kind)} drawings`);
  if (end !== 'pictures' && seen.pictures.length >= drawingsOf(row.kind))
    wrong.push(`a picture stands, and she is told otherwise: ${told(seen)}`);
  wrong.push(...seen.pictures.flatMap(flaws));
  if (seen.changed) wrong.push(`the document was changed: ${seen.changed}`);
  if (seen.undone) wrong.push(`one undo does not bring it back: ${seen.undone}`);
  if (seen.emptySteps > 0) wrong.push(`${seen.emptySteps} steps of undo in which nothing happened`);
  if (seen.unplacedImages > 0) wrong.push(`${seen.unplacedImages} images stored that were not placed`);
  if (seen.errors.length > 0) wrong.push(`uncaught: ${seen.errors[0]}`);
  if (seen.asked.length > 0) wrong.push(`a request: ${seen.asked[0]}`);
  if (seen.workers > 0) wrong.push(`${seen.workers} workers still run`);
  return wrong;
}

const told = ({ end, window, notices }: Seen): string =>
  `${end}${window ? `, the window says ${JSON.stringify(window)}` : ''}, she was told ${JSON.stringify(notices)}`;

/** What became of the run, in the words of allowed.ts; null when it cannot be told, or was told twice. */
export function endOf({ end, notices, pictures }: Seen): End | null {
  if (end === 'stuck') return null;
  // Before the end what lies ahead may be said: many pictures, or a drawing of very many shapes.
  const ends = notices.filter(
    (one) => !/^(\d+ pictures, one after another\.|“.*” has \d+ shapes: )/.test(one),
  );
  const [last] = ends;
  if (ends.length > 1) return null;
  if (end === 'cancelled')
    return pictures.length === 0 && (last === undefined || reasonOf(last) === 'cancelled')
      ? 'stands still'
      : null;
  if (last === undefined) return pictures.length === 0 ? 'taken back' : null;
  if (/^(Realized|\d+ pictures realized)\b/.test(last)) return pictures.length > 0 ? 'pictures' : null;
  const reason = reasonOf(last);
  return reason === 'cancelled' ? (pictures.length === 0 ? 'taken back' : null) : reason;
}

/** Which refusal a sentence tells; figma.notify may have cut its end off. */
export function reasonOf(notice: string): Reason | null {
  const bare = notice.replace(/^\d+ of \d+ realized\. .*?: /, '').replace(/…$/, '');
  if (bare.length < 12) return null;
  return (
    REASONS.find((refused) => {
      const words = sentence({ refused });
      return bare.startsWith(words) || words.startsWith(bare);
    }) ?? null
  );
}

function flaws(picture: SeenPicture): string[] {
  const { name, width, height, across, down, opaque, colours, over } = picture;
  const wrong: string[] = [];
  const of = `picture ${JSON.stringify(name.slice(0, 40))}`;
  if (!SIDES.has(Math.max(width, height))) wrong.push(`${of} is ${width} × ${height} pixels`);
  // One pixel of the shorter side, either way.
  const shorter = (Math.max(width, height) * Math.min(across, down)) / Math.max(across, down);
  if (Math.abs(shorter - Math.min(width, height)) > 1.01 || width > height !== across > down)
    if (width !== height || Math.abs(across - down) * Math.max(width, height) > 1.01 * Math.max(across, down))
      wrong.push(`${of} has ${width} × ${height} pixels on ${across} × ${down} units`);
  if (opaque < LEAST_OPAQUE || colours < LEAST_COLOURS)
    wrong.push(`${of} shows nothing: ${(opaque * 100).toFixed(2)} % covered, ${colours} colours`);
  if (over.length > 0) wrong.push(`${of} lies over ${over.slice(0, 3).join(', ')}`);
  return wrong;
}
