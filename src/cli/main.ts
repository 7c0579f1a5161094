// The command line: SVG files and photos in, PNG files out, by the same pipeline as the plugin's.
import { readArguments } from './arguments.ts';
import { createBar } from './bar.ts';
import { Fault, faultText } from './fault.ts';
import { HELP } from './help.ts';
import { inputsOf, PIPE, type Input } from './inputs.ts';
import { choiceList } from './list.ts';
import { realizeOne } from './one.ts';
import type { Arguments } from './wanted.ts';
import { openClaims, outputsOf } from './outputs.ts';
import { jsonOf, lineOf } from './report.ts';
import { openWorkshop } from './workshop.ts';
import { pour } from './write.ts';

/** Returns the exit code. `root`: the folder that holds models/ and node_modules/. */
export async function main(argv: readonly string[], root: string): Promise<number> {
  // Without a listener, a reader that has gone ends the program with a trace; pour() tells of it.
  process.stdout.on('error', () => undefined);
  const args = readArguments(argv);
  if ('help' in args) {
    process.stdout.write(HELP);
    return 0;
  }
  if ('fault' in args) return wrong(args.fault);
  if ('list' in args) {
    process.stdout.write(await choiceList(root, args.json));
    return 0;
  }
  const faults: string[] = [];
  const inputs = await found(args.files, faults);
  const unfit = togetherUnfit(inputs, args);
  if (unfit !== null) return wrong(unfit);
  const bar = createBar(process.stderr, inputs.length);
  for (const fault of faults) bar.say(fault);
  const failed = inputs.length > 0 ? await realizeAll(inputs, args, root, bar) : 0;
  bar.end();
  return failed + faults.length > 0 ? 1 : 0;
}

function wrong(fault: string): number {
  process.stderr.write(`${fault}\nTry --help.\n`);
  return 2;
}

/** What names nothing is told in `faults`; the others are done. A file that is named twice is done once. */
async function found(words: readonly string[], faults: string[]): Promise<Input[]> {
  const inputs = new Map<string, Input>();
  for (const word of words) {
    try {
      for (const input of await inputsOf(word)) inputs.set(input.path ?? PIPE, input);
    } catch (error) {
      faults.push(faultText(error));
    }
  }
  return [...inputs.values()];
}

/** What is wrong with the command now that it is known which drawings are meant. */
function togetherUnfit(inputs: readonly Input[], args: Arguments): string | null {
  if (args.out !== null && inputs.length > 1)
    return `-o is for one drawing; ${inputs.length} were given: use --out-dir.`;
  const poured = inputs.some((input) => outputsOf(input, args, () => false).picture === PIPE);
  if (!poured) return null;
  if (args.pattern !== null) return 'stdout has no name: leave out --name, or use --out-dir.';
  if (args.json) return 'stdout takes the picture or --json, not both: name a file with -o.';
  if (args.maps || args.settings.shadowApart)
    return `stdout takes one picture: name a file with -o, or leave out ${args.maps ? '--maps' : '--shadow-apart'}.`;
  if (inputs.length > 1) return 'stdout takes one picture: use --out-dir.';
  return process.stdout.isTTY ? 'stdout is a terminal, which shows no pictures: name a file with -o.' : null;
}

/** Returns how many failed; each is told in one line. */
async function realizeAll(
  inputs: readonly Input[],
  args: Arguments,
  root: string,
  bar: ReturnType<typeof createBar>,
): Promise<number> {
  bar.show(0, 'starting', 0);
  const workshop = await openWorkshop(root, args).catch((error: unknown) => void bar.say(faultText(error)));
  if (!workshop) return inputs.length;
  if (workshop.taken !== null) bar.say(workshop.taken);
  const claims = openClaims(inputs);
  let failed = 0;
  for (const [index, input] of inputs.entries()) {
    const progress = (fraction: number): void => bar.show(index, input.file, fraction);
    progress(0);
    try {
      const outputs = outputsOf(input, args, (wished) => !args.force && claims.against(wished) !== null);
      const against = args.force ? null : claims.against(outputs);
      if (against !== null) throw new Fault(against);
      const done = await realizeOne(input, outputs, { args, workshop, progress });
      claims.take(outputs, input);
      if (args.json) await pour(`${jsonOf(done, workshop)}\n`);
      else bar.say(lineOf(done, args));
    } catch (error) {
      failed++;
      bar.say(`${input.file}: ${faultText(error)}`);
    }
  }
  return failed;
}
