// In: the repository's folder. Out: the cards of what is shipped in its models/.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLightCard, readModelCard, type LightCard, type ModelCard } from '../core/card.ts';

async function cardIn(root: string, id: string): Promise<unknown> {
  return JSON.parse(await readFile(join(root, 'models', `${id}.json`), 'utf8'));
}

/** Ids of the generators. */
export async function generatorsIn(root: string): Promise<string[]> {
  const files = await readdir(join(root, 'models'));
  return files
    .flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? [])
    .filter((id) => id !== 'light')
    .sort();
}

export async function generatorCard(root: string, id: string): Promise<ModelCard> {
  return readModelCard(await cardIn(root, id));
}

export async function lightCard(root: string): Promise<LightCard> {
  return readLightCard(await cardIn(root, 'light'));
}
