// In: the words after the command. Out: what is wished for, help, or what is wrong.
import { isSheet } from '../core/photo/straighten.ts';
import { BACKGROUNDS, FINISHES, PLAIN, SIZES } from '../core/sketch.ts';
import type { Corners, PartChoice, Settings, Size } from '../core/sketch.ts';
import { FEEDS, isFile, type Feed } from './own.ts';

export const HELP = `Turns vector drawings into realistic pictures.

  npm run realize -- <file.svg …> [options]

  -o FILE          where to write the picture (one drawing only; default: beside the drawing, as .png)
  --out-dir DIR    folder for the pictures of several drawings
  --size N         longest side in pixels: ${SIZES.join(', ')} (default 512)
  --light NAME     light set-up (default: the light's own; see models/light.json)
  --light-angle A,E  turns the light: A degrees to the viewer's right, E degrees higher (default 0,0)
  --model ID       generator in models/ (default realize), or a file of your own, such as mugs.onnx
  --ink dark|light, --range signed|unsigned, --stroke thin|thick, --input lines|colours
                   how a file of your own is fed that has no card: dark or light lines, -1 to 1 or 0 to 1, 1.5 or
                   3 of 256 pixels, lines alone or the drawing's own colours. What was taken is said.
  --seed N         chooses what the drawing leaves open, such as colours of uncoloured parts (default 1)
  --no-shadow      without the shadow on the ground
  --shadow-apart   the shadow as a picture of its own, NAME-shadow.png, with its own box
  --background B   what lies behind: ${BACKGROUNDS.join(', ')} (frame: the frame's own fill; default none)
  --part KEY=COLOUR/MATERIAL/FINISH
                   what one part wears, such as "body#1=#c4623f/ceramic/matte"; what is left empty stays as drawn.
                   Once for each part. Keys are listed by --json, materials in models/light.json;
                   finishes are ${FINISHES.join(', ')}.
  --stage NAME     instead of the picture write what the model sees or finds: lines, normals, parts
  --json           one JSON object a line on stdout, nothing else there; with the drawing's parts by their keys
  --help           this text

A PNG or JPEG file (a photo or scan of a sketch on paper) is traced to lines first:
  --threshold N    how dark pencil must be to count, 0 (all that is there) to 1 (default 0.5: as found)
  --line-weight N  line width, as a multiple of the usual one, 0.1 to 10 (default 1)
  --corners X,Y,X,Y,X,Y,X,Y
                   where the sheet's corners lie, clockwise from its top left, 0 to 1 of the image's sides:
                   the sheet is straightened. --stage lines shows what becomes of it.

Exit code 1: some file could not be read (the others are done); 2: the command itself is wrong.
`;

export const STAGES = ['lines', 'normals', 'parts'] as const;

export interface Wish {
  files: string[];
  out: string | null;
  folder: string | null;
  model: string;
  feed: Partial<Record<Feed, string>>;
  settings: Omit<Settings, 'model' | 'studio'> & { studio: string | null };
  stage: (typeof STAGES)[number] | null;
  json: boolean;
}

/** A fault is one sentence. */
export function readArguments(args: readonly string[]): Wish | { help: true } | { fault: string } {
  const wish: Wish = {
    files: [],
    out: null,
    folder: null,
    model: 'realize',
    feed: {},
    settings: { ...PLAIN, studio: null },
    stage: null,
    json: false,
  };
  const rest = [...args];
  while (rest.length > 0) {
    const [word = '', inline] = (rest.shift() ?? '').split(/^(--[a-z-]+)=/).filter(Boolean);
    const value = (): string | undefined => inline ?? rest.shift();
    switch (word) {
      case '-h':
      case '--help':
        return { help: true };
      case '--json':
        wish.json = true;
        break;
      case '--no-shadow':
        wish.settings.shadow = false;
        break;
      case '--shadow-apart':
        wish.settings.shadowApart = true;
        break;
      case '-o':
      case '--out-dir':
      case '--background':
      case '--part':
      case '--light':
      case '--light-angle':
      case '--model':
      case '--ink':
      case '--range':
      case '--stroke':
      case '--input':
      case '--size':
      case '--seed':
      case '--threshold':
      case '--line-weight':
      case '--corners':
      case '--stage': {
        const given = value();
        if (given === undefined || given === '') return { fault: `${word} wants a value after it.` };
        const fault = take(wish, word, given);
        if (fault !== null) return { fault };
        break;
      }
      default:
        if (word.startsWith('-') && word !== '-') return { fault: `There is no option ${word}.` };
        wish.files.push(word);
    }
  }
  if (wish.files.length === 0) return { fault: 'No drawing was given.' };
  const [feed] = Object.keys(wish.feed);
  if (feed !== undefined && !isFile(wish.model))
    return { fault: `${feed} is for a file of your own: --model FILE.onnx.` };
  if (wish.out !== null && wish.files.length > 1)
    return { fault: `-o is for one drawing; ${wish.files.length} were given: use --out-dir.` };
  if (wish.settings.shadowApart && !wish.settings.shadow)
    return { fault: 'Use --no-shadow or --shadow-apart, not both.' };
  if (wish.out !== null && wish.folder !== null) return { fault: 'Use -o or --out-dir, not both.' };
  return wish;
}

