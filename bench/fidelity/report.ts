// In: pictures with their scores. Out: a contact sheet and all scores in artifacts/, and one line that counts
// them.
import { mkdir, writeFile } from 'node:fs/promises';
import { LIMIT, type Score } from './score.ts';
import type { Entry, Viewer } from './viewer.ts';

const COLUMNS = 5;

export interface Judged {
  entry: Entry;
  row: { id: string; refused?: string; notes?: readonly string[] } & Partial<Score>;
}

export async function report(
  viewer: Viewer,
  judged: readonly Judged[],
  name: string,
  sheet: string,
): Promise<void> {
  await mkdir('artifacts', { recursive: true });
  const rank = ({ row }: Judged): number => row.wrong ?? 1;
  const wrong = judged.filter((one) => rank(one) >= LIMIT);
  const many = (key: 'missing' | 'extra' | 'off'): number =>
    judged.filter(({ row }) => (row[key] ?? 0) >= LIMIT).length;
  await writeFile(
    `artifacts/fidelity-${name}.json`,
    JSON.stringify(
      judged.map(({ row }) => row),
      null,
      1,
    ),
  );
  const shown =
    sheet === 'all' ? judged : [...judged].sort((a, b) => rank(b) - rank(a)).slice(0, Number(sheet));
  const file = `artifacts/fidelity-${name}.jpg`;
  await writeFile(
    file,
    await viewer.sheet(
      shown.map(({ entry }) => entry),
      COLUMNS,
    ),
  );
  const share = ((100 * wrong.length) / judged.length).toFixed(1);
  const refusals = judged.filter(({ row }) => row.refused !== undefined).length;
  console.log(
    `${name}: ${wrong.length} of ${judged.length} wrong (${share} %): missing ${many('missing')}, extra ${many('extra')}, ` +
      `off in colour ${many('off')}, refused ${refusals}. ${file}: ${shown.length} of them.`,
  );
}
