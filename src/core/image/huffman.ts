// In: how often each symbol comes. Out: a prefix code for them, as deflate writes it (RFC 1951, 3.2.2).
// Huffman's algorithm by two queues (van Leeuwen 1976), canonical codes; counts are halved until no code is
// too long.

/** Deflate's longest code, in bits. */
const LONGEST = 15;

export interface Code {
  /** Bits of each symbol's code; 0: it never comes. */
  lengths: Uint8Array;
  /** The codes, their first bit lowest, as deflate takes them. */
  bits: Uint16Array;
}

/** At least two symbols have to come: a code of one has no length. */
export function huffman(counts: Uint32Array): Code {
  let weights = counts;
  let lengths = lengthsOf(weights);
  while (lengths.some((length) => length > LONGEST)) {
    weights = weights.map((count) => (count + 1) >> 1);
    lengths = lengthsOf(weights);
  }
  return { lengths, bits: canonical(lengths) };
}

function lengthsOf(counts: Uint32Array): Uint8Array {
  const leaves = [...counts.keys()].filter((s) => counts[s]! > 0).sort((a, b) => counts[a]! - counts[b]!);
  const last = leaves.length;
  // Nodes: the leaves, then what joins two, in the order of their weights.
  const weights = leaves.map((symbol) => counts[symbol]!);
  const parents: number[] = [];
  let [leaf, inner] = [0, last];
  const lightest = (): number =>
    leaf < last && (inner >= weights.length || weights[leaf]! <= weights[inner]!) ? leaf++ : inner++;
  for (let joined = last; joined < 2 * last - 1; joined++) {
    const [a, b] = [lightest(), lightest()];
    parents[a] = joined;
    parents[b] = joined;
    weights.push(weights[a]! + weights[b]!);
  }
  const depths = new Uint16Array(2 * last);
  for (let node = 2 * last - 3; node >= 0; node--) depths[node] = depths[parents[node]!]! + 1;
  const lengths = new Uint8Array(counts.length);
  leaves.forEach((symbol, node) => (lengths[symbol] = depths[node]!));
  return lengths;
}

function canonical(lengths: Uint8Array): Uint16Array {
  const next = new Uint16Array(LONGEST + 2);
  for (const length of lengths) if (length > 0) next[length + 1]!++;
  for (let length = 1; length <= LONGEST; length++)
    next[length + 1] = (next[length + 1]! + next[length]!) << 1;
  return Uint16Array.from(lengths, (length) => (length > 0 ? reversed(next[length]!++, length) : 0));
}

function reversed(code: number, length: number): number {
  let bits = 0;
  for (let k = 0; k < length; k++) bits |= ((code >> k) & 1) << (length - 1 - k);
  return bits;
}
