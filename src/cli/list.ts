// In: the repository's folder. Out: what there is to choose from, as the options take it: text for people, a
// line of JSON for programs.
import { generatorCard, generatorsIn, lightCard } from './shipped.ts';
import { DEFAULT_MODEL } from './wanted.ts';

interface Named {
  id: string;
  name: string;
  /** What is taken where nothing else is said. */
  isDefault?: boolean;
}

interface Choices {
  materials: Named[];
  lights: Named[];
  models: Named[];
}

export async function choiceList(root: string, json: boolean): Promise<string> {
  const choices = await choicesIn(root);
  return json ? `${JSON.stringify(choices)}\n` : textOf(choices);
}

async function choicesIn(root: string): Promise<Choices> {
  const { materials, studios, defaultStudio } = await lightCard(root);
  const cards = await Promise.all((await generatorsIn(root)).map((id) => generatorCard(root, id)));
  const marked = (isDefault: boolean): Pick<Named, 'isDefault'> => (isDefault ? { isDefault } : {});
  return {
    materials: materials.map(({ id, name }) => ({ id, name })),
    lights: studios.map(({ id, name }) => ({ id, name, ...marked(id === defaultStudio) })),
    models: cards.map(({ id, name }) => ({ id, name, ...marked(id === DEFAULT_MODEL) })),
  };
}

function textOf({ materials, lights, models }: Choices): string {
  const wide = Math.max(...[...materials, ...lights, ...models].map(({ id }) => id.length)) + 2;
  const block = (title: string, list: readonly Named[]): string =>
    [
      title,
      ...list.map(({ id, name, isDefault }) => `  ${id.padEnd(wide)}${name}${isDefault ? ' (default)' : ''}`),
    ].join('\n');
  return `${[
    block('Materials, for --part KEY=/MATERIAL (the keys of a drawing: --json)', materials),
    block('Light set-ups, for --light', lights),
    block('Generators, for --model, which also takes an .onnx file of your own', models),
  ].join('\n\n')}\n`;
}
