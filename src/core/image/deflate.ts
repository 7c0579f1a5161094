// In: a picture's filtered rows, as they come. Out: a zlib stream of them (RFC 1950, 1951), block by block.
// Runs of equal pixels and Huffman codes, as in fpng (Geldreich 2021): behind a PNG filter there is little
// else to be found, and these are found without a search.
//
//   a row      filter  p p p p q q p        p, q: four bytes
//   symbols    filter  p ‹12 again, 4 back› q ‹4 again, 4 back› p
import { openBits, type Codes } from './bits.ts';
import { huffman } from './huffman.ts';

/** Bytes that are compared at once, and how far back a run looks. */
const WORD = 4;
// A run is so many words, and at most this long: deflate's longest is 258 bytes.
const LONGEST_RUN = 256;
// Symbols of a block: bytes, its end, and END + the bytes of a run. Deflate has one for several lengths.
const END = 256;
const DEFLATE_SYMBOLS = 286;
// Deflate's code for four back, the only one that comes: one bit, a zero.
const DISTANCE = 3;
const DISTANCE_BITS = 1;
// A block ends with the row in which it has so many symbols; another row follows it, so that none is empty.
const BLOCK = 1 << 16;
// Lengths of codes are told in four bits each; that is told of them, in the order that deflate asks for.
const TOLD_BITS = 4;
const TOLD = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const ADLER = 65_521;
// Words after which Adler's sums are taken modulo: they stay below 2³⁰, small integers to V8.
const SUMMED = 256;

const RUNS = runs();

export interface Deflate {
  /** `words`: the row's bytes again, but for up to three that are left over at their end. Neither is kept. */
  row: (filter: number, row: Uint8Array, words: Uint32Array) => void;
  end: () => void;
}

/** `stride`: bytes of a row. `write`: is handed the stream piece by piece, to keep. */
export function openDeflate(stride: number, write: (bytes: Uint8Array) => void): Deflate {
  // A row has as many as it has bytes at most, and its filter.
  const symbols = new Uint16Array(BLOCK + stride + 2);
  let count = 0;
  const { put, rest } = openBits();
  let low = 1;
  let high = 0;
  write(Uint8Array.of(0x78, 0x01));

  function block(isLast: boolean): void {
    symbols[count++] = END;
    const own = symbols.subarray(0, count);
    const { head, codes } = codesOf(own, isLast);
    write(put(Uint16Array.from(head.lengths.keys()), head));
    write(put(own, codes));
    count = 0;
  }

  return {
    row(filter, row, words) {
      if (count >= BLOCK) block(false);
      let n = count;
      symbols[n++] = filter;
      let a = low + filter;
      let b = high + a;
      let run = 0;
      let before = -1;
      for (let from = 0; from < words.length; from += SUMMED) {
        const to = Math.min(words.length, from + SUMMED);
        for (let k = from; k < to; k++) {
          const word = words[k]!;
          if (word === before) run += WORD;
          else {
            if (run > 0) n = again(run, symbols, n);
            run = 0;
            before = word;
            symbols[n] = word & 255;
            symbols[n + 1] = (word >>> 8) & 255;
            symbols[n + 2] = (word >>> 16) & 255;
            symbols[n + 3] = word >>> 24;
            n += WORD;
          }
          const one = a + (word & 255);
          const two = one + ((word >>> 8) & 255);
          const three = two + ((word >>> 16) & 255);
          a = three + (word >>> 24);
          b += one + two + three + a;
        }
        a %= ADLER;
        b %= ADLER;
      }
      if (run > 0) n = again(run, symbols, n);
      for (let k = WORD * words.length; k < row.length; k++) {
        symbols[n++] = row[k]!;
        a += row[k]!;
        b += a;
      }
      low = a % ADLER;
      high = b % ADLER;
      count = n;
    },
    end() {
      block(true);
      write(rest());
      write(Uint8Array.of(high >>> 8, high, low >>> 8, low));
    },
  };
}

/** Puts a run into `symbols` from `n` on; gives what comes behind it. */
function again(run: number, symbols: Uint16Array, n: number): number {
  let at = n;
  for (let left = run; left > 0; left -= LONGEST_RUN) symbols[at++] = END + Math.min(left, LONGEST_RUN);
  return at;
}

/** Of a block: how it begins, and the code of each of its symbols. */
function codesOf(symbols: Uint16Array, isLast: boolean): { head: Codes; codes: Codes } {
  const ours = new Uint32Array(END + LONGEST_RUN + 1);
  for (let k = 0; k < symbols.length; k++) ours[symbols[k]!]!++;
  const counts = new Uint32Array(DEFLATE_SYMBOLS);
  counts.set(ours.subarray(0, END + 1));
  for (let run = WORD; run <= LONGEST_RUN; run += WORD) counts[RUNS[run]!.symbol]! += ours[END + run]!;
  const { lengths, bits } = huffman(counts);
  const head: [bits: number, length: number][] = [
    [isLast ? 1 : 0, 1],
    // Codes of the block's own.
    [2, 2],
    [DEFLATE_SYMBOLS - 257, 5],
    [DISTANCE, 5],
    [TOLD.length - 4, 4],
    ...TOLD.map((length): [number, number] => [length < 16 ? TOLD_BITS : 0, 3]),
    ...[...lengths, 0, 0, 0, DISTANCE_BITS].map((length): [number, number] => [NIBBLES[length]!, TOLD_BITS]),
  ];
  const codes = { bits: new Uint32Array(ours.length), lengths: new Uint8Array(ours.length) };
  codes.bits.set(bits.subarray(0, END + 1));
  codes.lengths.set(lengths.subarray(0, END + 1));
  for (let run = WORD; run <= LONGEST_RUN; run += WORD) {
    const { symbol, rest, restBits } = RUNS[run]!;
    codes.bits[END + run] = bits[symbol]! | (rest << lengths[symbol]!);
    codes.lengths[END + run] = lengths[symbol]! + restBits + DISTANCE_BITS;
  }
  return {
    head: {
      bits: Uint32Array.from(head, ([value]) => value),
      lengths: Uint8Array.from(head, ([, length]) => length),
    },
    codes,
  };
}

/** 0…15, the first of four bits last. */
const NIBBLES = Uint8Array.from(
  { length: 16 },
  (_, n) => ((n & 1) << 3) | ((n & 2) << 1) | ((n & 4) >> 1) | (n >> 3),
);

interface Run {
  /** Deflate's symbol, and the bits behind it that say the rest of the length. */
  symbol: number;
  rest: number;
  restBits: number;
}

/** By length (RFC 1951, 3.2.5): four symbols to each number of bits, but eight to none. */
function runs(): Run[] {
  const all: Run[] = [];
  for (let symbol = 257, length = 3; length <= LONGEST_RUN; symbol++) {
    const restBits = Math.max(0, ((symbol - 257) >> 2) - 1);
    for (let rest = 0; rest < 1 << restBits; rest++, length++) all[length] = { symbol, rest, restBits };
  }
  return all;
}
