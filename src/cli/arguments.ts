// In: the words after the command. Out: what is asked for, help, or what is wrong, in one sentence.
import { parseArgs } from 'node:util';
import { isSet } from '../core/light/studio-set.ts';
import { PLAIN, SIZES } from '../core/sketch.ts';
import { PIPE } from './inputs.ts';
import { FLAGS, VALUES } from './options.ts';
import { DEFAULT_MODEL, isSolid, type Arguments } from './wanted.ts';
import { isFile } from './own.ts';

/** For parseArgs: each name without its dashes; a name of one letter is a short one. */
function described(names: readonly string[], type: 'string' | 'boolean') {
  return names.map((name) => {
    const bare = name.replace(/^-+/, '');
    return [bare, { type, ...(bare.length === 1 && { short: bare }) }] as const;
  });
}

const OPTIONS = Object.fromEntries([
  ...described(Object.keys(VALUES), 'string'),
  ...described(['-h', '--help', '--list', ...Object.keys(FLAGS)], 'boolean'),
]);

/** What is asked for instead of pictures, or what is wrong. */
type Instead = { help: true } | { list: true; json: boolean } | { fault: string };

/**
 * Options and files in any order; the first fault is the one that is told. All after a lone `--` are files.
 */
export function readArguments(words: readonly string[]): Arguments | Instead {
  const args: Arguments = {
    files: [],
    out: null,
    folder: null,
    pattern: null,
    called: null,
    model: DEFAULT_MODEL,
    feed: {},
    settings: { ...PLAIN, studio: null },
    stage: null,
    scale: null,
    json: false,
    force: false,
    maps: false,
  };
  const { tokens } = parseArgs({
    args: [...words],
    options: OPTIONS,
    allowPositionals: true,
    strict: false, // a fault is told in our words
    tokens: true,
  });
  let list = false;
  for (const token of tokens) {
    if (token.kind === 'positional') args.files.push(token.value);
    if (token.kind !== 'option') continue;
    // Letters are not joined: "-out x" is no "-o ut".
    const written = words[token.index] ?? token.rawName;
    const word = written.startsWith('--') ? token.rawName : written;
    if (word === '-h' || word === '--help') return { help: true };
    if (word === '--list') {
      list = true;
      continue;
    }
    const flag = FLAGS[word];
    const read = VALUES[word];
    if (flag) flag(args);
    else if (!read) return { fault: `There is no option ${word}.` };
    else {
      if (token.value === undefined || token.value === '')
        return { fault: `${word} wants a value after it.` };
      const fault = read(args, token.value);
      if (fault !== null) return { fault };
    }
  }
  if (list) return { list, json: args.json };
  const fault = contradiction(args);
  return fault === null ? args : { fault };
}

/** What only all the words together show to be wrong. */
function contradiction(args: Arguments): string | null {
  const { files, feed, model, out, folder, pattern, settings, stage, maps, scale } = args;
  if (files.length === 0) return 'No drawing was given.';
  const [fed] = Object.keys(feed);
  if (fed !== undefined && !isFile(model)) return `${fed} is for a file of your own: --model FILE.onnx.`;
  if (out !== null && files.length > 1)
    return `-o is for one drawing; ${files.length} were given: use --out-dir.`;
  if (files.filter((file) => file === PIPE).length > 1) return 'A pipe is read once; - was given twice.';
  if (settings.shadowApart && !settings.shadow) return 'Use --no-shadow or --shadow-apart, not both.';
  if (settings.backdrop !== PLAIN.backdrop && !isSet(settings.background))
    return '--backdrop is for --background sweep, gradient or table.';
  if (maps && stage !== null) return '--stage writes one image instead of the picture; leave out --maps.';
  if (out !== null && folder !== null) return 'Use -o or --out-dir, not both.';
  if (out !== null && pattern !== null) return 'Use -o or --name, not both.';
  if (scale !== null && (maps || isSolid(args)))
    return `${maps ? '--maps' : 'A .glb'} wants a --size of ${SIZES.join(', ')}; ${scale}x was given.`;
  if (out !== null && out !== PIPE) {
    if (/[\\/]$/.test(out)) return `-o names a file; ${out} is a folder: use --out-dir.`;
    if (/\.(gltf|obj|stl|usdz?|fbx)$/i.test(out)) return `The relief is written as .glb; ${out} was given.`;
    if (!/(^|[\\/])[^.\\/]+$|\.(png|glb)$/i.test(out))
      return `Pictures are written as .png, reliefs as .glb; ${out} was given.`;
  }
  return isSolid(args) ? unlit(args) : null;
}

/** What a relief has no use for: whoever shows it lights it. */
function unlit({ settings, stage }: Arguments): string | null {
  const { studio, light, lamps, background, shadowApart } = settings;
  const [word] = [
    stage !== null && '--stage',
    studio !== null && '--light',
    (light.azimuth !== 0 || light.elevation !== 0) && '--light-angle',
    lamps !== null && '--lamp',
    background !== PLAIN.background && '--background',
    shadowApart && '--shadow-apart',
  ].filter((one) => one !== false);
  return word === undefined
    ? null
    : `A .glb is the relief alone, without light and ground; leave out ${word}.`;
}