function take(wish: Wish, word: string, given: string): string | null {
  switch (word) {
    case '-o':
      wish.out = given;
      return null;
    case '--out-dir':
      wish.folder = given;
      return null;
    case '--light':
      wish.settings.studio = given;
      return null;
    case '--light-angle': {
      const [, azimuth, elevation] = /^(-?[\d.]{1,6}),(-?[\d.]{1,6})$/.exec(given) ?? [];
      const light = { azimuth: Number(azimuth), elevation: Number(elevation) };
      if (!Number.isFinite(light.azimuth) || !Number.isFinite(light.elevation))
        return `--light-angle is two numbers of degrees such as 30,-10; ${given} was given.`;
      wish.settings.light = light;
      return null;
    }
    case '--background': {
      const background = BACKGROUNDS.find((name) => name === given);
      if (!background) return `--background is ${BACKGROUNDS.join(', ')}; ${given} was given.`;
      wish.settings.background = background;
      return null;
    }
    case '--part': {
      const part = readPart(given);
      if (typeof part === 'string') return part;
      wish.settings.parts = { ...wish.settings.parts, [part.key]: part.choice };
      return null;
    }
    case '--model':
      wish.model = given;
      return null;
    case '--ink':
    case '--range':
    case '--stroke':
    case '--input':
      if (!FEEDS[word].some((value) => value === given))
        return `${word} is ${FEEDS[word].join(' or ')}; ${given} was given.`;
      wish.feed[word] = given;
      return null;
    case '--size':
      if (!SIZES.some((size) => String(size) === given))
        return `--size is ${SIZES.join(', ')}; ${given} was given.`;
      wish.settings.size = Number(given) as Size;
      return null;
    case '--seed':
      if (!/^\d{1,15}$/.test(given)) return `--seed is a whole number; ${given} was given.`;
      wish.settings.seed = Number(given);
      return null;
    case '--threshold':
    case '--line-weight': {
      const [least, most] = word === '--threshold' ? [0, 1] : [0.1, 10];
      const value = numberOf(given);
      if (!(value >= least && value <= most))
        return `${word} is a number from ${least} to ${most}; ${given} was given.`;
      wish.settings.photo = {
        ...wish.settings.photo,
        [word === '--threshold' ? 'threshold' : 'weight']: value,
      };
      return null;
    }
    case '--corners': {
      const corners = readCorners(given);
      if (!corners)
        return `--corners is eight numbers from 0 to 1, x,y of each corner, clockwise from the top left; ${given} was given.`;
      wish.settings.photo = { ...wish.settings.photo, corners };
      return null;
    }
    default: {
      const stage = STAGES.find((name) => name === given);
      if (!stage) return `--stage is ${STAGES.join(', ')}; ${given} was given.`;
      wish.stage = stage;
      return null;
    }
  }
}

/** KEY=COLOUR/MATERIAL/FINISH; a layer's name may hold any of these signs, so the last "=" counts. */
function readPart(given: string): { key: string; choice: PartChoice } | string {
  const at = given.lastIndexOf('=');
  const [colour = '', material = '', finish = '', ...more] = given.slice(at + 1).split('/');
  if (at < 1 || more.length > 0) return `--part is KEY=COLOUR/MATERIAL/FINISH; ${given} was given.`;
  if (colour !== '' && !/^#[0-9a-f]{6}$/i.test(colour))
    return `--part wants a colour such as #c4623f; ${colour} was given.`;
  const known = FINISHES.find((name) => name === finish);
  if (finish !== '' && !known) return `--part wants a finish of ${FINISHES.join(', ')}; ${finish} was given.`;
  const choice: PartChoice = {};
  if (colour !== '') choice.colour = colour.toLowerCase();
  if (material !== '') choice.material = material;
  if (known) choice.finish = known;
  return { key: given.slice(0, at), choice };
}

/** Decimal; NaN for anything else. */
function numberOf(given: string): number {
  return /^\d*\.?\d+$/.test(given) ? Number(given) : NaN;
}

/** Null where they are no sheet. */
function readCorners(given: string): Corners | null {
  const values = given.split(',').map(numberOf);
  if (values.length !== 8 || !values.every((value) => value >= 0 && value <= 1)) return null;
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = values;
  const corners: Corners = [
    [ax, ay],
    [bx, by],
    [cx, cy],
    [dx, dy],
  ];
  return isSheet(corners) ? corners : null;
}
