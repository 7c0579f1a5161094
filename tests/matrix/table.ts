// Results in, the table of docs/matrix.md out: what was run, passed and not, by kind, by frame and by fault.
import { FAULTS, FAULT_IDS, type FaultId } from '../../host/faults/faults.ts';
import { NODE_KINDS } from '../../host/cases/cases.ts';
import { FRAMES } from '../../host/frame/variants.ts';
import { faultOf, nameOf, type Row } from './rows.ts';

export interface Result {
  row: Row;
  /** Empty when it passed. */
  wrong: string[];
  /** How it ended, in the words of allowed.ts. */
  end: string;
  struck: boolean;
  ms: number;
  /** The build that was run. */
  build: string;
}

/** Why rows of a fault do not pass, where that is known: here they are listed with their reason. */
const WHY: Partial<Record<FaultId, string>> = {};

interface Group {
  name: string;
  what: string;
  results: readonly Result[];
}

const passed = (results: readonly Result[]): number =>
  results.filter(({ wrong }) => wrong.length === 0).length;

export function table(results: readonly Result[], all: number, command: string): string {
  const builds = [...new Set(results.map(({ build }) => build))].sort();
  const failed = results.filter(({ wrong }) => wrong.length > 0);
  const by = (groups: Group[]): string[] =>
    groups
      .filter(({ results }) => results.length > 0)
      .map(({ name, what, results }) => {
        const good = passed(results);
        const struck = results.filter((one) => one.struck).length;
        return `| \`${name}\` | ${what} | ${results.length} | ${struck} | ${good === results.length ? 'all' : `**${good}**`} |`;
      });
  const groupsOf = (list: readonly { id: string; what: string }[], idOf: (row: Row) => string): Group[] =>
    list.map(({ id, what }) => ({ name: id, what, results: results.filter(({ row }) => idOf(row) === id) }));
  const head = (what: string): string[] => [
    `| ${what} | | rows | struck | passed |`,
    '| --- | --- | ---: | ---: | ---: |',
  ];
  const frames = FRAMES.map(({ id, variant, depth, policy, work }) => ({
    id,
    what: `${variant}, ${depth} deep, policy ${policy}: ${work}`,
  }));
  const faults = [
    { id: 'none', what: 'nothing goes wrong' },
    ...FAULT_IDS.map((id: FaultId) => ({ id, what: FAULTS[id].what })),
  ];
  const ends = [...new Set(results.map(({ end }) => end))].sort();
  const reasons = new Map<string, Result[]>();
  for (const one of failed) {
    const key = one.wrong.map((text) => text.replace(/[\d.]{3,}/g, 'N')).join('; ');
    reasons.set(key, [...(reasons.get(key) ?? []), one]);
  }
  return [
    '# The matrix',
    '',
    'What is selected × how Figma may hold the window × what goes wrong, through the built bundle in a real browser on the',
    'stand-in. A row passes when the user got the right picture or the one sentence that explains why not (declared for each',
    'kind, frame and fault in tests/matrix/allowed.ts), the document is otherwise byte for byte what it was, one undo brings',
    'it back, nothing was asked of the network, no error went uncaught and no worker runs on (tests/matrix/judge.ts).',
    '',
    `Written by \`${command}\`: **${passed(results)} of ${results.length} rows pass**, of ${all} in the matrix (build ${builds.join(', ')}).`,
    ...(results.length < all
      ? ['The rows are in one fixed shuffled order, so those that were run are a fair sample of all.']
      : []),
    '"Struck": the fault came to strike; where the run ends before its moment, or the frame has nothing for it to strike, the row must pass as if there were none.',
    '',
    `How they ended: ${ends.map((end) => `${end} ${results.filter((one) => one.end === end).length}`).join(', ')}.`,
    '',
    '## Rows that do not pass',
    '',
    ...(failed.length === 0
      ? ['None.']
      : [...reasons].map(
          ([reason, ones]) =>
            `- ${ones.length} × ${reason}\n  ${ones
              .slice(0, 8)
              .map(({ row }) => `\`${nameOf(row)}\``)
              .join(', ')}${ones.length > 8 ? ' …' : ''}${whyOf(ones)}`,
        )),
    '',
    '## By fault',
    '',
    ...head('fault'),
    ...by(groupsOf(faults, faultOf)),
    '',
    '## By frame',
    '',
    ...head('frame'),
    ...by(groupsOf(frames, ({ frame }) => frame)),
    '',
    '## By kind',
    '',
    ...head('selected'),
    ...by(groupsOf(NODE_KINDS, ({ kind }) => kind)),
    '',
  ].join('\n');
}

function whyOf(ones: readonly Result[]): string {
  const known = new Set(ones.map(({ row }) => faultOf(row)));
  const [fault] = known;
  const why = known.size === 1 && fault && fault !== 'none' ? WHY[fault] : undefined;
  return why ? `\n  ${why}` : '';
}
