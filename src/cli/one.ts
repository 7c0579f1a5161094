// In: one drawing and what is asked for. Out: its picture, written.
import { isRefusal, type Settings } from '../core/sketch.ts';
import type { Realized } from '../core/pipeline.ts';
import { Fault, ofModel, refusalText } from './fault.ts';
import { readInput, type Input } from './inputs.ts';
import { isSolid, type Arguments } from './wanted.ts';
import { stemOf, type Outputs } from './outputs.ts';
import { isFile } from './own.ts';
import { toSvg } from './photo.ts';
import type { Done } from './report.ts';
import type { Workshop } from './workshop.ts';
import { writeFiles } from './write.ts';

/** Parts that a line names, of those that there are. */
const NAMED = 24;

interface Task {
  args: Arguments;
  workshop: Workshop;
  progress: (fraction: number) => void;
}

/** Throws a Fault that says why there is none. */
export async function realizeOne(input: Input, outputs: Outputs, task: Task): Promise<Done> {
  const { args, workshop, progress } = task;
  const { svg, photo } = toSvg(await readInput(input));
  const name = stemOf(input.file);
  const settings: Settings = {
    ...args.settings,
    model: workshop.model,
    studio: args.settings.studio ?? workshop.studio,
    shadow: args.settings.shadow && !isSolid(args),
  };
  const watch = {
    progress: (_stage: string, fraction: number) => progress(fraction),
    cancelled: () => Promise.resolve(false),
  };
  const wanted = args.scale === null ? settings : { ...settings, scale: args.scale };
  const made = await workshop.pipeline
    .realize({ id: input.file, name: args.called ?? name, svg }, wanted, watch)
    .catch((error: unknown) => {
      const ofRuntime = error instanceof Error && error.message.includes('ERROR_CODE');
      throw ofRuntime
        ? ofModel(isFile(args.model) ? args.model : `the generator ${args.model}`, error)
        : error;
    });
  if (isRefusal(made)) {
    if (photo !== null && made.refused === 'nothing-drawn')
      throw new Fault(`this ${photo} shows nothing, or is damaged`);
    throw new Fault(refusalText(made));
  }
  checkParts(made, settings.parts);
  const range = await writeFiles(made, outputs, args, name);
  const shadow = made.picture.shadow ? outputs.shadow : null;
  return { input, outputs: { ...outputs, shadow }, made, range, settings };
}

/** Throws where something was chosen for a part that there is not. */
function checkParts(made: Realized, chosen: Settings['parts']): void {
  const wanted = Object.keys(chosen);
  if (wanted.length === 0) return;
  const known = made.parts().parts.map(({ key }) => key);
  const unknown = wanted.find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const more = known.length > NAMED ? ` and ${known.length - NAMED} more, which --json lists` : '';
  throw new Fault(`there is no part "${unknown}"; there is ${known.slice(0, NAMED).join(', ')}${more}`);
}
