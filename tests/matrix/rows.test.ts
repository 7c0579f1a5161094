import { describe, expect, it } from 'vitest';
import { NODE_KINDS } from '../../host/cases/cases.ts';
import { FAULT_IDS, parseFaults, type FaultId } from '../../host/faults/faults.ts';
import { FRAMES } from '../../host/frame/variants.ts';
import { ENDS, endsOf } from './allowed.ts';
import { faultOf, momentsOf, nameOf, pairwise, product, sample, type Row } from './rows.ts';

const rows = pairwise();
const pairs = (left: (row: Row) => string, right: (row: Row) => string): Set<string> =>
  new Set(rows.map((row) => `${left(row)} | ${right(row)}`));
const kind = ({ kind }: Row): string => kind;
const frame = ({ frame }: Row): string => frame;

describe('the rows that are run', () => {
  it('have every kind with every fault, once', () => {
    expect(rows).toHaveLength(NODE_KINDS.length * FAULT_IDS.length);
    expect(pairs(kind, faultOf).size).toBe(rows.length);
  });

  it('have every kind in every frame, and every fault in every frame', () => {
    expect(pairs(kind, frame).size).toBe(NODE_KINDS.length * FRAMES.length);
    expect(pairs(faultOf, frame).size).toBe(FAULT_IDS.length * FRAMES.length);
  });

  it('have every fault at each of its moments', () => {
    const seen = new Set(rows.map(({ fault }) => fault));
    const wanted = FAULT_IDS.flatMap((id) => momentsOf(id).map((moment) => `${id}${moment}`));
    expect([...seen].sort()).toEqual(wanted.sort());
    for (const text of wanted) expect(parseFaults(text)).toHaveLength(1);
  });

  it('are of the whole product, and come in one order', () => {
    const all = new Set(product().map(nameOf));
    expect(all.size).toBe(NODE_KINDS.length * FAULT_IDS.length * FRAMES.length);
    expect(rows.filter((row) => !all.has(nameOf(row)))).toEqual([]);
    expect(pairwise()).toEqual(rows);
  });

  it('begin with a fair sample: the first quarter has every kind, frame and fault', () => {
    const first = rows.slice(0, rows.length / 4);
    expect(new Set(first.map(kind)).size).toBe(NODE_KINDS.length);
    expect(new Set(first.map(frame)).size).toBe(FRAMES.length);
    expect(new Set(first.map(faultOf)).size).toBe(FAULT_IDS.length);
  });

  it('each have an end declared', () => {
    expect(Object.keys(ENDS).sort()).toEqual([...FAULT_IDS].sort());
    for (const row of rows)
      expect(endsOf(parseFaults(row.fault)[0]!.id, row.fault, row.kind, row.frame).length).toBeGreaterThan(0);
  });
});

describe('two things that go wrong at once', () => {
  it('may be told of either; of a drawing that could be realized the fault is told', () => {
    const ends = (kind: string) => endsOf('export-huge', 'export-huge', kind, 'data-lax');
    expect(ends('paint-video')).toEqual(['too-large', 'not-exported']);
    expect(ends('paint-video-among')).toEqual(['too-large']);
    const bare = (kind: string) => endsOf('export-bare', 'export-bare', kind, 'data-lax');
    expect(bare('frame')).toEqual(['nothing-drawn', 'nothing-seen', 'hidden']);
    expect(bare('paint-video-among')).toEqual(['nothing-drawn', 'nothing-seen', 'hidden', 'not-exported']);
  });
});

describe('the sample in npm test', () => {
  it('is of what there is, and has every frame', () => {
    for (const row of sample()) {
      expect(NODE_KINDS.map(({ id }) => id)).toContain(row.kind);
      expect(momentsOf(faultOf(row) as FaultId).map((moment) => `${faultOf(row)}${moment}`)).toContain(
        row.fault,
      );
    }
    expect(new Set(sample().map(frame)).size).toBe(FRAMES.length);
  });
});
